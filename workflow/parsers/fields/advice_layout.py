"""Where the paragraphs of a recommendation sheet begin, by its margins. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.parsers.fields.advice_items import item_of
from workflow.parsers.fields.advice_leads import ANNOUNCES, advises, ends, is_listed, lead_end
from workflow.parsers.fields.advice_rows import INDENT, Place, place_of
from workflow.parsers.rows import Row

_SHORT = 0.12  # of the text width: a line that ends this far from the right edge is the last of its paragraph
_SHORT_IN_COLUMN = 0.25  # the same of a narrow column, where one long word leaves so much of a line empty
_NARROWEST = 400.0  # points: no letter sets its text narrower than this
_COUNTED = re.compile(r"\d{1,2}[.)]\s+[^\d\s]")
_APART, _EVEN = 1.5, 0.1  # of the usual distance: a paragraph begins so far below the last; rows of one stand as evenly
_FEWEST, _COLUMNS = 4, 3  # rows that tell the margins of a page; runs of a table's row


@dataclass(frozen=True)
class Margins:
    """The left and right edge of the text on a page, in points."""

    left: float
    right: float
    short: float = _SHORT

    def ends_short(self, row: Row) -> bool:
        """Whether a row stops well before the right edge."""
        return row.box is not None and row.box[2] < self.right - self.short * (self.right - self.left)

    def indents(self, row: Row) -> bool:
        """Whether a row begins to the right of the left edge."""
        return row.box is not None and row.box[0] > self.left + 1.5 * INDENT


@dataclass(frozen=True)
class Layout:
    """What the places of rows tell: which begin a paragraph, end short or are indented, and whether full ones go on at the left edge.

    `further` are those known by their place to go on with an advice: no heading stands there, whatever their words.
    """

    starts: frozenset[int]
    short: frozenset[int]
    indented: frozenset[int]
    wraps: bool = False
    further: frozenset[int] = frozenset()


def layout_of(rows: Sequence[Row]) -> Layout:
    """Return the layout of rows, by their numbers; a row without a place is a paragraph."""
    margins = _margins_of(rows)
    edges = [(n, row, margins[place_of(row)]) for n, row in enumerate(rows)]
    short = frozenset(n for n, row, edge in edges if edge and edge.ends_short(row))
    indented = frozenset(n for n, row, edge in edges if edge and edge.indents(row))
    wraps = _wraps_to_the_left(rows, margins)
    return Layout(frozenset(_starts(rows, margins, first_lines=wraps)), short, indented, wraps)


def _starts(rows: Sequence[Row], margins: dict[Place, Margins | None], *, first_lines: bool) -> Iterator[int]:
    """Yield the rows deeper than the row above, after one that ended short or half a line apart; else those after an empty line."""
    hanging = _hanging(rows, margins) if first_lines else []
    pitch = _pitch(rows)
    yield 0
    for n, (above, row) in enumerate(pairwise(rows), 1):
        edge = margins[place_of(above)]
        if row.box is None or above.box is None or edge is None:
            if row.box is None or row.blank_before:
                yield n
        else:
            wraps = stands_at(row, hanging) and (_goes_on_below(above, row) or _goes_on_outside(above, row))
            first = first_lines and edge.indents(row) and not wraps
            deeper = row.box[0] - above.box[0] > INDENT and row.column <= above.column
            listed = edge.indents(row) and ANNOUNCES.match(above.text.strip())  # else it would go on at the left edge
            apart = pitch and _below(above, row) > _APART * pitch
            if first or edge.ends_short(above) or deeper or listed or apart or _counts_outside(above, row):
                yield n


def _pitch(rows: Sequence[Row]) -> float | None:
    """Return how far below one another most rows stand, in points; None where they stand at many distances."""
    steps = sorted(step for above, row in pairwise(rows) if (step := _below(above, row)) > 0)
    usual = steps[len(steps) // 2] if len(steps) >= _FEWEST else 0.0
    alike = sum(abs(step - usual) < _EVEN * usual for step in steps)
    return usual if usual and alike * 2 > len(steps) else None


def _below(above: Row, row: Row) -> float:
    """Return how far below another a row of the same column stands, 0 where it stands in another."""
    if above.box is None or row.box is None or place_of(above) != place_of(row):
        return 0.0
    return max(0.0, row.box[3] - above.box[3])


def _counts_outside(above: Row, row: Row) -> bool:
    """Whether a row begins with a number on the left of the row above it, as a clause does whose rows hang: no row of that one.

    The row above may be the last of the page before.
    """
    outside = above.box and row.box and above.box[0] - row.box[0] > INDENT
    return bool(outside and _COUNTED.match(row.text.strip()))


def _hanging(rows: Sequence[Row], margins: dict[Place, Margins | None]) -> list[float]:
    """Return the edges at which full lines go on right below themselves, again and again, and never at the left of the page."""
    full = [
        (a, b)
        for a, b in pairwise(rows)
        if (m := margins[place_of(a)]) and m.indents(a) and not m.ends_short(a) and b.box
    ]
    left = [a.box[0] for a, b in full if a.box and (m := margins[place_of(b)]) and not m.indents(b)]
    below = [a.box[0] for a, b in full if a.box and _goes_on_below(a, b)]
    return [edge for edge in repeated(below) if not any(abs(edge - other) < INDENT / 2 for other in left)]


def repeated(edges: Sequence[float], near: float = INDENT / 2) -> list[float]:
    """Return the edges at which several stand: one alone is chance."""
    return [edge for edge in edges if sum(abs(edge - other) < near for other in edges) > 1]


def _goes_on_below(above: Row, row: Row) -> bool:
    """Whether a row stands right below another at one edge, and by its words begins nothing."""
    if above.page != row.page or above.box is None or row.box is None or abs(above.box[0] - row.box[0]) >= INDENT / 2:
        return False
    text = row.text.strip()
    return not (begins_something(text) or item_of(text, []))


def _goes_on_outside(above: Row, row: Row) -> bool:
    """Whether a row stands right below another but to its left, as an entry goes on below its first line, and begins nothing.

    Words before a lead-in are the end of a name.
    """
    if above.page != row.page or above.box is None or row.box is None or above.box[0] - row.box[0] < INDENT:
        return False
    text = row.text.strip()
    return not (begins_something(text, wrapped=True) or item_of(text, []))


def begins_something(text: str, *, wrapped: bool = False) -> bool:
    """Whether by its words a line begins an entry, an advice or another part of the paper; `wrapped` as in `lead_end`."""
    return is_listed(text) or advises(text) or ends(text) or lead_end(text, wrapped=wrapped) is not None


def stands_at(row: Row, edges: Sequence[float]) -> bool:
    """Whether a row begins at one of these edges."""
    return row.box is not None and any(abs(row.box[0] - edge) < INDENT / 2 for edge in edges)


def _wraps_to_the_left(rows: Sequence[Row], margins: dict[Place, Margins | None]) -> bool:
    """Whether only first lines are indented here: full indented lines go on at the left edge, again and again."""
    wraps = 0
    for above, row in pairwise(rows):
        edge = margins[place_of(above)]
        wraps += bool(edge and edge.indents(above) and not edge.ends_short(above) and row.box and not edge.indents(row))
    return wraps > 1


def _margins_of(rows: Sequence[Row]) -> dict[Place, Margins | None]:
    """Return the margins of each page; one with nothing but first lines has its left edge from a page on which these are indented."""
    pages = {at: _outside_tables([r for r in rows if place_of(r) == at]) for at in {place_of(r) for r in rows}}
    margins = {at: _margins(held) for at, held in pages.items()}
    for page, own in margins.items():
        lefts = (m.left for other, m in margins.items() if own and m and _begins_at(own.left, pages[other], m))
        if (left := next(lefts, None)) is not None:
            margins[page] = _margins(pages[page], left)
    for number, column in sorted(at for at, own in margins.items() if own is None and pages[at][0].box):
        margins[number, column] = margins.get((number - 1, column))  # the few rows that a list leaves for its last page
    return margins


def _outside_tables(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows of a page above the first row of three columns and below the last one, all rows where these are too few."""
    within = [n for n, row in enumerate(rows) if len(row.parts) >= _COLUMNS]
    kept = [row for n, row in enumerate(rows) if not within or not within[0] <= n <= within[-1]]
    return kept if len(kept) >= _FEWEST else rows


def _begins_at(left: float, rows: Sequence[Row], margins: Margins) -> bool:
    """Whether first lines begin at an edge on a page, again and again."""
    return sum(margins.indents(row) and row.x0 is not None and abs(row.x0 - left) < INDENT / 2 for row in rows) > 1


def _margins(rows: Sequence[Row], left: float | None = None) -> Margins | None:
    boxes = [row.box for row in rows if row.box]
    if len(boxes) < _FEWEST:
        return None
    if left is None:
        lefts = Counter(round(b[0] / 4) for b in boxes)
        left = min((at for at, count in lefts.items() if count >= 2), default=min(lefts)) * 4.0
    rights = sorted(b[2] for b in boxes)
    right = rights[int(0.9 * (len(rights) - 1))]
    return Margins(left, right, _SHORT_IN_COLUMN) if rows[0].column else Margins(left, max(right, left + _NARROWEST))
