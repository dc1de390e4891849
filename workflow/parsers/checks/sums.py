"""Groups must add up to the total, and a percentage must be what its two numbers give (to a twentieth of a percent)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Count, Finding
from workflow.core.thai_digits import to_thai
from workflow.parsers.draft import Draft
from workflow.parsers.fields.count_sums import GROUPS, Change, share, share_holds, single_changes, sum_holds

if TYPE_CHECKING:
    from workflow.parsers.checks import Context


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about the survey's counts, with what each number would have to be."""
    findings = []
    for n, draft in enumerate(drafts):
        counts = draft.instrument.survey.counts if draft.instrument.survey else {}
        changes = single_changes(counts)
        for part in ("surveyed", "answered"):
            if not sum_holds(counts, part):
                added = sum(getattr(counts[g], part) for g in GROUPS)
                text = f"ผลรวม {to_thai(added)} ไม่เท่ากับยอดรวม {to_thai(getattr(counts['total'], part))}"
                findings.append(_finding("sum-mismatch", n, draft, text, changes))
        for count in counts.values():
            if not share_holds(count):
                findings.append(_finding("percent-mismatch", n, draft, _wrong_share(count), changes))
        if draft.recognised and (lost := _missing(counts)):
            findings.append(_finding("low-confidence", n, draft, lost, ()))
    return findings


def _wrong_share(count: Count) -> str:
    numbers = f"{to_thai(count.answered)} จาก {to_thai(count.surveyed)}"
    return f"{numbers} คือร้อยละ {to_thai(f'{share(count) or 0:.1f}')} ไม่ใช่ {to_thai(count.pct)}"


def _missing(counts: dict[str, Count]) -> str | None:
    """Return what a recogniser may have lost: a percentage that only one of several groups lacks, or a group of the three."""
    shares = [count.pct is None for count in counts.values()]
    groups = [g for g in GROUPS if g in counts]
    lacks = 0 < sum(shares) < len(shares) or (
        groups and "total" in counts and len(groups) < len(GROUPS) and not _whole(counts)
    )
    return "จำนวนหรือร้อยละของบางกลุ่มอ่านไม่พบ" if lacks else None


def _whole(counts: dict[str, Count]) -> bool:
    """Whether the groups there are make up the total."""
    return counts["total"].surveyed == sum(counts[g].surveyed or 0 for g in GROUPS if g in counts)


def _finding(code: str, n: int, draft: Draft, text: str, changes: Sequence[Change]) -> Finding:
    message = f"{text} โปรดตรวจตัวเลขกับต้นฉบับ"
    candidates = tuple(dict.fromkeys(f"{change.printed:g} → {change.value:g}" for change in changes))
    return Finding(
        code,
        "warning",
        message,
        instrument=n,
        field="survey.counts",
        page=draft.instrument.pages[0],
        candidates=candidates,
    )
