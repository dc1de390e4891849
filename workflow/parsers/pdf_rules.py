"""The ruling lines of a PDF page, asked from pdfium: every straight side, across or down, of what is drawn on it."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from workflow.parsers.grids import Rule

_STRAIGHT = 0.01  # points: what a line across the page may climb by the rounding of single floats
_MOST = 20_000  # corners of drawings: more are a picture, not a table
_DEEPEST = 4  # forms within forms
_Point = tuple[float, float]


class Matrix(NamedTuple):
    """How a drawing is set on the page, as PDF writes it."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def of(self, x: float, y: float) -> _Point:
        """Return where a point of the drawing lies."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: "Matrix") -> "Matrix":
        """Return the matrix of a drawing that another one holds."""
        (e, f), a, b, c, d = outer.of(self.e, self.f), *self[:4]
        return Matrix(
            a * outer.a + b * outer.c, a * outer.b + b * outer.d, c * outer.a + d * outer.c, c * outer.b + d * outer.d, e, f
        )  # fmt: skip


def rules_of(page: Any) -> tuple[list[Rule], list[Rule]]:
    """Return the lines across and the lines down the page, y downward; none at all on a page of endless drawings."""
    height, across, down, corners = page.get_height(), [], [], 0
    for path, matrix in _paths(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, Matrix(), 0):
        if (corners := corners + pdfium.FPDFPath_CountSegments(path)) > _MOST:
            return [], []
        for (x0, y0), (x1, y1) in _sides(path, matrix):
            if abs(y0 - y1) < _STRAIGHT:
                across.append(Rule(height - y0, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) < _STRAIGHT:
                down.append(Rule(x0, height - max(y0, y1), height - min(y0, y1)))
    return across, down


def _paths(holder: Any, count: Any, get: Any, outer: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    """Yield the paths of a page or a form, those of the forms within it among them, each with its place on the page."""
    for n in range(count(holder)):
        item = get(holder, n)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, _matrix(item).within(outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            held = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
            yield from _paths(item, *held, _matrix(item).within(outer), depth + 1)


def _matrix(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def _sides(path: Any, matrix: Matrix) -> Iterator[tuple[_Point, _Point]]:
    """Yield the straight sides of a path from end to end; curves are passed over."""
    begun = here = (0.0, 0.0)
    for n in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, n)
        kind, there = pdfium.FPDFPathSegment_GetType(segment), matrix.of(*_point(segment))
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = there
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield here, there
        here = there
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield here, begun


_X, _Y = ctypes.c_float(), ctypes.c_float()  # buffers of the call below


def _point(segment: Any) -> _Point:
    pdfium.FPDFPathSegment_GetPoint(segment, _X, _Y)
    return _X.value, _Y.value
