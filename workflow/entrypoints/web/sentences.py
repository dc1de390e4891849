"""Sentences that the layers below say in Thai, with names and numbers in them, said in another tongue where a page is made.

An error is one Thai sentence (core/errors.py); the core knows no other tongue. The catalogue holds such a sentence with placeholders
(`ไม่พบหน่วย %(unit)s`, in the context `said`), and it is known again by its fixed parts; what stands between them is carried over.
"""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workflow.core.thai_date import DATE_PATTERN, parse
from workflow.core.thai_digits import to_arabic
from workflow.entrypoints.web.catalogue import Catalogue, keyed

SAID = "said"
_PLACE = re.compile(r"%\((\w+)\)s")
_THAI_LETTER = re.compile("[ก-๎]")
_DEEPEST = 3  # a sentence within a sentence within a sentence


@dataclass(frozen=True)
class _Pattern:
    """A sentence with places, and how it is said; `fixed` counts the letters that must be there."""

    shape: re.Pattern[str]
    form: str
    fixed: int


class Sentences:
    """Those of one catalogue and context; `day` says a date in its tongue. What stands in a place of `kept` is carried over untouched."""

    def __init__(
        self, words: Catalogue, day: Callable[[date], str], context: str = SAID, kept: Set[str] = frozenset()
    ) -> None:
        self._words, self._day, self._context, self._kept = words, day, context, kept

    @cached_property
    def _patterns(self) -> list[_Pattern]:
        """The sentences with places, those with the most fixed letters first: of two that fit, the one that says more is meant."""
        begin = keyed(self._context, "")
        found = [
            _pattern(key.removeprefix(begin), forms[0]) for key, forms in self._words.items() if key.startswith(begin)
        ]
        return sorted((one for one in found if one), key=lambda one: -one.fixed)

    def translated(self, text: str, deep: int = 0) -> str:
        """Return the sentence in this tongue; one that is not known stays as it is."""
        if not _THAI_LETTER.search(text):
            return to_arabic(text)
        known = next(filter(None, map(self._words.get, (keyed(self._context, text), keyed(SAID, text), text))), None)
        if known:
            return known[0].replace("%%", "%")
        if DATE_PATTERN.fullmatch(to_arabic(text)) and (on := parse(text)):
            return self._day(on)
        return self._by_shape(text, deep) if deep < _DEEPEST else text

    def _by_shape(self, text: str, deep: int) -> str:
        for pattern in self._patterns:
            if found := pattern.shape.fullmatch(text):
                return pattern.form % {
                    name: value if name in self._kept else self.translated(value, deep + 1)
                    for name, value in found.groupdict().items()
                }
        return text


def _pattern(message: str, form: str) -> _Pattern | None:
    """Return the pattern of a message with places; None for one without, or of places alone."""
    pieces = _PLACE.split(message)
    fixed = [re.escape(piece.replace("%%", "%")) for piece in pieces[::2]]
    letters = sum(len(piece.strip()) for piece in pieces[::2])
    if len(pieces) == 1 or not letters:
        return None
    places = [f"(?P<{name}>.*?)" for name in pieces[1::2]]
    shape = "".join(a + b for a, b in zip(fixed, [*places, ""], strict=True))
    return _Pattern(re.compile(shape, re.DOTALL), form, letters)
