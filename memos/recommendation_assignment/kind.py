"""The assignment of recommendations to one unit: its sub-indicators, who answers for each, by when, and what it answered last year."""

from collections.abc import Mapping
from pathlib import Path

from memos.citations import cite_letter, cite_order, sender_in_full, sender_name
from memos.direction import acts, joined, tone
from memos.needs import given, require
from memos.recommendation_assignment.sample import sample
from workflow.core.memo_kind import CaseFile, MemoKind


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return the unit's rows and how it is spoken to; UsageError when nothing is assigned, nobody addressed or no letter known."""
    require(
        KIND.title,
        {"หนังสือแจ้งผล": case.letter, "หน่วยผู้รับ": case.to, "รายการที่มอบหมาย พร้อมผู้รับผิดชอบและวันกำหนด": case.assignments},
    )
    dues = {row.due_on for row in case.assignments}
    return {
        "sender": sender_in_full(case),
        "short": sender_name(case),
        "letter": cite_letter(given(case.letter), case.words),
        "order": cite_order(case.order.of, case.order.dated, case.words) if case.order and acts(case.order) else None,
        "unit": case.unit.code,
        "to": joined(case.to),
        "tone": tone(case),
        "rows": case.assignments,
        "count": len(case.assignments),
        "due_on": dues.pop() if len(dues) == 1 else None,
        "answered": any(row.last_answer for row in case.assignments),
        "government": case.words.government,
    }


KIND = MemoKind(
    name="recommendation-assignment",
    title="บันทึกมอบหมายข้อเสนอแนะ",
    form="memo",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
)
