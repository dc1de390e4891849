"""Rows that a pen wrote between the lines of a scan: they stand where a typist's line has no room. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from workflow.core.reading import Box
from workflow.parsers.certainty import NOT_AS_PRINTED
from workflow.parsers.rows import Row, joined, without_pen

_ROOM = 0.72  # of the usual way from base line to base line: print stands no closer, lists set tight included
_EVEN = 0.18  # of it: how far off regular rows may be
_FEWEST = 5  # ways that tell which is usual
_MOST = 40.0  # points: wider apart are paragraphs
_STROKE = re.compile(r"^\W*[^\W\d]?\W*$")
_NAME = re.compile(r"^\((?:[ก-๙.]{2,}\s+){1,4}[ก-๙.]{2,}\s?\)$")
_PEN = 0.8  # ink read less surely than this beside print is a pen's
_SAME_BASE, _LAPPED = 0.2, 0.2  # of a row's height, of the narrower one's width
_REMARK = 24  # letters a pen seldom writes more of
_NEAR = 4  # rows above that may stand over another


def interlined(rows: Sequence[Row]) -> frozenset[int]:
    """Return the places of the rows that a recogniser read between two lines; none where places are not known."""
    pages = {row.page for row in rows}
    return frozenset(n for page in pages for n in _on_page([(k, r) for k, r in enumerate(rows) if r.page == page]))


def without_remarks(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without the short ones between two lines, and on a scan without strokes that were taken for a letter.

    A name in brackets, as a signer's is printed, stays, in doubt: a pen's stroke, too, shifts a row between two lines.
    """
    level = _levelled([without_pen(row, _PEN) for row in rows])
    between = interlined(level)
    written: list[Row] = []
    for n, row in enumerate(level):
        if n in between and _is_name(row):
            written.append(_doubted(row))
        elif n not in between or len(row.text.strip()) > _REMARK:
            written.append(row)
    return [row for row in written if not (row.sure and _STROKE.match(row.text))]


def _is_name(row: Row) -> bool:
    return row.confidence >= _PEN and bool(_NAME.match(row.text.strip()))


def _doubted(row: Row) -> Row:
    return replace(row, sure=tuple(min(sure, NOT_AS_PRINTED) for sure in row.sure))


def _levelled(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with those of one base line joined: a pen across a line parts it in two."""
    held: list[Row] = []
    for row in rows:
        if held and _level(held[-1], row):
            held[-1] = joined(held[-1], row)
        else:
            held.append(row)
    return held


def _level(one: Row, other: Row) -> bool:
    if not (one.sure and other.sure and one.box and other.box and one.page == other.page):
        return False
    a, b = one.box, other.box
    shared = min(a[2], b[2]) - max(a[0], b[0])
    return abs(a[3] - b[3]) < _SAME_BASE * (a[3] - a[1]) and shared < _LAPPED * min(a[2] - a[0], b[2] - b[0])


def _on_page(numbered: Sequence[tuple[int, Row]]) -> Iterator[int]:
    placed = [(n, row, row.box) for n, row in numbered if row.box and row.sure]
    pitch = _pitch([box for _, _, box in placed])
    kept: list[tuple[int, Row, Box]] = []
    for one in sorted(placed, key=lambda one: one[2][3]) if pitch else ():
        above = next((k for k in reversed(kept[-_NEAR:]) if _over(k[2], one[2])), None)
        if above and pitch and one[2][3] - above[2][3] < _ROOM * pitch:
            loser = one if len(above[1].text) >= len(one[1].text) or _regular(above, kept, pitch) else above
            yield loser[0]
            if loser is one:
                continue
            kept.remove(above)
        kept.append(one)


def _pitch(boxes: Sequence[Box]) -> float | None:
    """Return the usual way from one row to the next, None where there are too few."""
    ways = [low - high for high, low in pairwise(sorted(box[3] for box in boxes)) if low - high < _MOST]
    return median(ways) if len(ways) >= _FEWEST else None


def _over(above: Box, below: Box) -> bool:
    """Whether a row stands over another, and not beside it."""
    if below[3] - above[3] < _SAME_BASE * (above[3] - above[1]):
        return False
    return min(above[2], below[2]) > max(above[0], below[0])


def _regular(one: tuple[int, Row, Box], kept: Sequence[tuple[int, Row, Box]], pitch: float) -> bool:
    """Whether a row stands one line below another."""
    ways = (one[2][3] - other[2][3] for other in kept if other is not one and _over(other[2], one[2]))
    return any(abs(way - pitch) < _EVEN * pitch for way in ways)
