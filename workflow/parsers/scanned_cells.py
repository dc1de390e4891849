"""The cells of a scan's ruled tables, by the ruling lines that the recogniser saw, and which words stand in each. Pure."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from workflow.core.reading import Box
from workflow.parsers.grids import Grid, Rule, held_in, tables_and_strips

_FEWEST = 3  # columns of a table that goes over the page by one row
_ROWS = 4  # of a table: fewer may leave a column empty by chance
_WHITE = 1.0  # heights of a line: between two columns

Held = list[list[list[int]]]  # for each row of a table and each of its cells, which boxes stand in it


def grids_of(lines: Sequence[Box], point: float) -> list[Grid]:
    """Return the tables that ruling lines (boxes in pixels, each `point` points wide) make, their cells in points.

    The first may be one row, with which the table of the page before ends.
    """
    boxes = [(x0 * point, y0 * point, x1 * point, y1 * point) for x0, y0, x1, y1 in lines]
    across = [Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in boxes if x1 - x0 > y1 - y0]
    down = [Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in boxes if x1 - x0 <= y1 - y0]
    if not across or not down:
        return []
    tables, strips = tables_and_strips(across, down)
    over = [
        grid for grid in strips[:1] if len(grid[0]) >= _FEWEST and not any(_top(one) < _top(grid) for one in tables)
    ]
    return [*over, *tables]


def _top(grid: Grid) -> float:
    return min(cell[1] for row in grid for cell in row if cell)


def words_in(grids: Sequence[Grid], boxes: Sequence[Box], point: float) -> list[Held]:
    """Return for each table which boxes (in pixels) have their middle in which of its cells."""
    places = [(x0 * point, y0 * point, x1 * point, y1 * point) for x0, y0, x1, y1 in boxes]
    placed = [((x0 + x1) / 2, (y0 + y1) / 2, n) for n, (x0, y0, x1, y1) in enumerate(places)]
    held = ([[cell or [] for cell in held_in(row, placed)] for row in grid] for grid in grids)
    return [
        _without_false_edges([_apart(row, _edges(grid), places) for row in table])
        for table, grid in zip(held, grids, strict=True)
    ]


def _without_false_edges(table: list[list[list[int]]]) -> list[list[list[int]]]:
    """Return a table with neighbouring columns as one of which no row fills both: a speck or a letter's stroke stood for a line."""
    widths = {len(row) for row in table}
    if len(widths) != 1 or len(table) < _ROWS:
        return table
    kept = [row[:1] for row in table]
    for n in range(1, widths.pop()):
        both = any(row[-1] and whole[n] for row, whole in zip(kept, table, strict=True))
        for row, whole in zip(kept, table, strict=True):
            if both:
                row.append(whole[n])
            else:
                row[-1] = [*row[-1], *whole[n]]
    return kept


def _edges(grid: Grid) -> list[float]:
    """Return the edges of the columns of a table, from left to right."""
    cells = [cell for row in grid for cell in row if cell]
    return [*sorted({cell[0] for cell in cells}), max(cell[2] for cell in cells)]


def _apart(row: list[list[int]], edges: Sequence[float], places: Sequence[Box]) -> list[list[int]]:
    """Return the cells of a row, what one holds of several columns in these: between the heads of columns lines are often lost.

    A title across columns is one run of words, or reaches over the edge between two.
    """
    columns = {word: _column(places[word], edges) for cell in row for word in cell}
    over = [cell for cell in row if len({columns[word] for word in cell}) > 1]
    if len(over) != 1 or -1 in columns.values():
        return row
    pairs = ((a, b) for a, b in combinations(over[0], 2) if columns[a] != columns[b])
    if not all(_far(places[a], places[b]) for a, b in pairs):
        return row
    return [[word for cell in row for word in cell if columns[word] == n] for n in range(len(row))]


def _column(box: Box, edges: Sequence[float]) -> int:
    """Return the column that a box stands in, -1 where it reaches over an edge."""
    return next((n for n, (left, right) in enumerate(pairwise(edges)) if left <= box[0] and box[2] <= right), -1)


def _far(one: Box, other: Box) -> bool:
    """Whether white parts two boxes that stand beside each other as wide as between columns."""
    high = min(one[3] - one[1], other[3] - other[1])
    return max(other[0] - one[2], one[0] - other[2]) > _WHITE * high
