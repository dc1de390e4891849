"""Titles that a recogniser bent: an acting abbreviation nobody uses (พรท. for ปรท.), a digit in place of ฯ (`รอง ผบช.7`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workflow.core.reading import Finding, Signatory
from workflow.parsers.draft import Draft
from workflow.parsers.fields.titles import ACTING

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

_ALIKE = {"พ": "ป", "บ": "ป", "ร": "ร"}  # letters of one shape: พรท. is ปรท. with a stroke too many


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about titles; a title with one plausible reading is put right."""
    findings = []
    for n, draft in enumerate(drafts):
        for name, signatory in _signatories(draft):
            mended = _mended(signatory)
            if mended != signatory:
                findings.append(_finding(n, name, draft, signatory, mended))
                _store(draft, name, mended)
    return findings


def _signatories(draft: Draft) -> list[tuple[str, Signatory]]:
    own, order = draft.instrument.signatory, draft.instrument.order
    found = [("signatory", own)] if own else []
    return [*found, ("order.signatory", order.signatory)] if order and order.signatory else found


def _mended(signatory: Signatory) -> Signatory:
    acting, position = signatory.acting, signatory.position or ""
    if acting and acting not in ACTING:
        likely = _ALIKE.get(acting[0], acting[0]) + acting[1:]
        acting = likely if likely in ACTING else acting
    # ฯ stands for the unit's name when the title acted for gives it
    bent = re.fullmatch(r"(.*\S\.)\s?[17]", position)
    numbered = position[-1:] == (signatory.acting_for or "")[-1:]  # รอง ผกก.1 ปรท.ผกก.1: the unit's own number
    bends = bent is not None and acting is not None and not numbered
    return replace(signatory, acting=acting, position=f"{bent[1]}ฯ" if bent and bends else signatory.position)


def _finding(index: int, name: str, draft: Draft, was: Signatory, now: Signatory) -> Finding:
    printed = f"{was.position or ''} {was.acting or ''}{was.acting_for or ''}".strip()
    read = f"{now.position or ''} {now.acting or ''}{now.acting_for or ''}".strip()
    candidates = (now.acting or "", *(a for a in ("ปรท.", "รรท.") if a != now.acting))
    return Finding(
        "low-confidence", "warning", f"ตำแหน่ง “{printed}” น่าจะเป็น “{read}” โปรดยืนยันคำสั่งแต่งตั้ง",
        instrument=index, field=name, page=draft.instrument.pages[-1], candidates=candidates,
    )  # fmt: skip


def _store(draft: Draft, name: str, signatory: Signatory) -> None:
    instrument = draft.instrument
    if name == "signatory":
        draft.instrument = replace(instrument, signatory=signatory)
    elif instrument.order:
        draft.instrument = replace(instrument, order=replace(instrument.order, signatory=signatory))
