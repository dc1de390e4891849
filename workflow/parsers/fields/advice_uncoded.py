"""Recommendations set in two columns, what is advised about and the advice, with no ruling lines seen and mostly no numbers. Pure."""

import math
from collections.abc import Sequence
from itertools import pairwise

from workflow.core.reading import Box
from workflow.parsers.fields.advice_leads import ends
from workflow.parsers.fields.advice_table import is_coded_name, names_subject
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import Row, flow, rows_of

_ASIDE = 8.0  # points: runs of one column begin so near one another
_APART = 0.7  # of a high run's height: farther below the last one a run begins another cell
_CODED = 2  # runs that begin with a code behind another: their distances tell those of cells
_NEARER = 0.9
_LOOK = 3  # rows below the head: one of them has a run of the second column

Cell = list[Line]


def pairs_in(rows: Sequence[Row]) -> list[Table]:
    """Return the tables of two columns among rows, each cell's rows joined."""
    return [table for n, row in enumerate(rows) if _heads(row) and (table := _table(row, rows[n + 1 :]))]


def _heads(row: Row) -> bool:
    return len(row.parts) == 2 and all(p.box for p in row.parts) and names_subject([p.text for p in row.parts])


def _table(head: Row, below: Sequence[Row]) -> Table | None:
    right = next(
        (p.box[0] for row in below[:_LOOK] for p in row.parts if p.box and p.box[0] > _box(head.parts[0])[2]), None
    )
    if right is None:
        return None
    names, advice = _columns(head.page, below, right)
    cells = _cells(names)
    if not cells or not advice:
        return None
    told: list[Cell] = [[] for _ in cells]
    level = sum(any(_level(cell[0], line) for line in advice) for cell in cells) * 2 > len(cells)
    for line in advice:
        told[_owner(line, cells, level=level)].append(line)
    records = [(_text(name), _text(said)) for name, said in zip(cells, told, strict=True)]
    return Table(head.page, ((head.parts[0].text, head.parts[1].text), *records))


def _text(cell: Cell) -> str:
    return flow(rows_of(cell))


def _box(line: Line) -> Box:
    return line.box or (0.0, 0.0, 0.0, 0.0)


def _columns(page: int, below: Sequence[Row], right: float) -> tuple[Cell, Cell]:
    """Return the runs of both columns, down to the first row that keeps to neither."""
    names: Cell = []
    advice: Cell = []
    for row in below:
        if row.page != page or ends(row.text.strip()) or not all(_keeps(part, names, right) for part in row.parts):
            break
        names += [part for part in row.parts if _box(part)[0] < right - _ASIDE]
        advice += [part for part in row.parts if _box(part)[0] >= right - _ASIDE]
    return names, advice


def _keeps(part: Line, names: Cell, right: float) -> bool:
    """Whether a run begins where the second column does, or where the first does and ends before the second."""
    left, _, end, _ = _box(part)
    if left >= right - _ASIDE:
        return left < right + _ASIDE
    return end < right and (not names or abs(left - _box(names[0])[0]) < _ASIDE)


def _cells(lines: Cell) -> list[Cell]:
    """Return the cells of a column: a run that follows closely, and bears no code where others do, goes on with the one above."""
    farthest = _farthest(lines)
    heights = sorted(_box(line)[3] - _box(line)[1] for line in lines)
    # of a high one: ink is low where no mark stands above or below
    apart = _APART * heights[len(heights) * 9 // 10] if heights else 0.0
    cells: list[Cell] = []
    for line in lines:
        above = cells[-1][-1] if cells else line
        if farthest is None:
            close = _box(line)[1] - _box(above)[3] < apart
        else:
            close = not is_coded_name(line.text) and _middle([line]) - _middle([above]) < farthest
        if cells and close:
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _farthest(lines: Cell) -> float | None:
    """Return how far below the run above it one goes on with it, in a column whose cells begin with codes: nearer than any coded one."""
    pitches = [(_middle([line]) - _middle([above]), is_coded_name(line.text)) for above, line in pairwise(lines)]
    coded = [pitch for pitch, begins in pitches if begins]
    if len(coded) < _CODED:
        return None
    nearest, least = min(coded), min(pitch for pitch, _ in pitches)
    return nearest * _NEARER if least < nearest * _NEARER else math.inf


def _level(one: Line, other: Line) -> bool:
    return abs(_middle([one]) - _middle([other])) < (_box(one)[3] - _box(one)[1]) / 2


def _middle(cell: Cell) -> float:
    return (_box(cell[0])[1] + _box(cell[-1])[3]) / 2


def _owner(line: Line, cells: Sequence[Cell], *, level: bool) -> int:
    """Return the cell that a run of the second column stands beside: begun on its level or above, else the nearest."""
    if level:
        begun = (n for n, cell in enumerate(cells) if _middle(cell[:1]) < _box(line)[3])
        return max(begun, default=0)
    return min(range(len(cells)), key=lambda n: abs(_middle(cells[n]) - _middle([line])))
