"""The request for evidence before the next round: which sub-indicators, what is wanted for each, by when."""

from collections.abc import Mapping
from pathlib import Path

from memos.data_request.sample import sample
from memos.direction import joined, tone
from memos.needs import given, require
from workflow.core.memo_kind import CaseFile, MemoKind


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return the coming round and the evidence asked; UsageError when either or the addressee is missing."""
    coming = case.next_round
    require(
        KIND.title,
        {
            "ปีและกำหนดส่งของการสำรวจครั้งต่อไป": coming,
            "รายการหลักฐานรายตัวชี้วัดย่อย": coming.evidence if coming else None,
            "หน่วยผู้รับ": case.to,
        },
    )
    coming = given(coming)
    return {
        "survey": coming.survey,
        "year": coming.year,
        "opens_on": coming.opens_on,
        "closes_on": coming.closes_on,
        "due_on": coming.due_on,
        "rows": coming.evidence,
        "count": len(coming.evidence),
        "unit": case.unit.code,
        "office": case.office,
        "to": joined(case.to),
        "tone": tone(case),
    }


KIND = MemoKind(
    name="data-request",
    title="บันทึกขอหลักฐานก่อนการสำรวจ",
    form="memo",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
    aside=True,
)
