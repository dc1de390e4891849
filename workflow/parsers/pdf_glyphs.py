"""What is printed on one PDF page, asked from pdfium: characters with places and style, coloured frames, ruling lines."""

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import pypdfium2.raw as pdfium

from workflow.core.reading import Box
from workflow.parsers.limits import MAX_GLYPHS
from workflow.parsers.pdf_calls import INT, POINTER, address, bounds, by_address, floats, objects_of, quick, ready
from workflow.parsers.pdf_lines import turned
from workflow.parsers.pdf_printed import Glyph, Style
from workflow.parsers.pdf_told import as_drawn, place_of
from workflow.parsers.pdf_unmapped import with_letters
from workflow.parsers.spelt_out import SpeltOut

MAX_SLANT = math.radians(8)  # steeper is a margin note or a watermark, not a line to read
_COLOURED = 60  # distance between the strongest and the weakest of red, green and blue (0 to 255)
_BOLD_WEIGHT = 600
_FRAME = (30, 320)  # points: no side of a stamp's frame is shorter or longer
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
_made = tuple.__new__  # a named tuple without the call of its class
_LINE_BREAKS = "\0\n\r"  # and nothing at all, which is in every text: a glyph that is a part of the letter beside it


@dataclass(frozen=True)
class Drawings:
    """Frames of stamps (coloured outlines); whether ruling lines could make a table; what else is shown.

    `pictured` is the share of the page under its pictures (a scanner may write a page in strips), `covered` the share of text objects
    drawn before the largest, `shapes` how many shapes are drawn (outlined letters, an emblem), `texts` the text objects in the order
    they are drawn.
    """

    frames: tuple[Box, ...]
    ruled: bool
    pictured: float
    shapes: int
    covered: float = 0.0
    texts: Sequence[int] = ()


def drawings(page: Any) -> Drawings:
    """Look through the page's paths and pictures."""
    width, height = page.get_size()
    frames, across, down, pictured, largest, shapes, texts, under = [], 0, 0, 0.0, 0.0, 0, list[int](), 0
    for item, kind in objects_of(page):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(item)
            continue
        x0, y0, x1, y1 = bounds(item)
        wide, high = x1 - x0, y1 - y0
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictured += (share := wide * high / max(width * height, 1))
            if share > largest:
                largest, under = share, len(texts)
        elif min(wide, high) > 8 and (_count_segments(item) > 5 or max(wide, high) < 15):
            shapes += 1  # a drawing, not a line and not a box
        elif not _inked(ready(item), _get_stroke):
            across += wide > 30 and not 4 <= high <= 8
            down += high > 8 and not 4 <= wide <= 8
        elif _FRAME[0] < min(wide, high) and max(wide, high) < _FRAME[1]:
            frames.append((x0, height - y1, x1, height - y0))
    places = tuple(sorted(frames, key=lambda f: (f[1], f[0])))
    return Drawings(places, across >= 2 and down >= 3, pictured, shapes, under / max(len(texts), 1), texts)


_count_segments = by_address(pdfium.FPDFPath_CountSegments, INT, POINTER)


def glyphs_of(page: Any, drawn: Drawings, mistold: set[str]) -> list[Glyph]:
    """Return the page's characters in the order of the file, steep and invisible ones left out; OverflowError past 100,000.

    `mistold` are the fonts of the file known to tell า as ำ; more may be found here.
    """
    height, text = page.get_height(), page.get_textpage()
    try:
        printing = _Printing(text.raw, height, drawn.frames, SpeltOut(drawn.texts, address(text.raw)))
        return _glyphs(text.raw, height, printing, mistold)
    finally:
        text.close()


def _glyphs(text: Any, height: float, printing: "_Printing", mistold: set[str]) -> list[Glyph]:
    """The hot path: handles and buffers are made ready once, and nothing is asked that the glyph before has told."""
    if (count := pdfium.FPDFText_CountChars(text)) > MAX_GLYPHS:
        raise OverflowError(f"{count} characters on a page")
    handle, rect = ready(address(text)), (ctypes.c_float * 4)()
    place, sides = ready(ctypes.addressof(rect)), floats(rect).tolist
    styles, made, found = printing.styles, _made, list[Glyph]()
    font, unmapped = partial(_font_name, handle), partial(_has_no_letter, handle)
    told = as_drawn(_chars(text, count), handle, font)
    for at, char in enumerate(with_letters(told, unmapped, font, mistold, partial(place_of, handle))):
        if char in _LINE_BREAKS or not _get_box(handle, at, place):
            continue
        text_object = _get_object(handle, at)
        left, top, right, bottom = sides()
        style = styles[text_object] if text_object in styles else printing.ask(at, char, text_object, found, left)
        if style:
            box = left, height - top, right, height - bottom
            if style.angle:
                found.append(_turned(char, box, style))
            else:
                found.append(made(Glyph, (char, left, right, box, style, None)))
    return found


def _chars(text: Any, count: int) -> str:
    """Return all characters, asked for at once; one by one where pdfium leaves some out or needs two units for one."""
    units = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text, 0, count, units) == count + 1:
        told = bytes(memoryview(units))[: 2 * count].decode("utf-16-le", "replace")
        if len(told) == count:
            return told
    handle = ready(address(text))
    return "".join(chr(_get_unicode(handle, n)) for n in range(count))


def _font_name(handle: Any, at: int) -> str:
    """Return the name of a character's font as the file has it: a part of a font that was embedded has a name of its own."""
    size = _get_font_name(_get_font(_get_object(handle, at)), _AT_NAME, len(_NAME))
    return _NAME.raw[: max(min(size, len(_NAME)) - 1, 0)].decode("latin-1")


_NAME = ctypes.create_string_buffer(128)  # buffer of the call above
_AT_NAME = ctypes.addressof(_NAME)
_get_font = by_address(pdfium.FPDFTextObj_GetFont, POINTER, POINTER)
_get_font_name = by_address(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, POINTER, POINTER, ctypes.c_size_t)
_has_no_letter = quick(pdfium.FPDFText_HasUnicodeMapError, INT)
_get_unicode = quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
_get_box = quick(pdfium.FPDFText_GetLooseCharBox, INT)
_get_object = quick(pdfium.FPDFText_GetTextObject, POINTER)


def _turned(char: str, box: Box, style: Style) -> Glyph:
    middle = (box[1] + box[3]) / 2
    return Glyph(char, turned(box[0], middle, style.angle)[0], turned(box[2], middle, style.angle)[0], box, style)


class _Printing:
    """How a page's characters are printed. A text object has one style, asked once, into buffers made once.

    `styles` are those asked so far, None where it is not to be read; those that are alike are one.
    """

    def __init__(self, text: Any, height: float, frames: tuple[Box, ...], spelt: SpeltOut) -> None:
        self._text, self._height, self._frames, self._spelt = ready(address(text)), height, frames, spelt
        self.styles: dict[int | None, Style | None] = {None: None}  # no object: a space that pdfium judged from a gap
        self._alike: dict[Style | None, Style | None] = {}
        matrix = (ctypes.c_float * 6)()
        self._at_matrix, self._matrix = ready(ctypes.addressof(matrix)), floats(matrix)

    def ask(self, at: int, char: str, text_object: int, found: list[Glyph], left: float) -> Style | None:
        """Return the style of the character at a place, which its text object shares, and keep it.

        The glyphs found so far are handed over, and where this one begins: when a cluster was spelt out, the last may be wider.
        """
        style = None if self._spelt.again(text_object, char, found, left) else self._asked(at, ready(text_object))
        self.styles[text_object] = style = self._alike.setdefault(style, style)
        return style

    def _asked(self, at: int, text_object: Any) -> Style | None:
        text = self._text
        _get_matrix(text, at, self._at_matrix)
        a, b, c, d, x, y = self._matrix.tolist()  # the last two are where its first character stands
        angle = math.atan2(b, a) if b or a < 0 else 0.0
        if abs(angle) > MAX_SLANT or _get_mode(text_object) == _INVISIBLE:
            return None
        y = self._height - y
        angle, base = (angle, turned(x, y, angle)[1]) if abs(angle) >= 0.002 else (0.0, y)
        stretch = math.hypot(c, d) if c else abs(d)
        size = _rounded(_get_size(text, at) * stretch)  # the font's nominal size times the matrix
        inked = _inked(text_object, _get_fill)
        bold = _get_weight(text, at) >= _BOLD_WEIGHT
        return _made(Style, (size, base, angle, inked, bold, self._stamp(x, y) if inked else None))

    def _stamp(self, x: float, y: float) -> int | None:
        """Return the frame a point stands in; where two overlap, the one that begins last, since a line begins near its own edge."""
        held = [(f[0], n) for n, f in enumerate(self._frames) if f[0] <= x <= f[2] and f[1] <= y <= f[3]]
        return max(held)[1] if held else None


_get_matrix = quick(pdfium.FPDFText_GetMatrix, INT)
_get_weight = quick(pdfium.FPDFText_GetFontWeight, INT)
_get_size = quick(pdfium.FPDFText_GetFontSize, ctypes.c_double)
_get_mode = quick(pdfium.FPDFTextObj_GetTextRenderMode, INT)
_get_fill = quick(pdfium.FPDFPageObj_GetFillColor, INT)
_get_stroke = quick(pdfium.FPDFPageObj_GetStrokeColor, INT)
_SHADES = (ctypes.c_uint * 4)()  # buffer of the call below: red, green, blue, alpha
_SHADES_KEY = memoryview(_SHADES).cast("B").tobytes
_AT_SHADES = tuple(ready(ctypes.addressof(_SHADES) + 4 * n) for n in range(4))


def _inked(page_object: Any, ask: Any) -> bool:
    return bool(ask(page_object, *_AT_SHADES)) and _is_coloured(_SHADES_KEY())


@lru_cache(maxsize=256)
def _is_coloured(shades: bytes) -> bool:
    """Whether shades, as the buffer's bytes, are a colour: quicker known again than as numbers."""
    red, green, blue, alpha = memoryview(shades).cast("I")
    return alpha > 0 and max(red, green, blue) - min(red, green, blue) > _COLOURED


@lru_cache(maxsize=256)  # a page has few sizes, and rounding takes as long as asking for one
def _rounded(size: float) -> float:
    return round(size, 1)
