"""The reminder: a letter under seal (หนังสือประทับตรา).

The regulation names reminding of overdue matters (เตือนเรื่องที่ค้าง) among the uses of a letter under seal, and such a letter needs
only the initials of the officer in charge; a memo would wait for the commander's signature, and waiting is what is reminded of.
"""

from collections.abc import Mapping
from pathlib import Path

from memos.citations import cite
from memos.reminder.sample import sample
from workflow.core import thai_date
from workflow.core.errors import UsageError
from workflow.core.memo_kind import CaseFile, MemoKind, OverdueItem


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return what was sent to whom, when, what was due, and how late it is; UsageError when the case has nothing overdue.

    `below` are the late units under a superior post the paper is written to; empty in a reminder to the unit itself.
    """
    if case.overdue is None:
        raise UsageError("เรื่องนี้ไม่มีหนังสือค้างตอบ จึงเขียนหนังสือเตือนไม่ได้", next_step="ดูหนังสือที่ค้างด้วย saraban status")
    item = case.overdue
    return {
        "unit": item.unit,
        "sender": case.unit.code,
        "paper": cite(item.paper, case.words),
        "sent_on": thai_date.full(item.sent_on),
        "due_on": thai_date.full(item.due_on),
        "late": item.working_days_late if item.working_days_late is not None else "",
        "overdue": item.working_days_late is None or item.working_days_late > 0,
        "below": [_unit_below(one, item) for one in case.overdue_below],
        "count": len(case.overdue_below),
    }


def _unit_below(one: OverdueItem, first: OverdueItem) -> Mapping[str, object]:
    """Return what is told of one of several late units: its own due day only where it is not the others'."""
    return {
        "unit": one.unit,
        "due_on": thai_date.full(one.due_on) if one.due_on != first.due_on else "",
        "late": one.working_days_late if one.working_days_late is not None else "",
    }


KIND = MemoKind(
    name="reminder",
    title="หนังสือเตือนเรื่องที่ค้าง",
    form="stamped",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
)
