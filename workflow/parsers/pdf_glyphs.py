"""What is printed on one PDF page, asked from pdfium: characters with places and style, coloured frames, ruling lines."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from workflow.core.reading import Box
from workflow.parsers.pdf_lines import Glyph, Style, turned

MAX_SLANT = math.radians(8)  # steeper is a margin note or a watermark, not a line to read
_COLOURED = 60  # distance between the strongest and the weakest of red, green and blue (0 to 255)
_BOLD_WEIGHT = 600
_FRAME = (30, 320)  # points: no side of a stamp's frame is shorter or longer
_LINE_BREAKS = (0, 10, 13)


@dataclass(frozen=True)
class Drawings:
    """Frames of stamps (coloured outlines); whether ruling lines could make a table; what else is shown.

    `pictured` is the share of the page under its largest picture, `shapes` how many shapes are drawn (outlined letters, an emblem).
    """

    frames: tuple[Box, ...]
    ruled: bool
    pictured: float
    shapes: int


def drawings(page: Any) -> Drawings:
    """Look through the page's paths."""
    width, height = page.get_size()
    frames, across, down, pictured, shapes = [], 0, 0, 0.0, 0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        x0, y0, x1, y1 = item.get_bounds()
        wide, high = x1 - x0, y1 - y0
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictured = max(pictured, wide * high / (width * height))
        elif min(wide, high) > 8 and (pdfium.FPDFPath_CountSegments(item) > 5 or max(wide, high) < 15):
            shapes += 1  # a drawing, not a line and not a box
        elif not _inked(item, pdfium.FPDFPageObj_GetStrokeColor):
            across += wide > 30 and not 4 <= high <= 8
            down += high > 8 and not 4 <= wide <= 8
        elif _FRAME[0] < min(wide, high) and max(wide, high) < _FRAME[1]:
            frames.append((x0, height - y1, x1, height - y0))
    return Drawings(tuple(sorted(frames, key=lambda f: (f[1], f[0]))), across >= 3 and down >= 3, pictured, shapes)


def glyphs_of(page: Any, frames: tuple[Box, ...]) -> Iterator[Glyph]:
    """Yield the page's characters in the order of the file, steep ones left out; a text object has one style, asked once."""
    height, text, rect = page.get_height(), page.get_textpage(), pdfium.FS_RECTF()
    styles: dict[int, Style | None] = {}
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code in _LINE_BREAKS or not pdfium.FPDFText_GetLooseCharBox(text, at, rect):
            continue
        box = rect.left, height - rect.top, rect.right, height - rect.bottom
        owner = ctypes.cast(pdfium.FPDFText_GetTextObject(text, at), ctypes.c_void_p).value
        if owner is None:  # a space that pdfium judged from the gap
            continue
        if owner not in styles:
            styles[owner] = _style(text, at, height, frames)
        if style := styles[owner]:
            yield _glyph(chr(code), box, style)
    text.close()


def _glyph(char: str, box: Box, style: Style) -> Glyph:
    if not style.angle:
        return Glyph(char, box[0], box[2], box, style)
    middle = (box[1] + box[3]) / 2
    return Glyph(char, turned(box[0], middle, style.angle)[0], turned(box[2], middle, style.angle)[0], box, style)


def _style(text: Any, at: int, height: float, frames: tuple[Box, ...]) -> Style | None:
    """Return how the character's text object is printed; None for steep or invisible text."""
    angle = (pdfium.FPDFText_GetCharAngle(text, at) + math.pi) % (2 * math.pi) - math.pi
    text_object = pdfium.FPDFText_GetTextObject(text, at)
    hidden = pdfium.FPDFTextObj_GetTextRenderMode(text_object) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    if abs(angle) > MAX_SLANT or hidden:
        return None
    angle = 0.0 if abs(angle) < 0.002 else angle
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    top = height - y.value
    inked = _inked(text_object, pdfium.FPDFPageObj_GetFillColor)
    return Style(
        size=_size(text, at),
        baseline=turned(x.value, top, angle)[1],
        angle=angle,
        inked=inked,
        bold=pdfium.FPDFText_GetFontWeight(text, at) >= _BOLD_WEIGHT,
        stamp=next(
            (n for n, f in enumerate(frames) if inked and f[0] <= x.value <= f[2] and f[1] <= top <= f[3]), None
        ),
    )


def _size(text: Any, at: int) -> float:
    """Return the size in points on the page: the font's nominal size times the text matrix's scale."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    return round(float(pdfium.FPDFText_GetFontSize(text, at)) * math.hypot(matrix.c, matrix.d), 1)


def _inked(page_object: Any, ask: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not ask(page_object, red, green, blue, alpha):
        return False
    shades = red.value, green.value, blue.value
    return alpha.value > 0 and max(shades) - min(shades) > _COLOURED
