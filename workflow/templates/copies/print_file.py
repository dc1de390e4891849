"""All copies in one file to print: the body's drawings once, and for every copy its pages, which point to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from workflow.templates.copies.copy import Copy, added_stream
from workflow.templates.copies.master import Master
from workflow.templates.copies.update import table
from workflow.templates.house_style import HOUSE, HouseStyle


@dataclass
class _Writer:
    """Writes objects behind the master and remembers where they are."""

    out: BinaryIO
    next: int
    at: int
    places: dict[int, int]

    def add(self, body: bytes, number: int | None = None) -> int:
        """Write an object under its number or the next free one, and return it."""
        mine = self.next if number is None else number
        self.next += number is None
        written = b"%d 0 obj\n%b\nendobj\n" % (mine, body)
        self.places[mine] = self.at
        self.out.write(written)
        self.at += len(written)
        return mine


def write_all(master: Master, copies: Iterable[Copy], letters: Path, out: BinaryIO, style: HouseStyle = HOUSE) -> int:
    """Write one PDF of all copies and return how many pages it has; memory holds the places of objects alone."""
    out.write(master.data)
    out.write(b"\n")
    writer = _Writer(out, master.size, len(master.data) + 1, {})
    kids = [page for copy in copies for page in _pages(writer, master, copy, letters, style)]
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    writer.add(b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(kids), refs), master.tree)
    end = writer.at
    out.write(table(writer.places))
    trailer = f"trailer\n<</Size {writer.next}/Root {master.root}{master.info}/Prev {master.start}/ID[<{master.name}><{master.name}>]>>\n"
    out.write(trailer.encode("latin-1") + b"startxref\n%d\n%%%%EOF\n" % end)
    return len(kids)


def _pages(writer: _Writer, master: Master, copy: Copy, letters: Path, style: HouseStyle) -> Iterator[int]:
    foot = writer.add(added_stream(copy, letters, style))
    for n, (entries, contents) in enumerate(master.pages):
        streams = f"{contents} {foot} 0 R" if n == 0 else contents
        # a page printed many times has no place of its own in the one tree of tags
        yield writer.add(f"<<{_untagged(entries)}/Contents[{streams}]>>".encode("latin-1"))


def _untagged(entries: str) -> str:
    before, found, after = entries.partition("/StructParents ")
    return before + after.lstrip("0123456789") if found else entries
