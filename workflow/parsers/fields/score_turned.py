"""Score tables that lie on their side: the indicators stand across the top, each row holds one kind of number. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest

from workflow.parsers.fields.score_grid import CODE, Cell, GridRow

ENOUGH = 3  # columns: fewer are no row of a table
_HEAD_ROWS = 5
_YEAR = re.compile(r"25\d\d")
_CODED = re.compile(r"(?:^|\s|ที่)\d{1,2}(?:\.\d{1,2})*\.?(?:\s|$)")
Kind = Callable[[str], str | None]


def turned(grid: Sequence[GridRow], kind: Kind) -> list[GridRow]:
    """Return the table with rows and columns changed over, its names first; empty when it does not lie on its side.

    `kind` tells what a head calls its numbers. On their side are rows that are called so, below columns that are not.
    """
    figures = _figures(grid, kind)
    spans = _spans([cell for row in figures for cell in _values(row)])
    if not figures or len(spans) < ENOUGH or not _kinds_told(figures, kind):
        return []
    first = next(n for n, row in enumerate(grid) if row is figures[0])
    names = _names(grid[max(0, first - _HEAD_ROWS) : first], spans)
    if sum(bool(name) and (kind(name) is None or bool(_CODED.search(name))) for name in names) < ENOUGH:
        return []
    page = figures[0].page
    head = tuple(_at(n + 1, row.cells[0].text, row.cells[0].sure) for n, row in enumerate(figures))
    body = [_column(name, span, figures) for name, span in zip(names, spans, strict=True) if name]
    return [GridRow((_at(0, "-"), *head), page), *body]


def _figures(grid: Sequence[GridRow], kind: Kind) -> list[GridRow]:
    """Return the rows of figures: named, with a number in enough columns, one below the other."""
    rows: list[GridRow] = []
    for row in grid:
        values = _values(row)
        told = any(cell.decimal for cell in values) or kind(row.cells[0].text if row.cells else "") is not None
        if len(values) >= ENOUGH and told and row.cells[0].value is None and not CODE.match(row.cells[0].text):
            rows.append(row)
        elif rows and values:
            break
    return rows


def _values(row: GridRow) -> list[Cell]:
    return [cell for cell in row.cells[1:] if cell.value is not None]


def _kinds_told(figures: Sequence[GridRow], kind: Kind) -> bool:
    """Whether the names of the rows are kinds of numbers or years; one may be the office's own name."""
    names = [row.cells[0].text for row in figures]
    kinds = [kind(name) for name in names]
    strange = [name for name, told in zip(names, kinds, strict=True) if told is None and not _YEAR.search(name)]
    return len(strange) < 2 and any(told in ("score", "average") for told in kinds)


def _spans(cells: Sequence[Cell]) -> list[tuple[float, float]]:
    spans: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda c: c.middle):
        if spans and cell.x0 < spans[-1][1]:
            spans[-1] = (min(spans[-1][0], cell.x0), max(spans[-1][1], cell.x1))
        else:
            spans.append((cell.x0, cell.x1))
    return spans


def _names(above: Sequence[GridRow], spans: Sequence[tuple[float, float]]) -> list[str]:
    """Return what stands over each column, from the first row that stands over half of them on: a title does not."""
    begun = next((n for n, row in enumerate(above) if 2 * len(_over(row, spans)) >= len(spans)), len(above))
    held = [_over(row, spans) for row in above[begun:]]
    own = [
        {n: text for n, text in row.items() if below is None or not _spreads(row, below, n)}
        for row, below in zip_longest(held, held[1:])
    ]
    return [" ".join(row[n] for row in own if n in row) for n in range(len(spans))]


def _spreads(row: Mapping[int, str], below: Mapping[int, str], n: int) -> bool:
    """Whether what stands over a column stands over the next too, as the row below parts them."""
    return n + 1 not in row and n in below and n + 1 in below


def _over(row: GridRow, spans: Sequence[tuple[float, float]]) -> dict[int, str]:
    """Return the texts of a row by the column that each stands over, nearer to it than to its neighbours."""
    found: dict[int, str] = {}
    for cell in row.cells:
        for n in range(len(spans)):
            left, right = _reach(spans, n)
            if left <= cell.middle < right and (cell.x1 - cell.x0) <= (right - left) * 1.2:
                found[n] = f"{found[n]} {cell.text}" if n in found else cell.text
    return found


def _reach(spans: Sequence[tuple[float, float]], n: int) -> tuple[float, float]:
    """Return half way to the columns beside; the outermost reach as far outward as inward."""
    left, right = spans[n]
    before = (spans[n - 1][1] + left) / 2 if n else None
    after = (right + spans[n + 1][0]) / 2 if n + 1 < len(spans) else None
    before = left - (after - right if after is not None else right - left) if before is None else before
    return before, right + (left - before) if after is None else after


def _column(name: str, span: tuple[float, float], figures: Sequence[GridRow]) -> GridRow:
    cells = [_at(0, name)]
    for n, row in enumerate(figures):
        held = next((c for c in _values(row) if span[0] <= c.middle <= span[1]), None)
        cells += [_at(n + 1, held.text, held.sure)] if held else []
    return GridRow(tuple(cells), figures[0].page)


def _at(column: int, text: str, sure: float = 1.0) -> Cell:
    return Cell(text, float(column), column + 0.9, sure)
