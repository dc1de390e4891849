"""The shared body: a finished PDF with the face that copies write their recipients' names in, and where copies are to be added."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf

from workflow.core.errors import Refused
from workflow.templates.copies.update import Update, changed
from workflow.templates.pdf.face import face
from workflow.templates.pdf.fonts import add_face
from workflow.templates.pdf.objects import PdfObjects

FACE = "/FC"


@dataclass(frozen=True)
class Master:
    """The body's bytes and what an update of it must know.

    `size` is the next free object number, `start` the place of the last table, `page` the number of the first page's object,
    `entries` its dictionary without contents, `contents` its streams; `tree` the page tree, `pages` all pages with their entries and
    streams, for a file of many copies.
    """

    data: bytes
    size: int
    start: int
    root: str
    info: str
    name: str
    page: int
    entries: str
    contents: str
    tree: int
    pages: tuple[tuple[str, str], ...]


def prepared(pdf: bytes, letters: Path) -> bytes:
    """Return the PDF with the whole face in the file `letters` added, so that no copy must bring glyphs along.

    Refused when the PDF is encrypted or damaged.
    """
    drawn = face(letters)
    with _opened(pdf) as opened:
        first = int(opened.trailer.Size)
        objects = PdfObjects(first)
        font = add_face(objects, drawn, frozenset(drawn.letters))
        page = opened.pages[0].obj
        added = dict(objects.given())
        added[page.objgen[0]] = _with_face(page, font).encode("latin-1")
        return pdf + changed(pdf, _update(opened, pdf), added)


def opened_master(pdf: bytes) -> Master:
    """Return a prepared PDF as the master of its copies."""
    with _opened(pdf) as opened:
        update = _update(opened, pdf)
        parts = tuple(_parts(page.obj) for page in opened.pages)
        tree = opened.Root.Pages.objgen[0]
        page = opened.pages[0].obj.objgen[0]
        return Master(
            pdf,
            update.size,
            update.start,
            update.root,
            update.info,
            update.name,
            page,
            *parts[0],
            tree=tree,
            pages=parts,
        )


def _opened(pdf: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(BytesIO(pdf))
    except pikepdf.PdfError as error:
        raise Refused("เปิดแฟ้ม PDF ของหนังสือไม่ได้ จึงทำสำเนารายผู้รับไม่ได้", next_step="สั่งทำแฟ้มหนังสือใหม่ แล้วลองอีกครั้ง") from error


def _update(opened: pikepdf.Pdf, pdf: bytes) -> Update:
    trailer = opened.trailer
    info = f"/Info {_ref(trailer.Info)}" if "/Info" in trailer else ""
    start = int(pdf[pdf.rindex(b"startxref") + 9 : pdf.rindex(b"%%EOF")])
    return Update(int(trailer.Size), start, _ref(trailer.Root), info, bytes(trailer.ID[0]).hex())


def _parts(page: pikepdf.Object) -> tuple[str, str]:
    """Return a page's dictionary without its contents, and its contents' references."""
    streams = page.Contents
    refs = [_ref(one) for one in streams] if isinstance(streams, pikepdf.Array) else [_ref(streams)]
    return _inner(page, "/Contents"), " ".join(refs)


def _with_face(page: pikepdf.Object, font: int) -> str:
    fonts = f"/Font<<{_inner(page.Resources.Font)}{FACE} {font} 0 R>>"
    return f"<<{_inner(page, '/Resources')}/Resources<<{_inner(page.Resources, '/Font')}{fonts}>>>>"


def _inner(found: pikepdf.Object, without: str = "") -> str:
    """Return a dictionary's entries as they stand in a file; what is an object of its own stays a reference."""
    kept = pikepdf.Dictionary({key: value for key, value in found.items() if key != without})
    return bytes(kept.unparse()).decode("latin-1").strip()[2:-2]


def _ref(value: pikepdf.Object) -> str:
    number, generation = value.objgen
    return f"{number} {generation} R"
