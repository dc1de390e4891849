"""The external letter (หนังสือภายนอก) in answer to a result: received, what was decided, and which pages are asked for again."""

from collections.abc import Mapping
from pathlib import Path

from memos.citations import sender_name
from memos.direction import acts
from memos.external_letter.sample import sample
from memos.needs import require
from memos.results import result_facts
from workflow.core import thai_date
from workflow.core.memo_kind import CaseFile, MemoKind


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return what the answer says; UsageError without a letter to answer. The letter itself is cited above the text (อ้างถึง)."""
    require(KIND.title, {"หนังสือที่จะตอบ": case.letter, "ผู้รับ": case.to})
    return {
        "survey": result_facts(case)["survey"],
        "sender": sender_name(case),
        "office": case.office_name or case.office,
        "ordered": thai_date.full(case.order.dated) if case.order and acts(case.order) else None,
        "units": case.words.unit,
        "missing": " ".join(case.missing) or None,
        "government": case.words.government,
    }


KIND = MemoKind(
    name="external-letter",
    title="หนังสือภายนอกตอบหน่วยงานผู้สำรวจ",
    form="letter",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
    aside=True,
)
