"""The ruling lines of a page that lies level: long straight strokes, thin, across or down. Those of letters cross none."""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from workflow.core.reading import Box

_INK = 190  # darker is a stroke of ink
_WIDE, _HIGH = 0.35, 0.19  # inches: so long is a line across at the least; down, the side of a row of one line
_THICK = 0.04  # inches: a thicker one is a bar or a picture
_ALONG, _BESIDE = 4, 2  # pixels of the page that one of the small picture stands for, along a line and beside it
_FILLED = 0.6  # of them dark, where a line runs; noise bites into thin ones


def ruling_lines(grey: NDArray[np.uint8], dpi: int) -> list[Box]:
    """Return the boxes, in pixels, of the lines across and down a level page."""
    ink = np.asarray(cv2.threshold(grey, _INK, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)
    down = ((x0, y0, x1, y1) for y0, x0, y1, x1 in _lines(np.ascontiguousarray(ink.T), dpi, _HIGH))
    return [*_lines(ink, dpi, _WIDE), *down]


def _lines(ink: NDArray[np.uint8], dpi: int, least: float) -> Iterator[Box]:
    """Yield the boxes of the lines across; a line that steps by a pixel is one."""
    wide = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    small = cv2.resize(wide, None, fx=1 / _ALONG, fy=1 / _BESIDE, interpolation=cv2.INTER_AREA)
    dark = np.asarray(small >= _FILLED * 255, np.uint8)
    strokes = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, round(least * dpi / _ALONG) | 1), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(strokes)
    for left, top, width, height, _ in stats[1:].tolist():
        if height * _BESIDE <= _THICK * dpi + 2 * _BESIDE:
            yield (
                float(left * _ALONG),
                float(top * _BESIDE),
                float((left + width) * _ALONG),
                float((top + height) * _BESIDE),
            )
