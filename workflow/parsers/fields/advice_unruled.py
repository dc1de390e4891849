"""Recommendations set as a table whose ruling lines nobody saw, as on a scan: its cells by where their runs begin. Pure."""

from collections.abc import Iterator, Sequence

from workflow.parsers.fields.advice_table import is_coded, names_advice
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import Row, flow, rows_of

_ASIDE = 8.0  # points: runs of one column begin so near one another
_LOOK = 4  # rows below the head: one of them has all its columns
_FEWEST = 3  # columns


def is_headed(rows: Sequence[Row]) -> bool:
    """Whether a row is the head of such a table, read or not."""
    return any(_heads(row) for row in rows)


def tables_in(rows: Sequence[Row]) -> list[Table]:
    """Return the tables of advice among rows, each cell's rows joined; none whose codes stand in the middle of their cells."""
    return [table for n in range(len(rows)) if _heads(rows[n]) and (table := _table(rows[n], rows[n + 1 :]))]


def without_code(table: Table) -> int:
    """Return how many records of such a table begin with no code that can be read."""
    return sum(bool(row[0]) and not is_coded(row[0]) for row in table.rows[1:])


def _heads(row: Row) -> bool:
    return len(row.parts) >= _FEWEST and all(p.box for p in row.parts) and names_advice([p.text for p in row.parts])


def _table(head: Row, rows: Sequence[Row]) -> Table | None:
    count = len(head.parts)
    full = next((row for row in rows[:_LOOK] if len(row.parts) == count and is_coded(row.parts[0].text)), None)
    if full is None:
        return None
    edges = [part.box[0] for part in full.parts if part.box]
    records = list(_records(rows, head.page, edges))
    if len(edges) < count or not records or not any(0 in record for record in records):
        return None
    body = [tuple(flow(record.get(n, ())) for n in range(count)) for record in records]
    return Table(head.page, (tuple(part.text for part in head.parts), *body))


def _records(rows: Sequence[Row], page: int, edges: Sequence[float]) -> Iterator[dict[int, list[Row]]]:
    """Yield the records from the head down, each with the rows of its cells by column; a row across columns is a group's name."""
    record: dict[int, list[Row]] = {}
    for n, row in enumerate(rows):
        cells = _cells(row, edges) if row.page == page else None
        if cells is not None and 0 in cells:
            if record:
                yield record
            record = cells
        elif cells is not None and record and all(_aligned(part, edges) for part in row.parts):
            for column, words in cells.items():
                record.setdefault(column, []).extend(words)
        elif (
            row.page == page
            and len(row.parts) == 1
            and 0 in (_cells(rows[n + 1], edges) or {} if n + 1 < len(rows) else {})
        ):
            if record:
                yield record
            record = {}
            yield {1: [row]}
        else:
            break
    if record:
        yield record


def _cells(row: Row, edges: Sequence[float]) -> dict[int, list[Row]] | None:
    """Return the runs of a row by column; None when one reaches over the edge of the next, or the first begins no record."""
    found: dict[int, list[Row]] = {}
    for part in row.parts:
        column = _column(part, edges)
        if part.box is None or column is None or (column + 1 < len(edges) and part.box[2] > edges[column + 1] + _ASIDE):
            return None
        found.setdefault(column, []).extend(rows_of([part]))
    begins = 0 in found and (is_coded(flow(found[0])) or len(found) == len(edges))  # a code may be torn
    return found if begins or 0 not in found else None


def _column(part: Line, edges: Sequence[float]) -> int | None:
    return max((n for n, edge in enumerate(edges) if part.box and part.box[0] >= edge - _ASIDE), default=None)


def _aligned(part: Line, edges: Sequence[float]) -> bool:
    return any(part.box is not None and abs(part.box[0] - edge) < _ASIDE for edge in edges)
