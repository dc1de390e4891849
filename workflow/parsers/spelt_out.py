"""Clusters that a PDF spells out (/ActualText): several text objects, one wording.

Browsers draw a Thai cluster mark by mark and say once what it spells. pdfium gives the wording to the first of its objects, and
again to any that it meets behind another letter; and to none of them does it give the width of them all.

Typst breaks a cluster where a mark stands off its usual height: each of its objects then says the whole cluster, the raised mark by
its own letters, the last beside the first with a wording of its own.
"""

import ctypes
from collections import deque
from collections.abc import Sequence
from itertools import islice, takewhile

import pypdfium2.raw as pdfium

from workflow.core.reading import Box
from workflow.parsers.pdf_calls import INT, POINTER, bounds, by_address
from workflow.parsers.pdf_printed import Glyph

_BACK = 4  # objects: a mark reaches behind the next letter, hardly behind two
# em between two objects of one line, at least, when the second repeats the first or the first is wider than it is told to be
_OVER, _APART, _WIDEST = 0.04, 0.15, 1.2
_FURTHEST = 4.0  # em: so far back lies a mark drawn once the letters behind its own are (วิ ญ วิ, วิ จาร วิ)
_SAME = 0.1  # points
_FEWEST = 2  # letters of a cluster
_TOLD = ctypes.create_string_buffer(32)  # bytes of the longest cluster asked for, in UTF-16
_KEY = ctypes.create_string_buffer(b"ActualText")
_AT_KEY = ctypes.addressof(_KEY)
_count_marks = by_address(pdfium.FPDFPageObj_CountMarks, INT, POINTER)
_get_text = by_address(pdfium.FPDFTextObj_GetText, ctypes.c_ulong, POINTER, POINTER, POINTER, ctypes.c_ulong)
_get_mark = by_address(pdfium.FPDFPageObj_GetMark, POINTER, POINTER, ctypes.c_ulong)
_value_type = by_address(pdfium.FPDFPageObjMark_GetParamValueType, INT, POINTER, POINTER)


class SpeltOut:
    """The wordings of one page, whose text objects are `drawn` in this order.

    They are told as pdfium comes to them; marks are asked for only where something lies askew.
    """

    def __init__(self, drawn: Sequence[int], text: int) -> None:
        self._drawn, self._text = drawn, text
        self._order: dict[int, int] = {}
        self._marks: dict[int, int | None] = {}  # by text object: the mark that spells it
        self._spells: dict[int, bool] = {}  # by mark
        self._met: deque[tuple[int, str]] = deque(maxlen=_BACK)  # objects and their first letters
        self._left_out = False  # an object just met: what follows may be the rest of it
        self._broken = ""  # the cluster one of whose objects repeated it: its last may still come

    def again(self, text_object: int, char: str, found: list[Glyph], left: float) -> bool:
        """Whether the object, which begins with `char` at `left`, repeats a wording met before.

        Else the last glyph found is made as wide as what it was spelt for.
        """
        if found and not (before := found[-1])[0].isspace():
            apart = (left - before[3][2]) / max(before[4][0], 1.0)  # by place: asked of nearly every letter
            if self._broken and apart < _APART and self._told(text_object) == self._broken:
                found[-1], self._broken = _widened(before, bounds(text_object)[2]), ""
                return True
            over = -_FURTHEST < apart < -_OVER or (self._left_out and abs(apart) < _APART)
            if over and self._repeats(text_object, char):
                found[-1], self._left_out = _widened(before, bounds(text_object)[2]), True
                return True
            if _APART < apart < _WIDEST and (mark := self._mark(self._met[-1][0])):
                found[-1] = _widened(before, self._end(self._met[-1][0], mark))
        self._left_out, self._broken = False, ""
        self._met.append((text_object, char))
        return False

    def _repeats(self, text_object: int, char: str) -> bool:
        """Whether an object lying over the one before says what an object just met was spelt."""
        alike = [met for met, first in self._met if first == char and self._mark(met)]
        if not alike:
            return False
        if (mark := self._mark(text_object)) and any(self._mark(met) == mark for met in alike):
            return True
        told, place = self._told(text_object), bounds(text_object)
        if len(told) < _FEWEST or not any(self._told(met) == told and _touch(bounds(met), place) for met in alike):
            return False
        self._broken = told
        return True

    def _told(self, text_object: int) -> str:
        """Return the text of an object without the spaces pdfium judged, empty when it is longer than a cluster."""
        size = _get_text(text_object, self._text, ctypes.addressof(_TOLD), len(_TOLD))
        return _TOLD.raw[: size - 2].decode("utf-16-le").strip() if size <= len(_TOLD) else ""

    def _end(self, first: int, mark: int) -> float:
        """Return the right edge of all objects that share a wording, drawn one after another."""
        if not self._order:
            self._order = {item: n for n, item in enumerate(self._drawn)}
        start = self._order.get(first, len(self._drawn))
        sharing = takewhile(lambda item: self._mark(item) == mark, islice(self._drawn, start, None))
        return max((bounds(item)[2] for item in sharing), default=0.0)

    def _mark(self, text_object: int) -> int | None:
        if text_object not in self._marks:
            marks = (_get_mark(text_object, n) for n in range(_count_marks(text_object) - 1, -1, -1))
            self._marks[text_object] = next((mark for mark in marks if self._is_wording(mark)), None)
        return self._marks[text_object]

    def _is_wording(self, mark: int) -> bool:
        if mark not in self._spells:
            self._spells[mark] = _value_type(mark, _AT_KEY) == pdfium.FPDF_OBJECT_STRING
        return self._spells[mark]


def _touch(one: Box, other: Box) -> bool:
    """Whether two objects overlap from left to right and stand less than their heights over one another, as parts of one cluster do.

    Two of one shape that stand apart are the same cluster on two rows, each of which begins with it.
    """
    heights = one[3] - one[1], other[3] - other[1]
    between = max(one[1], other[1]) - min(one[3], other[3])
    alike = abs(heights[0] - heights[1]) < _SAME and abs((one[2] - one[0]) - (other[2] - other[0])) < _SAME
    return min(one[2], other[2]) > max(one[0], other[0]) and between < (0 if alike else max(heights))


def _widened(glyph: Glyph, right: float) -> Glyph:
    x0, top, x1, bottom = glyph.box
    if not x1 < right < x1 + _WIDEST * glyph.style.size:
        return glyph
    # along a base line that slants a little, hardly less than across the page
    return glyph._replace(right=glyph.right + right - x1, box=(x0, top, right, bottom))
