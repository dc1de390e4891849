"""Colours of a scan that lie beside each other: line scanners read red, green and blue one after another, and print bears fringes of colour.

Every letter would count as touched by coloured ink. How far the colours lie apart is told by phase correlation.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

_WIDE, _HIGH = 256, 256  # pixels of the part that tells
_DARK = 128
_APART = 0.3  # pixels: less is no fringe
_FARTHEST = 4.0  # pixels: more is another picture
_SURE = 0.5  # of the correlation's peak; of ordinary print it is over 0.9


def in_register(colours: NDArray[np.uint8]) -> NDArray[np.uint8] | None:
    """Return the page (blue, green, red) with its colours over one another; None where they are, or nothing tells."""
    height, width = colours.shape[:2]
    top, left = _printed(colours)
    blue, green, red = cv2.split(colours[top : top + _HIGH, left : left + _WIDE].astype(np.float32))
    window = cv2.createHanningWindow((green.shape[1], green.shape[0]), cv2.CV_32F)
    shifts = [_shift(green, other, window) for other in (blue, red)]
    if not any(shifts):
        return None
    whole = list(cv2.split(colours))
    for channel, shift in zip((0, 2), shifts, strict=True):
        if shift:
            back = np.array([[1, 0, -shift[0]], [0, 1, -shift[1]]], np.float32)
            whole[channel] = cv2.warpAffine(whole[channel], back, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.merge(whole), np.uint8)


def _printed(colours: NDArray[np.uint8]) -> tuple[int, int]:
    """Return where the part of a page begins that bears most print."""
    dark = (colours[::4, ::4, 1] < _DARK).astype(np.float32)
    many = cv2.boxFilter(dark, -1, (_WIDE // 4, _HIGH // 4), anchor=(0, 0), borderType=cv2.BORDER_CONSTANT)
    top, left = np.unravel_index(int(many.argmax()), many.shape)
    height, width = colours.shape[:2]
    return min(4 * int(top), max(0, height - _HIGH)), min(4 * int(left), max(0, width - _WIDE))


def _shift(
    green: cv2.typing.MatLike, other: cv2.typing.MatLike, window: cv2.typing.MatLike
) -> tuple[float, float] | None:
    """Return how far another colour lies from green, None where it lies over it or none can tell."""
    (across, down), sure = cv2.phaseCorrelate(green, other, window)
    return (across, down) if sure > _SURE and _APART <= np.hypot(across, down) < _FARTHEST else None
