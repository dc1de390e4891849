"""Heads of advice that tell what was reached, long names, codes of three parts, and the indicator that only the table of scores tells."""

import pytest

from tests.unit.parsers.papers import set_out
from workflow.core.reading import IndicatorScore, Instrument, Recommendation
from workflow.parsers.binding.sheet import Sheet
from workflow.parsers.bundle import Paper
from workflow.parsers.draft import Draft
from workflow.parsers.fields.advice_table import recommendations_in
from workflow.parsers.fields.indicators_by_table import with_indicators_of
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.score_lists import without_lists
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.page import Table
from workflow.parsers.score_facts import add_scores

OPENING = (125, 540, "ผลการสำรวจของหน่วยงานสมมุติอยู่ในระดับที่ควรพัฒนาต่อไปตามรายละเอียดที่")
END = (125, 420, "จึงเรียนมาเพื่อโปรดทราบ")
Told = list[tuple[str, str, str | None, str]]


def advice(code: str, name: str, indicator: str | None = None) -> Recommendation:
    return Recommendation(code, name, indicator, None, "ควรพัฒนา", 1)


def told(*lines: tuple[float, float, str]) -> Told:
    rows = without_lists(set_out([OPENING, (85, 300, "มีข้อเสนอแนะในตัวชี้วัดย่อย จำนวน 4 ตัว ดังนี้"), *lines, END]))
    return [(one.code, one.name, one.indicator, one.text) for one in recommendations_of(rows).given]


def test_names_with_their_scores_over_advice_are_no_list_of_scores() -> None:
    assert told(
        (81, 339, "ด้านที่ 1 นโยบายสมมุติ ได้ 58.90 คะแนน"),
        (116, 350, "1.1 แผนสมมุติระดับจังหวัด (68.50 คะแนน)"),
        (141, 426, "ปรับแผนให้ระบุผู้รับผิดชอบถึงระดับตำบล"),
        (116, 366, "1.2 การจัดสรรงบสมมุติ (49.30 คะแนน)"),
        (141, 374, "ตั้งงบบำรุงรักษาเครื่องแม่ข่ายไว้ล่วงหน้า 2 ปี"),
        (81, 285, "ด้านที่ 2 บุคลากรสมมุติ ได้ 49.40 คะแนน"),
        (116, 401, "2.1 ทักษะสมมุติ (57.20 คะแนน)"),
        (141, 410, "จัดพี่เลี้ยงประจำอำเภอสอนการอ่านรายงาน"),
        (116, 320, "2.2 ทีมสมมุติ (41.60 คะแนน)"),
        (141, 502, "เพิ่มอัตรานักวิชาการคอมพิวเตอร์ หรือจ้างเหมาบริการร่วมกัน"),
    ) == [
        ("1.1", "แผนสมมุติระดับจังหวัด", "นโยบายสมมุติ", "ปรับแผนให้ระบุผู้รับผิดชอบถึงระดับตำบล"),
        ("1.2", "การจัดสรรงบสมมุติ", "นโยบายสมมุติ", "ตั้งงบบำรุงรักษาเครื่องแม่ข่ายไว้ล่วงหน้า 2 ปี"),
        ("2.1", "ทักษะสมมุติ", "บุคลากรสมมุติ", "จัดพี่เลี้ยงประจำอำเภอสอนการอ่านรายงาน"),
        ("2.2", "ทีมสมมุติ", "บุคลากรสมมุติ", "เพิ่มอัตรานักวิชาการคอมพิวเตอร์ หรือจ้างเหมาบริการร่วมกัน"),
    ]


def test_a_score_in_brackets_that_broke_off_its_sentence_stays_in_it() -> None:
    lines = [
        (148, 537, "หน่วยงานมีคะแนนรวม 63.51 คะแนน ต่ำกว่าคะแนนเฉลี่ยของกลุ่ม"),
        (85, 150, "(66.79 คะแนน)"),
        (147, 411, "และมีข้อเสนอแนะ ดังนี้"),
    ]
    assert "(66.79 คะแนน)" in recommendations_of(set_out([OPENING, *lines, END])).rest


def test_a_list_of_scores_alone_is_still_none_of_the_advice() -> None:
    scores = [(116, 350, f"{n}.1 ตัวชี้วัดสมมุติที่ {'กขคง'[n]} ได้ 5{n}.50 คะแนน") for n in range(1, 4)]
    rows = set_out([OPENING, *scores, END])
    assert [row.text for row in without_lists(rows)] == [OPENING[2], END[2]]


def test_a_name_of_two_lines_ends_at_its_code_and_the_advice_begins() -> None:
    found = told(
        (147, 524, "๑) แผนสมมุติขององค์กร (๑.๑) ควรทบทวนแผนทุกปีโดยรับฟังความเห็นจาก"),
        (170, 313, "เจ้าหน้าที่สมมุติ"),
        (147, 537, "๒) คณะกรรมการขับเคลื่อนการเปลี่ยนผ่านสู่พิพิธภัณฑ์สมมุติและการติดตามผลการ"),
        (170, 508, "ดำเนินงานอย่างต่อเนื่องในทุกสาขาสมมุติ (๑.๓) ควรประชุมอย่างน้อยไตรมาสละครั้ง"),
        (170, 401, "พร้อมเผยแพร่รายงาน"),
        (147, 536, "๓) คำบรรยายสมมุติสำหรับผู้พิการทางสายตา (๓.๑) ควรจัดทำเสียงบรรยายสมมุติ"),
        (170, 420, "ให้ครบทุกห้อง"),
    )
    name = "คณะกรรมการขับเคลื่อนการเปลี่ยนผ่านสู่พิพิธภัณฑ์สมมุติและการติดตามผลการดำเนินงานอย่างต่อเนื่องในทุกสาขาสมมุติ"
    assert found[1] == ("1.3", name, None, "ควรประชุมอย่างน้อยไตรมาสละครั้งพร้อมเผยแพร่รายงาน")


def test_a_code_of_three_parts_behind_a_name_is_the_code_and_the_number_before_it_the_clauses() -> None:
    found = told(
        (146, 255, "๓.๑ ข้อที่หน่วยปฏิบัติได้ดี"),
        (169, 392, "๓.๑.๑ แผนเผชิญเหตุสมมุติ (Playbook) [๑.๒.๒]"),
        (170, 339, "ภายใต้ตัวชี้วัด ๑.๒ ความเสี่ยงสมมุติ"),
        (170, 538, "ข้อแนะนำ - ให้รักษารอบการปรับปรุงแผนทุก ๖ เดือน และแจกจ่ายฉบับย่อ"),
        (169, 473, "๓.๑.๒ การทดสอบสมมุติ (Test) [๒.๑.๑]"),
        (170, 350, "ภายใต้ตัวชี้วัด ๒.๑ กำลังพลสมมุติ"),
        (170, 508, "ข้อแนะนำ - ควรนำผลทดสอบไปใช้ประกอบการคัดเลือก"),
    )
    assert [one[:3] for one in found] == [
        ("1.2.2", "แผนเผชิญเหตุสมมุติ (Playbook)", "ความเสี่ยงสมมุติ"),
        ("2.1.1", "การทดสอบสมมุติ (Test)", "กำลังพลสมมุติ"),
    ]


@pytest.mark.parametrize("cell", ["{code} {name} (81.40 คะแนน)", "{name} รหัส {code}", "{name} (รหัส {code})"])
def test_a_cell_may_hold_name_code_and_score(cell: str) -> None:
    items = [("1.2", "Tax Policy สมมุติ", "81.40"), ("3.1", "e-Declaration", "88.65"), ("5.1", "Network", "79.20")]
    rows = [("", cell.format(code=code, name=name), f"ควรพัฒนา{name}") for code, name, _ in items]
    table = Table(1, (("ระดับ", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"), *rows))
    assert [(one.code, one.name) for one in recommendations_in([table])] == [(code, name) for code, name, _ in items]


def test_scores_in_a_column_of_names_are_told_however_its_cells_wrap_beside_the_advice() -> None:
    cells = [
        ("1.2 Tax (81.40 คะแนน)", "ควรเร่ง 4 เรื่อง"),
        ("3.1 e-Form (88.65 คะแนน)", "ควรใช้ 2 แบบ"),
        ("5.1 Net (79.20 คะแนน)", "ควรซ้อม"),
    ]
    table = Table(1, (("ตัวชี้วัดย่อย", "ข้อเสนอแนะ"), *cells))
    given = tuple(advice(cell[:3], cell[4:].partition(" (")[0]) for cell, _ in cells)
    draft = Draft(Instrument("memo", (1,), recommendations=given))
    add_scores(draft, Paper("memo", (Sheet(1, (), (), None, None, "memo", (table,)),)), (table,))
    survey = draft.instrument.survey
    assert survey
    assert [(one.code, one.name, one.score) for one in survey.indicators] == [
        ("1.2", "Tax", 81.4), ("3.1", "e-Form", 88.65), ("5.1", "Net", 79.2)
    ]  # fmt: skip


def test_codes_behind_names_in_a_table_of_scores_are_read_by_the_word_before_them() -> None:
    rows = [
        ("แผนสมมุติ (Plan) รหัส 1.1", "86.20", "74.50"),
        ("สื่อสมมุติ รหัส 2.1", "80.90", "72.25"),
        ("ระบบสมมุติ รหัส 3.1", "83.40", "76.90"),
    ]
    found = score_table([Table(1, (("ตัวชี้วัดย่อย", "คะแนน", "ค่าเฉลี่ยประเทศ"), *rows))], [])
    assert [(row.code, row.name, row.score) for row in found.indicators] == [
        ("1.1", "แผนสมมุติ (Plan)", 86.2), ("2.1", "สื่อสมมุติ", 80.9), ("3.1", "ระบบสมมุติ", 83.4)
    ]  # fmt: skip


def test_a_column_of_codes_under_a_head_of_two_rows_holds_codes_and_no_marks() -> None:
    rows = [
        ("ด้านที่ ๑ ธรรมาภิบาลสมมุติ", "๑.๑", "สถาปัตยกรรมสมมุติ", "๗๒.๕๐", "๖๔.๑๐"), ("", "๑.๒", "โครงการสมมุติ", "๘๐.๓๐", "๖๙.๔๐"),
        ("ด้านที่ ๒ กำลังพลสมมุติ", "๒.๑", "ความรู้สมมุติ", "๘๔.๖๐", "๗๕.๒๐"), ("", "๒.๒", "อาชีพสมมุติ", "๕๑.๒๐", "๕๕.๘๐"),
        ("คะแนนรวม", "", "", "๗๑.๙๘", "๖๕.๘๒"),
    ]  # fmt: skip
    heads = (("ด้าน", "ตัวชี้วัดย่อย", "", "คะแนน (เต็ม ๑๐๐)", ""), ("", "รหัส", "ชื่อ", "หน่วยงานของท่าน", "ค่าเฉลี่ยส่วนกลาง"))
    found = score_table([Table(1, (*heads, *rows))], [])
    assert [row.code for row in found.indicators] == ["1.1", "1.2", "2.1", "2.2"]
    assert (found.score, found.average) == (71.98, 65.82)


SCORES = (
    IndicatorScore("1", "นโยบายสมมุติ", 60.5),
    IndicatorScore("1.1", "แผนสมมุติ", 69.4),
    IndicatorScore("2", "บุคลากรสมมุติ", 48.1),
)


def test_the_papers_own_table_names_the_indicator_of_advice_that_names_none() -> None:
    found = with_indicators_of(SCORES, [advice("1.1", "แผนสมมุติ"), advice("2.3", "ทักษะสมมุติ")])
    assert [one.indicator for one in found] == ["นโยบายสมมุติ", "บุคลากรสมมุติ"]


@pytest.mark.parametrize(
    "given",
    [
        [advice("1.1", "แผนสมมุติ"), advice("3.1", "ไม่มีในตาราง")],
        [advice("1.1", "ระบบจองคิวผ่านเว็บไซต์")],
        [advice("1.1", "แผนสมมุติ"), advice("2.3", "ทักษะสมมุติ", "บุคลากรอื่น")],
    ],
)
def test_a_table_that_lacks_a_number_or_calls_a_code_otherwise_names_none(given: list[Recommendation]) -> None:
    assert with_indicators_of(SCORES, given) == tuple(given)
