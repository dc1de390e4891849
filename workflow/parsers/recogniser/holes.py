"""Takes off the page what was done to the sheet, not printed on it: punch holes and their shadows, black edges of the scanner's glass."""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.streaks import Grey

_COARSE = 100  # dpi at which they are looked for: strokes of letters are thin there, holes are not
_DARK = 205
_LEAST, _MOST = 0.15, 0.45  # inches across a hole: no letter of body or heading is so large and so round
_SIGN, _ENTRY = (
    0.18,
    0.55,
)  # inches: the sign before an entry of a list is no larger, and stands no farther before its letters
_LOWER = 0.4  # of a sign's height that these letters have
_SHADOW = 0.15  # inches: what is seen of a hole's rim may be half of it
_ROUND = 0.84  # of the circle about it that a hole fills; the letter likest to it is ๐
_LONGISH = 1.3  # of two sides of a hole, the longer to the shorter
_BENT = 0.2  # of its longer side, the shorter of an arc: a dash is flat
_OFF = 0.16  # of the radius that a rim strays from its circle
_NEAR = 1.5  # diameters: a round letter of a title has letters beside it, a hole has none
_THICK = 0.1  # inches: no stroke of a letter is so thick
_BORDER, _BAND = 0.1, 0.3  # inches from the sheet's edge where a black edge begins, and how far it reaches at most
_MOST_OF_IT = 0.6  # of the sheet, both ways: a frame
_THIN, _LONG = 0.2, 0.5  # inches: a thin edge lies so near the sheet's and is longer than a letter
_FRINGE = 0.035  # inches of shadow about it
Mask = NDArray[np.uint8]
Outline = NDArray[np.int32]


def without_holes(colours: Grey, dpi: int) -> Grey:
    """Return the page without them; the very same page when it has none."""
    scale = min(1.0, _COARSE / dpi)  # a file may say that its picture has one dot an inch
    small = cv2.resize(colours[:, :, 1], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = (cv2.GaussianBlur(small, (0, 0), 0.7) < _DARK).astype(np.uint8)
    mask = _edges(dark)
    for hole in _holes(dark):  # one by one: filled together, two of one place would cancel out
        cv2.drawContours(mask, [hole], -1, 1, cv2.FILLED)
    if not mask.any():
        return colours
    grown = cv2.dilate(mask, _disc(_FRINGE * _COARSE))
    clean = colours.copy()
    clean[cv2.resize(grown, (colours.shape[1], colours.shape[0]), interpolation=cv2.INTER_NEAREST) > 0] = 255
    return clean


def _holes(dark: Mask) -> Iterator[Outline]:
    """Yield the outlines of holes: discs wherever they stand, rims where nothing as high stands beside them."""
    yield from (outline for outline in _outlines(_thick(dark, _THICK)) if _round(outline, _SIGN))
    found = _outlines(dark)
    boxes = np.array([cv2.boundingRect(outline) for outline in found], np.int32).reshape(-1, 4)
    lone = np.flatnonzero(_of_size(boxes))
    lone = lone[~_beside(lone, boxes)]
    yield from (found[n] for n in lone if _round(found[n]) or _rim(found[n]))


def _outlines(dark: Mask) -> list[Outline]:
    found, _ = cv2.findContours(dark, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return [np.asarray(outline, np.int32) for outline in found]


def _thick(dark: Mask, least: float) -> Mask:
    """Return what is left when all that is thinner than `least` inches is taken away."""
    far = cv2.distanceTransform(cv2.copyMakeBorder(dark, 1, 1, 1, 1, cv2.BORDER_REPLICATE), cv2.DIST_L2, 3)[1:-1, 1:-1]
    core = (far >= least * _COARSE / 2).astype(np.uint8)
    return np.asarray(cv2.dilate(core, _disc(least * _COARSE / 2)), np.uint8) if core.any() else core


def _disc(radius: float) -> Mask:
    size = 2 * round(radius) + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)), np.uint8)


def _of_size(boxes: NDArray[np.int32]) -> NDArray[np.bool_]:
    longer = boxes[:, 2:].max(1)
    return np.asarray((longer >= _SHADOW * _COARSE) & (longer <= _MOST * _COARSE), np.bool_)


def _round(outline: Outline, across: float = _LEAST) -> bool:
    """Whether it is a disc, or a ring that is closed."""
    least, most = sorted(cv2.boundingRect(outline)[2:])
    if not (least >= across * _COARSE and most <= _MOST * _COARSE and most <= _LONGISH * least):
        return False
    _, radius = cv2.minEnclosingCircle(outline)
    return cv2.contourArea(outline) > _ROUND * np.pi * (radius - 0.5) ** 2


def _rim(outline: Outline) -> bool:
    """Whether it is an arc of a hole's circle: the light of the scanner draws one side of it."""
    points = outline.reshape(-1, 2).astype(np.float64)
    least, most = sorted(cv2.boundingRect(outline)[2:])
    if len(points) < _SHADOW * _COARSE or least < _BENT * most:
        return False
    points -= points.mean(0)
    far = (points**2).sum(1)
    (xx, xy), (_, yy) = points.T @ points
    if (spread := float(xx * yy - xy * xy)) < 1e-6:
        return False  # a straight stroke
    x, y = points.T @ far / 2
    a, b = (x * yy - y * xy) / spread, (y * xx - x * xy) / spread  # the middle of the circle nearest to all points
    radius = float(np.sqrt(far.mean() + a**2 + b**2))
    off = float(np.abs(np.hypot(points[:, 0] - a, points[:, 1] - b) - radius).mean())
    return _LEAST / 2 <= radius / _COARSE <= _MOST / 2 and off < _OFF * radius


def _beside(places: NDArray[np.intp], boxes: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return for each of some boxes whether something about as high stands beside it: on a page of print it does beside nearly all."""
    left, top, width, height = (side[:, None] for side in boxes[places].T)
    across = np.maximum(width, height)
    x, y, w, h = boxes.T
    level = np.minimum(y + h, top + height) - np.maximum(y, top) > 0.4 * np.minimum(h, height)
    apart = np.maximum(x - (left + width), left - (x + w))
    like = (h > 0.6 * height) & (h < 2 * height)
    beside = level & like & (apart > -0.5 * across) & (apart < _NEAR * across)
    behind = (x >= left + width) & (x < left + width + _ENTRY * _COARSE)
    beside |= level & behind & (h > _LOWER * height) & (h < 2 * height) & (across < _SIGN * _COARSE)
    beside[np.arange(len(places)), places] = False
    return np.asarray(beside.any(1), np.bool_)


def _edges(dark: Mask) -> Mask:
    """Return what begins at the sheet's edge and is thicker than any stroke, with what hangs on it there, or lies along the edge."""
    thick = _at_border(_thick(dark, _THICK))
    held = _along(dark)
    if thick.any():
        _, labels = cv2.connectedComponents(dark, connectivity=8)
        held |= thick | np.isin(labels, np.unique(labels[(thick > 0) & (dark > 0)])) & _within(dark, _BAND)
    return held


def _at_border(thick: Mask) -> Mask:
    """Return the parts that begin at the edge; a frame about the whole sheet is print."""
    if not thick.any():
        return thick
    height, width = thick.shape
    _, labels, stats, _ = cv2.connectedComponentsWithStats(thick, connectivity=8)
    x, y, w, h, _ = stats.T
    off = np.minimum(np.minimum(x, width - x - w), np.minimum(y, height - y - h))
    held = (off <= _BORDER * _COARSE) & ~((w > _MOST_OF_IT * width) & (h > _MOST_OF_IT * height))
    held[0] = False
    return np.asarray(held[labels], np.uint8)


def _along(dark: Mask) -> Mask:
    """Return the thin edges: longer than a letter, and wholly beside the sheet's."""
    height, width = dark.shape
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    x, y, w, h, _ = stats.T
    near = np.minimum(np.minimum(x + w, width - x), np.minimum(y + h, height - y)) < _THIN * _COARSE
    held = near & (np.maximum(w, h) > _LONG * _COARSE)
    held[0] = False
    return np.asarray(held[labels], np.uint8)


def _within(dark: Mask, reach: float) -> NDArray[np.bool_]:
    """Return where the sheet's edge is nearer than `reach` inches."""
    held = np.ones(dark.shape, np.bool_)
    n = round(reach * _COARSE)
    held[n:-n, n:-n] = False
    return held
