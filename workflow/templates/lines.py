"""One paragraph becomes lines: filled to the width at word ends, spread evenly between letter clusters (thaiDistribute)."""

from dataclasses import dataclass

from workflow.templates.breaks import break_points, splits_syllable
from workflow.templates.measure import Shaped

# Beyond this a line looks torn (a long web address follows it): it is then left ragged.
_WIDEST_TRACKING = 1.6


@dataclass(frozen=True)
class Line:
    """A line of a paragraph: text[start:end], where it begins from the left margin, and the points added after each cluster."""

    text: str
    start: int
    end: int
    x: float
    tracking: float = 0.0


@dataclass(frozen=True)
class Room:
    """The width of the text and where first and following lines begin, in points from the left margin."""

    width: float
    first_x: float = 0.0
    rest_x: float = 0.0


def wrap(shaped: Shaped, size: float, room: Room, *, spread: bool = True) -> tuple[Line, ...]:
    """Return the lines of the shaped text; all but the last reach the right edge when `spread`."""
    text, start = shaped.text, 0
    lines: list[Line] = []
    while start < len(text):
        x = room.rest_x if lines else room.first_x
        end = _line_end(shaped, start, (room.width - x) / size)
        printed = text[start:end].rstrip(" ")
        stop = start + len(printed)
        last = end >= len(text)
        gap = 0.0 if last or not spread else _tracking(shaped, start, stop, (room.width - x) / size) * size
        lines.append(Line(printed, start, end, x, gap))
        start = end
    return tuple(lines)


def _line_end(shaped: Shaped, start: int, room: float) -> int:
    text, best = shaped.text, 0
    for cut in break_points(text):
        if cut <= start:
            continue
        if shaped.width(start, start + len(text[start:cut].rstrip(" "))) > room:
            break
        best = cut
    return best or _forced_end(shaped, start, room)


def _forced_end(shaped: Shaped, start: int, room: float) -> int:
    """Return the end of as many clusters as fit: only for one unbreakable piece longer than a line."""
    ends = [n for n in range(start + 1, len(shaped.text) + 1) if n == len(shaped.text) or shaped.count(n, n + 1)]
    fitting = [n for n in ends if shaped.width(start, n) <= room]
    sound = [n for n in fitting if not splits_syllable(shaped.text, n)]
    return (sound or fitting or ends[:1])[-1]


def _tracking(shaped: Shaped, start: int, stop: int, room: float) -> float:
    gaps = shaped.count(start, stop) - 1
    slack = room - shaped.width(start, stop)
    return slack / gaps if gaps > 0 and slack / gaps * 16 <= _WIDEST_TRACKING else 0.0
