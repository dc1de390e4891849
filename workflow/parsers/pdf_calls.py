"""How pdfium is called where every microsecond counts: handles and buffers made ready once, objects one after another.

ctypes makes an object of every argument whose type was declared, at every call: half of what a call costs.
"""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from workflow.core.reading import Box

POINTER, INT = ctypes.c_void_p, ctypes.c_int
_DEEPEST = 4  # forms within forms
_SEEN = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_TEXT)


def address(pointer: Any) -> int:
    """Return where a handle points."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def ready(at: int) -> Any:
    """Return an address as `quick` functions take it, as often as wanted."""
    return ctypes.c_void_p.from_param(at)


def quick(function: Any, result: Any) -> Any:
    """Return a function of pdfium that takes addresses made `ready`, and counts as numbers.

    Nothing is converted at a call, nor checked: an address handed over as a number would be cut in half.
    """
    return ctypes.PYFUNCTYPE(result)(address(function))


def by_address(function: Any, result: Any, *arguments: Any) -> Any:
    """Return a function of pdfium that takes addresses as numbers."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


def floats(buffer: Any) -> Any:
    """Return a view of a buffer of numbers that gives them all at once."""
    return memoryview(buffer).cast("B").cast("f")


_OF_PAGE = quick(pdfium.FPDFPage_CountObjects, INT), quick(pdfium.FPDFPage_GetObject, POINTER)
_OF_FORM = quick(pdfium.FPDFFormObj_CountObjects, INT), quick(pdfium.FPDFFormObj_GetObject, POINTER)
_get_type = quick(pdfium.FPDFPageObj_GetType, INT)
_get_bounds = quick(pdfium.FPDFPageObj_GetBounds, INT)
_EDGES = (ctypes.c_float * 4)()  # buffer of the call above
_EDGES_READ, _AT_EDGES = floats(_EDGES), tuple(ready(ctypes.addressof(_EDGES) + 4 * n) for n in range(4))


def objects_of(page: Any) -> Iterator[tuple[int, int]]:
    """Yield paths, pictures and text objects with their kinds, in the order they are drawn, those within forms among them."""
    return _objects(address(page.raw), _OF_PAGE, 0)


def _objects(holder: int, ask: tuple[Any, Any], depth: int) -> Iterator[tuple[int, int]]:
    (count, get), held = ask, ready(holder)
    for n in range(count(held)):
        item = get(held, n)
        kind = _get_type(ready(item))
        if kind in _SEEN:
            yield item, kind
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _objects(item, _OF_FORM, depth + 1)


def bounds(item: int) -> Box:
    """Return left, bottom, right and top of an object, y upward."""
    if not _get_bounds(ready(item), *_AT_EDGES):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = _EDGES_READ.tolist()
    return left, bottom, right, top
