"""Cuts found lines out of their page, tone marks and all, and paints out what belongs to the lines over and under.

Thai stacks marks in two storeys over a consonant. A box drawn round the consonants loses the second storey, so the cut is
reckoned from the base line and the height of a consonant (the body), never from the boxes of the marks.
"""

from dataclasses import dataclass, field, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.components import Box4, components, uprights
from workflow.parsers.recogniser.line_finder import FoundLine, lines_of
from workflow.parsers.recogniser.page_image import Grey

HEIGHT = 48  # pixels of a cut, as the model was trained
ABOVE, BELOW = 2.2, 0.8  # body heights over and under the base line


@dataclass(frozen=True)
class FoundPage:
    """The lines of a level page, its components, which line owns each (`owner[label]`, -1 nobody), and the walls of tables.

    `boxes` are those of the components that may be print, `names` their labels.
    """

    grey: Grey
    lines: tuple[FoundLine, ...]
    labels: NDArray[np.int32] = field(repr=False)
    owner: NDArray[np.int32] = field(repr=False)
    walls: tuple[Box4, ...] = field(default=(), repr=False)
    boxes: NDArray[np.int32] = field(default_factory=lambda: np.zeros((0, 4), np.int32), repr=False)
    names: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32), repr=False)


def find_lines(grey: Grey, *, dpi: int) -> FoundPage:
    """Return the lines of a level page, top to bottom."""
    labels, boxes, names = components(grey, dpi)
    walls = uprights(grey, dpi)
    lines = lines_of(boxes, dpi, walls)
    owner = np.full(int(labels.max(initial=0)) + 1, -1, np.int32)
    owner = _owners(lines, boxes, names, owner) if lines else owner
    return FoundPage(grey, tuple(lines), labels, owner, tuple(walls), boxes, names)


def cut_of(page: FoundPage, number: int) -> Grey:
    """Return one line of the page as the net wants it, what other lines own painted out."""
    line = page.lines[number]
    tilt = abs(line.slope) * (line.right - line.left) / 2
    top = max(0, round(line.base - 2.9 * line.body - tilt) - 2)
    left = max(0, round(line.left - line.body) - 4)
    rows = slice(top, round(line.base + 1.5 * line.body + tilt) + 2)
    columns = slice(left, round(line.right + line.body) + 4)
    moved = replace(line, left=line.left - left, right=line.right - left, base=line.base - top)
    return cut(_alone(page, number, rows, columns), moved)


def _alone(page: FoundPage, number: int, rows: slice, columns: slice) -> Grey:
    """Return a part of the page about a line, white where another line's letters stand."""
    owner = page.owner.take(page.labels[rows, columns])
    grey = page.grey[rows, columns]
    foreign = ((owner >= 0) & (owner != number)).astype(np.uint8)
    if not foreign.any():
        return grey
    painted = (cv2.dilate(foreign, np.ones((3, 3), np.uint8)) > 0) & (owner != number)
    return np.where(painted, np.uint8(255), grey)


def _owners(
    lines: list[FoundLine], boxes: NDArray[np.int32], names: NDArray[np.int32], owner: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Give each component to the line whose body it touches; one between two lines goes where it hangs closer.

    In single-spaced print the tone of the lower line and the foot of the upper share one band, so distance from the base
    line cannot tell them apart: a foot touches the consonant over it, a tone sits on the vowel under it.
    """
    middle, across = (boxes[:, 1] + boxes[:, 3]) / 2, (boxes[:, 0] + boxes[:, 2]) / 2
    costs = np.stack([_away(line, middle, across) for line in lines])
    first = costs.argmin(0)
    least = costs[first, np.arange(len(boxes))]
    held = np.where(least < 1.4, first, -1)
    costs[first, np.arange(len(boxes))] = 9
    second = costs.argmin(0)
    rival = costs[second, np.arange(len(boxes))]
    for i in np.flatnonzero((least > 0.1) & (least < 1.4) & (rival < 1.4)):
        upper, lower = sorted((int(first[i]), int(second[i])), key=lambda n: lines[n].base)
        gap_up, gap_down = _gaps(boxes, int(i))
        sure = abs(gap_up - gap_down) > 0.2 * lines[lower].body
        held[i] = (
            -1 if not sure else upper if gap_up < gap_down else lower
        )  # in doubt both show it, and the net decides
    owner[names] = held
    return owner


def _away(line: FoundLine, middle: NDArray[np.float64], across: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far components lie from a line's body, in bodies; below counts double, for feet are short."""
    base = line.base + line.slope * (across - (line.left + line.right) / 2)
    away = np.maximum((base - line.body - middle) / line.body, 1.9 * (middle - base) / line.body)
    away = np.maximum(away, 0)
    away[(across < line.left - line.body) | (across > line.right + line.body)] = 9
    return np.asarray(away, np.float64)


def _gaps(boxes: NDArray[np.int32], i: int) -> tuple[float, float]:
    """Return the white over and under a component, to whatever stands in its column."""
    left, top, right, bottom = boxes[i]
    shared = np.minimum(boxes[:, 2], right) - np.maximum(boxes[:, 0], left) > 0.3 * (right - left)
    over = boxes[shared & (boxes[:, 3] <= (top + bottom) / 2), 3]
    under = boxes[shared & (boxes[:, 1] >= (top + bottom) / 2), 1]
    return float(top - over.max(initial=-10_000)), float(under.min(initial=10_000) - bottom)


def place_in_cut(line: FoundLine, x: float) -> float:
    """Return where a place of the page lies in the cut of a line, in pixels from its left."""
    return (x - line.left + 0.5 * line.body) * HEIGHT / ((ABOVE + BELOW) * line.body)


def cut(grey: Grey, line: FoundLine) -> Grey:
    """Return the line HEIGHT pixels high: ABOVE bodies over its base line, BELOW under it, following its slope."""
    margin = 0.5 * line.body
    scale = HEIGHT / ((ABOVE + BELOW) * line.body)
    left, width = line.left - margin, line.right - line.left + 2 * margin
    out = max(8, min(6000, round(width * scale)))
    start = line.base - ABOVE * line.body - line.slope * (line.right - line.left) / 2
    matrix = np.array([[1 / scale, 0, left], [line.slope / scale, 1 / scale, start]], np.float64)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    if scale < 0.75:  # shrink by areas first, or thin strokes fall between the sampled points
        top, bottom = (
            max(0, round(line.base - (ABOVE + 0.5) * line.body)),
            min(grey.shape[0], round(line.base + (BELOW + 0.5) * line.body)),
        )
        first, last = max(0, round(left) - 4), min(grey.shape[1], round(left + width) + 4)
        part = grey[top:bottom, first:last]
        if part.size == 0:
            return np.full((HEIGHT, out), 255, np.uint8)
        blurred = cv2.GaussianBlur(part, (0, 0), 0.42 / scale)
        matrix[:, 2] -= (first, top)
        return np.asarray(cv2.warpAffine(blurred, matrix, (out, HEIGHT), flags=how, borderValue=255), np.uint8)
    return np.asarray(cv2.warpAffine(grey, matrix, (out, HEIGHT), flags=how, borderValue=255), np.uint8)
