"""Scores told one after another in sentences or lists; codes of a table of scores that stand behind other columns."""

import pytest

from workflow.core.reading import IndicatorScore
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.fields.score_told import told_scores
from workflow.parsers.page import Table

_PROSE = (
    "มหาวิทยาลัยได้คะแนนรวม 66.45 คะแนน "
    "ตัวชี้วัดย่อยที่ 2.3 ความเข้าใจดิจิทัล (Digital Literacy) ภายใต้ตัวชี้วัดศักยภาพเจ้าหน้าที่ ได้คะแนน 81.20 คะแนน สพร. มีข้อเสนอแนะว่า ควรส่งเสริม "
    "ตัวชี้วัดย่อยที่ 3.2 Usability ภายใต้ตัวชี้วัดบริการภาครัฐ ได้คะแนน 77.65 คะแนน ควรออกแบบ "
    "ตัวชี้วัดย่อยที่ 6.1 การเชื่อมต่อ มีคะแนนเท่ากับ 74 คะแนน ควรนำมาใช้"
)
_LIST = (
    "1.1) ตัวชี้วัดย่อย 3.2 ความเข้าใจดิจิทัล (Digital Literacy) [88.10 คะแนน] ข้อเสนอแนะ: ให้จัดทดสอบ 1.2) ตัวชี้วัดย่อย 4.1 สัดส่วนบริการ (คะแนน 79.25) "
    "ข้อเสนอแนะ: ให้เพิ่ม 1.3) ตัวชี้วัดย่อย 5.3 ระบบสารบรรณ: ได้ร้อยละ 91.00 ค่าเฉลี่ยของกลุ่ม 85.50 ให้ทำ"
)


def test_sentences_tell_scores() -> None:
    assert told_scores(_PROSE, 2564) == (
        IndicatorScore("2.3", "ความเข้าใจดิจิทัล (Digital Literacy)", 81.2),
        IndicatorScore("3.2", "Usability", 77.65),
        IndicatorScore("6.1", "การเชื่อมต่อ", 74.0),
    )


def test_a_list_tells_scores_and_the_average_behind_one() -> None:
    assert told_scores(_LIST, 2565) == (
        IndicatorScore("3.2", "ความเข้าใจดิจิทัล (Digital Literacy)", 88.1),
        IndicatorScore("4.1", "สัดส่วนบริการ", 79.25),
        IndicatorScore("5.3", "ระบบสารบรรณ", 91.0, 85.5),
    )


@pytest.mark.parametrize(
    "text",
    [
        "จึงเรียนมาเพื่อโปรดทราบ",
        "ตัวชี้วัดที่ 2 บุคลากร ได้คะแนนสูงสุด 81.20 คะแนน และตัวชี้วัดที่ 5 โครงสร้างพื้นฐาน ต่ำสุด 40.10 คะแนน",  # two are no list
        "ข้อ 1.1 จัดทำแผน 3 ฉบับ ข้อ 1.2 อบรมบุคลากรร้อยละ 80 ของทั้งหมด 5 ครั้ง ข้อ 1.3 ซื้อเครื่อง 20 เครื่อง",  # nothing is scored
        "ตัวชี้วัดที่ 1 แผน ปี 2560 ได้คะแนน 41.20 คะแนน ตัวชี้วัดที่ 2 คน ปี 2560 ได้คะแนน 40 คะแนน ตัวชี้วัดที่ 3 งาน ปี 2560 ได้คะแนน 30 คะแนน",
        "ตัวชี้วัดที่ 1 แผน เต็ม 20 คะแนน ตัวชี้วัดที่ 2 คน น้ำหนัก 30 คะแนน ตัวชี้วัดที่ 3 งาน เป้าหมาย 50 คะแนน",
    ],
)
def test_other_numbers_behind_codes_are_no_scores(text: str) -> None:
    assert told_scores(text, 2564) == ()


def test_a_code_told_with_two_scores_is_left_out() -> None:
    text = _PROSE + " และตัวชี้วัดย่อยที่ 6.1 การเชื่อมต่อ ได้คะแนน 47 คะแนน ตัวชี้วัดย่อยที่ 7.1 ข้อมูล ได้คะแนน 50 คะแนน"
    assert [told.code for told in told_scores(text, 2564)] == ["2.3", "3.2", "7.1"]


def test_a_code_may_stand_behind_the_level_and_the_indicator() -> None:
    rows = [("ระดับ", "ตัวชี้วัด", "ตัวชี้วัดย่อย", "คะแนน", "ข้อเสนอแนะ")] + [
        ("ดีมาก", "บริการภาครัฐ", f"4.{n} งานที่ {n}", f"8{n}.79", "ให้เพิ่มจำนวนงานบริการ") for n in range(1, 5)
    ]
    found = score_table([Table(1, tuple(rows))], [], 2568)
    assert [(row.code, row.score) for row in found.indicators] == [(f"4.{n}", 80 + n + 0.79) for n in range(1, 5)]


@pytest.mark.parametrize("unit", [" คะแนน", ""])
def test_the_words_of_a_name_do_not_say_what_the_number_behind_it_is(unit: str) -> None:
    text = "ผลคะแนนรายตัวชี้วัด 1.1 แผน ได้ 60.1{0} 1.2 ผู้บริหารระดับสูง ได้ 71.7{0} 2.1 ปัญญาประดิษฐ์ ได้ 46.4{0} 2.2 ข้อมูล ปีก่อน ได้ 30.1{0}"
    assert [(told.code, told.score) for told in told_scores(text.format(unit), 2566)] == [
        ("1.1", 60.1), ("1.2", 71.7), ("2.1", 46.4),
    ]  # fmt: skip
