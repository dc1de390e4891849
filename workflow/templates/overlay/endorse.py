"""เกษียนหนังสือ: endorsements drawn onto the paper they ride on, or on slips (ใบต่อท้าย) after it when its last page has no room.

On the paper itself the citation of the host (ท้ายหนังสือ …) is left out, for the host is there to see; a slip bears it. Endorsements keep
their order: each stands below the one before it, and once one is on a slip the next are too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workflow.core.document import Document
from workflow.core.errors import Refused
from workflow.templates.fonts import FontSet
from workflow.templates.house_style import CM, HOUSE, HouseStyle
from workflow.templates.layout import lay_out, page_number
from workflow.templates.measure import Measure
from workflow.templates.overlay.amend import Amendment
from workflow.templates.overlay.canvas import Canvas, Inks
from workflow.templates.overlay.ink import Ink, Place, ink_of
from workflow.templates.rows import BASELINE, Page, Row, Text
from workflow.templates.tails import signature_lines

SLIP = "ใบต่อท้าย"
GAP = 12.0  # points between the host's print and the endorsement
MARGIN = 1.2 * CM
WIDTHS = (16 * CM, 12 * CM, 9 * CM, 7.5 * CM)
SIZES = (1.0, 0.875)  # of the house's letters: 16 pt, and 14 pt where those find no room
_BESIDE = (
    200.0  # how far above the end of the print an endorsement may begin: beside the signature, not inside the text
)
_ENDLESS = 100_000.0


@dataclass(frozen=True)
class OnHost:
    """Where an endorsement went: its page (1-based), its place there, whether that page is a slip, and the words drawn."""

    page: int
    place: Place
    slip: bool
    document: Document


@dataclass(frozen=True)
class Column(HouseStyle):
    """The house's style in a column of its own: no margins, no end, signatures from `signature_from`."""

    signature_from: float = 0.0

    @property
    def middle(self) -> float:
        """Where a signature begins."""
        return self.signature_from


@dataclass(frozen=True)
class _Set:
    """An endorsement set in a column: its rows with their y from the column's top, its width and height."""

    rows: tuple[tuple[float, Row], ...]
    width: float
    height: float


def endorse(
    host: bytes, notes: Sequence[Document], fonts: FontSet, style: HouseStyle = HOUSE
) -> tuple[bytes, tuple[OnHost, ...]]:
    """Return the host PDF with the endorsements in order, and where each is; the bytes given are not changed.

    Refused when one of the papers is no endorsement, or has a table or chart (they are drawn on papers of their own only).
    """
    _require_endorsements(notes)
    paper, measure = Amendment(host, Inks(fonts)), Measure(fonts)
    last = paper.pages - 1
    sheet = paper.sheet(last)
    canvas, ink = Canvas(paper.inks, sheet.height), ink_of(paper.base, last, sheet)
    found: list[OnHost] = []
    after = max(0.0, ink.lowest() - _BESIDE)
    for note in notes:
        spot = _spot(replace(note, host_note=None), ink, after, measure, style)
        if spot is None:
            break
        place, column, drawn = spot
        _draw(canvas, column.rows, place.x, place.y + GAP)
        ink.add(place)
        after = place.y + place.height
        found.append(OnHost(last + 1, place, False, drawn))
    if found:
        paper.draw(last, canvas)
    found += _Slips(paper, measure, style).put(notes[len(found) :])
    return paper.finish(), tuple(found)


def _require_endorsements(notes: Sequence[Document]) -> None:
    if any(note.form != "endorsement" for note in notes):
        raise Refused("มีเอกสารที่ไม่ใช่เกษียนหนังสือ จึงเขียนท้ายหนังสือไม่ได้", next_step="เลือกเฉพาะบันทึกชนิดเกษียน (forwarding-note)")
    if any(block.kind in {"table", "chart"} for note in notes for block in note.body):
        raise Refused("เกษียนที่มีตารางหรือแผนภูมิเขียนท้ายหนังสือไม่ได้", next_step="ใช้แฟ้มของเกษียนนั้นเป็นใบต่อท้ายแทน")


def _spot(
    note: Document, ink: Ink, after: float, measure: Measure, style: HouseStyle
) -> tuple[Place, _Set, Document] | None:
    """Return the first free place in order of size and width: below the print, then beside the signature."""

    def cost(x: Any, y: Any) -> Any:
        early = (y < after) * _ENDLESS
        return y + abs(x - style.left) * (4.0 if width > WIDTHS[1] else 0.3) + early

    for size in SIZES:
        for width in WIDTHS:
            column = _column(note, width, size, measure, style)
            place = ink.free((width, column.height + GAP), MARGIN, cost) if column else None
            if column and place and place.y >= after:
                return place, column, note
    return None


def _column(note: Document, width: float, size: float, measure: Measure, style: HouseStyle) -> _Set | None:
    """Return the endorsement set in a column; None when its signature is wider."""
    signature = max((measure.width(t, style.size * size) for t in _signed(note)), default=0.0)
    if signature > width:
        return None
    line = style.line * size
    column = Column(
        page_width=width, page_height=_ENDLESS, left=0, right=0, top=0, bottom=0, size=style.size * size, line=line,
        first_line=min(style.first_line, width * 0.18), signature_gap=style.signature_gap * size,
        urgency_size=style.urgency_size, signature_from=min(width / 2, width - signature),
    )  # fmt: skip
    rows = [(y, row) for page in _pages_of(note, measure, column) for y, row in page.rows]
    top, (end, last) = rows[0][0], rows[-1]
    return _Set(tuple((y - top, row) for y, row in rows), width, end + last.height - top)


def _pages_of(note: Document, measure: Measure, style: HouseStyle) -> tuple[Page, ...]:
    """Return the endorsement's pages; an opinion or order on the memo itself has no number of its own, so no ที่ above it."""
    first, *more = lay_out(note, measure, style)
    return (first if note.head.number else replace(first, rows=first.rows[1:]), *more)


def _signed(note: Document) -> tuple[str, ...]:
    return signature_lines(note.signature) if note.signature else ()


def _draw(canvas: Canvas, rows: Sequence[tuple[float, Row]], x: float, y: float) -> None:
    for down, row in rows:
        canvas.row(row, x, y + down)


@dataclass
class _Slips:
    """Pages added after the host: a new one begins when an endorsement does not fit on what is left of the last."""

    paper: Amendment
    measure: Measure
    style: HouseStyle

    def put(self, notes: Sequence[Document]) -> list[OnHost]:
        """Set all endorsements on slips and return where each begins."""
        found: list[OnHost] = []
        number, canvas, y = self.paper.pages, None, 0.0
        for note in notes:
            pages = _pages_of(note, self.measure, self.style)
            if canvas is not None and len(pages) == 1 and y + GAP + _height(pages[0]) <= self.style.foot:
                y += GAP
                _draw(canvas, _from_top(pages[0]), self.style.left, y)
                found.append(OnHost(number, self._place(pages[0], y), True, note))
            else:
                if canvas is not None:
                    self.paper.add_page(canvas, self.style.page_width)
                *full, canvas = self._pages(pages)
                for sheet in full:
                    self.paper.add_page(sheet, self.style.page_width)
                y = self.style.running_top
                found.append(OnHost(number + 1, self._place(pages[0], y), True, note))
                number += len(pages)
                y = pages[-1].rows[0][0]
            y += _height(pages[-1])
        if canvas is not None:
            self.paper.add_page(canvas, self.style.page_width)
        return found

    def _place(self, page: Page, y: float) -> Place:
        return Place(self.style.left, y, self.style.width, _height(page))

    def _pages(self, pages: Sequence[Page]) -> Iterator[Canvas]:
        for page in pages:
            canvas = Canvas(self.paper.inks, self.style.page_height)
            self._centred(canvas, page_number(page.number) or SLIP, bold=page.number == 1)
            _draw(canvas, page.rows, self.style.left, 0)
            if page.catchword:
                width = self.measure.width(page.catchword, self.style.size)
                base = self.style.foot - self.style.line * (1 - BASELINE)
                canvas.text(Text(self.style.width - width, page.catchword, self.style.size), self.style.left, base)
            yield canvas

    def _centred(self, canvas: Canvas, text: str, *, bold: bool) -> None:
        width = self.measure.width(text, self.style.size, bold=bold)
        middle = (self.style.page_width - width) / 2
        canvas.text(Text(middle, text, self.style.size, bold), 0, self.style.top + self.style.line * BASELINE)


def _from_top(page: Page) -> tuple[tuple[float, Row], ...]:
    top = page.rows[0][0]
    return tuple((y - top, row) for y, row in page.rows)


def _height(page: Page) -> float:
    (first, _), (end, last) = page.rows[0], page.rows[-1]
    return end + last.height - first
