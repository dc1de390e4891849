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
    """Yield the page's characters in the order of the file; steep and invisible ones are left out."""
    height, text, rect = page.get_height(), page.get_textpage(), pdfium.FS_RECTF()
    raw, printing = text.raw, _Printing(text.raw, height, frames)
    for at in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, at)
        if code in _LINE_BREAKS or not pdfium.FPDFText_GetLooseCharBox(raw, at, rect):
            continue
        if style := printing.style(at):
            yield _glyph(chr(code), (rect.left, height - rect.top, rect.right, height - rect.bottom), style)
    text.close()


def _glyph(char: str, box: Box, style: Style) -> Glyph:
    if not style.angle:
        return Glyph(char, box[0], box[2], box, style)
    middle = (box[1] + box[3]) / 2
    return Glyph(char, turned(box[0], middle, style.angle)[0], turned(box[2], middle, style.angle)[0], box, style)


class _Printing:
    """How a page's characters are printed. A text object has one style, asked once, into buffers made once: the hot path."""

    def __init__(self, text: Any, height: float, frames: tuple[Box, ...]) -> None:
        self._text, self._height, self._frames = text, height, frames
        self._styles: dict[int | None, Style | None] = {None: None}  # no object: a space that pdfium judged from a gap
        self._matrix, self._x, self._y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()

    def style(self, at: int) -> Style | None:
        """Return the style of the character at a place; None where it is not to be read."""
        text_object = pdfium.FPDFText_GetTextObject(self._text, at)
        key = ctypes.cast(text_object, ctypes.c_void_p).value
        if key not in self._styles:
            self._styles[key] = self._asked(at, text_object)
        return self._styles[key]

    def _asked(self, at: int, text_object: Any) -> Style | None:
        pdfium.FPDFText_GetMatrix(self._text, at, self._matrix)
        angle = math.atan2(self._matrix.b, self._matrix.a)
        hidden = pdfium.FPDFTextObj_GetTextRenderMode(text_object) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        if abs(angle) > MAX_SLANT or hidden:
            return None
        angle = 0.0 if abs(angle) < 0.002 else angle
        pdfium.FPDFText_GetCharOrigin(self._text, at, self._x, self._y)
        x, y = self._x.value, self._height - self._y.value
        inked = _inked(text_object, pdfium.FPDFPageObj_GetFillColor)
        bold = pdfium.FPDFText_GetFontWeight(self._text, at) >= _BOLD_WEIGHT
        stamp = (
            next((n for n, f in enumerate(self._frames) if f[0] <= x <= f[2] and f[1] <= y <= f[3]), None)
            if inked
            else None
        )
        return Style(self._size(at), turned(x, y, angle)[1] if angle else y, angle, inked, bold, stamp)

    def _size(self, at: int) -> float:
        """Return the size in points on the page: the font's nominal size times the scale of the matrix just asked for."""
        return round(float(pdfium.FPDFText_GetFontSize(self._text, at)) * math.hypot(self._matrix.c, self._matrix.d), 1)


_RED, _GREEN, _BLUE, _ALPHA = (ctypes.c_uint() for _ in range(4))  # buffers of the call below


def _inked(page_object: Any, ask: Any) -> bool:
    if not ask(page_object, _RED, _GREEN, _BLUE, _ALPHA):
        return False
    shades = _RED.value, _GREEN.value, _BLUE.value
    return _ALPHA.value > 0 and max(shades) - min(shades) > _COLOURED
