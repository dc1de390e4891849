"""The receipt (ตอบรับ): a letter under seal that names เลขรับ, day and time.

The regulation names acknowledging receipt, where no important business or money is touched, among the uses of a letter under seal.
"""

from collections.abc import Mapping
from pathlib import Path

from memos.citations import OUTSIDE, cite_letter
from memos.needs import given, require
from memos.receipt_reply.sample import sample
from workflow.core import thai_date
from workflow.core.memo_kind import CaseFile, MemoKind


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return the paper received and its receipt; UsageError without either."""
    require(KIND.title, {"หนังสือที่รับ": case.letter, "เลขรับและวันเวลาที่รับ": case.receipt})
    receipt = given(case.receipt)
    return {
        "letter": cite_letter(given(case.letter), OUTSIDE),
        "office": case.office_name or case.office,
        "number": receipt.number,
        "on": thai_date.full(thai_date.bangkok_date(receipt.at)),
        "time": thai_date.clock_time(receipt.at),
        "handed_to": receipt.handed_to,
    }


KIND = MemoKind(
    name="receipt-reply",
    title="หนังสือตอบรับ",
    form="stamped",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
    aside=True,
)
