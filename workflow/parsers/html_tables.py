"""Tables of a mail in HTML as lines: a line a row, a tab a cell; those that only lay a page out give the lines of their cells. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

_COLUMNS, _ROWS = 3, 3  # fewer of either lay a page out: the two sides of a head, a frame around all of it

Cell = list[str]  # the words in it, a line break for each block


@dataclass
class HtmlTable:
    """A table that is being shown, row by row; `cell` is where words go."""

    rows: list[list[Cell]] = field(default_factory=list)

    def row(self) -> None:
        self.rows.append([])

    def cell(self) -> None:
        """Begin a cell; a row need not be opened."""
        if not self.rows:
            self.row()
        self.rows[-1].append([])

    @property
    def words(self) -> Cell | None:
        """The words of the cell that is open, None between cells."""
        return self.rows[-1][-1] if self.rows and self.rows[-1] else None

    def shown(self) -> str:
        """Return the table as text, each line of it behind a line break."""
        rows = [[_lines(cell) for cell in row] for row in self.rows if row]
        broad = [row for row in rows if len(row) >= _COLUMNS]
        data = len(broad) >= _ROWS
        return "".join(f"\n{line}" for row in rows for line in (_in_one(row) if data else _side_by_side(row)))


def _lines(cell: Cell) -> list[str]:
    """Return a cell's lines without empty ones around them."""
    return "".join(cell).strip("\n ").split("\n")


def _in_one(row: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a row of data as one line, however many paragraphs its cells hold."""
    yield "".join(f"\t{' '.join(line.strip() for line in cell if line.strip())}" for cell in row)


def _side_by_side(row: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a row's cells, level ones on one line; those of a cell alone in its row as they are."""
    if len(row) == 1:
        yield from row[0]
    else:
        yield from ("".join(f"\t{line}" for line in lines) for lines in zip_longest(*row, fillvalue=""))
