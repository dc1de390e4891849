"""Tables pasted or typed into plain text: lines of as many columns, parted by tabs, one below the other. Pure."""

import re
from collections.abc import Iterator

from workflow.parsers.page import Table
from workflow.parsers.thai_text import normalise

_COLUMNS, _ROWS = 3, 3  # fewer of either are a head's two sides, or an entry of a list

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_FIGURE = re.compile(r"[-+]?[\d๐-๙]+(?:[.,][\d๐-๙]+)*\s?%?$")

Cells = tuple[str, ...]


def with_tabs(page: str) -> str:
    """Return a typed page with tabs for the wide gaps of rows that stand in columns: as many in each, and figures in one of them."""
    lines = page.split("\n")
    cells = [_GAP.split(line.strip()) if "\t" not in line else [] for line in lines]
    n = 0
    while n < len(lines):
        stop = n + 1
        while len(cells[n]) >= _COLUMNS and stop < len(lines) and len(cells[stop]) == len(cells[n]):
            stop += 1
        if stop - n >= _ROWS and any(
            all(map(_FIGURE.match, column[1:])) for column in zip(*cells[n:stop], strict=True)
        ):
            lines[n:stop] = ["\t".join(row) for row in cells[n:stop]]
        n = stop
    return "\n".join(lines)


def tables_of(page: str, number: int) -> tuple[Table, ...]:
    """Return the tables of a typed page, empty cells kept; a line without a tab between two of their rows is a row of one cell."""
    lines = [_cells(line) for line in page.split("\n")] if "\t" in page else []
    return tuple(Table(number, tuple(rows)) for rows in _runs(lines))


def _cells(line: str) -> Cells:
    return tuple(normalise(part).strip() for part in line.split("\t"))


def _runs(lines: list[Cells]) -> Iterator[list[Cells]]:
    n = 0
    while n < len(lines):
        width, rows = len(lines[n]), [lines[n]]
        n += 1
        while width >= _COLUMNS and n < len(lines) and _goes_on(lines, n, width):
            rows.append(lines[n] if len(lines[n]) == width else lines[n] + ("",) * (width - 1))
            n += 1
        if (
            width >= _COLUMNS and n < len(lines) and 1 < len(lines[n]) < width
        ):  # the sums: their name over several columns
            rows.append((lines[n][0], *("",) * (width - len(lines[n])), *lines[n][1:]))
            n += 1
        if width >= _COLUMNS and len(rows) >= _ROWS:
            yield rows


def _goes_on(lines: list[Cells], n: int, width: int) -> bool:
    """Whether a line is a row of the table: as wide, or one cell (a group's name) above a row as wide."""
    alone = len(lines[n]) == 1 and bool(lines[n][0]) and n + 1 < len(lines) and len(lines[n + 1]) == width
    return len(lines[n]) == width or alone
