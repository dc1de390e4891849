"""A PDF with something drawn on its pages, as an incremental update: the bytes of the original come first, untouched.

So a signature on the original stays valid for what it signed. A file whose own tables are damaged or which is encrypted is written
anew by qpdf first.
"""

import hashlib
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pikepdf

from workflow.core.errors import Refused
from workflow.templates.overlay.canvas import Canvas, Inks
from workflow.templates.overlay.lettering import stream
from workflow.templates.overlay.sheet import Sheet, inherited, sheet_of

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
PROGRAM = "SarabanForm"


class Amendment:
    """A PDF being drawn upon; `finish` returns it with the drawings."""

    def __init__(self, original: bytes, inks: Inks) -> None:
        """Open the PDF; Refused when it needs a password or is no PDF."""
        self.base = _sound(original)
        self._pdf = pikepdf.open(BytesIO(self.base))
        self.inks, self._free = inks, int(self._pdf.trailer["/Size"])
        self._drawn: dict[int, list[tuple[bytes, Sheet]]] = {}
        self._new_pages: list[tuple[bytes, Sheet]] = []

    @property
    def pages(self) -> int:
        """How many pages the original has."""
        return len(self._pdf.pages)

    def sheet(self, page: int) -> Sheet:
        """Return a page (0-based) as it is seen."""
        return sheet_of(self._pdf.pages[page].obj)

    def draw(self, page: int, canvas: Canvas) -> None:
        """Draw on a page (0-based) of the original."""
        self._drawn.setdefault(page, []).append((canvas.content(), self.sheet(page)))

    def add_page(self, canvas: Canvas, width: float) -> None:
        """Add a page after the last."""
        self._new_pages.append((canvas.content(), Sheet(width, canvas.height, (1, 0, 0, 1, 0, 0))))

    def finish(self) -> bytes:
        """Return the whole file; the original itself when nothing was drawn."""
        if not self._drawn and not self._new_pages:
            return self.base
        objects: dict[tuple[int, int], bytes] = {}
        fonts = self._free
        made = self.inks.objects(fonts)
        objects.update({(number, 0): body for number, body in made})
        self._free += len(made)
        resources = self.inks.resources(fonts)
        for page, drawings in self._drawn.items():
            self._redrawn(self._pdf.pages[page].obj, drawings, resources, objects)
        if self._new_pages:
            self._appended(resources, objects)
        return _updated(self.base, self._pdf.trailer, objects, self._free)

    def _put(self, body: bytes, objects: dict[tuple[int, int], bytes]) -> int:
        number, self._free = self._free, self._free + 1
        objects[number, 0] = body
        return number

    def _redrawn(
        self, page: Any, drawings: list[tuple[bytes, Sheet]], resources: str, objects: dict[tuple[int, int], bytes]
    ) -> None:
        before = self._put(stream(b"q\n"), objects)
        names, calls = {}, []
        own = inherited(page, "/Resources") or pikepdf.Dictionary()
        forms = own.get("/XObject", pikepdf.Dictionary())
        for content, sheet in drawings:
            form = f"/Type/XObject/Subtype/Form/BBox[0 0 {sheet.width:.3f} {sheet.height:.3f}]/Resources<<{resources}>>"
            name = next(n for k in range(1, 10_000) if (n := f"/{PROGRAM}{k}") not in forms and n not in names)
            names[name] = f"{self._put(stream(content, form), objects)} 0 R".encode()
            calls.append(f"q {' '.join(f'{v:.5f}' for v in sheet.matrix)} cm {name} Do Q")
        after = self._put(stream(("\n" + "Q " * _left_open(page) + "\n".join(calls) + "\n").encode()), objects)
        contents = b" ".join([f"{before} 0 R".encode(), *_contents(page), f"{after} 0 R".encode()])
        drawn = _dictionary(own, {"/XObject": _dictionary(forms, names)})
        objects[page.objgen] = _dictionary(page, {"/Contents": b"[" + contents + b"]", "/Resources": drawn})

    def _appended(self, resources: str, objects: dict[tuple[int, int], bytes]) -> None:
        root = self._pdf.Root["/Pages"]
        kids = [kid.unparse() for kid in root["/Kids"]]
        for content, sheet in self._new_pages:
            number = self._put(stream(content), objects)
            page = (
                f"<</Type/Page/Parent {root.objgen[0]} {root.objgen[1]} R/MediaBox[0 0 {sheet.width:.2f} {sheet.height:.2f}]"
                f"/CropBox[0 0 {sheet.width:.2f} {sheet.height:.2f}]/Rotate 0/Resources<<{resources}>>/Contents {number} 0 R>>"
            )
            kids.append(f"{self._put(page.encode(), objects)} 0 R".encode())
        count = str(len(self._pdf.pages) + len(self._new_pages)).encode()
        objects[root.objgen] = _dictionary(root, {"/Kids": b"[" + b" ".join(kids) + b"]", "/Count": count})


def _sound(original: bytes) -> bytes:
    """Return the PDF itself when its tables are whole and open, a rewritten one otherwise."""
    try:
        with pikepdf.open(BytesIO(original)) as pdf:
            last = _START.search(original[-1024:])
            if (
                last
                and original.startswith(b"%PDF-")
                and not pdf.is_encrypted
                and not pdf.get_warnings()
                and _has_table(original, int(last[1]))
            ):
                return original
            out = BytesIO()
            pdf.save(out, encryption=False, deterministic_id=True)
            return out.getvalue()
    except pikepdf.PasswordError as error:
        raise Refused("แฟ้ม PDF นี้ตั้งรหัสผ่านไว้ จึงประทับบนแฟ้มไม่ได้", next_step="ขอแฟ้มที่ไม่มีรหัสผ่านจากผู้ส่ง") from error
    except pikepdf.PdfError as error:
        raise Refused("แฟ้มนี้ไม่ใช่ PDF หรือเสียหาย จึงประทับบนแฟ้มไม่ได้", next_step="สั่งพิมพ์เป็น PDF ใหม่แล้วลองอีกครั้ง") from error


def _has_table(pdf: bytes, at: int) -> bool:
    return bool(re.match(rb"xref|\d+\s+\d+\s+obj", pdf[at : at + 32]))


def _left_open(page: Any) -> int:
    """Return how many graphics states are open when the page's own content ends, our own `q` before it included."""
    depth = 1
    try:
        for each in pikepdf.parse_content_stream(page, "q Q"):
            depth = depth + 1 if str(each.operator) == "q" else max(depth - 1, 0)
    except pikepdf.PdfError:
        return 1
    return depth


def _contents(page: Any) -> list[bytes]:
    given = page.get("/Contents")
    if given is None:
        return []
    return [part.unparse() for part in given] if isinstance(given, pikepdf.Array) else [given.unparse()]


def _dictionary(given: Any, changed: Mapping[str, bytes]) -> bytes:
    kept = {
        name: value.unparse() if isinstance(value, pikepdf.Object) else pikepdf.Array([value]).unparse()[1:-1]
        for name, value in given.items()
        if name not in changed
    }
    return (
        b"<<"
        + b" ".join(pikepdf.Name(name).unparse() + b" " + value for name, value in (kept | dict(changed)).items())
        + b">>"
    )


def _updated(base: bytes, trailer: Any, objects: Mapping[tuple[int, int], bytes], size: int) -> bytes:
    out = bytearray(base if base.endswith(b"\n") else base + b"\n")
    previous = int(_START.search(base[-1024:])[1])  # type: ignore[index]
    places: dict[tuple[int, int], int] = {}
    for (number, generation), body in sorted(objects.items()):
        places[number, generation] = len(out)
        out += f"{number} {generation} obj\n".encode() + body + b"\nendobj\n"
    entries = b"/Root " + trailer["/Root"].unparse() + f"/Prev {previous}".encode()
    entries += b"".join(b"/Info " + trailer[name].unparse() for name in ("/Info",) if name in trailer)
    if "/ID" in trailer:
        entries += _identity(bytes(trailer["/ID"][0]), bytes(out))
    start = len(out)
    if base[previous : previous + 4] == b"xref":
        out += _table(places) + f"trailer\n<</Size {size}".encode() + entries + b">>\n"
    else:
        out += _table_stream(places, size, start, entries)
    return bytes(out) + f"startxref\n{start}\n%%EOF\n".encode()


def _identity(first: bytes, whole: bytes) -> bytes:
    return f"/ID[<{first.hex()}><{hashlib.md5(whole, usedforsecurity=False).hexdigest()}>]".encode()


def _table(places: Mapping[tuple[int, int], int]) -> bytes:
    rows = (f"{number} 1\n{at:010d} {generation:05d} n\r\n" for (number, generation), at in sorted(places.items()))
    return b"xref\n" + "".join(rows).encode()


def _table_stream(places: Mapping[tuple[int, int], int], size: int, start: int, entries: bytes) -> bytes:
    rows = [*sorted(places.items()), ((size, 0), start)]
    index = " ".join(f"{number} 1" for (number, _), _ in rows)
    data = b"".join(b"\x01" + at.to_bytes(8, "big") + generation.to_bytes(2, "big") for (_, generation), at in rows)
    head = f"/Type/XRef/Size {size + 1}/W[1 8 2]/Index[{index}]".encode() + entries
    return f"{size} 0 obj\n".encode() + stream(data, head.decode("latin-1")) + b"\nendobj\n"
