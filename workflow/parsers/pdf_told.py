"""Letters that are told as others than are drawn: a vowel below as a tone, a hyphen that ends a line as a code of pdfium's own.

WeasyPrint tells a glyph by the first cluster it stood in: where that was ผู้, every ู of the page may be told as ้ (ข้อม้ล, ศ้นย์).
A mark told as one above and drawn below its letter is ู or ุ: the one that the page, else, would be without. Where the cluster
names the two the other way round, each is told as the other (ไดู, ศ้นย์): what is drawn above is the one that is told below. Where only
those above are told wrongly (ขูอมูล), they are the tone that the page, else, would have on no letter alone.
"""

import ctypes
import re
from collections.abc import Sequence

import pypdfium2.raw as pdfium

from workflow.parsers.pdf_calls import INT, POINTER, by_address

_ABOVE = re.compile("[ัิีึื็่้๊๋์ํ]")
_BELOW = "ูุ"
_SUNK = re.compile(f"[{_BELOW}]")
# the tones that stand with ู, each on a letter alone; one on a tall letter or under ำ is a glyph of its own
_PLAIN = {tone: re.compile(rf"[กขคงจชดตถทธนบผพมยรลวสหอ]{tone}(?![ํำ])") for tone in "่้"}
_HYPHEN = re.compile("[\x02\ufffd\ufffe]")
_PLACES = (ctypes.c_double * 6)()  # left, right, bottom and top of a glyph's ink, then where it is set
_AT = tuple(ctypes.addressof(_PLACES) + 8 * n for n in range(6))
_get_ink = by_address(pdfium.FPDFText_GetCharBox, INT, POINTER, INT, *(POINTER,) * 4)
_get_origin = by_address(pdfium.FPDFText_GetCharOrigin, INT, POINTER, INT, *(POINTER,) * 2)
_is_hyphen = by_address(pdfium.FPDFText_IsHyphen, INT, POINTER, INT)


def as_drawn(told: str, text: int) -> str:
    """Return a page's characters with those put right that are drawn otherwise; `text` is where its text lies."""
    chars = list(told)
    for sign in _HYPHEN.finditer(told):
        if _is_hyphen(text, sign.start()) == 1:
            chars[sign.start()] = "-"
    absent = [vowel for vowel in _BELOW if vowel not in told]
    raised = [mark.start() for mark in _SUNK.finditer(told) if _is_above(text, mark.start())]
    if len(absent) == 1 or raised:
        sunk = [mark.start() for mark in _ABOVE.finditer(told) if _is_below(text, mark.start())]
        above, below = {told[n] for n in sunk}, {told[n] for n in raised}
        if len(above) == len(below) == 1:
            chars = _with(chars, raised, above.pop())
            chars = _with(chars, sunk, below.pop())
        elif len(absent) == 1:
            chars = _with(chars, sunk, absent[0])
        elif raised and not sunk and len(tones := [tone for tone in _PLAIN if not _PLAIN[tone].search(told)]) == 1:
            chars = _with(chars, raised, tones[0])
    return "".join(chars)


def _with(chars: list[str], places: Sequence[int], mark: str) -> list[str]:
    for n in places:
        chars[n] = mark
    return chars


def _is_below(text: int, at: int) -> bool:
    """Whether all ink of a mark stands under the line it is set on."""
    return _asked(text, at) and _PLACES[3] < _PLACES[5]


def _is_above(text: int, at: int) -> bool:
    """Whether all ink of a mark stands over the line it is set on, by more than its height: a cluster spelt out as one has the letter's."""
    return _asked(text, at) and _PLACES[2] - _PLACES[5] > _PLACES[3] - _PLACES[2] > 0


def _asked(text: int, at: int) -> bool:
    return bool(_get_ink(text, at, *_AT[:4]) and _get_origin(text, at, *_AT[4:]))
