"""ตรารับ (แบบที่ ๑๒): a box of 5 × 2.5 cm at the upper right of the first page of the paper, with the unit, เลขรับ, วันที่ and เวลา.

Never over print: the box goes where the page is free, nearest to the upper right corner; several stand under or beside each other. On
a page with no room at full size the box is drawn at four fifths; without any room it goes on a page added at the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workflow.templates.fonts import FontSet
from workflow.templates.house_style import CM, HOUSE
from workflow.templates.measure import Measure
from workflow.templates.overlay.amend import Amendment
from workflow.templates.overlay.canvas import Canvas, Inks
from workflow.templates.overlay.ink import Ink, Place, ink_of
from workflow.templates.rows import Text

WIDTH, HEIGHT = 5 * CM, 2.5 * CM
# Sizes and margins tried, and what each costs, in points further from the corner: the last two only when no place of full size is free.
TRIES = ((1.0, CM, 0.0), (1.0, 0.4 * CM, 60.0), (0.8, CM, 5000.0), (0.8, 0.4 * CM, 5060.0))
INK = "0.1 0.16 0.55 rg 0.1 0.16 0.55 RG"  # the blue of a stamp pad
NUMBER, DATED, HOUR = "เลขรับ", "วันที่", "เวลา"
SLIP = "ใบต่อท้าย ตรารับหนังสือ"
_SIZE, _UNIT, _SMALLEST = 15.0, 16.0, 11.0
_EDGE, _VALUE = 8.0, 42.0  # where labels and values begin
_DOWN = 1.4  # a point down weighs as much as so many to the left: the second stamp goes under the first


@dataclass(frozen=True)
class Receipt:
    """What a stamp says, in Thai digits; `hour` is "" when nobody noted it: it is then left to be written."""

    unit: str
    number: str
    dated: str
    hour: str = ""


@dataclass(frozen=True)
class Stamped:
    """Where a stamp went: the page (1-based), its place there, and whether the page was added for it."""

    page: int
    place: Place
    added: bool = False


def stamp(
    original: bytes, receipts: Sequence[Receipt], fonts: FontSet, page: int = 1
) -> tuple[bytes, tuple[Stamped, ...]]:
    """Return the PDF with the stamps drawn in order on a page (1-based), and where each is; the bytes given are not changed."""
    inks = Inks(fonts)
    paper = Amendment(original, inks)
    at = min(page, paper.pages) - 1
    sheet = paper.sheet(at)
    ink, canvas = ink_of(paper.base, at, sheet), Canvas(inks, sheet.height)
    found: list[Stamped] = []
    left: list[Receipt] = []
    for receipt in receipts:
        place = None if left else _room(ink, sheet.width)
        if place is None:
            left.append(receipt)
            continue
        ink.add(place)
        _draw(canvas, receipt, place, Measure(fonts))
        found.append(Stamped(at + 1, place))
    if found:
        paper.draw(at, canvas)
    return paper.finish() if not left else _with_slips(paper, left, found, fonts), tuple(found)


def _room(ink: Ink, width: float) -> Place | None:
    def cost(x: Any, y: Any) -> Any:
        return (width - x) + _DOWN * y

    tried = ((ink.free((WIDTH * scale, HEIGHT * scale), margin, cost), extra) for scale, margin, extra in TRIES)
    found = [(cost(place.x, place.y) + extra, place) for place, extra in tried if place]
    return min(found, key=lambda each: each[0])[1] if found else None


def _with_slips(paper: Amendment, left: Sequence[Receipt], found: list[Stamped], fonts: FontSet) -> bytes:
    """Return the PDF with pages added for the stamps that found no room."""
    across, down = 3, 8
    for n in range(0, len(left), across * down):
        canvas = Canvas(paper.inks, HOUSE.page_height)
        canvas.text(Text(0, SLIP, HOUSE.size, bold=True), 2 * CM, 2 * CM)
        for k, receipt in enumerate(left[n : n + across * down]):
            row, column = divmod(k, across)
            place = Place(2 * CM + column * (WIDTH + 8), 3 * CM + row * (HEIGHT + 8), WIDTH, HEIGHT)
            _draw(canvas, receipt, place, Measure(fonts))
            found.append(Stamped(paper.pages + n // (across * down) + 1, place, added=True))
        paper.add_page(canvas, HOUSE.page_width)
    return paper.finish()


def _draw(canvas: Canvas, receipt: Receipt, place: Place, measure: Measure) -> None:
    scale = place.width / WIDTH
    half = 0.6  # the pen's width lies inside the box
    canvas.box((place.x + half, place.y + half), (place.width - 2 * half, place.height - 2 * half), f"{INK} 1.2 w")
    line = place.height / 4
    size = _fitting(receipt.unit, measure, _UNIT, WIDTH - 2 * _EDGE) * scale
    middle = (place.width - measure.width(receipt.unit, size, bold=True)) / 2
    canvas.text(Text(middle, receipt.unit, size, bold=True, colour=INK), place.x, place.y + line * 0.86)
    for n, (label, value) in enumerate(((NUMBER, receipt.number), (DATED, receipt.dated), (HOUR, receipt.hour)), 1):
        base = place.y + line * (n + 0.72)
        canvas.text(Text(_EDGE * scale, label, _SIZE * scale, colour=INK), place.x, base)
        canvas.dotted(place.x + (_VALUE - 3) * scale, place.x + place.width - _EDGE * scale, base + 2, INK)
        if value:
            fits = _fitting(value, measure, _SIZE, WIDTH - _VALUE - _EDGE) * scale
            canvas.text(Text(_VALUE * scale, value, fits, colour=INK), place.x, base)


def _fitting(text: str, measure: Measure, size: float, room: float) -> float:
    width = measure.width(text, size, bold=True)
    return size if width <= room else max(size * room / width, _SMALLEST * 0.5)
