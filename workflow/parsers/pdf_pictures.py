"""At what resolution a page of a PDF was scanned: that of its largest pictures."""

from typing import Any

import pypdfium2.raw as pdfium

LEAST_DPI, MOST_DPI = 150, 300  # finer than print needs costs time, coarser loses tone marks
_LARGE = 0.3  # of the page: a smaller picture is an emblem or a signature


def scanned_dpi(page: Any) -> int:
    """Return the resolution of the finest large picture of a pdfium page, within 150 to 300; 300 when there is none."""
    width, height = page.get_size()
    held = [
        dpi
        for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)
        if (dpi := _dpi(image, width * height))
    ]
    return round(min(MOST_DPI, max(LEAST_DPI, max(held, default=MOST_DPI))))


def _dpi(image: Any, page_area: float) -> float | None:
    left, bottom, right, top = image.get_bounds()
    covered = (right - left) * (top - bottom)
    if covered < _LARGE * page_area or covered <= 0:
        return None
    across, down = image.get_px_size()
    return float(72 * (across * down / covered) ** 0.5)
