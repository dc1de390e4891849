"""Heads that were taken for something else, so that an advice went to another item; and where the paper goes on at the head of a page."""

from dataclasses import replace

import pytest

from tests.unit.parsers.papers import set_out
from tests.unit.parsers.test_heads_of_items import told
from workflow.parsers.fields.recommendations import recommendations_of


@pytest.mark.parametrize("name", ["การแจ้งเหตุภัยคุกคาม", "ระบบรายงานและติดตาม"])
def test_a_name_may_end_as_a_word_of_a_sentence_does(name: str) -> None:
    read = told(
        (156, 529, "(1) สารบรรณสมมุติ (ตัวชี้วัดย่อยที่ 4.1 ภายใต้ตัวชี้วัดระบบงานภายใน)"),
        (179, 536, "ข้อเสนอแนะ: ควรยกเลิกการส่งสำเนากระดาษซ้ำ และกำหนดให้ทุกหน่วยรับส่งหนังสือ"),
        (179, 255, "ผ่านระบบเดียวกัน"),
        (156, 492, f"(2) {name} (ตัวชี้วัดย่อยที่ 5.2 ภายใต้ตัวชี้วัดความมั่นคงปลอดภัย"),
        (179, 227, "สารสนเทศ)"),
        (179, 535, "ข้อเสนอแนะ: ควรแต่งตั้งผู้รับผิดชอบประจำหน่วยงานและทดสอบช่องทาง"),
    )
    assert [(code, called) for code, called, _ in read] == [("4.1", "สารบรรณสมมุติ"), ("5.2", name)]


def test_a_second_lead_in_of_one_item_is_told_since_a_head_between_was_not_read() -> None:
    lines = (
        (71, 268, "ข้อเสนอแนะรายตัวชี้วัด"),
        (99, 291, "- ตัวชี้วัดย่อย 1.1 แผนสมมุติ"),
        (114, 400, "ข้อเสนอแนะ: ควรทบทวนแผนทุกปี"),
        (99, 291, "- ??? ข้อมูลสมมุติ"),
        (114, 400, "ข้อเสนอแนะ: ควรจัดทำบัญชีข้อมูล"),
        (99, 291, "- ตัวชี้วัดย่อย 1.3 บุคลากรสมมุติ"),
        (114, 400, "ข้อเสนอแนะ: ควรอบรมทุกคน"),
    )
    assert recommendations_of(set_out(lines)).unread == 1


def test_a_numbered_heading_over_coded_items_is_no_item() -> None:
    lines = (
        (99, 291, "มีข้อเสนอแนะในตัวชี้วัดย่อย จำนวน 2 ตัว ดังนี้"),
        (99, 291, "2.1 เรื่องที่ดำเนินการได้ตามเกณฑ์"),
        (105, 400, "• รหัส 1.1 แผนสมมุติ (ภายใต้ตัวชี้วัดการนำองค์กร)"),
        (116, 400, "ข้อเสนอแนะ ให้ทบทวนแผนทุกปี"),
        (99, 291, "2.2 เรื่องที่ต้องเร่งดำเนินการ"),
        (105, 400, "• รหัส 2.1 ข้อมูลสมมุติ (ภายใต้ตัวชี้วัดข้อมูล)"),
        (116, 400, "ข้อเสนอแนะ ให้จัดทำบัญชีข้อมูล"),
    )
    read = recommendations_of(set_out(lines))
    assert [(one.code, one.group) for one in read.given] == [
        ("1.1", "เรื่องที่ดำเนินการได้ตามเกณฑ์"), ("2.1", "เรื่องที่ต้องเร่งดำเนินการ")
    ]  # fmt: skip
    assert not read.unread


@pytest.mark.parametrize(
    ("text", "right"), [("ทั้งนี้ขอให้จังหวัดจัดทำแผนการปรับปรุง", 400), ("3. เห็นควรแจ้งเวียนให้ทุกกองทราบ", 520)]
)
def test_the_paper_goes_on_at_the_head_of_a_page(text: str, right: float) -> None:
    lines = set_out([
        (128, 300, "2. ขอสรุปข้อเสนอแนะของสำนักงาน ดังนี้"),
        (148, 535, "- ตัวชี้วัดย่อย 1.1 แผนสมมุติ"),
        (165, 530, "ข้อเสนอแนะ: ควรทบทวนแผนทุกปี"),
        (148, 535, "- ตัวชี้วัดย่อย 1.2 ข้อมูลสมมุติ"),
        (165, right, "ข้อเสนอแนะ: ควรจัดทำบัญชีข้อมูลให้ครบทุกชุด"),
        (128, 532, text),
        (85, 258, "ภายในวันที่กำหนด"),
    ])  # fmt: skip
    rows_of_two = [*lines[:5], *(replace(row, page=2) for row in lines[5:])]
    assert [one.text for one in recommendations_of(rows_of_two).given] == ["ควรทบทวนแผนทุกปี", "ควรจัดทำบัญชีข้อมูลให้ครบทุกชุด"]
