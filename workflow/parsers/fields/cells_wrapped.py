"""Rows that only go on with the cells of a ruled table: whatever word they begin with is no label of a head. Pure."""

from collections.abc import Iterator, Sequence

from workflow.parsers.page import Table
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import bones

_LEAST, _COLUMNS = 3, 3  # rows and columns of a table: a head may be set in fewer


def in_cells(rows: Sequence[Row], tables: Sequence[Table]) -> frozenset[int]:
    """Return the rows whose runs each stand in a cell of one row of a table, the first of them not at its beginning."""
    records = [(table.page, record) for table in tables for record in _records(table)]
    return frozenset(
        n for n, row in enumerate(rows) if any(page == row.page and _goes_on(row, record) for page, record in records)
    )


def _records(table: Table) -> Iterator[tuple[str, ...]]:
    """Yield what the cells of each row say, of a table that is no head of a form."""
    if len(table.rows) >= _LEAST and max(map(len, table.rows)) >= _COLUMNS:
        for cells in table.rows:
            yield tuple(bones(cell) for cell in cells if cell.strip())


def _goes_on(row: Row, record: tuple[str, ...]) -> bool:
    runs = [told for part in row.parts if (told := bones(part.text))]
    if len(record) < 2 or not runs or any(cell.startswith(runs[0]) for cell in record):
        return False
    return all(any(run in cell for cell in record) for run in runs)
