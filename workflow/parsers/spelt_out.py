"""Clusters that a PDF spells out (/ActualText): several text objects, one wording.

Browsers draw a Thai cluster mark by mark and say once what it spells. pdfium gives the wording to the first of its objects, and
again to any that it meets behind another letter; and to none of them does it give the width of them all.
"""

import ctypes
from collections import deque
from collections.abc import Sequence
from itertools import islice, takewhile

import pypdfium2.raw as pdfium

from workflow.parsers.pdf_calls import INT, POINTER, bounds, by_address
from workflow.parsers.pdf_lines import Glyph

_BACK = 4  # objects: a mark reaches behind the next letter, hardly behind two
# em between two objects of one line, at least, when the second repeats the first or the first is wider than it is told to be
_OVER, _APART, _WIDEST = 0.04, 0.15, 1.2
_KEY = ctypes.create_string_buffer(b"ActualText")
_AT_KEY = ctypes.addressof(_KEY)
_count_marks = by_address(pdfium.FPDFPageObj_CountMarks, INT, POINTER)
_get_mark = by_address(pdfium.FPDFPageObj_GetMark, POINTER, POINTER, ctypes.c_ulong)
_value_type = by_address(pdfium.FPDFPageObjMark_GetParamValueType, INT, POINTER, POINTER)


class SpeltOut:
    """The wordings of one page, whose text objects are `drawn` in this order.

    They are told as pdfium comes to them; marks are asked for only where something lies askew.
    """

    def __init__(self, drawn: Sequence[int]) -> None:
        self._drawn = drawn
        self._order: dict[int, int] = {}
        self._marks: dict[int, int | None] = {}  # by text object: the mark that spells it
        self._spells: dict[int, bool] = {}  # by mark
        self._met: deque[int] = deque(maxlen=_BACK)

    def again(self, text_object: int, found: list[Glyph], left: float) -> bool:
        """Whether the object repeats a wording met before; else the last glyph found is made as wide as what it was spelt for."""
        if found and not (before := found[-1])[0].isspace():
            apart = (left - before[2]) / max(before[4][0], 1.0)  # by place: asked of nearly every letter
            if -_WIDEST < apart < -_OVER:
                if (mark := self._mark(text_object)) and any(self._mark(met) == mark for met in self._met):
                    return True
            elif _APART < apart < _WIDEST and (mark := self._mark(self._met[-1])):
                found[-1] = _widened(before, self._end(self._met[-1], mark))
        self._met.append(text_object)
        return False

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


def _widened(glyph: Glyph, right: float) -> Glyph:
    x0, top, x1, bottom = glyph.box
    if glyph.style.angle or not x1 < right < x1 + _WIDEST * glyph.style.size:
        return glyph
    return glyph._replace(right=right, box=(x0, top, right, bottom))
