"""Where a Word paragraph is set across the page, as far as the paragraph itself says so."""

from typing import Any

from workflow.parsers.docx_text import child, value

_LETTER = 120  # twentieths of a point: the breadth of a letter


def centre_of(paragraph: Any) -> float | None:
    """Return how far right of the page's middle a centred paragraph is set, in letters; None for any other paragraph."""
    if value(child(paragraph, "pPr", "jc")) != "center":
        return None
    indent = child(paragraph, "pPr", "ind")
    left, right = (
        _number(value(indent, old) or value(indent, new)) for old, new in (("left", "start"), ("right", "end"))
    )
    return (left - right) / 2 / _LETTER


def _number(written: str | None) -> int:
    return int(written) if written and written.lstrip("-").isdecimal() and len(written) < 9 else 0
