"""An order may be signed without brackets: a title, and a date or the addressee's post, tell who signs; who is told to act signs nothing."""

from datetime import date

import pytest

from tests.unit.parsers.papers import drafts
from workflow.core.reading import OrderText

MEMO = """บันทึกข้อความ
ส่วนราชการ  กลุ่มสมมุติ กรมสมมุติ
ที่ สม ๐๑๐๒/๘๘\tวันที่ ๒ มิถุนายน ๒๕๖๘
เรื่อง  ขออนุมัติยืมพัสดุ
เรียน  อธิบดีกรมสมมุติ
กลุ่มสมมุติขอยืมเครื่องพิมพ์หนึ่งเครื่อง
จึงเรียนมาเพื่อโปรดพิจารณา
(นายเก่ง ตัวอย่างดี)
นักวิชาการชำนาญการ
{}
"""


def _ordered(words: str) -> OrderText | None:
    (memo,) = drafts(MEMO.format(words))
    assert memo.instrument.signatory and memo.instrument.signatory.name == "เก่ง ตัวอย่างดี"
    return memo.instrument.order


@pytest.mark.parametrize(
    "signed",
    ["แพทย์หญิงคม สมมุติ", "นายคม สมมุติ", "ดร.คม สมมุติ", "ผู้ช่วยศาสตราจารย์ ดร.คม สมมุติ", "พ.ต.อ.คม สมมุติ", "ลงชื่อ นายแพทย์คม สมมุติ"],
)
@pytest.mark.parametrize(
    "below", ["อธิบดีกรมสมมุติ\n๔ มิ.ย. ๖๘", "อธิบดีกรมสมมุติ", "รองอธิบดี ปฏิบัติราชการแทน\nอธิบดีกรมสมมุติ\n๔ มิ.ย. ๖๘", "๔ มิ.ย. ๖๘"]
)
def test_an_order_may_be_signed_without_brackets(signed: str, below: str) -> None:
    ordered = _ordered(f"เห็นชอบตามข้อ ๓\n{signed}\n{below}")
    assert ordered and ordered.signatory
    assert (ordered.text, ordered.signatory.name) == (("เห็นชอบตามข้อ 3",), "คม สมมุติ")
    assert ordered.date == (date(2025, 6, 4) if "มิ.ย." in below else None)


def test_a_person_who_is_told_to_act_is_part_of_the_order() -> None:
    ordered = _ordered("อนุมัติ มอบ\nนายสุด สมมุติ\nนักวิชาการชำนาญการ\n(นายคม สมมุติ)\nอธิบดีกรมสมมุติ\n๔ มิ.ย. ๖๘")
    assert ordered and ordered.signatory and ordered.signatory.name == "คม สมมุติ"
    assert ordered.text == ("อนุมัติ มอบ", "นายสุด สมมุติ", "นักวิชาการชำนาญการ")


@pytest.mark.parametrize(
    "words",
    [
        "นายสุด สมมุติ\nผู้ประสานงาน\n๔ มิ.ย. ๖๘", "อนุมัติ มอบ\nนายสุด สมมุติ\nนักวิชาการชำนาญการ", "ทราบ\nนายอำเภอสมมุติ พิษณุสมมุติ\n๔ มิ.ย. ๖๘",
        "ทราบ\nนายแพทย์สาธารณสุขจังหวัด สมมุติ\n๔ มิ.ย. ๖๘", "ทราบ\nนายกเทศมนตรีเมือง สมมุติ\n๔ มิ.ย. ๖๘",
    ],
)  # fmt: skip
def test_a_name_without_an_order_and_a_post_alone_sign_none(words: str) -> None:
    assert _ordered(words) is None


def test_an_order_without_brackets_ends_its_page() -> None:
    signed = MEMO.format("เห็นชอบ\nนายคม สมมุติ\nอธิบดีกรมสมมุติ\n๔ มิ.ย. ๖๘")
    attached = "รายละเอียดพัสดุที่ขอยืม\nเครื่องพิมพ์ หนึ่งเครื่อง\nสายไฟ สองเส้น\nกระดาษ สามรีม\nหมึก สองตลับ"
    assert [draft.instrument.pages for draft in drafts(signed, attached)] == [(1,), (2,)]
