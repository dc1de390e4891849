"""Who signs may stand on one row with his post and the day: below a memo, an order or a note."""

from datetime import date

import pytest

from tests.unit.parsers.papers import SIGNED_MEMO, drafts
from workflow.core.reading import OrderText, Signatory
from workflow.parsers.fields.signed_in_a_row import signed_apart
from workflow.parsers.page import Line
from workflow.parsers.rows import rows_of

MEMO = f"""{SIGNED_MEMO}ความเห็นปลัดเทศบาล
เห็นควรอนุมัติ
(นางดี มีสมมุติ) ปลัดเทศบาลสมมุติ ๓ มิ.ย. ๖๘
คำสั่งนายกเทศมนตรี
อนุมัติ
{{}}
"""


@pytest.mark.parametrize(
    "signed",
    [
        "(นายคม สมมุติ) นายกเทศมนตรีสมมุติ ๔ มิถุนายน ๒๕๖๘", "ลงชื่อ (นายคม สมมุติ) นายกเทศมนตรีสมมุติ วันที่ ๔ มิ.ย. ๖๘",
        "(นายคม สมมุติ), นายกเทศมนตรีสมมุติ, ๔/๖/๒๕๖๘", "(นายคม สมมุติ) นายกเทศมนตรีสมมุติ\n๔ มิ.ย. ๖๘",
        "(นายคม สมมุติ)\tนายกเทศมนตรีสมมุติ\t๔ มิ.ย. ๖๘",
    ],
)  # fmt: skip
def test_an_order_is_given_by_who_signs_it_on_one_row(signed: str) -> None:
    (memo,) = drafts(MEMO.format(signed))
    signatory = Signatory(None, "คม สมมุติ", "นายกเทศมนตรีสมมุติ")
    assert memo.instrument.order == OrderText(("อนุมัติ",), signatory, date(2025, 6, 4))
    assert memo.instrument.signatory and memo.instrument.signatory.name == "เก่ง ตัวอย่างดี"


def test_a_note_is_signed_on_one_row_as_well() -> None:
    note = "ที่ สม ๐๑๐๒/๙๐\nเรียน ผู้อำนวยการกองสมมุติ\nเพื่อโปรดทราบ\n{}\n"
    (found,) = drafts(note.format("(นายคม สมมุติ) เลขานุการกรมสมมุติ ๔ มิ.ย. ๖๘"))
    (usual,) = drafts(note.format("(นายคม สมมุติ)\nเลขานุการกรมสมมุติ\n๔ มิ.ย. ๖๘"))
    assert (found.instrument, found.instrument.date) == (usual.instrument, date(2025, 6, 4))


@pytest.mark.parametrize(
    "text",
    [
        "(นายคม สมมุติ) ผู้อำนวยการกองสมมุติ ได้เข้าร่วมประชุมวันที่ 4 มิถุนายน 2568", "(นายคม สมมุติ) ผู้อำนวยการกองสมมุติ",
        "(นายคม สมมุติ) ผู้อำนวยการกองสมมุติ โทร. 0 2141 5525", "(องค์การมหาชน) ผู้จัดทำรายงานลงวันที่ 4 มิถุนายน 2568",
        "ฉบับลงวันที่ 4 มิถุนายน 2568",
    ],
)  # fmt: skip
def test_a_sentence_that_names_somebody_is_no_signature(text: str) -> None:
    rows = rows_of([Line(text, 1, 0), Line("และรายงานผลแล้ว", 1, 1)])
    assert signed_apart(rows) == rows
