"""Where a page has print and where it is free, seen as a person sees it: on the rendered page, scan or not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from workflow.templates.overlay.sheet import Sheet

DENSITY = 2  # pixels to a point
DARKER = 40  # of 255: what is so much darker than the paper is ink
_REACH, _COMPANY = 6, 10  # dark pixels within so many around: a speck or two have fewer, a dotted line has them
KEEP_AWAY = 4.0  # points between print and what is drawn beside it


@dataclass(frozen=True)
class Place:
    """A rectangle on the visible page, in points from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass
class Ink:
    """The print on one visible page: True where a pixel is taken."""

    taken: Any

    def add(self, place: Place) -> None:
        """Take a place."""
        top, left = max(0, _px(place.y)), max(0, _px(place.x))
        self.taken[top : _px(place.y + place.height), left : _px(place.x + place.width)] = True

    def free(self, size: tuple[float, float], margin: float, cost: Callable[[Any, Any], Any]) -> Place | None:
        """Return the cheapest free place of that size inside the margin; `cost` is asked of arrays of x and y in points."""
        width, height = (_px(value) for value in size)
        edge, away = _px(margin), _px(KEEP_AWAY)
        rows, columns = self.taken.shape
        if rows - 2 * edge < height or columns - 2 * edge < width:
            return None
        sums = np.pad(self.taken, away).astype(np.int32).cumsum(0).cumsum(1)
        sums = np.pad(sums, ((1, 0), (1, 0)))
        ys, xs = (
            np.arange(edge, rows - edge - height + 1, DENSITY),
            np.arange(edge, columns - edge - width + 1, DENSITY),
        )
        low, high = height + 2 * away, width + 2 * away
        inside = (
            sums[np.ix_(ys + low, xs + high)]
            - sums[np.ix_(ys, xs + high)]
            - sums[np.ix_(ys + low, xs)]
            + sums[np.ix_(ys, xs)]
        )
        costs = np.where(inside == 0, cost(xs[None, :] / DENSITY, ys[:, None] / DENSITY), np.inf)
        at = int(np.argmin(costs))
        if not np.isfinite(costs.flat[at]):
            return None
        row, column = divmod(at, len(xs))
        return Place(float(xs[column]) / DENSITY, float(ys[row]) / DENSITY, *size)

    def lowest(self) -> float:
        """Return where the print ends, in points from the top; 0 on an empty page."""
        inked = np.flatnonzero(self.taken.any(axis=1))
        return float(inked[-1] + 1) / DENSITY if len(inked) else 0.0


def ink_of(pdf: bytes, page: int, sheet: Sheet) -> Ink:
    """Return the print on a page (0-based), its annotations included; lone specks of a scan are no print."""
    with pypdfium2.PdfDocument(pdf) as opened:
        opened.init_forms()
        seen = opened[page]
        picture = seen.render(scale=DENSITY * sheet.width / seen.get_width(), rev_byteorder=True).to_numpy().copy()
        scanned = _is_scan(seen)
    channels = picture[:, :, :3] if picture.ndim == 3 else picture[:, :, None]
    return Ink(_print(channels.min(axis=2), scanned=scanned))


def _is_scan(page: Any) -> bool:
    """Whether a picture covers most of the page."""
    whole = page.get_width() * page.get_height()
    bounds = (each.get_bounds() for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2))
    return any((right - left) * (top - bottom) > whole / 2 for left, bottom, right, top in bounds)


def _print(lightness: Any, *, scanned: bool) -> Any:
    """Return which pixels are ink: darker than the most frequent shade (the paper); of a scan, those in company."""
    paper = int(np.bincount(lightness.ravel(), minlength=256).argmax())
    dark = lightness.astype(np.int16) < paper - DARKER
    if not scanned:
        return dark
    around = np.pad(dark, ((_REACH + 1, _REACH), (_REACH + 1, _REACH))).astype(np.int32).cumsum(0).cumsum(1)
    wide = 2 * _REACH + 1
    company = around[wide:, wide:] - around[:-wide, wide:] - around[wide:, :-wide] + around[:-wide, :-wide]
    return dark & (company >= _COMPANY)


def _px(points: float) -> int:
    return int(np.ceil(points * DENSITY))
