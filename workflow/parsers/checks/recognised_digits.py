"""Digits from a recogniser that cannot write all Thai digits: every value that holds one is doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding, Instrument
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

# That these were not found proves nothing: their digits may have kept them from being recognised as what they are.
_ALWAYS = ("number", "date", "references", "receipts", "enclosures", "survey")
_MESSAGE = "อ่านจากภาพ ตัวเลขยังไม่แน่นอนทุกหลัก โปรดตรวจกับต้นฉบับ"


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return one doubt for each field with digits, found or not, when the recogniser's digits are not to be trusted."""
    if not context.digits_doubtful:
        return []
    return [
        Finding("low-confidence", "warning", _MESSAGE, instrument=n, field=name, page=draft.instrument.pages[0])
        for n, draft in enumerate(drafts)
        for name in _with_digits(draft.instrument)
    ]


def _with_digits(paper: Instrument) -> list[str]:
    values = {
        "subject": paper.subject, "recommendations": paper.recommendations or None,
        "stated_indicator_count": paper.stated_indicator_count, "order": paper.order,
    }  # fmt: skip
    return [*_ALWAYS, *(name for name, value in values.items() if value is not None)]
