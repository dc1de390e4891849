"""The cells of a scan's ruled tables, by the ruling lines that the recogniser saw, and which words stand in each. Pure."""

from collections.abc import Sequence

from workflow.core.reading import Box
from workflow.parsers.grids import Grid, Rule, held_in, tables_and_strips

_FEWEST = 3  # columns of a table that goes over the page by one row

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
    placed = [((x0 + x1) / 2 * point, (y0 + y1) / 2 * point, n) for n, (x0, y0, x1, y1) in enumerate(boxes)]
    return [[[cell or [] for cell in held_in(row, placed)] for row in grid] for grid in grids]
