"""Letters that hang on a stroke of the pen: shown to the net with their line, and the pieces of a row between which they stand joined.

A signature scrawled across a name makes one shape with the letters it touches, too high and too wide for a letter, so that the line
finder leaves them out and the row falls into what stands before and behind. The net reads letters under a pen well, if it is shown them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.components import Box4
from workflow.parsers.recogniser.line_cuts import FoundPage
from workflow.parsers.recogniser.line_finder import FoundLine, rows_of

WIDE_WHITE = 0.8  # bodies: no two letters of one word stand so far apart
_INKED = 0.5  # of the columns of a hole that hold ink as high as letters: white, a rule or a wall leaves them bare
_MOST = 18.0  # bodies that a pen hides of a row
_LIKE = 0.8  # of two pieces of one print, the lower body to the higher
_FAR = 0.75  # bodies under it that no mark reaches
_PRINT = 3  # letters: less may be a pen's strokes
_OVER, _UNDER = 1.6, 0.35  # bodies over and under the base line where marks of these letters stand, and no other line's


@dataclass(frozen=True)
class Bridge:
    """A row's pieces (places in the page's lines) joined as one line, and the page on which it is the last of the lines."""

    places: tuple[int, ...]
    page: FoundPage


def with_hidden(page: FoundPage) -> FoundPage:
    """Return the page with the letters that a pen hides within its lines told to them; the very same page when there are none."""
    for n, line in enumerate(page.lines):
        if len(line.boxes) >= _PRINT and (hidden := tuple(_hidden(page, line))):
            page = _given(page, n, hidden)
    return page


def bridges(page: FoundPage) -> Iterator[Bridge]:
    """Yield the runs of pieces that ink bridges, each as one line."""
    for row in rows_of(page.lines):
        for run in _runs(page, row):
            joined = _with_joined(page, run)
            yield Bridge(tuple(run), _given(joined, len(page.lines), tuple(_hidden(joined, joined.lines[-1]))))


def _runs(page: FoundPage, row: Sequence[int]) -> list[list[int]]:
    runs = [[row[0]]]
    for one, other in pairwise(row):
        if _bridged(page, page.lines[one], page.lines[other]):
            runs[-1].append(other)
        else:
            runs.append([other])
    return [run for run in runs if len(run) > 1]


def _bridged(page: FoundPage, one: FoundLine, other: FoundLine) -> bool:
    """Whether what lies between two pieces of like print is ink rather than white."""
    low, high = sorted((one.body, other.body))
    if low < _LIKE * high or not 0 < other.left - one.right < _MOST * high:
        return False
    return _inked(page, (one.base + other.base) / 2, high, one.right, other.left) is not None


def _inked(page: FoundPage, base: float, body: float, left: float, right: float) -> NDArray[np.bool_] | None:
    """Return for each column of a hole in a line whether it holds ink there that is no line's letter; None where most hold none."""
    top, bottom = max(0, round(base - body)), round(base)
    band = page.labels[top:bottom, round(left) : round(right)]
    owner = page.owner.take(band)
    hole = round(left), top, round(right), bottom
    lettered = [n for n in np.unique(owner).tolist() if n >= 0 and _lies_in(page.lines[n], hole)]
    columns = np.asarray(((band > 0) & ~np.isin(owner, lettered)).any(0), np.bool_)
    return columns if columns.size and columns.mean() > _INKED else None


def _lies_in(line: FoundLine, hole: Box4) -> bool:
    """Whether a line has a letter in a hole."""
    left, top, right, bottom = hole
    return any(b[0] < right and b[2] > left and b[1] < bottom and b[3] > top for b in line.boxes)


def _with_joined(page: FoundPage, run: Sequence[int]) -> FoundPage:
    """Return the page with one line more, which owns what the pieces of the run own."""
    pieces = [page.lines[n] for n in run]
    base = sum(piece.base for piece in pieces) / len(pieces)
    line = FoundLine(
        pieces[0].left, pieces[-1].right, base, max(piece.body for piece in pieces),
        boxes=tuple(box for piece in pieces for box in piece.boxes),
        marks=tuple(mark for piece in pieces for mark in piece.marks),
    )  # fmt: skip
    owner = np.where(np.isin(page.owner, run), len(page.lines), page.owner).astype(np.int32)
    return replace(page, lines=(*page.lines, line), owner=owner)


def _hidden(page: FoundPage, line: FoundLine) -> Iterator[Box4]:
    """Yield a box for each run of ink in the holes of a line."""
    for left, right in holes_of(line):
        columns = _inked(page, line.base, line.body, left, right)
        if columns is not None:
            inked = np.flatnonzero(np.diff(columns, prepend=False, append=False)) + round(left)
            for start, end in inked.reshape(-1, 2).tolist():
                yield start, round(line.base - line.body), end, round(line.base)


def holes_of(line: FoundLine) -> Iterator[tuple[float, float]]:
    """Yield where between its letters a line has nothing, wider than within a word."""
    right = 0
    for box in sorted((*line.boxes, *line.marks)):
        if right and box[0] - right > WIDE_WHITE * line.body:
            yield right, box[0]
        right = max(right, box[2])


def _given(page: FoundPage, number: int, hidden: Sequence[Box4]) -> FoundPage:
    """Return the page on which a line has these letters: no word ends there for white, and no other line owns the marks about them."""
    line, owner = page.lines[number], page.owner.copy()
    base, beside = round(line.base), round(line.body / 2)
    over, top, under, far = (
        min(len(page.labels) - 1, max(0, round(line.base + bodies * line.body)))
        for bodies in (-_OVER, -1, _UNDER, _FAR)
    )
    for left, _, right, _ in hidden:
        columns = page.labels[:, max(0, left - beside) : right + beside]
        letters = np.unique(columns[top:base])
        marks = np.setdiff1d(np.concatenate([columns[over:top], columns[base:under]]), [*letters, *columns[far]])
        owner[marks[owner[marks] != number]] = -1
    lines = (*page.lines[:number], replace(line, marks=(*line.marks, *hidden)), *page.lines[number + 1 :])
    return replace(page, lines=lines, owner=owner)
