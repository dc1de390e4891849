"""Where a Word paragraph is set across the page, as far as the paragraph itself says so."""

from typing import Any

from workflow.parsers.docx_text import child, value
from workflow.parsers.thai_text import takes_room

_LETTER = 120  # twentieths of a point: the breadth of a letter
_TAB = 6  # letters
_AWAY = 10  # letters: farther from the margin than the first line of a paragraph


def set_at(paragraph: Any, text: str) -> tuple[float, float] | None:
    """Return where a line of a paragraph begins and has its middle, in letters; None for one that is not set away from the margin."""
    indent = child(paragraph, "pPr", "ind")
    left, right = (
        _number(value(indent, old) or value(indent, new)) for old, new in (("left", "start"), ("right", "end"))
    )
    if value(child(paragraph, "pPr", "jc")) == "center":
        middle = (left - right) / 2 / _LETTER
        return middle, middle  # how far from the page's own middle: lines on one middle have it alike
    before = left / _LETTER + _TAB * (len(text) - len(text.lstrip("\t")))
    broad = sum(map(takes_room, text.strip()))
    return (before, before + broad / 2) if before >= _AWAY else None


def opening(paragraph: Any, text: str) -> tuple[float, float] | None:
    """Return how far a paragraph and, beyond it, its first line are set in, in letters; None where the first line is not."""
    indent = child(paragraph, "pPr", "ind")
    left, first = (_number(value(indent, "left") or value(indent, "start")), _number(value(indent, "firstLine")))
    beyond = first / _LETTER + _TAB * (len(text) - len(text.lstrip("\t")))
    return (left / _LETTER, beyond) if beyond > 0 else None


def _number(written: str | None) -> int:
    return int(written) if written and written.lstrip("-").isdecimal() and len(written) < 9 else 0
