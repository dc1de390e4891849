"""The forwarding note (เกษียน): passes a paper on by order, in the politeness each group of addressees is due."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from memos.citations import cite, cite_letter
from memos.forwarding_note.sample import sample
from workflow.core import thai_date
from workflow.core.memo_kind import AddressGroup, CaseFile, CitedOrder, MemoKind

# a refusal (ไม่เห็นชอบ, มิอนุมัติ) must never be passed on as an order to act
_APPROVED = r"(?<!ไม่)(?<!ไม่ )(?<!มิ)(?:เห็นชอบ|อนุมัติ|ดำเนินการ)"
_ACTS = re.compile(_APPROVED)
_DECIDED = re.compile(_APPROVED + r"[^\d๐-๙]*?ข้อ\s*([0-9๐-๙]+(?:\.[0-9๐-๙]+)*)")


@dataclass(frozen=True)
class Told:
    """One group as it is written: its addressees, whether they look up to the sender, what they are to do."""

    to: tuple[str, ...]
    downward: bool
    action: str | None


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return the groups with what each is to do, and the papers the note carries on."""
    return {
        "groups": tuple(_told(group, case) for group in _groups(case)),
        "order": _order(case.order) if case.order else None,
        "host": _foot(case),
        "paper": _paper(case),
    }


def _groups(case: CaseFile) -> tuple[AddressGroup, ...]:
    return case.groups or (AddressGroup(case.to, downward=False),)


def _told(group: AddressGroup, case: CaseFile) -> Told:
    return Told(group.to, group.downward, group.action or _by_order(case.order))


def _by_order(order: CitedOrder | None) -> str | None:
    """Return what the order lets the addressees do; None when it only takes note or refuses."""
    lines = order.text if order else ()
    if not any(_ACTS.search(line) for line in lines):
        return None
    decided = next((found[1] for line in lines if (found := _DECIDED.search(line))), None)
    return "พิจารณาดำเนินการในส่วนที่เกี่ยวข้อง" + (f"ตามข้อ {decided}" if decided else "")


def _order(order: CitedOrder) -> str:
    return f"บันทึกสั่งการ {order.of} ลง {thai_date.short(order.dated)}"


def _foot(case: CaseFile) -> str | None:
    """Return the paper at whose foot the order stands: not always the one this note rides on."""
    host = (case.order.host or case.host) if case.order else None
    return f"ท้ายหนังสือ {cite(host)}" if host else None


def _paper(case: CaseFile) -> str | None:
    """Return the paper sent on when no order is cited: the host, else the letter; None when the note rides on it anyway."""
    if case.order:
        return None
    if case.host:
        return cite(case.host)
    return f"{case.letter.sender or ''} {cite_letter(case.letter)}".strip() if case.letter else None


KIND = MemoKind(
    name="forwarding-note",
    title="บันทึกเกษียนส่งต่อ",
    form="endorsement",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
)
