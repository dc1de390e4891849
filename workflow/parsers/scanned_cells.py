"""Words of a scan set in the cells of its ruled tables, by the ruling lines that the recogniser saw. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workflow.core.reading import Box
from workflow.parsers.grids import Grid, Rule, tables_and_strips

if TYPE_CHECKING:
    from workflow.parsers.scan import Word

_COLUMN = 1000  # the first column that numbers a cell: a recogniser counts far fewer on a line


def grids_of(lines: Sequence[Box], point: float) -> list[Grid]:
    """Return the tables that ruling lines (boxes in pixels, each `point` points wide) make, their cells in points."""
    boxes = [(x0 * point, y0 * point, x1 * point, y1 * point) for x0, y0, x1, y1 in lines]
    across = [Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in boxes if x1 - x0 > y1 - y0]
    down = [Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in boxes if x1 - x0 <= y1 - y0]
    return tables_and_strips(across, down)[0] if across and down else []


def in_cells(
    words: "Sequence[Word]", grids: Sequence[Grid], point: float
) -> "tuple[list[Word], list[list[list[list[Word]]]]]":
    """Return the words, those of a cell in a column of its own, and for each table its rows of cells with the words in them."""
    kept = list(words)
    middles = [((w.box[0] + w.box[2]) / 2 * point, (w.box[1] + w.box[3]) / 2 * point) for w in kept]
    tables, number = [], _COLUMN
    for grid in grids:
        rows = []
        for row in grid:
            cells = []
            for cell in row:
                number += 1
                within = [
                    n for n, (x, y) in enumerate(middles) if cell and cell[0] <= x < cell[2] and cell[1] <= y < cell[3]
                ]
                for n in within:
                    kept[n] = replace(kept[n], column=number)
                cells.append([kept[n] for n in within])
            rows.append(cells)
        tables.append(rows)
    return kept, tables
