"""Glyphs set in the cells of ruled tables: which cell each stands in, and what each cell says. Pure."""

from collections.abc import Iterator, Sequence

from workflow.core.reading import Box
from workflow.parsers.grids import Grid
from workflow.parsers.page import Table
from workflow.parsers.pdf_lines import Glyph, text_of

_Placed = tuple[float, float, int]  # the middle of a glyph, and which one it is


def set_in(grids: Sequence[Grid], glyphs: Sequence[Glyph], page: int) -> tuple[list[Glyph], tuple[Table, ...]]:
    """Return the glyphs, those in a cell told so, and the tables with what their cells say."""
    placed = [((g.box[0] + g.box[2]) / 2, (g.box[1] + g.box[3]) / 2, n) for n, g in enumerate(glyphs)]
    cell_of: dict[int, int] = {}
    tables, number = [], 0
    for grid in grids:
        rows = []
        for row in grid:
            texts = []
            for held in _held(row, placed):
                texts.append(text_of(glyphs[n] for n in held or ()))
                for n in held or ():
                    cell_of.setdefault(n, number)
                number += held is not None
            rows.append(tuple(texts))
        tables.append(Table(page, tuple(rows)))
    return [g._replace(cell=cell_of.get(n)) for n, g in enumerate(glyphs)], tuple(tables)


def _held(row: Sequence[Box | None], placed: Sequence[_Placed]) -> Iterator[list[int] | None]:
    """Yield for each cell of a row the glyphs whose middle stands in it, None for a cell that is not there."""
    top = min(cell[1] for cell in row if cell)
    bottom = max(cell[3] for cell in row if cell)
    near = [one for one in placed if top <= one[1] < bottom]
    for cell in row:
        yield None if cell is None else [
            n for x, y, n in near if cell[0] <= x < cell[2] and cell[1] <= y < cell[3]
        ]  # fmt: skip
