"""Ruled tables of a paper parted where another head begins: scores beside a comparison of years, each by its own head. Pure."""

from collections.abc import Sequence

from workflow.parsers.fields.score_columns import head_kind
from workflow.parsers.fields.score_grid import Cell
from workflow.parsers.page import Table

_Head = tuple[str | None, ...]


def by_their_heads(tables: Sequence[Table]) -> list[list[Table]]:
    """Return the tables, those together that go on without a head of their own or under one that names the same columns."""
    parted: list[list[Table]] = []
    last: _Head | None = None
    for table in tables:
        head = _head(table)
        if not parted or (head is not None and head != last):
            parted.append([])
        parted[-1].append(table)
        last = head or last
    return parted


def _head(table: Table) -> _Head | None:
    """Return what the first row calls each column, None where it is no head: it holds numbers, or names nothing but a group."""
    cells = [Cell(text.strip(), 0, 0) for text in table.rows[0]] if table.rows else []
    if sum(bool(cell.text) for cell in cells) < 2 or any(cell.value is not None for cell in cells):
        return None
    return tuple(head_kind(cell.text) for cell in cells)
