"""Connected components of a level page: which may be letters, which are marks, and how high a consonant stands."""

import cv2
import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.inked_parts import inked_parts
from workflow.parsers.recogniser.page_image import Grey
from workflow.parsers.recogniser.underlines import without_underlines

_LEAST_BODY, _MOST_BODY = 0.028, 0.28  # inches: 5 point print to a heading's
_HOLLOW = 0.25  # of its box that a frame about a word fills; letters fill more
_INK, _DARKER = 200, 14  # grey levels: ink is darker than the first, and by the second than what lies about it
_ABOUT = 0.16  # inches: so wide is what lies about it
_WALL, _LEAST_WALL = 180, 0.3  # grey level; inches: no letter stands so high
Box4 = tuple[int, int, int, int]  # left, top, right, bottom


def components(grey: Grey, dpi: int) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Return the map of components, then boxes and labels of those that may be print: rules, emblems and dust left out."""
    labels = np.zeros(grey.shape, np.int32)
    found, count = [np.zeros((0, 6), np.int32)], 0
    for rows, columns in inked_parts(grey, _INK, round(_ABOUT * dpi) + 4):
        ink = _ink(grey[rows, columns], dpi)
        number, part, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
        if without_underlines(ink, stats, part, dpi):
            number, part, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
        np.add(part, count, out=labels[rows, columns], where=part > 0)
        stats[:, :2] += (columns.start, rows.start)
        found.append(np.column_stack([stats, np.arange(count, count + number, dtype=np.int32)])[1:])
        count += number - 1
    held = np.concatenate(found)
    keep = held[_may_be_print(held, dpi)]
    boxes = np.stack([keep[:, 0], keep[:, 1], keep[:, 0] + keep[:, 2], keep[:, 1] + keep[:, 3]], 1).astype(np.int32)
    return labels, boxes, keep[:, 5]


def _ink(grey: Grey, dpi: int) -> NDArray[np.uint8]:
    """Return what is dark, and darker than what lies about it."""
    smooth = cv2.GaussianBlur(grey, (0, 0), dpi / 330)
    block = round(_ABOUT * dpi) | 1
    limit = np.clip(cv2.blur(smooth, (block, block)), _DARKER, _INK + _DARKER) - np.uint8(_DARKER)
    return np.asarray(cv2.compare(smooth, limit, cv2.CMP_LT), np.uint8)


def _may_be_print(held: NDArray[np.int32], dpi: int) -> NDArray[np.bool_]:
    width, height, area = held[:, cv2.CC_STAT_WIDTH], held[:, cv2.CC_STAT_HEIGHT], held[:, cv2.CC_STAT_AREA]
    dust = (area < (dpi / 110) ** 2) | (np.maximum(width, height) < dpi / 90)
    rule = (width > dpi * 0.6) & (height < dpi * 0.06) | (height > dpi * 0.45) & (width < dpi * 0.06)
    picture = (height > _MOST_BODY * 1.8 * dpi) | (width > dpi * 3)
    frame = (width > dpi * 0.5) & (height > dpi * 0.15) & (area < _HOLLOW * width * height)
    return np.asarray(~(dust | rule | picture | frame), np.bool_)


def uprights(grey: Grey, dpi: int) -> list[Box4]:
    """Return the upright rules: the walls of table cells and the sides of stamps."""
    held: list[Box4] = []
    for rows, columns in inked_parts(grey, _WALL, 2):
        dark = cv2.dilate((grey[rows, columns] < _WALL).astype(np.uint8), np.ones((1, 3), np.uint8))
        if len(dark) < round(_LEAST_WALL * dpi):
            continue
        tall = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((round(_LEAST_WALL * dpi), 1), np.uint8))
        if cv2.countNonZero(tall):
            _, _, stats, _ = cv2.connectedComponentsWithStats(tall, connectivity=8)
            stats[:, :2] += (columns.start, rows.start)
            held += [(x, y, x + w, y + h) for x, y, w, h, _ in stats[1:].tolist() if w < 0.08 * dpi]
    return held


def body_of(boxes: NDArray[np.int32], dpi: int) -> float:
    """Return the height most letters share."""
    heights = (boxes[:, 3] - boxes[:, 1]).astype(float)
    held = heights[(heights > _LEAST_BODY * dpi) & (heights < _MOST_BODY * dpi)]
    if len(held) < 5:
        return 0.08 * dpi
    bins = np.arange(_LEAST_BODY * dpi, _MOST_BODY * dpi + 2, 1.0)
    counts = np.convolve(np.histogram(held, bins)[0] * bins[:-1] ** 0.5, [0.5, 1, 1, 1, 0.5], "same")
    near = bins[int(counts.argmax())]
    like = held[(held > 0.85 * near) & (held < 1.15 * near)]
    # the peak of few letters in two sizes may lie where none of them is
    return float(np.median(like)) if len(like) else float(held[np.abs(held - near).argmin()])


def sorted_by_size(boxes: NDArray[np.int32], body: float) -> tuple[list[Box4], list[Box4]]:
    """Return the boxes as high as a consonant, and the small ones: marks, dots, hyphens."""
    full, small = [], []
    for left, top, right, bottom in boxes.tolist():
        height, width = bottom - top, right - left
        if (
            0.68 * body <= height <= 3.4 * body
            and width <= 18 * body
            and not (height > 2.4 * body and width < 0.25 * body)
        ):
            full.append((left, top, right, bottom))
        elif height < 0.68 * body and width < 4 * body:
            small.append((left, top, right, bottom))
    return sorted(full), small
