"""The rows of a recommendation sheet made ready: catchwords, specks and pen strokes taken out, and where paragraphs begin. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from workflow.parsers.fields.advice_lines import advises, ends, is_listed, item_of, lead_end
from workflow.parsers.page import Line
from workflow.parsers.rows import BULLET, Row, rows_of
from workflow.parsers.skeleton import bones

SPECK = 0.6  # of the usual height: lower is a pen stroke or a piece of a letter
PEN = 0.93  # less sure than this beside a sure run is handwriting across the text
FALLS = 0.08
ABOVE = 2.5  # heights of a row
LEVEL = 6.0  # points
SHORT = 0.12  # of the text width: a line that ends this far from the right edge is the last of its paragraph
SHORT_IN_COLUMN = 0.25  # the same of a narrow column, where one long word leaves so much of a line empty
INDENT = 12.0  # points
SAME_EDGE = 3.0  # points: rows that begin on one edge, however a scan lies
NARROWEST = 400.0  # points: no letter sets its text narrower than this
_MARKED = re.compile(r"^([^\s\-–•])\s+\d{1,2}\.\d{1,2}\.?\s+\D")
_MARKED_OR_GLUED = re.compile(r"^[^\s\-–•]\s*\d{1,2}\.\d{1,2}\.?\s+\D")
_Place = tuple[int, int]
_FEWEST, _COLUMNS = 4, 3  # rows that tell the margins of a page; runs of a table's row
REPEATED = 84.0  # percent alike


def ready(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that hold text: without catchwords that lost their slash, specks, running feet, and handwriting beside the print."""
    height = _usual_height(rows)
    kept = _with_bullets(_in_flow([clean for row in _without_running(rows) if (clean := _printed(row, height))]))
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
    marked = [(row.x0, found[1]) for row in rows if row.sure and row.x0 and (found := _MARKED.match(row.text))]
    return [
        replace(row, text=BULLET + row.text[1:])
        if _MARKED_OR_GLUED.match(row.text) and sum(_stands_as(row, mark) for mark in marked) > 1
        else row
        for row in rows
    ]


def _stands_as(row: Row, mark: tuple[float, str]) -> bool:
    """Whether a row begins where a marked one does, with the same sign or with one that stands alone."""
    aligned = bool(row.sure) and row.x0 is not None and abs(row.x0 - mark[0]) < INDENT / 2
    return aligned and (row.text[0] == mark[1] or bool(_MARKED.match(row.text)))


def _in_flow(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that come one below the other; what stands lines above the text read so far was set over it (a stamp)."""
    kept: list[Row] = []
    place, low = (0, 0), 0.0
    for row in rows:
        if _place(row) != place:
            place, low = _place(row), 0.0
        if row.box is None or row.box[1] > low - ABOVE * (row.box[3] - row.box[1]):
            kept.append(row)
            low = max(low, row.box[3]) if row.box else low
    return kept


def _place(row: Row) -> _Place:
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


@dataclass(frozen=True)
class Margins:
    """The left and right edge of the text on a page, in points."""

    left: float
    right: float
    short: float = SHORT

    def ends_short(self, row: Row) -> bool:
        """Whether a row stops well before the right edge."""
        return row.box is not None and row.box[2] < self.right - self.short * (self.right - self.left)

    def indents(self, row: Row) -> bool:
        """Whether a row begins to the right of the left edge."""
        return row.box is not None and row.box[0] > self.left + 1.5 * INDENT


@dataclass(frozen=True)
class Layout:
    """What the places of rows tell: which begin a paragraph, end short or are indented, and whether full ones go on at the left edge."""

    starts: frozenset[int]
    short: frozenset[int]
    indented: frozenset[int]
    wraps: bool = False


def layout_of(rows: Sequence[Row]) -> Layout:
    """Return the layout of rows, by their numbers; a row without a place is a paragraph."""
    margins = _margins_of(rows)
    edges = [(n, row, margins[_place(row)]) for n, row in enumerate(rows)]
    short = frozenset(n for n, row, edge in edges if edge and edge.ends_short(row))
    indented = frozenset(n for n, row, edge in edges if edge and edge.indents(row))
    wraps = _wraps_to_the_left(rows, margins)
    return Layout(frozenset(_starts(rows, margins, first_lines=wraps)), short, indented, wraps)


def _starts(rows: Sequence[Row], margins: dict[_Place, Margins | None], *, first_lines: bool) -> Iterator[int]:
    """Yield the rows deeper than the row above, or after one that ended short; where this cannot be told, those after an empty line."""
    hanging = _hanging(rows, margins) if first_lines else []
    yield 0
    for n, (above, row) in enumerate(pairwise(rows), 1):
        edge = margins[_place(above)]
        if row.box is None or above.box is None or edge is None:
            if row.box is None or row.blank_before:
                yield n
        else:
            wraps = stands_at(row, hanging) and (_goes_on_below(above, row) or _goes_on_outside(above, row))
            first = first_lines and edge.indents(row) and not wraps
            deeper = row.box[0] - above.box[0] > INDENT and row.column <= above.column
            if first or edge.ends_short(above) or deeper:
                yield n


def _hanging(rows: Sequence[Row], margins: dict[_Place, Margins | None]) -> list[float]:
    """Return the edges at which full lines go on right below themselves, again and again, and never at the left of the page."""
    full = [
        (a, b)
        for a, b in pairwise(rows)
        if (m := margins[_place(a)]) and m.indents(a) and not m.ends_short(a) and b.box
    ]
    left = [a.box[0] for a, b in full if a.box and (m := margins[_place(b)]) and not m.indents(b)]
    below = [a.box[0] for a, b in full if a.box and _goes_on_below(a, b)]
    edges = [edge for edge in below if sum(abs(edge - other) < INDENT / 2 for other in below) > 1]
    return [edge for edge in edges if not any(abs(edge - other) < INDENT / 2 for other in left)]


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


def _wraps_to_the_left(rows: Sequence[Row], margins: dict[_Place, Margins | None]) -> bool:
    """Whether only first lines are indented here: full indented lines go on at the left edge, again and again."""
    wraps = 0
    for above, row in pairwise(rows):
        edge = margins[_place(above)]
        wraps += bool(edge and edge.indents(above) and not edge.ends_short(above) and row.box and not edge.indents(row))
    return wraps > 1


def _margins_of(rows: Sequence[Row]) -> dict[_Place, Margins | None]:
    """Return the margins of each page; one with nothing but first lines has its left edge from a page on which these are indented."""
    pages = {at: _outside_tables([r for r in rows if _place(r) == at]) for at in {_place(r) for r in rows}}
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
    return Margins(left, right, SHORT_IN_COLUMN) if rows[0].column else Margins(left, max(right, left + NARROWEST))


def level(one: Row, other: Row) -> bool:
    """Whether two rows begin on one edge."""
    return one.x0 is not None and other.x0 is not None and abs(one.x0 - other.x0) < SAME_EDGE


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
