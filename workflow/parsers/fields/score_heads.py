"""Tables of a paper parted where another head begins: scores beside a comparison of years, each by its own head. Pure."""

import re
from collections.abc import Sequence

from workflow.parsers.fields.score_columns import head_kind, pieces_of
from workflow.parsers.fields.score_grid import Cell, GridRow
from workflow.parsers.page import Table

_Head = tuple[str | None, ...]
_TIERS = 2  # rows of a head above the one that names what columns hold
_YEAR = re.compile(r"^(?:คะแนน\s*)?(?:ปี|พ\.\s?ศ\.)\s*(?:งบประมาณ\s*)?(?:พ\.\s?ศ\.\s*)?25\d\d$")


def by_their_heads(tables: Sequence[Table]) -> list[list[Table]]:
    """Return the tables, those together that go on without a head of their own or under one that names the same columns."""
    parted: list[list[Table]] = []
    last: _Head | None = None
    for table in tables:
        head = _named([Cell(text.strip(), 0, 0) for text in table.rows[0]] if table.rows else [])
        if not parted or (head is not None and head != last):
            parted.append([])
        parted[-1].append(table)
        last = head or last
    return parted


def rows_by_their_heads(rows: Sequence[GridRow]) -> list[list[GridRow]]:
    """Return the rows without ruling lines, those together that stand below one head or another that names the same columns."""
    parted: dict[_Head, list[GridRow]] = {}
    begun: list[tuple[int, _Head]] = []
    figured = -1  # the last row that holds numbers
    for n, row in enumerate(rows):
        if any(cell.value is not None for cell in row.cells[1:]):
            figured = n
        elif (head := _named(pieces_of(row))) and _names_numbers(row, head) and (not begun or begun[-1][0] <= figured):
            printed = all(cell.sure >= 1.0 for cell in row.cells)  # on a scan a head of the same columns is the same
            same = tuple(cell.text for cell in row.cells) if printed else head
            begun.append((max(n - _TIERS, figured + 1), same))
    ends = [*(n for n, _ in begun[1:]), len(rows)]
    for (n, head), end in zip(begun, ends, strict=False):
        parted.setdefault(head, []).extend(rows[n:end])
    return list(parted.values())


def _named(cells: Sequence[Cell]) -> _Head | None:
    """Return what a row calls each column, None where it is no head: it holds numbers, or names nothing but a group."""
    if sum(bool(cell.text) for cell in cells) < 2 or any(cell.value is not None for cell in cells):
        return None
    return tuple(head_kind(cell.text) for cell in cells)


def _names_numbers(row: GridRow, head: _Head) -> bool:
    return not {"score", "average"}.isdisjoint(head) or sum(bool(_YEAR.match(cell.text)) for cell in pieces_of(row)) > 1
