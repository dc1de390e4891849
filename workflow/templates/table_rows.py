"""A table becomes rows of wrapped cells: columns as wide as their content asks for, numbers narrow, a header for every page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from workflow.templates.breaks import words_of
from workflow.templates.column_widths import Column, column_widths
from workflow.templates.house_style import HouseStyle
from workflow.templates.lines import Line, Room, wrap
from workflow.templates.measure import Measure

Align = Literal["left", "center", "number"]
Cells = Sequence[Sequence[str]]
SIDE = 4.0
"""Room between a rule and the text beside it, in points."""
ABOVE, BELOW = 2.0, 1.0
"""Room between a rule and the lines under and over it, in points (a line has room of its own)."""
RULE = 0.5
"""Thickness of a rule in points."""

_NUMBER = re.compile(r"[0-9๐-๙][0-9๐-๙.,:%/ -]*")
_NOTHING = frozenset({"", "-", "–"})


@dataclass(frozen=True)
class Cell:
    """A cell: its place and width in points, its whole text and the lines of it that stand here (x from the cell's left edge).

    `edge` is the room kept right of a number, so that the numbers of a column end at one place in its middle.
    """

    x: float
    width: float
    text: str
    lines: tuple[Line, ...]
    align: Align = "left"
    edge: float = SIDE

    @property
    def words(self) -> str:
        """The words of the lines that stand here."""
        return self.text[self.lines[0].start : self.lines[-1].end].rstrip(" ") if self.lines else ""


@dataclass(frozen=True)
class GridRow:
    """A row of a table, or one line of a row taller than a page (`whole` false): its number in the table (0 the header), height, cells."""

    number: int
    height: float
    cells: tuple[Cell, ...]
    whole: bool = True

    @property
    def words(self) -> str:
        """The words of its cells, from left to right."""
        return " ".join(cell.words for cell in self.cells if cell.lines)


def lay_table(cells: Cells, measure: Measure, style: HouseStyle) -> tuple[GridRow, ...]:
    """Return the rows of a table as wide as the text, the first row its header; a row taller than a page comes line by line."""
    looks = [_look(cells, n, measure, style) for n in range(len(cells[0]))]
    widths = column_widths(looks, style.width)
    rows = [_row(number, row, looks, widths, (measure, style)) for number, row in enumerate(cells)]
    room = style.foot - style.running_top - style.catchword_lines * style.line - repeated_height(rows[0], style)
    return tuple(part for row in rows for part in ((row,) if row.height <= room else _lines_apart(row, style)))


def repeated_height(header: GridRow, style: HouseStyle) -> float:
    """Return the height a header takes on every further page: none when it is too tall to be worth repeating."""
    return header.height if header.whole and header.height <= (style.foot - style.running_top) / 3 else 0.0


def joined(rows: Sequence[GridRow]) -> Iterator[GridRow]:
    """Yield the rows of one page, the lines of a divided row together again."""
    for _, parts in groupby(rows, key=lambda row: row.number):
        first, *rest = parts
        for part in rest:
            pairs = zip(first.cells, part.cells, strict=True)
            cells = tuple(replace(cell, lines=cell.lines + more.lines) for cell, more in pairs)
            first = replace(first, height=first.height + part.height, cells=cells)
        yield first


def _look(cells: Cells, column: int, measure: Measure, style: HouseStyle) -> Column:
    """Return how narrow and how wide a column wants to be; a column of numbers wants no more than its numbers and a wrapped header."""
    header, *body = (row[column] for row in cells)
    numbers = [text for text in body if text not in _NOTHING]
    numeric = bool(numbers) and all(_NUMBER.fullmatch(text) for text in numbers)
    widest = max((measure.width(text, style.size) for text in body), default=0.0)
    head_word = _longest_word(header, measure, style, bold=True)
    if numeric:
        wanted = max(widest, head_word) + 2 * SIDE
        return Column(wanted, wanted, number=widest)
    least = max(head_word, *(_longest_word(text, measure, style) for text in body), 0.0)
    most = max(widest, measure.width(header, style.size, bold=True))
    return Column(least + 2 * SIDE, most + 2 * SIDE)


def _longest_word(text: str, measure: Measure, style: HouseStyle, *, bold: bool = False) -> float:
    return max((measure.width(word.rstrip(" "), style.size, bold=bold) for word in words_of(text)), default=0.0)


def _row(
    number: int,
    texts: Sequence[str],
    looks: Sequence[Column],
    widths: Sequence[float],
    with_: tuple[Measure, HouseStyle],
) -> GridRow:
    _, style = with_
    made, x = [], 0.0
    for text, look, width in zip(texts, looks, widths, strict=True):
        align: Align = "center" if number == 0 else "left" if look.number is None else "number"
        edge = max(SIDE, (width - (look.number or 0)) / 2) if align == "number" else SIDE
        made.append(_wrapped(Cell(x, width, text, (), align, edge), with_, bold=number == 0))
        x += width
    lines = max(1, *(len(cell.lines) for cell in made))
    return GridRow(number, lines * style.line + ABOVE + BELOW + RULE, tuple(made))


def _wrapped(cell: Cell, with_: tuple[Measure, HouseStyle], *, bold: bool) -> Cell:
    measure, style = with_
    shaped = measure.shaped(cell.text, bold=bold)

    def placed(line: Line) -> Line:
        free = cell.width - shaped.width(line.start, line.start + len(line.text)) * style.size
        x = {"left": SIDE, "center": free / 2, "number": max(SIDE, free - cell.edge)}[cell.align]
        return replace(line, x=x)

    # A hair of room: a column may be exactly as wide as its longest word.
    lines = wrap(shaped, style.size, Room(cell.width - 2 * SIDE + 0.1), spread=False)
    return replace(cell, lines=tuple(map(placed, lines)))


def _lines_apart(row: GridRow, style: HouseStyle) -> Iterator[GridRow]:
    count = max(len(cell.lines) for cell in row.cells)
    for n in range(count):
        cells = tuple(replace(cell, lines=cell.lines[n : n + 1]) for cell in row.cells)
        around = (ABOVE if n == 0 else 0) + (BELOW + RULE if n == count - 1 else 0)
        yield GridRow(row.number, style.line + around, cells, whole=False)
