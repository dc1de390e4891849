"""The QR code of a copy as rectangles of a page's drawing."""

from itertools import groupby

import segno

from workflow.templates.pdf.objects import number

# Choosing the best of eight masks takes five sixths of the time and is no duty (ISO/IEC 18004, 7.8): any mask can be read.
_VERSION, _MASK = 4, 3


def squares(content: str, side: float, x: float, y: float) -> str:
    """Return the operators that draw the code `side` points wide, its lower left corner at (x, y); no rim of its own."""
    matrix = _code(content).matrix
    step = side / len(matrix)
    parts = []
    for row, modules in enumerate(matrix):
        at = 0
        for dark, together in groupby(modules):
            length = len(list(together))
            if dark:
                low = y + side - (row + 1) * step
                parts.append(f"{number(x + at * step)} {low:.3f} {length * step:.3f} {step:.3f} re")
            at += length
    return f"0 g {' '.join(parts)} f"


def _code(content: str) -> segno.QRCode:
    try:
        return segno.make_qr(content, version=_VERSION, error="m", mask=_MASK, boost_error=False)
    except segno.DataOverflowError:
        return segno.make_qr(content, error="m", mask=_MASK, boost_error=False)
