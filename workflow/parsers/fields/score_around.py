"""Names of a score table that stand around their numbers: the line with the code above them, the rest beside and below. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from workflow.parsers.fields.score_grid import ENOUGH, GridRow
from workflow.parsers.fields.score_named import begins_with_a_code
from workflow.parsers.rows import runs_on

_MOST = 0.8  # of the coded lines stand above their numbers


def from_above(rows: Sequence[GridRow]) -> list[GridRow]:
    """Return the rows with the coded line above each row of numbers set into it, where nearly all codes stand so.

    A row of numbers that tells a code of its own, or whose line above is of another page, takes none; one that holds nothing else and
    overlaps its line does wherever the others stand.
    """
    taken: dict[int, int] = {}
    held: int | None = None
    codes = 0
    for n, row in enumerate(rows):
        numbers = any(cell.value is not None for cell in row.cells)
        if row.top is not None and begins_with_a_code(row.cells[0].text):
            held, codes = (None if numbers else n), codes + 1
        elif numbers and held is not None and rows[held].page == row.page:
            taken[n], held = held, None
    if len(taken) < ENOUGH or len(taken) < _MOST * codes:
        taken = {n: above for n, above in taken.items() if _within(rows[above], rows[n])}
    return [
        _set_in(row, rows[taken[n]]) if n in taken else row for n, row in enumerate(rows) if n not in taken.values()
    ]


def _within(above: GridRow, row: GridRow) -> bool:
    """Whether a row holds nothing before its numbers, and stands so near below another that one row of a table holds both."""
    begins = row.cells[0].value is not None and row.cells[0].x0 > above.cells[0].x1
    return begins and row.top is not None and above.bottom is not None and row.top < above.bottom


def _set_in(row: GridRow, above: GridRow) -> GridRow:
    """Return a row of numbers with the line above before them, and what goes on of the name beside them."""
    first = above.cells[0]
    beside = [cell for cell in row.cells if cell.value is None and cell.x0 < first.x1]
    text = first.text
    for cell in beside:
        text += ("" if runs_on(text, cell.text) else " ") + cell.text
    cells = (replace(first, text=text), *above.cells[1:], *(cell for cell in row.cells if cell not in beside))
    return replace(row, cells=tuple(sorted(cells, key=lambda cell: cell.x0)))
