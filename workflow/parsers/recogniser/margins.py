"""Leaves out of a page's lines what lies alone in its margins: staple marks, specks, the rim of a hole."""

from collections.abc import Sequence
from statistics import median

from workflow.parsers.recogniser.components import Box4
from workflow.parsers.recogniser.line_finder import FoundLine

_MARGIN = 1.0  # inches: as far from the sheet's sides marks are made
_ASIDE = 0.2  # inches from the text's column at least
_ALONE = 2  # letters at most
_COLUMN = 3  # such lines, one below the other, are a column of a table
_IN_LINE = 0.06  # inches
_WALL = 0.5  # inches from a letter to the wall of its cell


def without_strays(lines: Sequence[FoundLine], walls: Sequence[Box4], width: int, dpi: int) -> list[int]:
    """Return the places of the lines that are text; `width` is the sheet's, beside a wall stands a cell of a table."""
    words = [line for line in lines if len(line.boxes) > _ALONE]
    if not words:
        return list(range(len(lines)))
    left, right = min(line.left for line in words) - _ASIDE * dpi, max(line.right for line in words) + _ASIDE * dpi
    aside = [
        n for n, line in enumerate(lines)
        if len(line.boxes) <= _ALONE
        and (line.right < min(left, _MARGIN * dpi) or line.left > max(right, width - _MARGIN * dpi))
        and not any(_walled(line, wall, _WALL * dpi) for wall in walls)
    ]  # fmt: skip
    body = median(line.body for line in words)
    like = [n for n in aside if 0.7 * body < lines[n].body < 1.4 * body]
    column = {n for n in like if sum(abs(lines[n].left - lines[m].left) < _IN_LINE * dpi for m in like) >= _COLUMN}
    return [n for n in range(len(lines)) if n not in aside or n in column]


def _walled(line: FoundLine, wall: Box4, near: float) -> bool:
    beside = wall[0] - line.right < near and line.left - wall[2] < near
    return beside and wall[1] < line.base - line.body / 2 < wall[3]
