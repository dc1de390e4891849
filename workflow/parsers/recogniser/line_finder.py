"""Finds printed lines: letters as high as a consonant chain from left to right, marks and dots join afterwards."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.components import Box4, body_of, sorted_by_size

_REACH = 3.5  # bodies between two neighbours of a line; wider is another column
_WIDE_WHITE, _OFF_LEVEL = 2.0, 0.3  # bodies: behind so much white what stands so much higher or lower is another column
_SAME_ROW = 0.65  # bodies between the base lines of two columns
_STACKED = 3.2  # bodies between base lines: closer than lines can stand


@dataclass
class _Chain:
    """A line as it grows: the boxes (left, top, right, bottom) of its full-height letters, left to right."""

    boxes: list[Box4]
    right: int = 0
    top: float = 0.0
    base: float = 0.0

    def __post_init__(self) -> None:
        self._look()

    def add(self, box: Box4) -> None:
        self.boxes.append(box)
        self._look()

    def _look(self) -> None:
        last = self.boxes[-9:]
        self.right = max([b[2] for b in last[-4:]])
        self.base = _middle([b[3] for b in last])
        self.top = self.base - _middle([b[3] - b[1] for b in last])


def _middle(values: list[int]) -> float:
    """Return the median; asked for every letter of a page, where statistics.median looks first what kind of numbers it has."""
    values.sort()
    half = len(values) // 2
    return float(values[half]) if len(values) % 2 else (values[half - 1] + values[half]) / 2


@dataclass(frozen=True)
class FoundLine:
    """A piece of a printed row: where it lies in pixels, its base line and body, and the boxes of its letters and marks."""

    left: float
    right: float
    base: float
    body: float
    slope: float = 0.0
    boxes: tuple[Box4, ...] = field(default=(), repr=False)
    marks: tuple[Box4, ...] = field(default=(), repr=False)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Where its letters lie, marks left out."""
        return self.left, self.base - 1.2 * self.body, self.right, self.base + 0.25 * self.body


def lines_of(boxes: NDArray[np.int32], dpi: int, walls: Sequence[Box4] = ()) -> list[FoundLine]:
    """Return the lines that component boxes (left, top, right, bottom) make, in rows from the top; no line crosses a wall."""
    if len(boxes) == 0:
        return []
    body = body_of(boxes, dpi)
    letters, small = sorted_by_size(boxes, body)
    chains = _chained(letters, body, walls, _colons(small, body))
    pieces = [_settled(chain, body) for joined in _joined(chains) for chain in _level(joined, body)]
    pieces = _without_upright(_without_marks([piece for piece in pieces if piece.right - piece.left > 0.3 * body]))
    return sorted((_widened(piece, small, walls) for piece in pieces), key=lambda line: (line.base, line.left))


def _without_upright(pieces: list[FoundLine]) -> list[FoundLine]:
    """Leave out print that runs up the margin: a stack of single letters closer than lines can stand."""
    lone = sorted((p for p in pieces if len(p.boxes) <= 3), key=lambda p: p.base)
    bases = [p.base for p in lone]

    def beside(p: FoundLine) -> list[FoundLine]:  # a page that lies sideways is lone letters, thousands of them
        return lone[bisect_left(bases, p.base - _STACKED * p.body) : bisect_right(bases, p.base + _STACKED * p.body)]

    stacked = {id(p) for p in lone if sum(_close_over(p, other) for other in beside(p)) >= 3}
    near = {id(p) for p in lone if any(id(other) in stacked and _close_over(p, other) for other in beside(p))}
    gone = stacked | near
    return [p for p in pieces if id(p) not in gone]


def _close_over(a: FoundLine, b: FoundLine) -> bool:
    shared = min(a.right, b.right) - max(a.left, b.left)
    return (
        a is not b
        and shared > 0.4 * min(a.right - a.left, b.right - b.left)
        and abs(a.base - b.base) < _STACKED * min(a.body, b.body)
    )


def _without_marks(pieces: list[FoundLine]) -> list[FoundLine]:
    """Leave out pieces that are the marks over (or the feet under) a longer line."""
    return [p for p in pieces if not any(_rides(p, other) for other in pieces if other is not p)]


def _rides(piece: FoundLine, line: FoundLine) -> bool:
    small = piece.body < (1.5 if len(piece.boxes) < 3 else 1.1) * line.body
    if not small or len(piece.boxes) > 6 or len(line.boxes) < len(piece.boxes) + 2:
        return False
    within = min(piece.right, line.right + line.body) - max(piece.left, line.left - line.body)
    over = line.base - 1.5 * line.body < piece.base < line.base - 0.6 * line.body
    under = line.base + 0.1 * line.body < piece.base < line.base + 0.75 * line.body
    return within > 0.7 * (piece.right - piece.left) and (over or under)


def _colons(small: Sequence[Box4], body: float) -> list[Box4]:
    """Return the boxes of two dots over each other: in a line stretched to the margin a colon stands far from both its words."""
    held = []
    for n, (left, top, right, bottom) in enumerate(small):
        for other in small[n + 1 :]:
            if other[0] > right:
                break
            apart = abs((other[1] + other[3]) - (top + bottom)) / 2
            if 0.3 * body < apart < 1.1 * body:
                held.append(around([(left, top, right, bottom), other]))
    return held


def _chained(letters: Sequence[Box4], body: float, walls: Sequence[Box4], colons: Sequence[Box4] = ()) -> list[_Chain]:
    chains: list[_Chain] = []
    for box in letters:
        best, worth = None, 0.5
        for chain in chains:
            top, base = chain.top, chain.base
            if box[1] > base or box[3] < top:
                continue
            high = base - top
            reach = _REACH * max(high, body * 0.8)
            if not -1.0 * high < box[0] - chain.right < reach and not _over_colon(chain, box, reach, colons):
                continue
            if box[0] - chain.right > 0.4 * body and _walled(chain, box, walls):
                continue
            shared = (min(base, box[3]) - max(top, box[1])) / max(1.0, min(high, box[3] - box[1]))
            like = min(high, box[3] - box[1]) / max(high, box[3] - box[1])
            if shared * (0.5 + 0.5 * like) > worth and like > 0.3:
                best, worth = chain, shared * (0.5 + 0.5 * like)
        if best is None:
            chains.append(_Chain([box]))
        else:
            best.add(box)
    return chains


def _over_colon(chain: _Chain, box: Box4, reach: float, colons: Sequence[Box4]) -> bool:
    """Whether a letter too far from a line stands near enough to the colon behind the line."""
    if not reach <= box[0] - chain.right < 2 * reach:
        return False
    near = (c for c in colons if chain.right <= c[0] and c[2] <= box[0] and chain.top < (c[1] + c[3]) / 2 < chain.base)
    return any(c[0] - chain.right < reach and box[0] - c[2] < reach for c in near)


def _walled(chain: _Chain, box: Box4, walls: Sequence[Box4]) -> bool:
    middle = (box[1] + box[3]) / 2
    return any(chain.right <= wall[2] and wall[0] <= box[0] and wall[1] < middle < wall[3] for wall in walls)


def _joined(chains: list[_Chain]) -> list[_Chain]:
    """Join chains that lie in one band and reach into each other: a tall vowel may have started a chain of its own."""
    held: list[tuple[_Chain, Box4]] = []
    for chain in sorted(chains, key=lambda c: -len(c.boxes)):
        own = around(chain.boxes)
        middle = float(median((b[1] + b[3]) / 2 for b in chain.boxes))
        home = next((n for n, other in enumerate(held) if _inside(own, middle, *other)), None)
        if home is None:
            held.append((chain, own))
        else:
            joined = held[home][0]
            joined.boxes = sorted([*joined.boxes, *chain.boxes])
            held[home] = joined, around(joined.boxes)
    return [chain for chain, _ in held]


def _level(chain: _Chain, body: float) -> list[_Chain]:
    """Return a chain cut at wide white where what stands behind it is not level with what stands before: cells of a table."""
    cuts = [n for n, (a, b) in enumerate(pairwise(chain.boxes), 1) if b[0] - a[2] > _WIDE_WHITE * body]
    edges = [0, *cuts, len(chain.boxes)]
    parts = [chain.boxes[a:b] for a, b in pairwise(edges)]
    held = parts[:1]
    for part in parts[1:]:
        if abs(_base(part) - _base(held[-1])) > _OFF_LEVEL * body:
            held.append(part)
        else:
            held[-1] = [*held[-1], *part]
    return [_Chain(boxes) for boxes in held] if len(held) > 1 else [chain]


def _base(boxes: Sequence[Box4]) -> float:
    return float(median(b[3] for b in boxes))


def around(boxes: Sequence[Box4]) -> Box4:
    """Return the box around boxes."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _inside(own: Box4, middle: float, other: _Chain, around: Box4) -> bool:
    left, right = own[0], own[2]
    reach = 0.15 * (around[3] - around[1])
    if not around[1] - reach < middle < around[3] + reach or left > around[2] + 120 or right < around[0] - 120:
        return False  # most pairs; the rest is reckoned only for the few that are near
    near = [b for b in other.boxes if b[2] > left - 120 and b[0] < right + 120]
    if not near:
        return False
    top, base = float(median(b[1] for b in near)), float(median(b[3] for b in near))
    high = base - top
    reach = min(right, max(b[2] for b in near)) - max(left, min(b[0] for b in near))
    return reach > -1.5 * high and top - 0.15 * high < middle < base + 0.15 * high


def _settled(chain: _Chain, body: float) -> FoundLine:
    """Reckon base line, slope and body from the letters that have no tail and no tall vowel."""
    boxes = chain.boxes
    heights = np.array([b[3] - b[1] for b in boxes], float)
    own = _own_body(heights, body)
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    plain = [b for b, h in zip(boxes, heights, strict=True) if 0.75 * own < h < 1.7 * own] or boxes
    bottoms = np.array([b[3] for b in plain], float)
    base = float(np.median(bottoms))
    held = np.abs(bottoms - base) < 0.4 * own
    slope = 0.0
    if held.sum() > 12 and right - left > 20 * own:
        middles = np.array([(b[0] + b[2]) / 2 for b in plain], float)[held] - (left + right) / 2
        slope, base = (float(v) for v in np.polyfit(middles, bottoms[held], 1))
        slope = max(-0.02, min(0.02, slope))
    return FoundLine(left, right, base, own, slope, tuple(boxes))


def _own_body(heights: NDArray[np.float64], body: float) -> float:
    """Return the line's own body; a short line of tall letters takes the page's when that fits."""
    if len(heights) < 4 and 0.9 * body < float(np.median(heights)) < 1.6 * body:
        return body
    own = _common(heights)
    few = len(heights) < 16 and 0.68 * body < own < 1.2 * body
    return body if few else own  # a line of digits looks smaller than its letters


def _common(heights: NDArray[np.float64]) -> float:
    low = float(np.sort(heights)[int(0.4 * (len(heights) - 1))])
    return float(np.median(heights[(heights > 0.8 * low) & (heights < 1.2 * low)]))


def _widened(line: FoundLine, small: Sequence[Box4], walls: Sequence[Box4]) -> FoundLine:
    """Take in the hyphens, dots and marks at the ends, as far as the cell's walls."""
    left, right, middle = line.left, line.right, line.base - line.body / 2
    beside = [w for w in walls if w[1] < middle < w[3]]
    least = max((w[2] for w in beside if w[2] <= left), default=-1)
    most = min((w[0] for w in beside if w[0] >= right), default=1_000_000)
    over, under = line.base - 1.9 * line.body, line.base + 0.6 * line.body
    level = [b for b in small if over < (b[1] + b[3]) / 2 < under]
    near: list[Box4] = []
    for _ in range(3):
        start, end = max(least, left - 1.6 * line.body), min(most, right + 1.6 * line.body)
        near = [b for b in level if start < b[2] and b[0] < end]
        left, right = min([left, *(b[0] for b in near)]), max([right, *(b[2] for b in near)])
    return replace(line, left=left, right=right, marks=tuple(near))


def rows_of(lines: Sequence[FoundLine]) -> list[list[int]]:
    """Return the rows, top to bottom, each the places in `lines` of its pieces from left to right."""
    rows: list[list[int]] = []
    spans = [_span(line) for line in lines]

    def beside(one: int, other: int) -> bool:
        a, b = lines[one], lines[other]
        (left, right), (start, end) = spans[one], spans[other]
        return abs(a.base - b.base) < _SAME_ROW * min(a.body, b.body) and (
            left >= end - a.body or start >= right - a.body
        )

    for place in sorted(range(len(lines)), key=lambda n: lines[n].base):
        home = next((row for row in rows[-3:] if all(beside(place, other) for other in row)), None)
        if home is None:
            rows.append([place])
        else:
            home.append(place)
    rows.sort(key=lambda row: sum(lines[n].base for n in row) / len(row))
    return [sorted(row, key=lambda n: lines[n].left) for row in rows]


def _span(line: FoundLine) -> tuple[float, float]:
    """Return where its letters begin and end: a mark between two pieces was given to both."""
    if not line.boxes:
        return line.left, line.right
    return min(b[0] for b in line.boxes), max(b[2] for b in line.boxes)
