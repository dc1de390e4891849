"""Glyphs set in the cells of ruled tables: which cell each stands in, and what each cell says. Pure."""

import re
from collections.abc import Sequence

from workflow.parsers.grids import Grid, held_in
from workflow.parsers.page import Table
from workflow.parsers.pdf_lines import text_of
from workflow.parsers.pdf_printed import Glyph
from workflow.parsers.pdf_spaces import WORD_GAP

_OVERLAP = 0.3  # em that a glyph of the same word may stand before the end of the one before it
# between the second and the third of these letters: two spaces that part what was typed, or the beginning of a score
_PARTED = re.compile(r"\s\s|.[^\d.](?:[-+–]?\d{1,3}\.\d{1,2}(?!\d))", re.DOTALL)


def set_in(
    grids: Sequence[Grid], glyphs: Sequence[Glyph], page: int, strips: Sequence[Grid] = ()
) -> tuple[list[Glyph], tuple[Table, ...]]:
    """Return the glyphs, those in a cell told so, and the tables with what their cells say; strips of cells are no tables."""
    placed = [((g.box[0] + g.box[2]) / 2, (g.box[1] + g.box[3]) / 2, n) for n, g in enumerate(glyphs)]
    held = [[list(held_in(row, placed)) for row in grid] for grid in (*grids, *strips)]
    cells = [cell for grid in held for row in grid for cell in row if cell is not None]
    cell_of: dict[int, int] = {}
    for number, cell in enumerate(cells):
        for n in cell:
            cell_of.setdefault(n, number)
    _run_over(glyphs, cell_of, cells)
    tables = (
        tuple(tuple(text_of(glyphs[n] for n in cell or ()) for cell in row) for row in grid)
        for grid in held[: len(grids)]
    )
    return [g._replace(cell=cell_of.get(n)) for n, g in enumerate(glyphs)], tuple(Table(page, rows) for rows in tables)


def _run_over(glyphs: Sequence[Glyph], cell_of: dict[int, int], cells: Sequence[list[int]]) -> None:
    """Give what a name too long for its cell prints over the next one to the cell in which the name begins."""
    text = "".join(glyph.char for glyph in glyphs)
    for n in range(1, len(glyphs)):
        home, here = cell_of.get(n - 1), cell_of.get(n)
        if home is None or here == home or not _goes_on(glyphs[n - 1], glyphs[n]) or _PARTED.match(text, max(0, n - 2)):
            continue
        if here is not None:
            cells[here].remove(n)
        cells[home].append(n)
        cell_of[n] = home


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph stands close behind the one before it in the file."""
    gap, em = glyph.left - before.right, glyph.style.size
    return before.style == glyph.style and -_OVERLAP * em < gap < WORD_GAP * em
