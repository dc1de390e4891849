"""One print file of all copies: the memo's pages once, and for each copy only small page objects that point at them.

It is written as it goes, an object at a time, so that its making takes as little memory for 20,000 copies as for 20. It is for a printer:
without the memo's tags and without its claim to be PDF/A.
"""

import io
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pikepdf import Dictionary, Name, Object, Pdf

from workflow.templates.copies_master import FORM, Master
from workflow.templates.whole_file import whole_file

_LEAVES = 64  # page-tree nodes of this many pages keep a reader's first page fast
_KEPT = ("/Type", "/MediaBox", "/Contents", "/Resources", "/Rotate", "/Group")
_PACKED = 128  # page objects in one compressed object stream


@dataclass
class _Writer:
    """Writes objects behind the base, remembering where each lies: (0, offset) in the file, or (stream, index) in an object stream."""

    out: BinaryIO
    at: int
    next: int
    first: int
    kinds: "array[int]" = field(default_factory=lambda: array("B"))
    places: "array[int]" = field(default_factory=lambda: array("Q"))
    indexes: "array[int]" = field(default_factory=lambda: array("H"))
    waiting: list[tuple[int, bytes]] = field(default_factory=list)

    def number(self) -> int:
        """Return the next object number; its object must follow."""
        self.next += 1
        self.kinds.append(0)
        self.places.append(0)
        self.indexes.append(0)
        return self.next - 1

    def stream(self, number: int, head: bytes, data: bytes) -> None:
        """Write a stream object."""
        self._set(number, 1, self.at, 0)
        self._put(b"%d 0 obj\n<<%s/Length %d>>stream\n%s\nendstream\nendobj\n" % (number, head, len(data), data))

    def small(self, number: int, body: bytes) -> None:
        """Keep a small object for the next object stream."""
        self.waiting.append((number, body))
        if len(self.waiting) == _PACKED:
            self.flush()

    def flush(self) -> None:
        """Write the waiting objects as one object stream."""
        if not self.waiting:
            return
        holder, index, body = self.number(), [], bytearray()
        for n, (number, text) in enumerate(self.waiting):
            index.append(b"%d %d" % (number, len(body)))
            body += text + b"\n"
            self._set(number, 2, holder, n)
        start = b" ".join(index) + b"\n"
        head = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(self.waiting), len(start))
        self.waiting.clear()
        self.stream(holder, head, zlib.compress(start + bytes(body), 9))

    def finish(self, root: int, previous: int) -> None:
        """Write the cross-reference stream and the end of the file."""
        self.flush()
        me = self.number()
        self._set(me, 1, self.at, 0)
        rows = zip(self.kinds, self.places, self.indexes, strict=True)
        packer = zlib.compressobj(9)
        data = b"".join(packer.compress(_row(*row)) for row in rows) + packer.flush()
        head = b"/Type/XRef/W[1 6 2]/Index[%d %d]/Size %d/Root %d 0 R/Prev %d/Filter/FlateDecode"
        at = self.at
        self.stream(me, head % (self.first, self.next - self.first, self.next, root, previous), data)
        self._put(b"startxref\n%d\n%%%%EOF\n" % at)

    def _set(self, number: int, kind: int, place: int, index: int) -> None:
        n = number - self.first
        self.kinds[n], self.places[n], self.indexes[n] = kind, place, index

    def _put(self, data: bytes) -> None:
        self.out.write(data)
        self.at += len(data)


def _row(kind: int, place: int, index: int) -> bytes:
    return kind.to_bytes(1, "big") + place.to_bytes(6, "big") + index.to_bytes(2, "big")


def write_print_file(path: Path, master: Master, deltas: Iterable[bytes], *, duplex: bool = False) -> int:
    """Write the copies' pages one after another into a file (whole, or not at all) and return how many pages there are.

    `duplex` adds an empty page after a copy of odd length, so that every copy begins on the front of a sheet.
    """
    with whole_file(path) as out:
        return _write(out, master, _page_texts(master, duplex=duplex), deltas)


def _write(out: BinaryIO, master: Master, pages: list[str], deltas: Iterable[bytes]) -> int:
    out.write(master.pdf)
    writer = _Writer(out, len(master.pdf), master.size, master.size)
    leaves = _Leaves(writer)
    for delta in deltas:
        place = writer.number()
        writer.stream(place, *_place_object(delta))
        for page in pages:
            leaves.add(page.replace("{place}", f"{place} 0 R"))
    root, count = leaves.close()
    catalog = writer.number()
    writer.small(catalog, b"<</Type/Catalog/Pages %d 0 R>>" % root)
    writer.finish(catalog, master.previous)
    return count


def _place_object(delta: bytes) -> tuple[bytes, bytes]:
    """Return the dictionary and the data of the one object that an update defines; both as they stand in it."""
    start = delta.index(b"<<") + 2
    head, _, rest = delta[start:].partition(b">>stream\n")
    kept, _, length = head.rpartition(b"/Length ")
    return kept, rest[: int(length)]


@dataclass
class _Leaves:
    """The page tree, grown from its leaves: every full node is written at once, only the nodes' numbers are kept."""

    writer: _Writer
    node: int = 0
    kids: list[int] = field(default_factory=list)
    nodes: list[tuple[int, int]] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    root: int = 0

    def add(self, page: str) -> None:
        """Write a page."""
        if not self.kids:
            self.node = self.writer.number()
        number = self.writer.number()
        self.writer.small(number, page.replace("{parent}", f"{self.node} 0 R").encode())
        self.kids.append(number)
        if len(self.kids) == _LEAVES:
            self._end_node()

    def _end_node(self) -> None:
        if len(self.nodes) % _LEAVES == 0:
            self.parents.append(self.writer.number())
        self.root = self.root or self.writer.number()
        self.writer.small(self.node, _node(self.kids, len(self.kids), self.parents[-1]))
        self.nodes.append((self.node, len(self.kids)))
        self.kids = []

    def close(self) -> tuple[int, int]:
        """Write the upper nodes; return the root's number and how many pages there are."""
        if self.kids or not self.nodes:
            self.node = self.node or self.writer.number()
            self._end_node()
        for n, parent in enumerate(self.parents):
            under = self.nodes[n * _LEAVES : (n + 1) * _LEAVES]
            self.writer.small(parent, _node([node for node, _ in under], sum(c for _, c in under), self.root))
        count = sum(c for _, c in self.nodes)
        self.writer.small(self.root, _node(self.parents, count, None))
        return self.root, count


def _node(kids: list[int], count: int, parent: int | None) -> bytes:
    up = f"/Parent {parent} 0 R" if parent is not None else ""
    return f"<</Type/Pages{up}/Count {count}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode()


def _page_texts(master: Master, *, duplex: bool) -> list[str]:
    """Return the master's page dictionaries as text, with slots for the parent and for the copy's place; object numbers stay the master's."""
    with Pdf.open(io.BytesIO(master.pdf)) as paper:
        texts = [_text(paper.make_indirect(page.obj), first=n == 0) for n, page in enumerate(paper.pages)]
        if duplex and len(texts) % 2:
            box = paper.pages[0].mediabox.unparse().decode()
            texts.append(f"<</Type/Page/Parent {{parent}}/MediaBox{box}/Resources<<>>>>")
    return texts


def _text(page: Object, *, first: bool) -> str:
    kept = {key: page[key] for key in _KEPT if key in page}
    if first:
        resources = dict(page.Resources.items())
        resources["/XObject"] = Dictionary({**dict(page.Resources.XObject.items()), FORM: Name("/PLACE")})
        kept["/Resources"] = Dictionary(resources)
    said = Dictionary(kept).unparse().decode().replace("/PLACE", " {place}")
    return f"{said[:-2]}/Parent {{parent}}>>"
