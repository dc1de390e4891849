"""What is printed on one PDF page, asked from pdfium: characters with places and style, coloured frames, ruling lines."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pypdfium2.raw as pdfium

from workflow.core.reading import Box
from workflow.parsers.limits import MAX_GLYPHS
from workflow.parsers.pdf_lines import Glyph, Style, turned

MAX_SLANT = math.radians(8)  # steeper is a margin note or a watermark, not a line to read
_COLOURED = 60  # distance between the strongest and the weakest of red, green and blue (0 to 255)
_BOLD_WEIGHT = 600
_FRAME = (30, 320)  # points: no side of a stamp's frame is shorter or longer
_LINE_BREAKS = (0, 10, 13)


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _by_address(function: Any, result: Any, *arguments: Any) -> Any:
    """Return a function of pdfium that takes addresses as numbers."""
    return ctypes.PYFUNCTYPE(result, *arguments)(_address(function))


def _floats(buffer: Any, kind: Literal["f", "d", "I"]) -> Any:
    """Return a view of a buffer of numbers that gives them all at once."""
    return memoryview(buffer).cast("B").cast(kind)


_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


@dataclass(frozen=True)
class Drawings:
    """Frames of stamps (coloured outlines); whether ruling lines could make a table; what else is shown.

    `pictured` is the share of the page under its largest picture, `covered` the share of text objects drawn before that picture,
    `shapes` how many shapes are drawn (outlined letters, an emblem).
    """

    frames: tuple[Box, ...]
    ruled: bool
    pictured: float
    shapes: int
    covered: float = 0.0


def drawings(page: Any) -> Drawings:
    """Look through the page's paths and pictures."""
    width, height = page.get_size()
    frames, across, down, pictured, shapes, texts, under = [], 0, 0, 0.0, 0, 0, 0
    for item, kind in _objects(_address(page.raw), _OF_PAGE, 0):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts += 1
            continue
        x0, y0, x1, y1 = _bounds(item)
        wide, high = x1 - x0, y1 - y0
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            if (share := wide * high / max(width * height, 1)) > pictured:
                pictured, under = share, texts
        elif min(wide, high) > 8 and (_count_segments(item) > 5 or max(wide, high) < 15):
            shapes += 1  # a drawing, not a line and not a box
        elif not _inked(item, _get_stroke):
            across += wide > 30 and not 4 <= high <= 8
            down += high > 8 and not 4 <= wide <= 8
        elif _FRAME[0] < min(wide, high) and max(wide, high) < _FRAME[1]:
            frames.append((x0, height - y1, x1, height - y0))
    places = tuple(sorted(frames, key=lambda f: (f[1], f[0])))
    return Drawings(places, across >= 3 and down >= 3, pictured, shapes, under / max(texts, 1))


_SEEN = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_TEXT)
_DEEPEST = 4  # forms within forms


_OF_PAGE = (
    _by_address(pdfium.FPDFPage_CountObjects, _INT, _POINTER),
    _by_address(pdfium.FPDFPage_GetObject, _POINTER, _POINTER, _INT),
)
_OF_FORM = (
    _by_address(pdfium.FPDFFormObj_CountObjects, _INT, _POINTER),
    _by_address(pdfium.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong),
)
_get_type = _by_address(pdfium.FPDFPageObj_GetType, _INT, _POINTER)
_count_segments = _by_address(pdfium.FPDFPath_CountSegments, _INT, _POINTER)
_get_bounds = _by_address(pdfium.FPDFPageObj_GetBounds, _INT, *(_POINTER,) * 5)


def _objects(holder: int, ask: tuple[Any, Any], depth: int) -> Iterator[tuple[int, int]]:
    """Yield paths, pictures and text objects with their kinds, in the order they are drawn, those within forms among them."""
    count, get = ask
    for n in range(count(holder)):
        item = get(holder, n)
        kind = _get_type(item)
        if kind in _SEEN:
            yield item, kind
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _objects(item, _OF_FORM, depth + 1)


_EDGES = (ctypes.c_float * 4)()  # buffer of the call below
_EDGES_READ, _AT_EDGES = _floats(_EDGES, "f"), tuple(ctypes.addressof(_EDGES) + 4 * n for n in range(4))


def _bounds(item: int) -> Box:
    if not _get_bounds(item, *_AT_EDGES):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = _EDGES_READ.tolist()
    return left, bottom, right, top


def glyphs_of(page: Any, frames: tuple[Box, ...]) -> list[Glyph]:
    """Return the page's characters in the order of the file, steep and invisible ones left out; OverflowError past 100,000."""
    height, text = page.get_height(), page.get_textpage()
    try:
        return list(_glyphs(text.raw, height, _Printing(text.raw, height, frames)))
    finally:
        text.close()


def _glyphs(text: Any, height: float, printing: "_Printing") -> Iterator[Glyph]:
    """The hot path: handles and buffers are handed over as addresses, for which ctypes makes no objects."""
    if (count := pdfium.FPDFText_CountChars(text)) > MAX_GLYPHS:
        raise OverflowError(f"{count} characters on a page")
    handle, rect = _address(text), (ctypes.c_float * 4)()
    place, sides = ctypes.addressof(rect), _floats(rect, "f")
    styles, made = printing.styles, tuple.__new__
    at = ctypes.c_int()  # handed over as it is, where a number would be made one at every call
    for at.value in range(count):
        code = _get_unicode(handle, at)
        if code in _LINE_BREAKS or not _get_box(handle, at, place):
            continue
        text_object = _get_object(handle, at)
        style = styles[text_object] if text_object in styles else printing.ask(at, text_object)
        if style:
            left, top, right, bottom = sides.tolist()
            box = left, height - top, right, height - bottom
            if style.angle:
                yield _turned(chr(code), box, style)
            else:
                yield made(Glyph, (chr(code), left, right, box, style, None))


_get_unicode = _by_address(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_get_box = _by_address(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_get_object = _by_address(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)


def _turned(char: str, box: Box, style: Style) -> Glyph:
    middle = (box[1] + box[3]) / 2
    return Glyph(char, turned(box[0], middle, style.angle)[0], turned(box[2], middle, style.angle)[0], box, style)


class _Printing:
    """How a page's characters are printed. A text object has one style, asked once, into buffers made once.

    `styles` are those asked so far, None where it is not to be read; those that are alike are one.
    """

    def __init__(self, text: Any, height: float, frames: tuple[Box, ...]) -> None:
        self._text, self._height, self._frames = _address(text), height, frames
        self.styles: dict[int | None, Style | None] = {None: None}  # no object: a space that pdfium judged from a gap
        self._alike: dict[Style | None, Style | None] = {}
        matrix, origin = (ctypes.c_float * 6)(), (ctypes.c_double * 2)()
        self._at_matrix, self._at_origin = ctypes.addressof(matrix), ctypes.addressof(origin)
        self._matrix, self._origin = _floats(matrix, "f"), _floats(origin, "d")

    def ask(self, at: ctypes.c_int, text_object: int | None) -> Style | None:
        """Return the style of the character at a place, which its text object shares, and keep it."""
        style = self._asked(at, text_object)
        self.styles[text_object] = style = self._alike.setdefault(style, style)
        return style

    def _asked(self, at: ctypes.c_int, text_object: int | None) -> Style | None:
        _get_matrix(self._text, at, self._at_matrix)
        a, b, c, d, _, _ = self._matrix.tolist()
        angle = math.atan2(b, a) if b or a < 0 else 0.0
        if abs(angle) > MAX_SLANT or _get_mode(text_object) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            return None
        angle = 0.0 if abs(angle) < 0.002 else angle
        _get_origin(self._text, at, self._at_origin, self._at_origin + 8)
        x, y = self._origin[0], self._height - self._origin[1]
        inked = _inked(text_object, _get_fill)
        bold = _get_weight(self._text, at) >= _BOLD_WEIGHT
        size = round(_get_size(self._text, at) * math.hypot(c, d), 1)  # the font's nominal size times the matrix
        return Style(
            size, turned(x, y, angle)[1] if angle else y, angle, inked, bold, self._stamp(x, y) if inked else None
        )

    def _stamp(self, x: float, y: float) -> int | None:
        frames = enumerate(self._frames)
        return next((n for n, f in frames if f[0] <= x <= f[2] and f[1] <= y <= f[3]), None)


_get_matrix = _by_address(pdfium.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
_get_origin = _by_address(pdfium.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
_get_weight = _by_address(pdfium.FPDFText_GetFontWeight, _INT, _POINTER, _INT)
_get_size = _by_address(pdfium.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INT)
_get_mode = _by_address(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
_COLOUR = (_POINTER,) * 5
_get_fill = _by_address(pdfium.FPDFPageObj_GetFillColor, _INT, *_COLOUR)
_get_stroke = _by_address(pdfium.FPDFPageObj_GetStrokeColor, _INT, *_COLOUR)
_SHADES = (ctypes.c_uint * 4)()  # buffer of the call below: red, green, blue, alpha
_SHADES_READ = _floats(_SHADES, "I")
_AT_SHADES = tuple(ctypes.addressof(_SHADES) + 4 * n for n in range(4))


def _inked(page_object: Any, ask: Any) -> bool:
    if not ask(page_object, *_AT_SHADES):
        return False
    shades: list[int] = _SHADES_READ.tolist()
    red, green, blue, alpha = shades
    return alpha > 0 and max(red, green, blue) - min(red, green, blue) > _COLOURED
