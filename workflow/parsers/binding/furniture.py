"""What stands around the text of a page: its printed number, and the catchword that announces the next page. Pure.

A scan loses the smallest marks first, so that a hyphen, a slash or the dots may be gone: then the place on the page has to tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.core.thai_digits import to_arabic
from workflow.parsers.page import Line
from workflow.parsers.rows import LAST_BARE, catchword

_DASH = r"[-–—_~=•·−'\"|.]"
_HYPHENED = re.compile(rf"^(?:{_DASH}\s*(\d{{1,3}})\s*{_DASH}?|(\d{{1,3}})\s*{_DASH}|\(\s*(\d{{1,3}})\s*\))$")
_WORDED = re.compile(r"^[หท]น้?า(?:ที่)?\s*(\d{1,3})(?:\s*(?:/|จาก)\s*(?:ทั้งหมด)?\s*\d{1,3})?(?:\s*หน้า)?$")
_OF = re.compile(r"^(\d{1,3})\s*/\s*(\d{1,3})$")
_BARE = re.compile(r"^[1-9]\d?$")
_LOOSE = re.compile(
    r"^(?:[/|\\]\s*(?P<right>\S.*?)\s*[.…]*|[.…]*\s*(?P<mirrored>\S.*?)\s*/|(?P<dots>\S.*?)\s*(?:\.{2,}|…))$"
)
# a place to write in, at the foot of a form: a day between strokes, a name behind its label
_BLANK = re.compile(r"(?:\.{2}|…)\s*/\s*(?:\.{2}|…)")
_TO_FILL_IN = re.compile(r"^\(?(?:ลงชื่อ|ลงนาม|ชื่อ|ตำแหน่ง|วันที่|โทร(?:ศัพท์|\.)?)\)?\s*$")
TOP_LINES, LAST_LINES = 6, 4
TOP_SHARE, BOTTOM_SHARE = 0.13, 0.9  # of the page's height: where a page number may stand alone
_CELLS = 4  # runs: a running head has fewer
RIGHT_SHARE, RIGHT_REACH = 0.55, 16.0  # a catchword begins beyond the middle and ends at the right margin, give or take


@dataclass(frozen=True)
class Furniture:
    """The page number and the catchword; `tail` is a line that stands where a catchword stands but lost its marks; the lines they are."""

    number: int | None = None
    catchword: str | None = None
    tail: str | None = None
    lines: tuple[Line, ...] = ()
    tail_line: Line | None = None


def furniture(lines: Sequence[Line], width: float | None, height: float | None) -> Furniture:
    """Return the furniture of a page's lines (its stamps taken off)."""
    number = _number(lines, width, height)
    words = _words(lines, width)
    found = tuple(line for line in (number and number[1], words and words[1]) if line)
    tail = None if words else _tail(lines, width)
    return Furniture(
        number[0] if number else None, words[0] if words else None, tail.text.strip() if tail else None, found, tail
    )


def _number(lines: Sequence[Line], width: float | None, height: float | None) -> tuple[int, Line] | None:
    for line in (*lines[:TOP_LINES], *reversed(lines[TOP_LINES:][-2:])):
        text = to_arabic(line.text.strip())
        found = (not _in_a_row(line, lines) and _HYPHENED.match(text)) or _WORDED.match(text)
        if found and _apart(line, width, height):
            return int(next(group for group in found.groups() if group)), line
        if (of := _OF.match(text)) and int(of[1]) <= int(of[2]) <= LAST_BARE and _apart(line, width, height):
            return int(of[1]), line
    for line in lines[:1] if not height else (*lines[:2], *lines[-1:]):
        text = to_arabic(line.text.strip())
        if _BARE.match(text) and 1 < int(text) <= LAST_BARE and _apart(line, width, height):
            return int(text), line
    return None


def _in_a_row(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line stands beside others: the last cells of a row at the foot (`57 -`), a difference in one at the head, are no page number."""
    beside = [other for other in lines if other.row == line.row and other.page == line.page]
    foot = [other for other in lines[TOP_LINES:] if other in beside]
    return (len(foot) > 1 and line in foot) or len(beside) >= _CELLS


def _apart(line: Line, width: float | None, height: float | None) -> bool:
    """Whether the line stands where page numbers do: at the head or the foot, in the middle or at the right; a transcript has no places."""
    if not (line.box and width and height):
        return True
    centre, top = (line.box[0] + line.box[2]) / 2, line.box[1]
    return (top < TOP_SHARE * height or top > BOTTOM_SHARE * height) and centre > 0.4 * width


def _words(lines: Sequence[Line], width: float | None) -> tuple[str, Line] | None:
    lines = [line for line in lines if not _BLANK.search(line.text)]
    for line in reversed(lines):
        if words := catchword(line.text):
            return words, line
    for line in reversed(lines[-LAST_LINES:]):
        text = to_arabic(line.text.strip())
        found = _LOOSE.match(text)
        if found and not _TO_FILL_IN.match(found["dots"] or "") and _at_right(line, lines, width) and len(text) > 3:
            return (found["right"] or found["mirrored"] or found["dots"]), line
    return None


def _tail(lines: Sequence[Line], width: float | None) -> Line | None:
    """Return the last line when it stands where a catchword stands."""
    placed = [line for line in lines if line.box]
    last = max(placed, key=lambda line: line.box[1] if line.box else 0.0, default=None)
    return last if last and len(last.text.strip()) > 3 and _at_right(last, lines, width) else None


def _at_right(line: Line, lines: Sequence[Line], width: float | None) -> bool:
    if not (line.box and width) or line.inked:
        return False
    edge = sorted(other.box[2] for other in lines if other.box)[-3:][0]
    return line.box[0] > RIGHT_SHARE * width and line.box[2] > edge - RIGHT_REACH and line.row > lines[0].row
