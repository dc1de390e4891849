"""The reminder as a memo: signed, for the rung that goes to the head of the unit; what it says is what the letter under seal says."""

from collections.abc import Mapping
from pathlib import Path

from memos.direction import tone
from memos.reminder.kind import facts as reminded
from memos.reminder_memo.sample import sample
from workflow.core.memo_kind import CaseFile, MemoKind


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return the facts of the reminder under seal, and how the unit is spoken to; UsageError when nothing is overdue."""
    return {**reminded(case), "tone": tone(case)}


KIND = MemoKind(
    name="reminder-memo",
    title="บันทึกเตือนเรื่องที่ค้าง",
    form="memo",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
    aside=True,
)
