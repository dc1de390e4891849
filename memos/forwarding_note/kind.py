"""The forwarding note (เกษียน): passes a paper on by order, in the politeness each group of addressees is due."""

from collections.abc import Mapping
from pathlib import Path

from memos.citations import cite, cite_letter, cite_order
from memos.direction import told_groups
from memos.forwarding_note.sample import sample
from workflow.core.memo_kind import CaseFile, MemoKind


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return the groups with what each is to do, and the papers the note carries on."""
    return {
        "groups": told_groups(case),
        "order": cite_order(case.order.of, case.order.dated, case.words) if case.order else None,
        "host": _foot(case),
        "paper": _paper(case),
    }


def _foot(case: CaseFile) -> str | None:
    """Return the paper at whose foot the order stands: not always the one this note rides on."""
    host = (case.order.host or case.host) if case.order else None
    return f"ท้ายหนังสือ {cite(host, case.words)}" if host else None


def _paper(case: CaseFile) -> str | None:
    """Return the paper sent on when no order is cited: the host, else the letter; None when the note rides on it anyway."""
    if case.order:
        return None
    if case.host:
        return cite(case.host, case.words)
    return f"{case.letter.sender or ''} {cite_letter(case.letter, case.words)}".strip() if case.letter else None


KIND = MemoKind(
    name="forwarding-note",
    title="บันทึกเกษียนส่งต่อ",
    form="endorsement",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
)
