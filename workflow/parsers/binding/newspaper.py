"""Advice set in two columns as a newspaper's is read down the left column, then down the right one. Pure.

Many things stand side by side: tables without rules, signatures, stamps. So only a page of advice is parted whose left column holds
items whole, each with its lead-in, and goes down without a gap; and whose right column, as wide as the left, begins level with it.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from workflow.parsers.fields.advice_leads import ADVICE
from workflow.parsers.fields.advice_told import speaks_of_advice
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import Row, rows_of, union
from workflow.parsers.skeleton import rough

_EDGE = 3.0  # points: what begins so near a column's edge begins at it
_GUTTER = 6.0  # points between two columns at the least
_LEAST = 4  # rows of the right column, and signs of its edge
_ITEMS = 2  # that the left column holds whole
_LIKE = 0.15  # by which the widths of the two may differ
_FULL = 0.7  # of a column's width: so long is a line of it that runs on
_LEADING = 2.2  # times the usual distance of two lines: a larger one is a gap
_ITEM = rough(r"(?:[-–•]\s*)?(?:\S{2,20}\s*)?\(?\d{1,2}\.\d{1,2}(?:[.:)]|\s)\s*\D")
_HANGS = (8, 40)  # points: so much deeper than a name stands its text
_LEADS = rough(rf"(?:[-–•]\s*)?{ADVICE}")
_Pair = tuple[Line | None, Line | None]


def down_the_columns(rows: Sequence[Row], tables: Sequence[Table]) -> list[Row]:
    """Return the rows of a page, those of two columns of advice one column after the other."""
    if tables:
        return list(rows)
    if hung := _hung(rows):
        return _down(rows, [_parted(row, *hung) for row in rows], hung[0], lambda left: _spoken(rows, left))
    if (edges := _edges(rows)) is None:
        return list(rows)
    pairs = [_parted(row, edges) for row in rows]
    level = next((n for n, pair in enumerate(pairs) if pair and all(pair)), len(rows))
    return _down(rows, pairs, edges, _holds_items, level)


def _down(
    rows: Sequence[Row],
    pairs: Sequence[_Pair | None],
    edges: tuple[float, float],
    holds: Callable[[Sequence[Line]], bool],
    begun: int = 0,
) -> list[Row]:
    """Return the rows with those of two columns one column after the other; as they are where the left one does not hold what it must.

    The columns begin at the first row from `begun` on that keeps to them.
    """
    start = next((n for n in range(begun, len(rows)) if pairs[n]), len(rows))
    end = next((n for n in range(start, len(rows)) if pairs[n] is None), len(rows))
    left = [pair[0] for pair in pairs[start:end] if pair and pair[0]]
    right = [pair[1] for pair in pairs[start:end] if pair and pair[1]]
    if len(right) < _LEAST or not (holds(left) and _alike(left, right, edges)):
        return list(rows)
    columns = [replace(row, column=n) for n, column in enumerate((left, right), 1) for row in rows_of(column)]
    return [*rows[:start], *columns, *rows[end:]]


def _edges(rows: Sequence[Row]) -> tuple[float, float] | None:
    """Return the left edges of two columns: where most rows begin, and where enough go on; None where there is no second one."""
    first = Counter(round(row.box[0]) for row in rows if row.box)
    starts = [piece.box[0] for row in rows for piece in _pieces(row)[1:] if piece.box]
    if len(starts) < _LEAST:
        return None
    right = median(starts)
    near = sum(abs(x - right) <= _EDGE for x in starts)
    left = first.most_common(1)[0][0]
    return (left, right) if near >= _LEAST and right > left + _GUTTER else None


def _pieces(row: Row) -> list[Line]:
    return [piece for line in row.parts for piece in (line.pieces or (line,))]


def _hung(rows: Sequence[Row]) -> tuple[tuple[float, float], float] | None:
    """Return the edges of two columns that hold names and, as much deeper in both, text; and how much deeper. None where none do."""
    begun = Counter(round(piece.box[0]) for row in rows for piece in _pieces(row) if piece.box)
    levels = [
        x
        for x in sorted(begun)
        if sum(begun[x + n] for n in (-1, 0, 1)) >= _LEAST and begun[x] >= max(begun[x - 1], begun[x + 1])
    ]
    for left, deep in pairwise(levels):
        for right, deeper in pairwise(levels):
            if (
                deep < right
                and abs((deep - left) - (deeper - right)) <= _EDGE / 2
                and _HANGS[0] <= deep - left <= _HANGS[1]
            ):
                return (float(left), float(right)), float(deep - left)
    return None


def _spoken(rows: Sequence[Row], left: Sequence[Line]) -> bool:
    """Whether words of advice stand above a column."""
    top = next((line.box[1] for line in left if line.box), 0.0)
    return any(speaks_of_advice(row.text) for row in rows if row.box and row.box[3] <= top + _EDGE)


def _parted(row: Row, edges: tuple[float, float], deeper: float = 0.0) -> _Pair | None:
    """Return what stands in the left and in the right column of a row, or so much deeper; None where something stands elsewhere."""
    sides: tuple[list[Line], list[Line]] = [], []
    for piece in _pieces(row):
        if piece.box is None:
            return None
        sides[piece.box[0] > edges[1] - _EDGE].append(piece)
    for side, edge in zip(sides, edges, strict=True):
        if side and min(abs((side[0].box or (0.0,))[0] - at) for at in (edge, edge + deeper)) > _EDGE:
            return None
    if sides[0] and (union(rows_of(sides[0])) or (0, 0, 0.0, 0))[2] > edges[1] - _GUTTER:
        return None
    return _whole(sides[0]), _whole(sides[1])


def _whole(pieces: Sequence[Line]) -> Line | None:
    if len(pieces) < 2:
        return pieces[0] if pieces else None
    return replace(pieces[0], text=" ".join(piece.text for piece in pieces), box=union(rows_of(pieces)))


def _holds_items(left: Sequence[Line]) -> bool:
    """Whether a column holds items of advice whole: codes begin some of its rows, and the words that lead in others below them."""
    texts = [row.text.strip() for row in rows_of(left)]
    coded = [n for n, text in enumerate(texts) if _ITEM.match(text)]
    return sum(any(_LEADS.match(text) for text in texts[a:b]) for a, b in pairwise([*coded, len(texts)])) >= _ITEMS


def _alike(left: Sequence[Line], right: Sequence[Line], edges: tuple[float, float]) -> bool:
    """Whether two columns are of one width, filled by lines that run on, without a gap in either."""
    widths = []
    for column, edge in zip((left, right), edges, strict=True):
        ends = [line.box[2] - edge for line in column if line.box]
        middles = [(line.box[1] + line.box[3]) / 2 for line in column if line.box]
        steps = [b - a for a, b in pairwise(middles)]
        if median(ends) < _FULL * max(ends) or max(steps) > _LEADING * median(steps):
            return False
        widths.append(max(ends))
    return abs(widths[0] - widths[1]) <= _LIKE * max(widths)
