"""Scanned pages of a PDF: at what resolution, and the scan itself where a page shows nothing else."""

import math
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium

from workflow.parsers.scan import Picture, picture_from

LEAST_DPI, MOST_DPI = 150, 300  # finer than print needs costs time, coarser loses tone marks
_LARGE = 0.3  # of the page: smaller pictures are an emblem or a signature
_ALIKE = 0.03  # of a resolution
_BESIDE_THE_EDGE = 0.5  # points: sizes of pages are rounded
_ALTERED = re.compile(rb"/S?Mask\b|/Decode\s*\[")  # a picture that is not shown as it is kept
_PLAIN = {
    pdfium.FPDF_COLORSPACE_DEVICEGRAY, pdfium.FPDF_COLORSPACE_DEVICERGB, pdfium.FPDF_COLORSPACE_CALGRAY,
    pdfium.FPDF_COLORSPACE_CALRGB, pdfium.FPDF_COLORSPACE_ICCBASED, pdfium.FPDF_COLORSPACE_INDEXED,
}  # fmt: skip
_JPEG, _JPEG_BITS = ["DCTDecode"], (8, 24)  # four colours are kept the wrong way round by some writers


def scanned_dpi(page: Any) -> int:
    """Return the resolution of the pictures that make up a pdfium page, within 150 to 300; 300 when none do.

    A scanner may write a page as strips: pictures alike count together. The finest are meant where there are several.
    """
    width, height = page.get_size()
    images = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)
    held = [(pixels, area) for image in images if (area := _area(image)) for pixels in [math.prod(image.get_px_size())]]
    for finest in sorted((pixels / area for pixels, area in held), reverse=True):
        alike = [(pixels, area) for pixels, area in held if (1 - _ALIKE) ** 2 * finest <= pixels / area <= finest]
        pixels, area = (sum(sizes) for sizes in zip(*alike, strict=True))
        if area >= _LARGE * width * height:
            return round(min(MOST_DPI, max(LEAST_DPI, 72 * math.sqrt(pixels / area))))
    return MOST_DPI


def _area(image: Any) -> float:
    left, bottom, right, top = image.get_bounds()
    return float(max(0.0, right - left) * max(0.0, top - bottom))


def scan_of(page: Any, dpi: int, path: Path) -> Picture | None:
    """Return the one picture that a pdfium page is, as the scanner wrote it; None where the page must be drawn.

    Drawing takes three times as long, and smears a scan whose pixels are not those of `dpi` to a hair. What lies over or under the
    picture, masks, turns or crops it is shown only by drawing. `path` is the whole PDF.
    """
    shown = [item for item in page.get_objects(max_depth=1) if not _is_hidden(item)]
    if len(shown) != 1 or shown[0].type != pdfium.FPDF_PAGEOBJ_IMAGE or not _is_as_kept(page, shown[0], dpi):
        return None
    image = shown[0]
    told = image.get_metadata()
    if told.colorspace not in _PLAIN or _alters(path, path.stat().st_mtime_ns):
        return None
    if image.get_filters(skip_simple=True) == _JPEG and told.bits_per_pixel in _JPEG_BITS:
        whole = bytes(image.get_data(decode_simple=True))
        return Picture(whole, image.get_px_size(), dpi) if _is_sound(whole, image.get_px_size()) else None
    pixels = image.get_bitmap().to_numpy()
    return picture_from(pixels if pixels.ndim == 2 else pixels[..., 2::-1], dpi)


@lru_cache(maxsize=4)  # asked of every page of a file
def _alters(path: Path, changed: int) -> bool:
    """Whether any picture of a PDF, as it was when it last changed, is masked or its shades are mapped to others."""
    return _ALTERED.search(path.read_bytes()) is not None


def _is_sound(jpeg: bytes, size: tuple[int, int]) -> bool:
    """Whether a picture can be opened to its end, and is as large as told; of a damaged one pdfium draws what there is."""
    import cv2
    import numpy as np

    small = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_REDUCED_GRAYSCALE_8 | cv2.IMREAD_IGNORE_ORIENTATION)
    return small is not None and small.shape == (-(-size[1] // 8), -(-size[0] // 8))


def _is_hidden(item: Any) -> bool:
    """Whether an object is text that a scanner's own recogniser wrote invisibly."""
    text = item.type == pdfium.FPDF_PAGEOBJ_TEXT
    return text and bool(pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _is_as_kept(page: Any, image: Any, dpi: int) -> bool:
    """Whether a picture stands upright, fills the page and has as many pixels as the page at this resolution."""
    matrix = image.get_matrix()
    turned = page.get_rotation() or matrix.b or matrix.c
    cut = pdfium.FPDFClipPath_CountPaths(pdfium.FPDFPageObj_GetClipPath(image)) > 0
    if turned or cut or pdfium.FPDFPageObj_HasTransparency(image) or pdfium.FPDFPage_GetAnnotCount(page):
        return False
    edges = zip(image.get_bounds(), page.get_bbox(), strict=True)
    pixels = zip(image.get_px_size(), page.get_size(), strict=True)
    return (
        min(matrix.a, matrix.d) > 0
        and all(abs(edge - of_page) < _BESIDE_THE_EDGE for edge, of_page in edges)
        and all(abs(many - side * dpi / 72) < 1 for many, side in pixels)
    )
