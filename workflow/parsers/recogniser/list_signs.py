"""The signs before the entries of a list (◆ ■ ○ ➢ –), seen by their place and form: the net knows letters, and reads nothing in most of them.

Nothing else stands so: alone before the first letter of a line, hardly higher than a letter, and filled to its outline or the same again at
the edge of other lines.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.components import Box4
from workflow.parsers.recogniser.line_cuts import FoundPage, place_in_cut
from workflow.parsers.recogniser.line_finder import FoundLine, around
from workflow.parsers.recogniser.recognise import Letter

_WORDS = 4  # letters of a line that an entry begins
_FAR, _CLEAR = 6.0, 2.5  # bodies: so far before its entry a sign may stand, and so far from what stands before it
_APART, _ONE = 0.3, 0.2  # bodies: white behind a sign, and within one made of several pieces
_WIDE, _HIGH, _LEAST = 2.2, 1.9, 0.2  # bodies: how large a sign is at most, and the longer side of it at least
_OVER, _UNDER = 1.0, 0.1  # bodies over and under the base line between which its middle lies
_LARGE, _FULL = 0.3, 0.9  # bodies, share of the outline: one so large and so filled is no letter and no dirt
_EDGE, _LIKE = 0.4, 0.3  # bodies; share of its size: signs of one list
_FLAT = 0.65  # of its width: a dash is no higher
_SURE = 0.99  # as sure as letters are: a doubt of a sign would be one of the name behind it
_DOUBTED = 0.6  # a letter read worse may be a sign


@dataclass(frozen=True)
class ListSign:
    """A sign before a line (its place in the page's lines): where it stands, the body of that line, and whether its outline is filled."""

    line: int
    box: Box4
    body: float
    filled: bool

    @property
    def text(self) -> str:
        """What is read for it."""
        left, top, right, bottom = self.box
        return "-" if bottom - top < _FLAT * (right - left) and bottom - top < _LARGE * self.body else "•"


def signs_of(page: FoundPage) -> list[ListSign]:
    """Return what may be a sign before each line of a page."""
    left, top, right, bottom = page.boxes.T if len(page.boxes) else np.zeros((4, 0), np.int32)
    middle = (top + bottom) / 2
    found: list[ListSign] = []
    for n, line in enumerate(page.lines):
        if len(line.boxes) < _WORDS:
            continue
        base = line.base - line.slope * (line.right - line.left) / 2
        level = (middle > base - _OVER * line.body) & (middle < base + _UNDER * line.body)
        near = (
            level
            & (right > line.left - (_FAR + _CLEAR) * line.body)
            & (left < line.left + (_WIDE + _CLEAR) * line.body)
        )
        places = np.flatnonzero(near)
        sign = _sign(page, line, places[np.argsort(left[places])].tolist())
        if sign is not None:
            found.append(ListSign(n, sign[0], line.body, sign[1]))
    return found


def _sign(page: FoundPage, line: FoundLine, places: Sequence[int]) -> tuple[Box4, bool] | None:
    """Return where the one sign before the letters of a line stands, and whether it is filled; `places` are of boxes from left to right."""
    groups = list(_touching(page.boxes, places, _ONE * line.body))
    boxes = [around(page.boxes[group].tolist()) for group in groups]
    before = -10_000
    for box, behind, group in zip(boxes, boxes[1:], groups, strict=False):
        clear = box[0] - before > _CLEAR * line.body and behind[0] - box[2] > _APART * line.body
        if clear and _fits(box, line) and behind[2] > line.left and not _walled(page, box, behind):
            return box, len(group) == 1 and _is_filled(page, box, int(page.names[group[0]]))
        before = box[2]
    return None


def _touching(boxes: NDArray[np.int32], places: Sequence[int], white: float) -> Iterator[list[int]]:
    """Yield the places of boxes that no more white than this parts."""
    held: list[int] = []
    for place in places:
        if held and boxes[place, 0] - boxes[held, 2].max() > white:
            yield held
            held = []
        held.append(place)
    if held:
        yield held


def _fits(box: Box4, line: FoundLine) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    small = wide <= _WIDE * line.body and high <= _HIGH * line.body and max(wide, high) >= _LEAST * line.body
    return small and box[0] > line.left - _FAR * line.body


def _walled(page: FoundPage, box: Box4, behind: Box4) -> bool:
    middle = (box[1] + box[3]) / 2
    return any(box[2] <= wall[2] and wall[0] <= behind[0] and wall[1] < middle < wall[3] for wall in page.walls)


def _is_filled(page: FoundPage, box: Box4, name: int) -> bool:
    """Whether ink fills the outline of a component, drawn tight around it, all but wholly."""
    left, top, right, bottom = box
    own = (page.labels[top:bottom, left:right] == name).astype(np.uint8)
    outlines, _ = cv2.findContours(np.pad(own, 1), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    hull = cv2.convexHull(max(outlines, key=len))
    within = np.zeros((bottom - top + 2, right - left + 2), np.uint8)
    cv2.fillConvexPoly(within, hull, 1)
    return int(own.sum()) >= _FULL * int(within.sum())


def with_signs(page: FoundPage, read: Mapping[int, Sequence[Letter]]) -> dict[int, list[Letter]]:
    """Return the letters of those lines before which a sign stands, with it before them; none for a line that was its sign alone.

    A sign is what the net read no letter in, or none surely: one that is large and filled, or several alike at one edge. A bold ๑ is as
    full as a bullet: what was read surely is a sign only where there are several such.
    """
    signs = [sign for sign in signs_of(page) if sign.line in read]
    unread = [sign for sign in signs if not _is_read(page, sign, read)]
    full = [sign for sign in signs if sign.filled and min(_size(sign)) >= _LARGE * sign.body]
    kept = [one for one in full if one in unread or sum(_alike(one, other) for other in full) > 1]
    kept += [one for one in unread if one not in kept and sum(_alike(one, other) for other in unread) > 1]
    given: dict[int, list[Letter]] = {}
    for sign in kept:
        line = page.lines[sign.line]
        at = place_in_cut(line, (sign.box[0] + sign.box[2]) / 2)
        behind = [x for x in read[sign.line] if x.at > place_in_cut(line, sign.box[2] + _ONE * sign.body)]
        first = next((n for n, x in enumerate(behind) if not x.text.isspace()), 0)
        given[sign.line] = [Letter(sign.text, at, _SURE), Letter(" ", at, _SURE), *behind[first:]]
        if (alone := _alone(page, sign)) is not None:
            given[alone] = []
    return given


def _is_read(page: FoundPage, sign: ListSign, read: Mapping[int, Sequence[Letter]]) -> bool:
    """Whether a letter was read surely in a sign, with its line or as a line of its own."""
    alone = _alone(page, sign)
    for n in (sign.line,) if alone is None else (sign.line, alone):
        line = page.lines[n]
        first, last = (place_in_cut(line, x) for x in (sign.box[0] - _ONE * sign.body, sign.box[2] + _ONE * sign.body))
        if any(first < x.at < last and x.confidence > _DOUBTED and not x.text.isspace() for x in read.get(n, ())):
            return True
    return False


def _alone(page: FoundPage, sign: ListSign) -> int | None:
    """Return the line that is nothing but a sign."""
    left, top, right, bottom = sign.box
    return next(
        (
            n for n, line in enumerate(page.lines)
            if n != sign.line and all(left <= b[0] and b[2] <= right and top <= b[1] and b[3] <= bottom for b in line.boxes)
        ),
        None,
    )  # fmt: skip


def _alike(one: ListSign, other: ListSign) -> bool:
    """Whether two signs are as large and begin at one edge."""
    near = abs(one.box[0] - other.box[0]) < _EDGE * one.body
    return near and all(abs(a - b) <= max(2, _LIKE * max(a, b)) for a, b in zip(_size(one), _size(other), strict=True))


def _size(sign: ListSign) -> tuple[int, int]:
    return sign.box[2] - sign.box[0], sign.box[3] - sign.box[1]
