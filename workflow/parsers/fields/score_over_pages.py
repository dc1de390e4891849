"""Rows of ruled score tables that the end of a page tore: their rest, atop the next page, put back. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.score_grid import GridRow, ruled
from workflow.parsers.fields.score_named import code_and_name
from workflow.parsers.page import Table
from workflow.parsers.rows import runs_on

_NUMBER = re.compile(r"[-+−–]?\d[\d.,]*\s*%?")
_Row = tuple[str, ...]


def with_torn_rows(tables: Sequence[Table]) -> list[Table]:
    """Return the tables, the last row of each whole where the next page's first row is its rest, and that row taken away there.

    A rest bears no number and no code. Where a table has bands without a code over its rows, it may be one of these, and stays.
    """
    done: list[Table] = []
    for table in tables:
        before = done[-1] if done else None
        at = _rest(before, table) if before else None
        if before is None or at is None:
            done.append(table)
            continue
        done[-1] = _with_last(before, table, at)
        done.append(_without(table, at))
    return done


def _rest(before: Table, table: Table) -> int | None:
    """Return which row of a table is the rest of the last one on the page before."""
    if table.page != before.page + 1 or not table.rows or len(before.rows) < 2:
        return None
    at = 1 if table.rows[0] == before.rows[0] and len(table.rows) > 1 else 0
    last, rest = before.rows[-1], table.rows[at]
    told = [n for n, cell in enumerate(rest) if cell.strip()]
    if len(last) != len(rest) or not told or not all(last[n].strip() for n in told):
        return None
    if any(_NUMBER.fullmatch(to_arabic(last[n]).strip()) for n in told):
        return None  # no number goes on: another table begins
    below = _row(rest)
    if not _is_scored(_row(last)) or _is_scored(below) or _is_coded(below):
        return None
    bands = any(len(row.cells) == 1 and not _is_coded(row) for row in ruled([before])[1:])
    return None if bands and len(told) == 1 else at


def _row(cells: _Row) -> GridRow:
    return ruled([Table(0, (cells,))])[0]


def _is_scored(row: GridRow) -> bool:
    return any(cell.value is not None for cell in row.cells)


def _is_coded(row: GridRow) -> bool:
    return code_and_name(row, ())[0] is not None


def _with_last(before: Table, table: Table, at: int) -> Table:
    row = tuple(map(_joined, before.rows[-1], table.rows[at]))
    sure = (*before.sure[:-1], tuple(map(min, before.sure[-1], table.sure[at]))) if before.sure and table.sure else ()
    return replace(before, rows=(*before.rows[:-1], row), sure=sure)


def _without(table: Table, at: int) -> Table:
    return replace(
        table, rows=(*table.rows[:at], *table.rows[at + 1 :]), sure=(*table.sure[:at], *table.sure[at + 1 :])
    )


def _joined(one: str, rest: str) -> str:
    between = " " if one and rest and not runs_on(one, rest) else ""
    return one + between + rest
