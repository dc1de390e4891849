"""When two spellings are the same name: digits, spaces, dots and broken Thai vowels do not count."""

import re
from collections.abc import Iterable

from workflow.core.likeness import nearest_of
from workflow.core.thai_digits import to_arabic

# Space-like and invisible characters that word processors and text extraction leave inside Thai words, and full stops.
_IGNORED = re.compile(r"[\s.\u200b-\u200f\u2060\ufeff]+")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200f\u202f\u2060\u3000\ufeff]+")


def spelling(text: str) -> str:
    """Return what of `text` counts when names are compared: Arabic digits, no spaces, no dots, ำ and แ in one piece."""
    return _IGNORED.sub("", to_arabic(text)).replace("ํา", "ำ").replace("เเ", "แ").casefold()


def tidy(text: str) -> str:
    """Return `text` with single spaces, one line a line, invisible characters gone; digits stay as they are."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line).replace("ํา", "ำ").replace("เเ", "แ")


def nearest(text: str, known: Iterable[str]) -> str:
    """Return a next step that names the nearest of the known names."""
    return nearest_of(text, known, "ดูรายชื่อหน่วยและตำแหน่งใน config/", spelt=spelling)
