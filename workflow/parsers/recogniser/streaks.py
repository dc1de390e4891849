"""Takes off the page what a scanner or a fold draws across all of it: streaks, dark edges. Print under a streak is kept."""

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

_ALONG = 0.9  # of the page at least: the walls of tables are shorter
_DARKER = 14  # grey levels under the columns about it
_THIN = 0.035  # inches: wider is no streak, unless it is the edge
_EDGE = 0.4  # inches from the border
_BURNT = 140  # darker than this nothing can be seen under it


def without_streaks(colours: Grey, dpi: int) -> Grey:
    """Return the page without streaks, upright and level ones."""
    upright = _without(colours, dpi)
    return np.ascontiguousarray(np.swapaxes(_without(np.swapaxes(upright, 0, 1), dpi), 0, 1))


def _without(page: Grey, dpi: int) -> Grey:
    sample = page[::8, :, 1]
    level = np.partition(sample, int(_ALONG * (len(sample) - 1)), axis=0)[int(_ALONG * (len(sample) - 1))].astype(
        np.float32
    )
    usual = _usual(level, dpi)
    clean = page
    for left, right in _runs(level < usual - _DARKER):
        at_edge = left < _EDGE * dpi or right > page.shape[1] - _EDGE * dpi
        if right - left > _THIN * dpi and not at_edge:
            continue
        clean = page.copy() if clean is page else clean
        shade = float(level[left:right].min())
        if at_edge and right - left > _THIN * dpi:
            clean[:, left:right] = 255
        elif shade < _BURNT:
            _bridge(clean, left, right)
        else:
            lifted = clean[:, left:right] * (usual[left:right] / level[left:right])[None, :, None]
            clean[:, left:right] = np.minimum(lifted, 255)
    return clean


def _usual(level: NDArray[np.float32], dpi: int) -> NDArray[np.float32]:
    """Return what columns are like about each one: the brighter of the half inches beside it."""
    wide = max(3, round(0.5 * dpi))
    line = cv2.dilate(level[None, :], np.ones((1, wide), np.uint8))
    return np.asarray(cv2.blur(cv2.erode(line, np.ones((1, wide), np.uint8)), (9, 1))[0], np.float32)


def _runs(marked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(marked.astype(np.int8), prepend=0, append=0))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _bridge(page: Grey, left: int, right: int) -> None:
    """Fill a streak from both its sides: a stroke that crosses it goes on, where white is on either side it is white."""
    before, after = max(0, left - 2), min(page.shape[1] - 1, right + 1)
    a, b = page[:, before].astype(np.float32), page[:, after].astype(np.float32)
    for x in range(before + 1, after):
        share = (x - before) / (after - before)
        page[:, x] = a * (1 - share) + b * share
