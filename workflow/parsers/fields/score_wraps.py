"""Names of a score table that go on in the line below their numbers, where no ruling lines say so. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from workflow.parsers.fields.score_grid import Cell, GridRow
from workflow.parsers.rows import runs_on

_WORD = re.compile(r"\S+")
_THAI = re.compile(r"[ก-๎]")
_BROKEN = 6  # letters of Thai, which is broken between words and has no spaces to tell them by
_ONE_WORD = 9  # letters: a line so short may be one word
_LETTER = re.compile(r"[ก-๙A-Za-z]")
_NONE = re.compile(r"N/?A|n/?a|[-–—]+")
_INDENTED = 6.0  # points: a name's lines begin no farther left
_NUMBERED = re.compile(r"\(?\d|[ก-๙A-Za-z]+\s?\d")  # begins a row of its own


def whole_names(rows: Sequence[GridRow]) -> list[GridRow]:
    """Return the rows with each name that was wrapped made whole.

    Lines of names stand between rows of numbers, where the names do; each would not have fitted behind the name above it. Where one
    would have, or one stands above the first numbers, the lines are headings, or names around their numbers: then all stay as they are.
    What stands before the names is of a part they belong to, and what begins with a number is a heading, which may go on too.
    A name may go on atop the next page, where what is no line of it may be anything.
    """
    named = [n for n, row in enumerate(rows) if _name(row) is not None]
    if len(named) < 2:
        return list(rows)
    edge = max(name.x1 for name in _at_one_edge([_named(rows[n]) for n in named]))
    left = min(rows[n].cells[(_name(rows[n]) or 0) + 1].x0 for n in named)
    above_all = rows[named[0] - 1] if named[0] else None
    if above_all and _alone(above_all) and above_all.cells[0].x0 < left:  # else a head of numbers goes on there
        return list(rows)
    whole = list(rows)
    taken: set[int] = set()
    for above, below in pairwise([*named, len(rows)]):
        last = first = _named(rows[above])
        for n in range(above + 1, below):
            if below == len(rows) and (_apart(rows[n - 1], rows[n]) or len(rows[n].cells) > 1):
                break  # of the last row the name goes on, if at all, right below it; what follows is no line of the table
            line = _line(rows[n], first, last)
            if line is None or line.x0 >= left:  # of an advice beside the numbers
                continue
            pages = rows[n].page - rows[above].page
            misfit = line.x1 > left or _fits(last, line, edge)
            if _NUMBERED.match(line.text) or pages > 1 or (pages and misfit):
                break
            if misfit:
                return list(rows)
            whole[above], last = _longer(whole[above], line.text), line
            if len(rows[n].cells) == 1:
                taken.add(n)
    return [row for n, row in enumerate(whole) if n not in taken]


def leaves_names(rows: Sequence[GridRow]) -> bool:
    """Whether lines that may be of names stand right below most rows of numbers: what was read as a name may be a piece of it."""
    named = [n for n, row in enumerate(rows) if _name(row) is not None]
    below = [(_named(rows[n]), rows[n + 1]) for n in named if n + 1 < len(rows)]
    left = sum(
        not any(cell.value is not None for cell in line.cells)
        and any(abs(c.x0 - name.x0) < _INDENTED and not _NUMBERED.match(c.text) for c in line.cells)
        for name, line in below
    )
    return left > 1 and left * 2 > len(named)


def _at_one_edge(names: Sequence[Cell]) -> Sequence[Cell]:
    """Return the names that begin where others do: a total may be set in the middle or at the right."""
    held = [one for one in names if sum(abs(one.x0 - other.x0) < _INDENTED for other in names) > 1]
    return held or names


def _line(row: GridRow, first: Cell, last: Cell) -> Cell | None:
    """Return the cell of a row that stands where a name's lines do; beside others only one right below the line above."""
    edges = [last.x0, first.x0]
    below = (cell for cell in row.cells if min(abs(cell.x0 - edge) for edge in edges) < _INDENTED)
    return next(below, row.cells[0] if len(row.cells) == 1 and row.cells[0].x0 > first.x0 else None)


def _apart(above: GridRow, below: GridRow) -> bool:
    """Whether room for half a line stands between two rows."""
    if above.bottom is None or below.top is None or below.bottom is None:
        return True
    return below.top - above.bottom > (below.bottom - below.top) / 2


def _alone(row: GridRow) -> bool:
    return len(row.cells) == 1 and not _NUMBERED.match(row.cells[0].text)


def _name(row: GridRow) -> int | None:
    """Return the place of the name in a row of numbers: of the cells of letters before a number the widest."""
    before = [
        n
        for n, (cell, after) in enumerate(pairwise(row.cells))
        if _LETTER.search(cell.text) and not _NONE.fullmatch(cell.text) and _figured(after)
    ]
    return max(before, key=lambda n: row.cells[n].x1 - row.cells[n].x0) if before and row.top is not None else None


def _figured(cell: Cell) -> bool:
    """Whether a cell holds a number, or what stands for one that is not told."""
    return cell.value is not None or _NONE.fullmatch(cell.text) is not None


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
