"""The rows of a recommendation sheet made ready: catchwords, specks and pen strokes taken out. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from rapidfuzz import fuzz

from workflow.parsers.page import Line
from workflow.parsers.rows import BULLET, Row, rows_of
from workflow.parsers.skeleton import bones

SPECK = 0.6  # of the usual height: lower is a pen stroke or a piece of a letter
PEN = 0.93  # less sure than this beside a sure run is handwriting across the text
FALLS = 0.08
ABOVE = 2.5  # heights of a row
LEVEL = 6.0  # points
STEP = 6.0  # points: rows of one list begin so near one another
INDENT = 12.0  # points
SAME_EDGE = 3.0  # points: rows that begin on one edge, however a scan lies
_SIGNED = re.compile(r"[0oOQ๐°©®*.,]\s+[ก-ฮเ-ไA-Z“\"(]")  # what a recogniser makes of a bullet
_SIGNS = 3  # rows
_BRACKETS = 2  # rows that bear their bracket
_MARKED = re.compile(r"^([^\s\-–•])\s+\d{1,2}\.\d{1,2}\.?\s+\D")
_COUNTED = re.compile(r"^[ก-ฮ]\.\s+\d{1,2}\.\d{1,2}\.?\s+\D")
_LETTER_ALONE = re.compile(r"^[ก-ฮ]\s+\d{1,2}\.\d{1,2}\.?\s+\D")
_MARKED_OR_GLUED = re.compile(r"^[^\s\-–•]\s*\d{1,2}\.\d{1,2}\.?\s+\D")
_NUMBERED_CODE = re.compile(r"^\(?\d{1,2}\)\s*(?P<code>\d{1,2}(?:\.\d{1,2})+)\.?\s+\D")
_BRACKET_LOST = re.compile(r"^(?P<head>\(?(?P<number>\d{1,2})\s?[^\d\s)]?\s?)(?P<code>\d{1,2}(?:\.\d{1,2})+)\.?\s+\D")
Place = tuple[int, int]
_T = TypeVar("_T")
REPEATED = 84.0  # percent alike


def ready(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that hold text: without catchwords that lost their slash, specks, running feet, and handwriting beside the print."""
    height = _usual_height(rows)
    kept = _with_brackets(
        _with_bullets(_in_flow([clean for row in _without_running(rows) if (clean := _printed(row, height))]))
    )
    return [row for n, row in enumerate(kept) if not _announces(row, kept[n + 1] if n + 1 < len(kept) else None, kept)]


def _without_running(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without those that stand in the same words at the same height as the first or the last of several pages."""
    outer = {n for n, row in enumerate(rows) if row.box and (_turns(rows, n - 1, n) or _turns(rows, n, n + 1))}
    places = {n: (bones(rows[n].text), round(box[1] / LEVEL)) for n in outer if (box := rows[n].box)}
    seen = Counter(place for place, _ in {(place, rows[n].page) for n, place in places.items()})
    return [row for n, row in enumerate(rows) if n not in places or seen[places[n]] < 2]


def _turns(rows: Sequence[Row], before: int, after: int) -> bool:
    """Whether a page ends between two rows, as it does before the first and behind the last."""
    return before < 0 or after >= len(rows) or rows[before].page != rows[after].page


def as_printed(row: Row) -> Row:
    """Return a row without handwriting beside its print; the row itself when nothing else is left."""
    return _printed(row, 0.0) or row


def _with_bullets(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with bullets put back that a recogniser took for other signs: what stands before codes at one edge is no number."""
    signed = [n for n, row in enumerate(rows) if row.sure and _SIGNED.match(row.text)]
    again = at_one_edge(signed, rows, at=lambda n: n, style=lambda n: rows[n].text[0])
    bullets = {n for held in again if len(held) >= _SIGNS for n in held}  # a number that counts does not stand so
    rows = [replace(row, text=BULLET + row.text[1:]) if n in bullets else row for n, row in enumerate(rows)]
    marked = [(row.x0, found[1]) for row in rows if row.sure and row.x0 and (found := _MARKED.match(row.text))]
    counted = [(row.x0, "") for row in rows if row.sure and row.x0 and _COUNTED.match(row.text)]
    return [
        replace(row, text=BULLET + row.text[1:])
        if (_MARKED_OR_GLUED.match(row.text) and sum(_stands_as(row, mark) for mark in marked) > 1)
        or (_LETTER_ALONE.match(row.text) and sum(_stands_as(row, mark) for mark in counted) > 1)
        else row
        for row in rows
    ]


def _with_brackets(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the bracket put back behind an entry's number that a recogniser lost: `1,2.1` amid `2) 2.2` and `3) 4.3`."""
    whole = [(n, found["code"]) for n, row in enumerate(rows) if row.sure and (found := _NUMBERED_CODE.match(row.text))]
    kept = list(rows)
    for n, row in enumerate(rows):
        found = _BRACKET_LOST.match(row.text) if row.sure and row.x0 is not None else None
        if found and found["head"] != found["number"]:
            deep = found["code"].count(".")
            like = sum(code.count(".") == deep and level(row, rows[at]) for at, code in whole)
            if like >= _BRACKETS:
                kept[n] = headed(row, f"{found['number']}) ", row.text[found.start("code") :])
    return kept


def _stands_as(row: Row, mark: tuple[float, str]) -> bool:
    """Whether a row begins where a marked one does, with the same sign or with one that stands alone."""
    aligned = bool(row.sure) and row.x0 is not None and abs(row.x0 - mark[0]) < INDENT / 2
    return aligned and (row.text[0] == mark[1] or bool(_MARKED.match(row.text)))


def _in_flow(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that come one below the other; what stands lines above the text read so far was set over it (a stamp)."""
    kept: list[Row] = []
    place, low = (0, 0), 0.0
    for row in rows:
        if place_of(row) != place:
            place, low = place_of(row), 0.0
        if row.box is None or row.box[1] > low - ABOVE * (row.box[3] - row.box[1]):
            kept.append(row)
            low = max(low, row.box[3]) if row.box else low
    return kept


def place_of(row: Row) -> Place:
    """Return the page of a row, and its column where the page is read down its columns."""
    return row.page, row.column


def _usual_height(rows: Sequence[Row]) -> float:
    heights = sorted(row.box[3] - row.box[1] for row in rows if row.box)
    return heights[len(heights) // 2] if heights else 0.0


def _printed(row: Row, height: float) -> Row | None:
    """Return the row without runs that no printer set: far lower than the text, or unsure beside a sure run."""
    if row.confidence == 1.0 or not row.parts:
        return row
    parts = [
        p for p in row.parts if not _speck(p, height) and not p.inked
    ]  # coloured ink on a scan is a stamp or a pen
    if len(parts) > 1:
        main = max(parts, key=lambda p: (p.confidence >= PEN, len(p.text)))
        parts = [p for p in parts if p is main or p.confidence >= PEN or p.confidence > main.confidence - FALLS]
    if len(parts) == len(row.parts):
        return row
    if not parts:
        return None
    return replace(rows_of(parts)[0], gap=row.gap, column=row.column)


def _speck(part: Line, height: float) -> bool:
    low = part.box is not None and part.box[3] - part.box[1] < SPECK * height
    return low and part.confidence < PEN and len(part.text) < 8


def _announces(row: Row, below: Row | None, rows: Sequence[Row]) -> bool:
    """Whether the last row of a page only announces the first of the next; a catchword whose slash and dots were lost."""
    if below is None or below.page == row.page:
        return False
    if row.text.strip().startswith("/"):
        return True
    words = bones(row.text.strip(" ./…"))
    if not 4 <= len(words) <= 60:
        return False
    first = bones(below.text.lstrip(" -–•"))
    whole = [r for r in rows if r.page == row.page]
    right = max((r.box[2] for r in whole if r.box), default=0.0)
    set_apart = row.box is None or (row.box[0] > 0.35 * right and row.box[2] > 0.9 * right)
    digits = [c for c in words if c.isdigit()] == [c for c in first[: len(words)] if c.isdigit()]
    return set_apart and digits and fuzz.ratio(words, first[: len(words)]) >= REPEATED


def level(one: Row, other: Row) -> bool:
    """Whether two rows begin on one edge; each page of a scan lies on the glass as it was laid."""
    near = SAME_EDGE if one.page == other.page else INDENT / 2
    return one.x0 is not None and other.x0 is not None and abs(one.x0 - other.x0) < near


def at_one_edge(
    found: Sequence[_T], rows: Sequence[Row], at: Callable[[_T], int], style: Callable[[_T], object] = lambda _: None
) -> list[list[_T]]:
    """Return what begins in rows (`at` tells which) in lists that are written in one style and begin at one edge."""
    lists: list[list[_T]] = []
    for one in found:
        left = rows[at(one)].x0 or 0.0
        of = (held for held in lists if style(held[0]) == style(one))
        near = next((held for held in of if abs((rows[at(held[0])].x0 or 0.0) - left) < STEP), None)
        if near is None:
            lists.append([one])
        else:
            near.append(one)
    return lists


def edges_of(row: Row) -> list[float]:
    """Return where a row and each of its runs begin."""
    return [box[0] for box in (row.box, *(part.box for part in row.parts)) if box]


def cut(row: Row, rest: str) -> Row:
    """Return what is left of a row behind its head; its runs stay, whose edges tell where its cells begin."""
    end = len(row.text.rstrip())
    sure = row.sure[end - len(rest) : end] if row.sure else ()
    sure = sure if len(sure) == len(rest) else ()
    return Row(rest, rest, row.page, row.box, confidence=row.confidence, parts=row.parts, sure=sure)


def headed(row: Row, head: str, rest: str) -> Row:
    """Return a row with another head before the rest of its text, as sure as the least sure letter of it."""
    sure = (min(row.sure),) * len(head) + row.sure[-len(rest) :] if row.sure else ()
    return replace(row, text=head + rest, sure=sure)
