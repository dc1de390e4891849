"""The brackets about a code, `[รหัส 2.1]`, where the net took one for a figure or a vowel: what opens before a code closes behind it."""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.recognise import STEP, Letter, alphabet, text_of

_OPENED = re.compile(
    r"(?P<opened>[(\[])\s*(?P<word>[ก-๙]{2,16}\s*(?:ที่\s*)?)?\d{1,2}\.\d{1,2}(?P<last>1)(?P<closed>[)\]]?)(?!\d)"
)
_VOWEL = re.compile(r"(?<![ก-๙])โ(?=\d{1,2}(?:\.\d{1,2})?(?P<closed>[)\]]))")  # no vowel stands before a figure
# what closes tells which opened
_OTHER = re.compile(r"[(\[](?=\s*(?:[ก-๙]{2,16}\s*(?:ที่\s*)?)?\d{1,2}(?:\.\d{1,2}){1,2}(?P<closed>[)\]]))")
_LOST = re.compile(  # of three parts: a percentage before a bracket may have its own on the line above
    r"^[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*(?<=[ก-๙)A-Za-z]\s)(?P<code>\d{1,2}(?:\.\d{1,2}){2}(?P<closed>[)\]]))\s*$"
)
_OF_CODE = re.compile(r"รหัส|ตัวชี้วัด|ประเด็น|หัวข้อ|มิติ|ข้อ")  # a percentage may go on below, and its bracket
_POSSIBLE = 0.08  # how likely the net must hold a bracket to be
# a figure read more surely stays, but at the end of a line, where nothing else could close what was opened
_UNSURE = 0.9
_GUESSED = 0.5  # what the net did not hold possible is to be checked
_ONE_PLACE = 8.0  # pixels of the cut: no figure stands so near what follows it
_CLOSING = {"(": ")", "[": "]"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}


def bracketed(letters: Sequence[Letter], sure: NDArray[np.float32]) -> list[Letter]:
    """Return the letters of a line with such brackets opened and closed; `sure` as in `recognise.probabilities`."""
    text = text_of(letters)
    held = list(letters)
    if len(text) != len(letters):
        return held
    for opened in (*_VOWEL.finditer(text), *_OTHER.finditer(text)):
        held[opened.start()] = replace(held[opened.start()], text=_OPENING[opened["closed"]])
    if lost := _LOST.match(text):
        first = held[lost.start("code")]
        held.insert(lost.start("code"), Letter(_OPENING[lost["closed"]], first.at, _GUESSED))
    text = text_of(held)
    for found in reversed(list(_OPENED.finditer(text))):
        n = found.start("last")
        letter = held[n]
        likely = letter.confidence <= _UNSURE and _bracket(letter.at, sure) >= _POSSIBLE
        ends = not found["closed"] and found.end() == len(text.rstrip()) and _OF_CODE.match(found["word"] or "")
        if not likely and not ends:
            continue
        if not found["closed"]:
            held[n] = Letter(_CLOSING[found["opened"]], letter.at, letter.confidence if likely else _GUESSED)
        elif held[n + 1].at - letter.at < _ONE_PLACE:
            del held[n]
    return held


def _bracket(at: float, sure: NDArray[np.float32]) -> float:
    """Return how likely a closing bracket stands about a place."""
    step = int(at // STEP)
    labels = [alphabet().index(sign) + 1 for sign in ")]"]
    return float(sure[max(0, step - 1) : step + 2, labels].sum(1).max(initial=0.0))
