"""How wide the columns of a table are: between the longest word and the longest cell of each, all of them as wide as the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True)
class Column:
    """How narrow a column may be and how wide it would like to be, in points; `number` the widest of its numbers, None for text."""

    least: float
    most: float
    number: float | None = None


def column_widths(columns: Sequence[Column], width: float) -> list[float]:
    """Return the widths of the columns, `width` in sum.

    Where even the longest words do not fit, the widest columns give way (their words are cut); where all cells fit on one line,
    the columns of text take what is left.
    """
    if sum(column.least for column in columns) >= width:
        return _capped([column.least for column in columns], width)
    return _grown(_shared(columns, width), columns, width)


def _capped(wanted: Sequence[float], width: float) -> list[float]:
    """Return the wanted widths, none above the level at which they sum up to `width`."""
    given: dict[int, float] = {}
    for left, n in enumerate(sorted(range(len(wanted)), key=lambda n: wanted[n])):
        given[n] = min(wanted[n], (width - sum(given.values())) / (len(wanted) - left))
    return [given[n] for n in range(len(wanted))]


def _shared(columns: Sequence[Column], width: float) -> list[float]:
    """Return widths by the square root of what each column holds: a long text gets more room, but not all of it."""
    fixed: dict[int, float] = {}
    while True:
        free = [n for n in range(len(columns)) if n not in fixed]
        unit = (width - sum(fixed.values())) / (sum(sqrt(columns[n].most) for n in free) or 1)
        share = {n: unit * sqrt(columns[n].most) for n in free}
        narrow = {n: columns[n].least for n in free if share[n] < columns[n].least}
        ample = {n: columns[n].most for n in free if share[n] > columns[n].most}
        if not narrow and not ample:
            return [fixed[n] if n in fixed else share[n] for n in range(len(columns))]
        fixed.update(narrow or ample)


def _grown(widths: Sequence[float], columns: Sequence[Column], width: float) -> list[float]:
    """Return the widths with what is left over shared among the columns of text, or among all where there are none."""
    takes = [column.number is None for column in columns]
    if not any(takes):
        takes = [True] * len(columns)
    taking = sum(one for one, take in zip(widths, takes, strict=True) if take)
    left = width - sum(widths)
    return [one + left * one / taking if take else one for one, take in zip(widths, takes, strict=True)]
