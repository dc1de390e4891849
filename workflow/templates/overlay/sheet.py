"""A page of somebody else's PDF as a person sees it: cropped, turned, its size on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LETTER = (0.0, 0.0, 612.0, 792.0)  # what readers assume where a page has no size
A3_LONG, A4_LONG = 1190.55, 841.89
SMALLEST = 300.0  # a shorter side than this is no paper that one stamps at full size
Matrix = tuple[float, float, float, float, float, float]
_MAX_DEPTH = 50


@dataclass(frozen=True)
class Sheet:
    """The visible page: width and height in points of the paper, and the matrix from there (origin lower left) to the page's own space.

    A scanner may write its pixels as points: what would be longer than A3 is taken for A4, so that a stamp keeps its size on paper.
    """

    width: float
    height: float
    matrix: Matrix


def sheet_of(page: Any) -> Sheet:
    """Return the visible page of a pikepdf page dictionary; wrong boxes are mended as readers mend them."""
    x0, y0, x1, y1 = _visible(page)
    turn = _turn(page)
    wide, high = x1 - x0, y1 - y0
    if turn in {90, 270}:
        wide, high = high, wide
    scale = _scale(wide, high, _number(inherited(page, "/UserUnit"), 1.0))
    a, b, c, d, e, f = {
        0: (1, 0, 0, 1, x0, y0), 90: (0, 1, -1, 0, x1, y0), 180: (-1, 0, 0, -1, x1, y1), 270: (0, -1, 1, 0, x0, y1)
    }[turn]  # fmt: skip
    return Sheet(wide / scale, high / scale, (a * scale, b * scale, c * scale, d * scale, e, f))


def inherited(page: Any, name: str) -> Any:
    """Return a page's entry, its own or that of the nodes above it; None when there is none."""
    return next((node[name] for node in _upward(page) if name in node), None)


def _upward(page: Any) -> Iterator[Any]:
    for _ in range(_MAX_DEPTH):
        yield page
        if "/Parent" not in page:
            return
        page = page["/Parent"]


def _visible(page: Any) -> tuple[float, float, float, float]:
    media = _box(inherited(page, "/MediaBox")) or LETTER
    crop = _box(inherited(page, "/CropBox")) or media
    x0, y0, x1, y1 = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return (x0, y0, x1, y1) if x1 - x0 > 1 and y1 - y0 > 1 else media


def _box(given: Any) -> tuple[float, float, float, float] | None:
    try:
        a, b, c, d = (float(value) for value in given)
    except (TypeError, ValueError):
        return None
    x0, x1, y0, y1 = min(a, c), max(a, c), min(b, d), max(b, d)
    return (x0, y0, x1, y1) if x1 - x0 > 1 and y1 - y0 > 1 else None


def _turn(page: Any) -> int:
    return round(_number(inherited(page, "/Rotate"), 0.0) / 90) * 90 % 360


def _number(given: Any, otherwise: float) -> float:
    try:
        return float(given)
    except (TypeError, ValueError):
        return otherwise


def _scale(wide: float, high: float, unit: float) -> float:
    """Return how many units of the page are one point of the paper."""
    long, short = max(wide, high) * unit, min(wide, high) * unit
    if long > A3_LONG * 1.05:
        return max(wide, high) / A4_LONG
    return (min(1.0, short / SMALLEST)) / unit if unit > 0 else 1.0
