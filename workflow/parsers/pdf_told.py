"""Letters that are told as others than are drawn: a vowel below as a tone, a hyphen that ends a line as a code of pdfium's own.

WeasyPrint tells a glyph by the first cluster it stood in: where that was ผู้, every ู of the page may be told as ้ (ข้อม้ล, ศ้นย์).
A mark told as one above and drawn below its letter is ู or ุ: the one that the page, or else its font, would be without. Where the cluster
names the two the other way round, each is told as the other (ไดู, ศ้นย์): what is drawn above is the one that is told below. Where only
those above are told wrongly (ขูอมูล), they are the tone that the page, else, would have on no letter alone.
"""

import ctypes
import re
from collections.abc import Callable, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from workflow.parsers.pdf_calls import INT, quick, ready
from workflow.parsers.pdf_unmapped import LOST

_ABOVE = re.compile("[ัิีึื็่้๊๋์ํ]")
_BELOW = "ูุ"
_SUNK = re.compile(f"[{_BELOW}]")
# the tones that stand with ู, each on a letter alone; one on a tall letter or under ำ is a glyph of its own
_PLAIN = {tone: re.compile(rf"[กขคงจชดตถทธนบผพมยรลวสหอ]{tone}(?![ํำ])") for tone in "่้"}
_MANY = 3  # marks: fewer may be a typeface's whim
_HYPHEN = re.compile("[\x02\ufffd\ufffe]")
_PLACES = (ctypes.c_double * 6)()  # left, right, bottom and top of a glyph's ink, then where it is set
_AT = tuple(ready(ctypes.addressof(_PLACES) + 8 * n) for n in range(6))
_get_ink = quick(pdfium.FPDFText_GetCharBox, INT)
_get_origin = quick(pdfium.FPDFText_GetCharOrigin, INT)
_is_hyphen = quick(pdfium.FPDFText_IsHyphen, INT)


def as_drawn(told: str, text: Any, font: Callable[[int], str] = lambda _: "") -> str:
    """Return a page's characters with those put right that are drawn otherwise; `text` is its text, made ready, `font` names a letter's."""
    chars = list(told)
    for sign in _HYPHEN.finditer(told):
        if _is_hyphen(text, sign.start()) == 1:
            chars[sign.start()] = "-"
    absent = [vowel for vowel in _BELOW if vowel not in told]
    raised = [mark.start() for mark in _SUNK.finditer(told) if _is_above(text, mark.start())]
    sunk = [mark.start() for mark in _ABOVE.finditer(told) if _is_below(text, mark.start())]
    if _crossed(told, raised, sunk):
        return "".join(chars)
    below = sorted({told[n] for n in raised})
    if len(below) == 1 and (tone := _swapped(told, sunk, font)):
        rest = [n for n in sunk if told[n] != tone]
        chars = _with(chars, raised, tone)
        chars = _with(chars, [n for n in sunk if told[n] == tone], below[0])
        chars = _with(chars, rest, _BELOW.replace(below[0], ""))
    elif len(absent) == len(_BELOW) and len(sunk) >= _MANY:
        chars = _with(chars, sunk, LOST)  # which of the two each is, only its picture tells
    elif len(absent) == 1:
        chars = _with(chars, sunk, absent[0])
    elif raised and not sunk and len(tones := [tone for tone in _PLAIN if not _PLAIN[tone].search(told)]) == 1:
        chars = _with(chars, raised, tones[0])
    elif sunk and not (absent or raised):
        _put_by_font(chars, sunk, font)
    return "".join(chars)


def _crossed(told: str, raised: Sequence[int], sunk: Sequence[int]) -> bool:
    """Whether marks are told as each other only where both stand in one cluster, which says the same either way (LibreOffice: ผู้)."""
    pairs = (sorted(pair) for pair in zip(raised, sunk, strict=False))
    return len(raised) == len(sunk) and all(not told[one + 1 : other].strip() for one, other in pairs)


def _swapped(told: str, sunk: Sequence[int], font: Callable[[int], str]) -> str | None:
    """Return the one tone that changed places with a vowel below: of two told below, the one their font has above no letter alone."""
    above = {told[n] for n in sunk}
    if len(above) < 2:
        return next(iter(above), None)
    names = {font(n) for n in sunk}
    alone = ((tone, m.start() + 1) for tone in _PLAIN if tone in above for m in _PLAIN[tone].finditer(told))
    upright = {tone for tone, at in alone if at not in sunk and font(at) in names}
    tones = above - upright
    return tones.pop() if len(above) == len(_BELOW) and len(tones) == 1 else None


def _with(chars: list[str], places: Sequence[int], mark: str) -> list[str]:
    for n in places:
        chars[n] = mark
    return chars


def _put_by_font(chars: list[str], sunk: Sequence[int], font: Callable[[int], str]) -> None:
    """Put right the marks drawn below on a page that has ู and ุ, if in another font: each is the one that its own is without."""
    fonts = {n: font(n) for n, char in enumerate(chars) if char in _BELOW or n in sunk}
    for name in {fonts[n] for n in sunk}:
        absent = [vowel for vowel in _BELOW if not any(chars[n] == vowel for n in fonts if fonts[n] == name)]
        if len(absent) == 1:
            _with(chars, [n for n in sunk if fonts[n] == name], absent[0])


def _is_below(text: Any, at: int) -> bool:
    """Whether all ink of a mark stands under the line it is set on."""
    return _asked(text, at) and _PLACES[3] < _PLACES[5]


def _is_above(text: Any, at: int) -> bool:
    """Whether all ink of a mark stands over the line it is set on, by more than its height: a cluster spelt out as one has the letter's."""
    return _asked(text, at) and _PLACES[2] - _PLACES[5] > _PLACES[3] - _PLACES[2] > 0


def place_of(text: Any, at: int) -> tuple[float, float]:
    """Return the middle of a character's ink across the page, and its base line."""
    return ((_PLACES[0] + _PLACES[1]) / 2, _PLACES[5]) if _asked(text, at) else (0.0, 0.0)


def _asked(text: Any, at: int) -> bool:
    return bool(_get_ink(text, at, *_AT[:4]) and _get_origin(text, at, *_AT[4:]))
