"""Ruling lines become the cells of tables: lines nearly in one place are one, crossings are corners, corners make cells. Pure.

Lengths are points, y runs downward. The steps are Nurminen's (as in Tabula and pdfplumber), with pdfplumber's tolerances.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from workflow.core.reading import Box

_NEAR = 3.0  # points: lines nearer than this are one line, ends nearer than this touch
_SHORTEST, _SHORT = (
    1.0,
    3.0,
)  # points: a stroke below the first is no line; a line below the second, all strokes joined, rules nothing
_FEWEST = 3  # lines down that cross as many across: no less is a table with a side left open

Grid = list[list[Box | None]]
Placed = tuple[float, float, int]  # the middle of a glyph or a word, and which one it is
_Point = tuple[float, float]
_Corners = dict[_Point, tuple[set[int], set[int]]]  # the lines down and across that cross at a point


class Rule(NamedTuple):
    """A straight line across or down the page: `at` is the coordinate it keeps, `start` and `stop` those between which it runs."""

    at: float
    start: float
    stop: float


def tables_and_strips(across: Iterable[Rule], down: Iterable[Rule], *, rest: int = 0) -> tuple[list[Grid], list[Grid]]:
    """Return the cells of each table of at least two rows and two columns, row by row; None where a row has no cell of a column.

    The first may be one row: what goes over the page of a table that had `rest` columns. Beside the tables are the strips: other
    single rows of cells, which are no table but part what is printed in them.
    """
    uprights = _merged(down)
    corners = _crossings(_merged([*across, *_left_open(_merged(across), uprights)]), uprights)
    grids = [_rows(cells) for cells in _tables(list(_cells(corners)))]
    wide = [(n, grid) for n, grid in enumerate(grids) if len(grid[0]) > 1]
    tables = [grid for n, grid in wide if len(grid) > 1 or (n == 0 and len(grid[0]) == rest)]
    return tables, [grid for _, grid in wide if grid not in tables]


def _left_open(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[Rule]:
    """Yield the side of a table that a page break left open: where its uprights end together and no line goes across, or only a part.

    A row torn over two pages goes on there; browsers and office programs draw no line where it is torn. Its outer uprights cross
    several lines, those between columns may begin anew below a row that goes over all of them.
    """
    crossed = {u: sum(_crosses(u, level) for level in across) for u in down}
    ruled = [u for u in down if crossed[u]]
    whole = {u.at for u in ruled if crossed[u] >= _FEWEST}
    for ends in ([Rule(u.stop, u.at, u.at) for u in ruled], [Rule(u.start, u.at, u.at) for u in ruled]):
        for group in _gathered(sorted(ends)):
            if len(group) >= _FEWEST and {min(e.start for e in group), max(e.start for e in group)} <= whole:
                side = Rule(
                    sum(e.at for e in group) / len(group), min(e.start for e in group), max(e.stop for e in group)
                )
                if not any(_covers(level, side) for level in across):
                    yield side


def _covers(level: Rule, side: Rule) -> bool:
    near = abs(level.at - side.at) <= _NEAR
    return near and level.start <= side.start + _NEAR and side.stop - _NEAR <= level.stop


def _crosses(upright: Rule, level: Rule) -> bool:
    return (
        upright.start - _NEAR <= level.at <= upright.stop + _NEAR
        and level.start - _NEAR <= upright.at <= level.stop + _NEAR
    )


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Return the lines, those nearly at one place set on their mean and joined where they touch."""
    strokes = sorted(rule for rule in rules if rule.stop - rule.start >= _SHORTEST)
    lines = [line for group in _gathered(strokes) for line in _joined(group)]
    return [line for line in lines if line.stop - line.start >= _SHORT]


def _gathered(strokes: Sequence[Rule]) -> Iterator[list[Rule]]:
    group: list[Rule] = []
    for stroke in strokes:
        if group and stroke.at > group[-1].at + _NEAR:
            yield group
            group = []
        group.append(stroke)
    if group:
        yield group


def _joined(group: Sequence[Rule]) -> Iterator[Rule]:
    at = sum(rule.at for rule in group) / len(group)
    spans = sorted((rule.start, rule.stop) for rule in group)
    start, stop = spans[0]
    for begins, ends in spans[1:]:
        if begins > stop + _NEAR:
            yield Rule(at, start, stop)
            start, stop = begins, ends
        stop = max(stop, ends)
    yield Rule(at, start, stop)


def _crossings(across: Sequence[Rule], down: Sequence[Rule]) -> _Corners:
    corners: _Corners = {}
    for v, upright in enumerate(down):
        for h, level in enumerate(across):
            if _crosses(upright, level):
                meeting = corners.setdefault((upright.at, level.at), (set(), set()))
                meeting[0].add(v)
                meeting[1].add(h)
    return corners


def _cells(corners: _Corners) -> Iterator[Box]:
    """Yield the smallest cell to the right of and below each corner, where lines run all around it."""
    points = sorted(corners)
    columns = {x: list(some) for x, some in groupby(points, key=lambda p: p[0])}
    rows = {y: list(some) for y, some in groupby(sorted(points, key=lambda p: p[1]), key=lambda p: p[1])}
    for point in points:
        x, y = point
        below = [p for p in columns[x] if p[1] > y and corners[p][0] & corners[point][0]]
        right = [p for p in rows[y] if p[0] > x and corners[p][1] & corners[point][1]]
        cells = ((x, y, r[0], b[1]) for b in below for r in right if _closed(corners, b, r))
        if cell := next(cells, None):
            yield cell


def _closed(corners: _Corners, below: _Point, right: _Point) -> bool:
    far = corners.get((right[0], below[1]))
    return far is not None and bool(far[0] & corners[right][0]) and bool(far[1] & corners[below][1])


def _tables(cells: Sequence[Box]) -> list[list[Box]]:
    """Return the cells of each table, those that hang together by their corners, the tables from top to bottom."""
    by_corner: dict[_Point, list[Box]] = {}
    for cell in cells:
        for corner in _corners(cell):
            by_corner.setdefault(corner, []).append(cell)
    left, tables = dict.fromkeys(cells), []
    while left:
        table = [left.popitem()[0]]
        for cell in table:  # grows as it goes
            near = (other for corner in _corners(cell) for other in by_corner[corner])
            for other in [other for other in dict.fromkeys(near) if other in left]:
                del left[other]
                table.append(other)
        tables.append(table)
    return sorted(tables, key=lambda table: min((cell[1], cell[0]) for cell in table))


def _corners(cell: Box) -> tuple[_Point, ...]:
    left, top, right, bottom = cell
    return (left, top), (left, bottom), (right, top), (right, bottom)


def _rows(table: Sequence[Box]) -> Grid:
    edges = sorted({cell[0] for cell in table})
    ordered = sorted(table, key=lambda cell: (cell[1], cell[0]))
    rows = [{cell[0]: cell for cell in row} for _, row in groupby(ordered, key=lambda cell: cell[1])]
    return [[row.get(edge) for edge in edges] for row in rows]


def held_in(row: Sequence[Box | None], placed: Sequence[Placed]) -> Iterator[list[int] | None]:
    """Yield for each cell of a row which things have their middle in it, None for a cell that is not there."""
    top = min(cell[1] for cell in row if cell)
    bottom = max(cell[3] for cell in row if cell)
    near = [one for one in placed if top <= one[1] < bottom]
    for cell in row:
        yield None if cell is None else [
            n for x, y, n in near if cell[0] <= x < cell[2] and cell[1] <= y < cell[3]
        ]  # fmt: skip
