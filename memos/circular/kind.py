"""The circular (หนังสือเวียน): one text for all, so whom it orders and whom it only asks is said inside it.

A circular whose text differs by recipient is none (ข้อ ๓๒); a province writes to offices that it commands and to offices of the central
administration in its area, which it may only ask, in one paper.
"""

from collections.abc import Mapping
from pathlib import Path

from memos.circular.sample import sample
from memos.citations import cite_letter, cite_order, sender_in_full, sender_name
from memos.direction import told_groups, tone
from memos.needs import given, require
from memos.results import result_facts
from workflow.core.memo_kind import CaseFile, MemoKind


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return the result and the groups told of it; UsageError when there is no letter to tell of or nobody to tell."""
    require(KIND.title, {"หนังสือที่จะแจ้งเวียน": case.letter, "ผู้รับ": case.groups or case.to})
    told = told_groups(case)
    result = result_facts(case)
    return {
        **{name: result[name] for name in ("score", "average", "standing")},
        "sender": sender_in_full(case),
        "short": sender_name(case),
        "letter": cite_letter(given(case.letter), case.words),
        "order": cite_order(case.order.of, case.order.dated, case.words) if case.order else None,
        "office": case.office,
        "items": case.recommendations,
        "groups": tuple(sorted((group for group in told if group.action), key=lambda group: not group.downward)),
        "tone": tone(case),
        "government": case.words.government,
    }


KIND = MemoKind(
    name="circular",
    title="หนังสือเวียนแจ้งผลการสำรวจ",
    form="memo",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
    aside=True,
    circular=True,
)
