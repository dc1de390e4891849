"""Marks above a paper: the urgency in red near the number (ข้อ ๒๘), `สำเนาคู่ฉบับ`, `สำเนา` and `ตัวอย่าง` at the upper right corner.

They stand outside the text's flow, so that an original and its copies turn the page at the same words.
"""

from collections.abc import Iterator
from datetime import datetime

from workflow.core import thai_date
from workflow.core.document import Document
from workflow.templates.house_style import HouseStyle
from workflow.templates.lines import Room, wrap
from workflow.templates.measure import Measure
from workflow.templates.rows import Aside

URGENCIES = frozenset({"ด่วน", "ด่วนมาก", "ด่วนที่สุด"})
WITHIN = "ด่วนภายใน"
CERTIFIED = "สำเนาถูกต้อง"
_BESIDE = 8.0


def within(at: datetime) -> str:
    """Return the urgency that names when the paper must have arrived: `ด่วนภายใน ๑๕ พ.ย.๖๘ ๑๐.๐๐ น.`"""
    return f"{WITHIN} {thai_date.short(thai_date.bangkok_date(at))} {thai_date.clock_time(at)}"


def is_urgency(mark: str) -> bool:
    """Return whether the mark is one of the four urgencies; the fourth is followed by day and time."""
    return mark in URGENCIES or mark.startswith(WITHIN)


def mark_text(mark: str, style: HouseStyle) -> tuple[float, str]:
    """Return size and colour of a mark: an urgency is red and not smaller than 32 pt (ข้อ ๒๘), others are plain."""
    return (style.urgency_size, "red") if is_urgency(mark) else (style.size, "black")


def urgencies(document: Document) -> tuple[str, ...]:
    """Return the marks that are urgencies."""
    return tuple(filter(is_urgency, document.marks))


def others(document: Document) -> tuple[str, ...]:
    """Return the other marks; สำเนาถูกต้อง is no mark where a certifier signs for it."""
    return tuple(m for m in document.marks if not is_urgency(m) and not (m == CERTIFIED and document.certified))


def mark_asides(document: Document, measure: Measure, style: HouseStyle) -> tuple[Aside, ...]:
    """Return the marks of the first page at their places; an endorsement carries them in its text instead."""
    if document.form == "endorsement":
        return ()
    return (*_urgency(document, measure, style), *_corner(document, style))


def mark_drop(document: Document, measure: Measure, style: HouseStyle) -> float:
    """Return by how much the head must give way to an urgency of several lines (points); 0 for one line."""
    placed = () if document.form == "endorsement" else _urgency(document, measure, style)
    return sum(max(0.0, len(one.lines) * one.line - _band(document, style)) for one in placed)


def _band(document: Document, style: HouseStyle) -> float:
    """Return the height that is free above the number: beside the title of a memo, beside the emblem of a letter."""
    return _line(style) if document.form == "memo" else style.emblem_letter - style.line / 2


def _line(style: HouseStyle) -> float:
    return style.urgency_size * 1.2


def _urgency(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Aside]:
    marks = urgencies(document)
    if not marks:
        return
    x, width, lines = _place(document, " ".join(marks), measure, style)
    height = len(lines) * _line(style)
    if document.form == "memo":  # its first line stands on the title's
        y = style.top + style.title_drop + (style.title_line - _line(style)) * 0.75
    else:  # its last line stands on the number
        y = style.top + max(0.0, _band(document, style) - height)
    yield Aside(x, y, width, lines, style.urgency_size, _line(style), bold=True, colour="red")


def _place(document: Document, mark: str, measure: Measure, style: HouseStyle) -> tuple[float, float, tuple[str, ...]]:
    """Return where the urgency begins, its room and its lines: left of the emblem or title, right of the title what is too wide there."""
    if document.form != "memo":
        width = style.middle - style.emblem_letter / 2 - _BESIDE
        return 0.0, width, _lines(mark, width, measure, style)
    title = measure.width(document.title, style.title_size, bold=True)
    beside = (style.width - title) / 2 - _BESIDE
    left = style.emblem + _BESIDE
    lines = _lines(mark, beside - left, measure, style)
    if all(measure.width(line, style.urgency_size, bold=True) <= beside - left for line in lines) and len(lines) == 1:
        return left, beside - left, lines
    return style.width - beside, beside, _lines(mark, beside, measure, style)


def _lines(mark: str, width: float, measure: Measure, style: HouseStyle) -> tuple[str, ...]:
    return tuple(
        line.text for line in wrap(measure.shaped(mark, bold=True), style.urgency_size, Room(width), spread=False)
    )


def _corner(document: Document, style: HouseStyle) -> Iterator[Aside]:
    marks = others(document)
    if marks:
        width = style.width / 3
        yield Aside(
            style.width - width, style.top - style.line, width, marks, style.size, style.line, "right", bold=True
        )
