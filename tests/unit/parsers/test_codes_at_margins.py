"""Items whose code stands apart behind the name, at the right margin or in the last cell of a row; and headings that tell a score."""

import pytest

from tests.unit.parsers.papers import rows, set_out
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.page import Line
from workflow.parsers.rows import Row, rows_of

ITEMS = (
    ("การจองสมมุติ", "๒.๑", "ผู้โดยสาร", "รักษาเวลาตอบสนองของหน้าจองให้ไม่เกินสามวินาที"),
    ("ตารางสมมุติ", "๓.๒", "การเดินเรือ", "เผยแพร่ตารางในรูปแบบที่ผู้พัฒนานำไปใช้ต่อได้"),
    ("กรรมการสมมุติ", "๔.๑", "ธรรมาภิบาล", "ตั้งคณะกรรมการข้อมูลและประชุมทุกสองเดือน"),
)
WANTED = [(code.translate(str.maketrans("๑๒๓๔", "1234")), name, part, text) for name, code, part, text in ITEMS]


def _given(printed: list[Row]) -> list[tuple[str, str, str | None, str]]:
    return [(one.code, one.name, one.indicator, one.text) for one in recommendations_of(printed).given]


@pytest.mark.parametrize("word", ["รหัส", "ตัวชี้วัดย่อย"])
def test_a_code_at_the_right_margin_is_that_of_the_name_before_it(word: str) -> None:
    lines = [Line("ข้อเสนอแนะรายตัวชี้วัด มีดังนี้", 1, 0, (79, 100, 300, 114), 14.0)]
    for name, code, part, text in ITEMS:
        row, top = len(lines), 100.0 + 20 * len(lines)
        lines += [
            Line(name, 1, row, (108, top, 230, top + 14), 14.0), Line(f"{word} {code}", 1, row, (490, top, 539, top + 14), 14.0),
            Line(f"ภายใต้ตัวชี้วัด {part}", 1, row + 2, (108, top + 40, 290, top + 54), 14.0),
            Line(text, 1, row + 3, (108, top + 60, 520, top + 74), 14.0),
        ]  # fmt: skip
    assert _given(rows_of(lines)) == WANTED


def test_a_row_of_cells_with_the_code_in_the_last_heads_the_advice_below() -> None:
    lines = [Line("ข้อเสนอแนะรายตัวชี้วัด มีดังนี้", 1, 0)]
    for n, (name, code, part, text) in enumerate(ITEMS):
        cells = (name, f"ตัวชี้วัด: {part}", f"รหัส {code}")
        lines += [Line(cell, 1, 2 * n + 1) for cell in cells]
        lines.append(Line(f"ข้อเสนอแนะ: {text}", 1, 2 * n + 2))
    assert _given(rows_of(lines)) == WANTED


@pytest.mark.parametrize(
    "score", ["ได้ 55.10 คะแนน (ค่าเฉลี่ยกลุ่ม 60.22 คะแนน)", "(คะแนน 55.10)", ": ร้อยละ 55.10", "คะแนน 55.10 จากค่าเฉลี่ย 60.22"]
)
def test_a_heading_that_tells_a_score_names_the_indicator_alone(score: str) -> None:
    printed = set_out([
        (80, 300, "มีข้อเสนอแนะในแต่ละตัวชี้วัดย่อย ดังนี้"),
        (80, 488, f"ตัวชี้วัดที่ 1 ภาวะผู้นำ {score}"),
        (114, 374, "ตัวชี้วัดย่อย 1.1 แผนสมมุติ"),
        (142, 437, "ควรทบทวนแผนทุกปี"),
        (80, 488, f"ตัวชี้วัดที่ 2 คนทำงาน {score}"),
        (114, 374, "ตัวชี้วัดย่อย 2.1 ทักษะสมมุติ"),
        (142, 437, "ควรจัดอบรมทุกปี"),
    ])  # fmt: skip
    assert [(code, part) for code, _, part, _ in _given(printed)] == [("1.1", "ภาวะผู้นำ"), ("2.1", "คนทำงาน")]


def test_a_heading_without_a_score_is_as_it_was() -> None:
    printed = rows("ข้อเสนอแนะ ดังนี้\nตัวชี้วัดที่ 1 มาตรฐาน ISO 27001.22\n- ตัวชี้วัดย่อย 1.1 แผนสมมุติ\nข้อเสนอแนะ: ควรทบทวนแผนทุกปี")
    assert [part for _, _, part, _ in _given(printed)] == ["มาตรฐาน ISO 27001.22"]


def test_a_score_at_the_right_margin_is_none_of_the_name_and_the_numbered_part_below_is_the_indicator() -> None:
    lines = [Line("มีข้อเสนอแนะรายตัวชี้วัด จำนวน 2 ตัวชี้วัด ดังนี้", 1, 0, (79, 100, 539, 114), 14.0)]
    items = (("แผนสมมุติ", "๑.๑", "การนำองค์กร", "ควรทบทวนแผนทุกปี"), ("ทักษะสมมุติ", "๒.๑", "บุคลากร", "ควรจัดอบรมทุกปี"))
    for name, code, part, text in items:
        row, top = len(lines), 100.0 + 20 * len(lines)
        lines += [
            Line(f"{code} {name}", 1, row, (85, top, 257, top + 14), 14.0), Line("ได้ ๘๑.๕๐ คะแนน", 1, row, (458, top, 539, top + 14), 14.0),
            Line(f"ด้านที่ {code[0]} {part}", 1, row + 1, (111, top + 20, 254, top + 34), 14.0),
            Line(f"ข้อเสนอแนะ {text}", 1, row + 2, (111, top + 40, 400, top + 54), 14.0),
        ]  # fmt: skip
    assert _given(rows_of(lines)) == [
        ("1.1", "แผนสมมุติ", "การนำองค์กร", "ควรทบทวนแผนทุกปี"), ("2.1", "ทักษะสมมุติ", "บุคลากร", "ควรจัดอบรมทุกปี")
    ]  # fmt: skip


def test_what_follows_a_quoted_indicator_in_one_breath_is_the_advice_however_it_begins() -> None:
    printed = set_out([
        (85, 314, "คณะผู้ประเมินมีข้อเสนอแนะสำหรับตัวชี้วัดย่อย จำนวน 2 ตัว ดังต่อไปนี้"),
        (156, 527, "ตัวชี้วัดย่อย 1.1 แผนสมมุติ (Digital Roadmap) ภายใต้ตัวชี้วัด"),
        (85, 530, "หลัก “นโยบายสมมุติ” แผนที่ใช้อยู่ครอบคลุมหน่วยงานทุกแห่ง"),
        (85, 395, "แล้ว ควรทบทวนเป้าหมายรายปี"),
        (156, 520, "ตัวชี้วัดย่อย 3.1 การนัดหมายสมมุติ (Appointment) ภายใต้ตัวชี้วัดหลัก"),
        (85, 535, "“บริการสมมุติ” ผู้ใช้เกินครึ่งจองคิวล่วงหน้าได้แล้ว จึงควรแจ้งเตือนก่อนวันนัด"),
        (85, 290, "สามวัน"),
        (156, 300, "จึงเรียนมาเพื่อโปรดทราบ"),
    ])  # fmt: skip
    assert _given(printed) == [
        ("1.1", "แผนสมมุติ (Digital Roadmap)", "นโยบายสมมุติ", "แผนที่ใช้อยู่ครอบคลุมหน่วยงานทุกแห่งแล้ว ควรทบทวนเป้าหมายรายปี"),
        ("3.1", "การนัดหมายสมมุติ (Appointment)", "บริการสมมุติ", "ผู้ใช้เกินครึ่งจองคิวล่วงหน้าได้แล้ว จึงควรแจ้งเตือนก่อนวันนัดสามวัน"),
    ]  # fmt: skip


def test_an_advice_that_is_an_entry_goes_on_behind_its_mark_and_its_group_too() -> None:
    printed = set_out([
        (156, 281, "2.1 ตัวชี้วัดย่อยที่มีผลงานเด่น"),
        (156, 523, "❖ ตัวชี้วัดย่อย 1.1 แผนสมมุติ (Digital Master Plan) ภายใต้ตัวชี้วัดการกำหนด"),
        (176, 206, "ทิศทาง"),
        (156, 529, "➢ ข้อเสนอแนะจาก สบท. ให้ต่ออายุแผนออกไปถึงปี 2570 และผูกตัวชี้วัดเข้ากับ"),
        (176, 362, "คำรับรองของหน่วยขึ้นตรง"),
        (156, 519, "❖ ตัวชี้วัดย่อย 3.1 โครงข่ายสมมุติ (Network) ภายใต้ตัวชี้วัดโครงข่ายและศูนย์"),
        (176, 274, "ข้อมูล"),
        (156, 524, "➢ ข้อเสนอแนะจาก สบท. ให้เพิ่มช่องสัญญาณสำรองแก่เรือตรวจการณ์"),
    ])  # fmt: skip
    read = recommendations_of(printed).given
    assert {one.group for one in read} == {"ตัวชี้วัดย่อยที่มีผลงานเด่น"}
    assert read[0].text == "ให้ต่ออายุแผนออกไปถึงปี 2570 และผูกตัวชี้วัดเข้ากับคำรับรองของหน่วยขึ้นตรง"
