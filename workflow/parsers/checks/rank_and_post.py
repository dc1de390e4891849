"""A rank that does not hold the post it signs for: one of the two was misread, or somebody signed for another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding, Signatory
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return one doubt for each signatory whose rank the table of ranks and posts does not give to the own post."""
    findings = []
    for n, draft in enumerate(drafts):
        own, order = draft.instrument.signatory, draft.instrument.order
        signed = [("signatory", own), ("order.signatory", order.signatory if order else None)]
        for name, who in signed:
            if who and (ranks := _others(who, context)):
                findings.append(_finding(n, name, draft, who, ranks))
    return findings


def _others(who: Signatory, context: Context) -> tuple[str, ...]:
    """Return the ranks the post may have, when the signatory's is none of them."""
    held = context.almanac.ranks_of(who.position) if who.position and who.rank else None
    rank = re.sub(r"\s|หญิง|\(?พิเศษ\)?|^ว่าที่", "", who.rank or "")
    return tuple(sorted(held)) if held and rank not in held else ()


def _finding(index: int, name: str, draft: Draft, who: Signatory, ranks: tuple[str, ...]) -> Finding:
    seen = draft.instrument.evidence.get(name)
    message = f"ยศ {who.rank} ไม่ตรงกับตำแหน่ง {who.position} (ปกติ {' หรือ '.join(ranks)}) โปรดตรวจยศและตำแหน่งกับต้นฉบับ"
    return Finding(
        "rank-post-conflict", "warning", message, instrument=index, field=f"{name}.rank",
        page=seen.page if seen else draft.instrument.pages[-1], box=seen.box if seen else None, candidates=ranks,
    )  # fmt: skip
