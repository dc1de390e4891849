"""Signs between words that the net seldom met and reads nothing or nonsense in: a colon with white on either side, a wide dash. Pure.

`ประชาชน : รักษา`, `ประชาชน — รักษา`: two dots over each other, or one flat stroke, and nothing beside, over or under it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from workflow.parsers.recogniser.components import Box4
from workflow.parsers.recogniser.line_cuts import FoundPage, place_in_cut
from workflow.parsers.recogniser.line_finder import FoundLine
from workflow.parsers.recogniser.recognise import Letter

_WORDS = 4  # letters of a line
_OVER, _UNDER = 1.6, 0.2  # bodies over and under the base line: what stands there is of the line
_DOT, _LEAST = 0.4, 0.08  # bodies: a dot is no larger and no smaller
_APART, _FAR = 0.3, 1.1  # bodies from the middle of one dot to that of the other
_LOW, _HIGH = (
    0.45,
    1.1,
)  # bodies over the base line: the lower one's middle lies under the first, the upper one's under the second
_WIDE, _WIDEST, _FLAT = 0.9, 3.5, 0.25  # bodies: a dash that the net does not know, and how high it is
_DASHED = (0.15, 0.8)  # bodies over the base line between which it lies
_WHITE = 0.3  # bodies to either side
_SURE = 0.98  # a little less than letters are: a doubt of a sign would be one of the words about it


class _Sign(NamedTuple):
    text: str
    left: int
    right: int


def with_parting_signs(page: FoundPage, read: Mapping[int, Sequence[Letter]]) -> dict[int, list[Letter]]:
    """Return the letters of those lines in which such signs stand, with these among them."""
    given: dict[int, list[Letter]] = {}
    for n, letters in read.items():
        line = page.lines[n]
        for sign in _signs(page, line) if len(line.boxes) >= _WORDS and len(page.boxes) else ():
            if (held := _put(sign, line, given.get(n) or letters)) is not None:
                given[n] = held
    return given


def _put(sign: _Sign, line: FoundLine, letters: Sequence[Letter]) -> list[Letter] | None:
    """Return the letters with a sign between them; None at the end of a line, or where it was read."""
    first, last = (
        place_in_cut(line, sign.left - _WHITE * line.body),
        place_in_cut(line, sign.right + _WHITE * line.body),
    )
    within = [x for x in letters if first < x.at < last and not x.text.isspace()]
    before, behind = [x for x in letters if x.at <= first], [x for x in letters if x.at >= last]
    read = all(x.text == "-" for x in within) if sign.text != ":" else False
    if (within and (read or sign.text == ":")) or not before or not behind:
        return None
    at = (first + last) / 2
    return [
        *_without_space(before),
        *(Letter(x, at, _SURE) for x in f" {sign.text} "),
        *_without_space(behind[::-1])[::-1],
    ]


def _without_space(letters: Sequence[Letter]) -> Sequence[Letter]:
    """Return letters without the spaces they end in."""
    end = next((n for n in range(len(letters), 0, -1) if not letters[n - 1].text.isspace()), 0)
    return letters[:end]


def _signs(page: FoundPage, line: FoundLine) -> Iterator[_Sign]:
    left, top, right, bottom = page.boxes.T
    body = line.body
    base = line.base + line.slope * ((left + right) / 2 - (line.left + line.right) / 2)
    over = (base - (top + bottom) / 2) / body
    level = (over > -_UNDER) & (over < _OVER) & (right > line.left) & (left < line.right)
    wide, high = (right - left) / body, (bottom - top) / body
    dots = level & (wide < _DOT) & (high < _DOT) & (np.maximum(wide, high) > _LEAST) & (over < _HIGH)
    dashes = level & (wide > _WIDE) & (wide < _WIDEST) & (high < _FLAT) & (over > _DASHED[0]) & (over < _DASHED[1])
    found = [*_colons(page.boxes[dots].tolist(), over[dots].tolist(), body)]
    found += [_Sign("–", x0, x1) for x0, _, x1, _ in page.boxes[dashes].tolist()]
    boxes: list[Box4] = page.boxes[level].tolist()
    for sign in found:
        near = (b for b in boxes if b[0] < sign.right + _WHITE * body and sign.left - _WHITE * body < b[2])
        if all(sign.left <= b[0] and b[2] <= sign.right for b in near):
            yield sign


def _colons(dots: Sequence[Box4], over: Sequence[float], body: float) -> Iterator[_Sign]:
    """Yield the pairs of dots that stand over each other; `over` tells how high each stands over the base line."""
    held = sorted(zip(dots, over, strict=True))
    for n, (one, height) in enumerate(held):
        for other, another in held[n + 1 :]:
            if other[0] > one[2]:
                break
            lower, upper = sorted((height, another))
            if lower < _LOW and _APART < upper - lower < _FAR:
                yield _Sign(":", min(one[0], other[0]), max(one[2], other[2]))
