"""The master of a memo's copies: the memo's PDF with one empty place on its first page, which each copy fills by an update of its own.

The place is clipped by the master's page, so whatever an update puts there cannot leave the bottom margin.
"""

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf

from workflow.templates.copies_font import embedded, glyphs
from workflow.templates.house_style import CM, HOUSE, HouseStyle
from workflow.templates.pdf.text import shown

FORM = "/SarabanCopy"
"""The name under which the first page draws its copy's place."""
_EDGE = 8.0
_STAMP = (5 * CM, 2.5 * CM)
_STAMP_LINES = tuple(f"{label} {'.' * 40}" for label in ("เลขรับ", "วันที่", "เวลา"))


@dataclass(frozen=True)
class Place:
    """The place of a copy's own words and QR code on the first page, in points from its lower left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Master:
    """A master's bytes, and what an update must know of it.

    `form` and `resources` are object numbers (the place, and the font); `size`, `previous`, `root`, `info` and `id`
    come from its last trailer.
    """

    pdf: bytes
    form: int
    resources: int
    place: Place
    size: int
    previous: int
    root: str
    info: str | None
    id: bytes


def make_master(pdf: bytes, font: Path, style: HouseStyle = HOUSE) -> bytes:
    """Return a memo's PDF made ready for copies; the same memo gives the same bytes.

    The typeface of names is embedded, the place of the copy reserved (tagged as a paragraph where the memo is tagged), and a ตรารับ
    frame drawn at the top right where nothing else stands.
    """
    place = _place(style)
    stamp = _free(pdf, style)
    with Pdf.open(io.BytesIO(pdf)) as paper:
        page = paper.pages[0].obj
        resources = paper.make_indirect(Dictionary(Font=Dictionary(Copy=embedded(paper, font))))
        form = _form(paper, b"", place)
        form["/Resources"] = resources
        drawing = _clipped(place, _tagged(paper, page))
        own: list[tuple[str, Any]] = [(FORM, form)]
        if stamp:
            frame = paper.make_stream(_frame(stamp, font), Type=Name.XObject, Subtype=Name.Form, Resources=resources)
            frame["/BBox"] = Array([stamp.x - 1, stamp.y - 1, stamp.x + stamp.width + 1, stamp.y + stamp.height + 1])
            own.append(("/SarabanStamp", frame))
            drawing = b"/Artifact BMC q /SarabanStamp Do Q EMC\n" + drawing
        _draw(paper, page, own, drawing)
        out = io.BytesIO()
        paper.save(out, object_stream_mode=ObjectStreamMode.disable, deterministic_id=True)
    return out.getvalue()


def read_master(pdf: bytes) -> Master:
    """Return what an update must know of a master, signed or not."""
    with Pdf.open(io.BytesIO(pdf)) as paper:
        form = paper.pages[0].obj.Resources.XObject[FORM]
        left, bottom, right, top = (float(edge) for edge in form.BBox)
        trailer = paper.trailer
        info = trailer.get("/Info")
        return Master(
            pdf=pdf, form=form.objgen[0], resources=form.Resources.objgen[0],
            place=Place(left, bottom, right - left, top - bottom), size=int(trailer.Size),
            previous=int(re.findall(rb"startxref\s+(\d+)", pdf)[-1]), root="{} {} R".format(*paper.Root.objgen),
            info="{} {} R".format(*info.objgen) if info is not None else None, id=bytes(trailer.ID[0]),
        )  # fmt: skip


def _place(style: HouseStyle) -> Place:
    return Place(style.left - 8, _EDGE, style.width + 8, style.bottom - _EDGE - 1)


def _free(pdf: bytes, style: HouseStyle) -> Place | None:
    """Return the place of the ตรารับ at the top right corner of the text, None where marks or words stand there."""
    width, height = _STAMP
    place = Place(
        style.page_width - style.right - width, style.page_height - style.top - 4 - height + 35, width, height
    )
    with pypdfium2.PdfDocument(pdf) as paper:
        words = (
            paper[0]
            .get_textpage()
            .get_text_bounded(place.x - 2, place.y - 2, place.x + width + 2, place.y + height + 2)
        )
    return None if words.strip() else place


def _form(paper: Pdf, content: bytes, place: Place) -> Any:
    form = paper.make_stream(content, Type=Name.XObject, Subtype=Name.Form)
    form["/BBox"] = Array([place.x, place.y, place.x + place.width, place.y + place.height])
    return form


def _clipped(place: Place, tag: bytes) -> bytes:
    box = b"%.2f %.2f %.2f %.2f re W n" % (place.x, place.y, place.width, place.height)
    return b"%s BDC q %s %s Do Q EMC\n" % (tag, box, FORM.encode())


def _tagged(paper: Pdf, page: Any) -> bytes:
    """Return the tag under which the place is drawn: a paragraph at the end of the memo's structure, an artifact where there is none."""
    root: Any = paper.Root.get("/StructTreeRoot")
    key = page.get("/StructParents")
    numbers = root.get("/ParentTree", Dictionary()).get("/Nums") if root is not None else None
    if key is None or numbers is None:
        return b"/Artifact <<>>"
    parents = next((numbers[n + 1] for n in range(0, len(numbers), 2) if int(numbers[n]) == int(key)), None)
    if parents is None:
        return b"/Artifact <<>>"
    kids = root.K if isinstance(root.K, Array) else Array([root.K])
    top = kids[0] if len(kids) == 1 and kids[0].get("/S") == Name.Document else root
    number = len(parents)
    part = paper.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=top, Pg=page, K=number))
    parents.append(part)
    held = top.K if isinstance(top.K, Array) else Array([top.K])
    held.append(part)
    top.K = held
    return b"/P <</MCID %d>>" % number


def _frame(place: Place, font: Path) -> bytes:
    """Draw the empty ตรารับ: a thin frame with three labels to write after (ระเบียบงานสารบรรณ ข้อ ๓๗)."""
    lines = [b"q 0.5 w 0.45 G %.2f %.2f %.2f %.2f re S Q" % (place.x, place.y, place.width, place.height)]
    for n, text in enumerate(_STAMP_LINES):
        lines.append(drawn_text(text, place.x + 6, place.y + place.height - 20 - n * 21, 13, font))
    return b"\n".join(lines)


def drawn_text(text: str, x: float, y: float, size: float, font: Path) -> bytes:
    """Return the operators that set a line of text, its base line at (x, y) points."""
    said = shown(glyphs(text, font), size, 0)
    return f"BT /Copy {size:g} Tf {x:.2f} {y:.2f} Td {said} ET".encode()


def _draw(paper: Pdf, page: Any, own: list[tuple[str, Any]], drawing: bytes) -> None:
    """Add the drawing after the page's own, which is fenced so that it leaves no state behind."""
    held = page.Contents if isinstance(page.Contents, Array) else Array([page.Contents])
    page.Contents = Array([paper.make_stream(b"q\n"), *held, paper.make_stream(b"\nQ\n" + drawing)])
    resources = Dictionary(dict(page.Resources.items()))
    pictures: Any = Dictionary(dict(page.Resources.XObject.items()) if "/XObject" in page.Resources else {})
    for name, form in own:
        pictures[name] = form
    resources["/XObject"] = pictures
    page["/Resources"] = resources
