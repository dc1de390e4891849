"""Names of a score table that go on in the line below their numbers, where no ruling lines say so. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from workflow.parsers.fields.score_grid import CODE, Cell, GridRow
from workflow.parsers.rows import runs_on

_WORD = re.compile(r"\S+")
_THAI = re.compile(r"[ก-๎]")
_BROKEN = 6  # letters of Thai, which is broken between words and has no spaces to tell them by
_ONE_WORD = 9  # letters: a line so short may be one word
_NUMBERED = re.compile(r"\(?\d|[ก-๙]+\s?\d")  # begins a row of its own


def whole_names(rows: Sequence[GridRow]) -> list[GridRow]:
    """Return the rows with each name that was wrapped made whole.

    Lines of names stand alone between rows of numbers; each would not have fitted behind the name above it. Where one would have,
    or one stands above the first numbers, the lines are headings, or names around their numbers: then all stay as they are.
    """
    named = [n for n, row in enumerate(rows) if _name(row) is not None]
    if len(named) < 2:
        return list(rows)
    edge = max(cell.x1 for n in named if (cell := _named(rows[n])))
    left = min(cell.x0 for n in named for cell in rows[n].cells[1:] if cell.decimal)
    above_all = rows[named[0] - 1] if named[0] else None
    if above_all and _alone(above_all) and above_all.cells[0].x0 < left:  # else a head of numbers goes on there
        return list(rows)
    whole = list(rows)
    taken: set[int] = set()
    for above, below in pairwise(named):
        last = _named(rows[above])
        for n in range(above + 1, below):
            line = rows[n].cells[0]
            if not _alone(rows[n]) or rows[n].page != rows[above].page or line.x1 > left or _fits(last, line, edge):
                return list(rows)
            whole[above], last = _longer(whole[above], line.text), line
            taken.add(n)
    return [row for n, row in enumerate(whole) if n not in taken]


def _alone(row: GridRow) -> bool:
    return len(row.cells) == 1 and not _NUMBERED.match(row.cells[0].text)


def _name(row: GridRow) -> int | None:
    """Return the place of the name in a row of numbers: the last cell before them."""
    first = next((n for n, cell in enumerate(row.cells) if cell.decimal), 0)
    return first - 1 if first and row.top is not None and not CODE.match(row.cells[first - 1].text) else None


def _named(row: GridRow) -> Cell:
    return row.cells[_name(row) or 0]


def _fits(before: Cell, line: Cell, edge: float) -> bool:
    """Whether a line's first word would have had room behind the name above it."""
    step = (line.x1 - line.x0) / max(len(line.text), 1)
    word = _WORD.match(line.text)
    letters = len(word[0]) if word else 0
    first = min(letters, _BROKEN if letters > _ONE_WORD or letters < len(line.text) else letters)
    return before.x1 + step * (first if _THAI.match(line.text) else letters + 1) <= edge


def _longer(row: GridRow, text: str) -> GridRow:
    at = _name(row) or 0
    name = row.cells[at]
    between = "" if name.text.endswith("-") or runs_on(name.text, text) else " "
    return replace(row, cells=(*row.cells[:at], replace(name, text=name.text + between + text), *row.cells[at + 1 :]))
