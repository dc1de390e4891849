"""Finds the frames of stamps and gives each as a little page of its own: levelled by its frame, enlarged, the frame left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.inked_parts import inked_parts
from workflow.parsers.recogniser.page_image import Grey

_WIDE, _HIGH = (0.9, 4.2), (0.35, 2.8)  # inches, least and most
_MOST_TOUCHING = 9.0  # inches: stamps set side by side may touch
_LONG, _GAP = (
    0.09,
    0.3,
)  # inches: a piece of a frame is longer than a stroke of a letter; print across may hide so much of it
_SIDE = 0.045  # inches: ink so near an edge of the rectangle belongs to its frame
_DRAWN = 0.55  # of a side at least, where print or pen broke it
_MOST_TURN = 15.0  # degrees
_BORDER = 0.018  # inches of frame cut off the little page
_INK = 190  # darker is a stroke
FINE = 300  # dpi of the little page: stamps are printed small


@dataclass(frozen=True)
class Frame:
    """A frame on the page: its middle and size in pixels, and its turn in degrees."""

    middle: tuple[float, float]
    size: tuple[float, float]
    turn: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The upright box around it."""
        points = cv2.boxPoints((self.middle, self.size, self.turn))
        (left, top), (right, bottom) = points.min(0).tolist(), points.max(0).tolist()
        return left, top, right, bottom


@dataclass(frozen=True)
class LittlePage:
    """How a frame's inside was cut out: `place` turns its pixels back into pixels of the page."""

    frame: Frame
    dpi: int
    size: tuple[int, int]
    place: NDArray[np.float64]

    def cut(self, page: Grey) -> Grey:
        """Return the inside of the frame, level."""
        how = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        return np.asarray(cv2.warpAffine(page, self.place, self.size, flags=how, borderValue=255), np.uint8)

    def on_page(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """Return the upright box on the page around a box on the little page."""
        left, top, right, bottom = box
        corners = np.array([(left, top, 1), (right, top, 1), (left, bottom, 1), (right, bottom, 1)]) @ self.place.T
        (x0, y0), (x1, y1) = corners.min(0).tolist(), corners.max(0).tolist()
        return max(0.0, x0), max(0.0, y0), x1, y1


def frames_of(grey: Grey, dpi: int) -> list[Frame]:
    """Return the four-sided frames as large as stamps, from the top."""
    found: list[Frame] = []
    for rows, columns in inked_parts(grey, _INK, round(_GAP * dpi) + 4):
        drawn = _strokes(grey[rows, columns], dpi)
        if drawn is None:
            continue
        for left, top, part in _large_parts(drawn, dpi):
            found += _frames(part, columns.start + left, rows.start + top, dpi)
    return sorted(found, key=lambda f: f.middle[1])


def _large_parts(drawn: NDArray[np.uint8], dpi: int) -> Iterator[tuple[int, int, NDArray[np.bool_]]]:
    """Yield the components as large as stamps and mostly white, each with its left and top; one within another is told, too.

    Only they are labelled: to label all of a page took as long as all else that finds frames.
    """
    outlines, kinds = cv2.findContours(drawn, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    for outline, kind in zip(outlines, kinds[0], strict=True):
        left, top, width, height = cv2.boundingRect(outline)
        large = width >= _WIDE[0] * dpi and height >= _HIGH[0] * dpi and max(width, height) < _MOST_TOUCHING * dpi
        if kind[3] < 0 and large:  # an outline with a parent is a room's
            _, labels = cv2.connectedComponents(drawn[top : top + height, left : left + width], connectivity=8)
            x, y = outline[0, 0]
            part = np.asarray(labels == labels[y - top, x - left], np.bool_)
            if int(part.sum()) < 0.35 * width * height:
                yield left, top, part


def _strokes(grey: Grey, dpi: int) -> NDArray[np.uint8] | None:
    """Return the long level and upright strokes, bridged where print across them hid a piece: letters are shorter.

    None where either are too few to be two sides of a frame.
    """
    dark = (grey < _INK).astype(np.uint8)
    bars = [
        (cv2.morphologyEx(dark, cv2.MORPH_OPEN, _bar(_LONG * dpi, *way)), _bar(_GAP * dpi, *way))
        for way in ((1, 0), (0, 1))
    ]
    if not all(cv2.countNonZero(kept) for kept, _ in bars):
        return None
    level, upright = (cv2.morphologyEx(kept, cv2.MORPH_CLOSE, gap) for kept, gap in bars)
    return np.asarray(cv2.dilate(cv2.max(level, upright), np.ones((5, 5), np.uint8)), np.uint8)


def _bar(length: float, across: int, down: int) -> NDArray[np.uint8]:
    size = round(length) | 1
    return np.ones((size if down else 1, size if across else 1), np.uint8)


def little_page(frame: Frame, dpi: int) -> LittlePage:
    """Return how to cut the inside of a frame out of its page."""
    scale = max(1.0, min(2.0, FINE / dpi))
    inset = _BORDER * dpi
    width, height = frame.size[0] - 2 * inset, frame.size[1] - 2 * inset
    turn = np.deg2rad(frame.turn)
    across, down = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
    corner = np.array(frame.middle) - across * width / 2 - down * height / 2
    place = np.stack([across / scale, down / scale, corner], 1)
    return LittlePage(frame, round(dpi * scale), (round(width * scale), round(height * scale)), place)


def _fits(length: float, limits: tuple[float, float], dpi: int) -> bool:
    return limits[0] * dpi <= length <= limits[1] * dpi


def _frames(part: NDArray[np.bool_], left: int, top: int, dpi: int) -> list[Frame]:
    """Return the frames a component draws: two stamps that touch are two white rooms in one; else the rectangle about it."""
    outlines, kinds = cv2.findContours(part.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    rooms = [
        np.asarray(c + np.array((left, top)), np.int32)
        for c, kind in zip(outlines, kinds[0], strict=True)
        if kind[3] >= 0
    ]
    framed = [frame for room in rooms if (frame := _rectangle(room, dpi)) and _fills(room, frame)]
    rest = part.astype(np.uint8)
    for frame in framed:
        size = frame.size[0] + 2 * _SIDE * dpi, frame.size[1] + 2 * _SIDE * dpi
        corners = cv2.boxPoints((frame.middle, size, frame.turn)) - np.array((left, top), np.float32)
        cv2.fillPoly(rest, [corners.astype(np.int32)], 0)
    count, labels = cv2.connectedComponents(rest, connectivity=8)
    broken = (_outline(labels == n, left, top, dpi) for n in range(1, count if framed else 1))
    apart = [*framed, *(frame for frame in broken if frame)]
    whole = _outline(part, left, top, dpi)
    return [whole] if whole and len(apart) < 2 else apart


def _outline(part: NDArray[np.bool_], left: int, top: int, dpi: int) -> Frame | None:
    """Return the rectangle about a component, if its ink runs along three sides of it at least."""
    ys, xs = np.nonzero(part)
    if len(xs) < dpi:
        return None
    points = np.stack([xs + left, ys + top], 1).astype(np.float32)
    frame = _rectangle(cv2.convexHull(points), dpi)
    if frame is None or not _drawn(points, frame, dpi):
        return None
    own = _without_marks(points, frame, dpi)
    tight = _rectangle(cv2.convexHull(own), dpi) if len(own) < len(points) else None
    return tight if tight and _drawn(own, tight, dpi) else frame


def _drawn(points: NDArray[np.float32], frame: Frame, dpi: int) -> bool:
    return sum(drawn > _DRAWN for drawn in _sides(points, frame, dpi)) >= 3


def _without_marks(points: NDArray[np.float32], frame: Frame, dpi: int) -> NDArray[np.float32]:
    """Return the ink of a frame without what only touches it: an urgency set close under a stamp is no part of the stamp.

    A side that is not drawn stands too far out when one further in crosses from side to side and the frame does not go on beyond;
    where both its neighbours reach it, the side itself was torn.
    """
    (across, down), (width, height), near = _turned(points, frame), frame.size, _SIDE * dpi
    held = np.full(len(points), True)
    ways = (across, down, width, height), (-across, down, width, height)
    for out, along, size, length in (*ways, (down, across, height, width), (-down, across, height, width)):
        edges = np.arange(size / 2, 0, -near / 3)
        drawn = [_covered(along[(out <= edge) & (out > edge - near)], length) for edge in edges]
        first = next((n for n, share in enumerate(drawn) if share > _DRAWN), 0)
        if first == 0:
            continue
        whole = 0.95 * max(drawn[first : first + 4])
        edge = float(edges[next(n for n in range(first, first + 4) if drawn[n] >= whole)]) - near / 2
        ends = [out[(way * along > length / 2 - near) & (out > edge)] for way in (1, -1)]
        beyond = size / 2 - edge
        if not all(_covered(end - edge - beyond / 2, beyond) > _DRAWN for end in ends):
            held &= out <= edge
    return np.asarray(points[held], np.float32)


def _rectangle(points: NDArray[np.integer[Any] | np.floating[Any]], dpi: int) -> Frame | None:
    """Return the least rectangle about points, when it is nearly level and of a stamp's size."""
    middle, (width, height), turn = cv2.minAreaRect(points)
    if abs(turn) > 45:  # the rectangle may be told standing or lying
        width, height, turn = height, width, turn - 90 if turn > 0 else turn + 90
    if abs(turn) > _MOST_TURN or not (_fits(width, _WIDE, dpi) and _fits(height, _HIGH, dpi)):
        return None
    return Frame((float(middle[0]), float(middle[1])), (float(width), float(height)), float(turn))


def _fills(room: NDArray[np.int32], frame: Frame) -> bool:
    return cv2.contourArea(room) > 0.85 * frame.size[0] * frame.size[1]


def _sides(points: NDArray[np.float32], frame: Frame, dpi: int) -> list[float]:
    """Return how much of each side is drawn."""
    (across, down), (width, height), near = _turned(points, frame), frame.size, _SIDE * dpi
    return [
        _covered(down[across < near - width / 2], height), _covered(down[across > width / 2 - near], height),
        _covered(across[down < near - height / 2], width), _covered(across[down > height / 2 - near], width),
    ]  # fmt: skip


def _turned(points: NDArray[np.float32], frame: Frame) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return how far right of a frame's middle and how far below it each point lies, along its sides."""
    turn = np.deg2rad(frame.turn)
    shifted = points - np.array(frame.middle, np.float32)
    axes = np.array([(np.cos(turn), -np.sin(turn)), (np.sin(turn), np.cos(turn))], np.float32)
    placed = np.asarray(shifted @ axes, np.float32)
    return placed[:, 0], placed[:, 1]


def _covered(along: NDArray[np.float32], length: float) -> float:
    """Return the share of a side's pixels that points lie on."""
    places = np.unique((along + length / 2).astype(np.int32))
    return float(((places >= 0) & (places < length)).sum() / max(1.0, length))
