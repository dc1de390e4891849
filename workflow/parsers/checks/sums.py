"""Groups must add up to the total, and a percentage must be what its two numbers give (to a twentieth of a percent)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.core.thai_digits import to_thai
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

GROUPS = ("central", "provincial", "local")


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about the survey's counts."""
    findings = []
    for n, draft in enumerate(drafts):
        counts = draft.instrument.survey.counts if draft.instrument.survey else {}
        for name in ("surveyed", "answered"):
            parts = [getattr(counts[g], name) for g in GROUPS if g in counts]
            total = getattr(counts["total"], name) if "total" in counts else None
            if len(parts) == len(GROUPS) and total is not None and None not in parts and sum(parts) != total:
                findings.append(
                    _finding("sum-mismatch", n, draft, f"ผลรวม {to_thai(sum(parts))} ไม่เท่ากับยอดรวม {to_thai(total)}")
                )
        for count in counts.values():
            if count.surveyed and count.answered is not None and count.pct is not None:
                true = 100 * count.answered / count.surveyed
                if abs(true - count.pct) > 0.06:
                    text = f"{to_thai(count.answered)} จาก {to_thai(count.surveyed)} คือร้อยละ {to_thai(f'{true:.1f}')} ไม่ใช่ {to_thai(count.pct)}"
                    findings.append(_finding("percent-mismatch", n, draft, text))
    return findings


def _finding(code: str, n: int, draft: Draft, text: str) -> Finding:
    message = f"{text} โปรดตรวจตัวเลขกับต้นฉบับ"
    return Finding(code, "warning", message, instrument=n, field="survey.counts", page=draft.instrument.pages[0])
