"""Underlines that touch the letters over them: on a coarse scan they make one shape with the letters, which is no letter to anyone.

The net reads underlined print well; only the finder of lines must see its letters one by one.
"""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

_WIDE, _LOW, _HIGH = 0.5, 0.06, 0.5  # inches: letters on a line, neither a rule nor the grid of a table
_STROKE = 0.25  # inches: no letter has so long a level stroke
_THICK = 0.03  # inches
_UNDER = 0.55  # of the shape's height: a frame has level strokes above, too
_FEET = 0.4  # of its width: under an underline there are feet, under a pen's stroke through a word the word goes on


def without_underlines(ink: NDArray[np.uint8], stats: NDArray[Any], labels: NDArray[Any], dpi: int) -> bool:
    """Take the underlines off the shapes (as `cv2.connectedComponentsWithStats` tells them) in place; whether there were any."""
    found = False
    for n in (np.flatnonzero(_may_be_underlined(stats[1:], dpi)) + 1).tolist():
        left, top, width, height, _ = stats[n].tolist()
        place = slice(top, top + height), slice(left, left + width)
        strokes = _strokes(labels[place] == n, dpi)
        if strokes is not None:
            ink[place][strokes] = 0
            found = True
    return found


def _may_be_underlined(stats: NDArray[Any], dpi: int) -> NDArray[np.bool_]:
    width, height = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    return np.asarray((width > _WIDE * dpi) & (height > _LOW * dpi) & (height < _HIGH * dpi), np.bool_)


def _strokes(shape: NDArray[np.bool_], dpi: int) -> NDArray[np.bool_] | None:
    """Return the long level strokes of a shape where they are thin and all run under what it has besides; None elsewhere."""
    bar = np.ones((1, round(_STROKE * dpi) | 1), np.uint8)
    strokes = cv2.morphologyEx(shape.astype(np.uint8), cv2.MORPH_OPEN, bar) > 0
    rows = np.flatnonzero(strokes.any(1))
    if not len(rows) or rows[0] < _UNDER * len(shape) or int(strokes.sum(0).max()) > max(3, _THICK * dpi):
        return None
    below = shape[rows[-1] + 2 :].any(0).mean() if rows[-1] + 2 < len(shape) else 0.0
    return np.asarray(strokes, np.bool_) if below < _FEET else None
