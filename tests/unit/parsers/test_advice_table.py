"""Recommendations set as a table are read by the heads of its columns."""

from itertools import permutations

import pytest

from workflow.core.reading import Recommendation
from workflow.parsers.fields.advice_over_pages import over_pages
from workflow.parsers.fields.advice_over_tables import groups_over
from workflow.parsers.fields.advice_table import recommendations_in
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import Row, rows_of


def test_code_name_indicator_and_advice_stand_in_their_columns() -> None:
    table = Table(3, (
        ("รหัส", "ตัวชี้วัดย่อย", "ตัวชี้วัด", "ข้อเสนอแนะ"),
        ("๑. ตัวชี้วัดที่ควรปรับปรุง", "", "", ""),
        ("๒.๔", "ทักษะข้อมูล (Data Skills)", "๒ กำลังคน", "ควรจัดอบรมทุกปี"),
        ("๓.๑", "เว็บไซต์", "๓ บริการ", "ข้อเสนอแนะ : ควรปรับปรุง"),
    ))  # fmt: skip
    assert recommendations_in([table]) == [
        Recommendation("2.4", "ทักษะข้อมูล (Data Skills)", "กำลังคน", "ตัวชี้วัดที่ควรปรับปรุง", "ควรจัดอบรมทุกปี", 3),
        Recommendation("3.1", "เว็บไซต์", "บริการ", "ตัวชี้วัดที่ควรปรับปรุง", "ควรปรับปรุง", 3),
    ]


@pytest.mark.parametrize("shape", ["{} ({})", "{} {}", "๑. {} [{}]"])
def test_the_code_may_stand_behind_the_name_beside_a_column_of_indicators(shape: str) -> None:
    named = {"Data Skills (DS)": "๒.๔", "เว็บไซต์": "๓.๑"}
    rows = tuple(("๒. กำลังคน", shape.format(name, code), "ควรจัดอบรม") for name, code in named.items())
    read = recommendations_in([Table(1, (("ตัวชี้วัด", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"), *rows))])
    assert [(r.code, r.name, r.indicator) for r in read] == [
        ("2.4", "Data Skills (DS)", "กำลังคน"), ("3.1", "เว็บไซต์", "กำลังคน"),
    ]  # fmt: skip


def test_the_number_behind_one_of_several_names_is_its_own() -> None:
    rows = (("๒. กำลังคน", "เว็บไซต์ตาม WCAG 2.1", "ควรจัดอบรม"), ("๒. กำลังคน", "ทักษะข้อมูล", "ควรจัดสอบ"))
    read = recommendations_in([Table(1, (("ตัวชี้วัด", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"), *rows))])
    assert [(r.code, r.name) for r in read] == [("", "เว็บไซต์ตาม WCAG 2.1"), ("", "ทักษะข้อมูล")]


def test_code_and_name_may_share_a_cell() -> None:
    table = Table(1, (
        ("ตัวชี้วัดย่อย", "ข้อเสนอแนะของผู้ประเมิน"),
        ("ตัวชี้วัดย่อยที่ 2.4 ทักษะ (มิติที่ 2 กำลังคน)", "ควรจัดอบรม"),
        ("3.1 เว็บไซต์", "ควรปรับปรุง"),
    ))  # fmt: skip
    assert [(r.code, r.name, r.indicator, r.text) for r in recommendations_in([table])] == [
        ("2.4", "ทักษะ", "กำลังคน", "ควรจัดอบรม"), ("3.1", "เว็บไซต์", None, "ควรปรับปรุง"),
    ]  # fmt: skip


def test_a_table_of_scores_gives_no_recommendations() -> None:
    assert recommendations_in([Table(1, (("ที่", "ตัวชี้วัด", "คะแนน"), ("1.1", "แผน", "60.00")))]) == []


@pytest.mark.parametrize("above", ["อยู่ภายใต้ตัวชี้วัด", "ในตัวชี้วัด", "สังกัดมิติ", "ของตัวชี้วัดหลัก"])
@pytest.mark.parametrize("name", ["ตัวชี้วัดย่อย", "รายการ"])
def test_a_column_may_say_that_what_it_names_is_above(above: str, name: str) -> None:
    for order in permutations((("รหัส", "๒.๔"), (name, "ทักษะ"), (above, "๒ กำลังคน"))):
        table = Table(1, ((*(head for head, _ in order), "ข้อเสนอแนะ"), (*(cell for _, cell in order), "ควรจัดอบรม")))
        found = recommendations_in([table])
        assert [(r.code, r.name, r.indicator) for r in found] == [("2.4", "ทักษะ", "กำลังคน")]


HEAD = ("ที่", "ตัวชี้วัดย่อย", "ตัวชี้วัด", "คำแนะนำ")


def rows(*lines: tuple[int, str]) -> list[Row]:
    return [row for n, (page, text) in enumerate(lines) for row in rows_of([Line(text, page, n)])]


def test_the_heading_right_above_a_table_groups_its_rows_over_the_page() -> None:
    tables = [
        Table(1, (HEAD, ("1.1", "แผน", "ทิศทาง", "ควรทบทวน"))),
        Table(2, (HEAD, ("1.2", "คน", "ทิศทาง", "ควรอบรม"))),
        Table(2, (HEAD, ("2.1", "ข้อมูล", "ข้อมูลเปิด", "ควรเผยแพร่"))),
    ]
    printed = rows(
        (1, "กองพบว่าตัวชี้วัดย่อยที่ได้รับคำแนะนำมี 3 ตัวชี้วัด"),
        (1, "1) ตัวชี้วัดย่อยที่ทำได้ดี จำนวน 2 ตัวชี้วัด"), (1, "ที่  ตัวชี้วัดย่อย  ตัวชี้วัด  คำแนะนำ"), (1, "1.1  แผน  ทิศทาง  ควรทบทวน"),
        (2, "ที่  ตัวชี้วัดย่อย  ตัวชี้วัด  คำแนะนำ"), (2, "1.2  คน  ทิศทาง  ควรอบรม"),
        (2, "2) ตัวชี้วัดย่อยที่ต้องเร่งทำ"), (2, "ที่  ตัวชี้วัดย่อย  ตัวชี้วัด  คำแนะนำ"), (2, "2.1  ข้อมูล  ข้อมูลเปิด  ควรเผยแพร่"),
    )  # fmt: skip
    groups, over = groups_over(tables, printed)
    good, slow = "ตัวชี้วัดย่อยที่ทำได้ดี", "ตัวชี้วัดย่อยที่ต้องเร่งทำ"
    assert (groups, over.stated) == ([good, good, slow], {good: 2})
    assert [r.group for r in recommendations_in(tables, groups)] == [good, good, slow]


def test_a_sentence_above_a_table_is_no_group() -> None:
    tables = [Table(1, (HEAD, ("1.1", "แผน", "ทิศทาง", "ควรทบทวน")))]
    printed = rows((1, "กองขอเรียนผลการประเมินดังนี้"), (1, "ที่  ตัวชี้วัดย่อย  ตัวชี้วัด  คำแนะนำ"))
    assert groups_over(tables, printed)[0] == [None]


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("ก. ข้อที่หน่วยงานสมมุติทำได้ดี", "ข้อที่หน่วยงานสมมุติทำได้ดี"),
        ("๒) งานที่ต้องเร่งสมมุติ", "งานที่ต้องเร่งสมมุติ"),
        ("๑. ตารางแสดงข้อมูลสมมุติ", None),
        ("๓. สรุปผลสมมุติรายข้อ", None),
        ("๒. กองสมมุติควรทบทวนทุกข้อ", None),
    ],
)
def test_a_numbered_title_above_a_table_is_a_group_in_whatever_words(line: str, group: str | None) -> None:
    tables = [Table(1, (HEAD, ("1.1", "แผน", "ทิศทาง", "ควรทบทวน")))]
    assert groups_over(tables, rows((1, line), (1, "ที่  ตัวชี้วัดย่อย  ตัวชี้วัด  คำแนะนำ")))[0] == [group]


RECORDS = (("1.1", "แผนสมมุติ", "นโยบายสมมุติ", "ควรทบทวน"), ("2.2", "คนสมมุติ", "บุคลากรสมมุติ", "ควรอบรม"))


@pytest.mark.parametrize("heads", list(permutations(("ตัวชี้วัด", "มิติ", "ข้อเสนอแนะ"))))
def test_code_and_name_may_share_the_column_of_the_indicator_wherever_the_dimension_stands(
    heads: tuple[str, ...],
) -> None:
    cells = [{"ตัวชี้วัด": f"{c} {n}", "มิติ": above, "ข้อเสนอแนะ": text} for c, n, above, text in RECORDS]
    table = Table(1, (heads, *(tuple(record[head] for head in heads) for record in cells)))
    assert [(r.code, r.name, r.indicator, r.text) for r in recommendations_in([table])] == list(RECORDS)


@pytest.mark.parametrize(
    "heads", [("ข้อ", "ประเด็น", "ด้าน", "คะแนน", "ข้อเสนอแนะ"), ("ข้อเสนอแนะ", "คะแนน", "ด้าน", "ประเด็น", "ข้อ")]
)
def test_scores_beside_an_advice_are_neither_codes_nor_names(heads: tuple[str, ...]) -> None:
    cells = [{"ข้อ": c, "ประเด็น": n, "ด้าน": above, "คะแนน": "41.00", "ข้อเสนอแนะ": text} for c, n, above, text in RECORDS]
    table = Table(1, (heads, *(tuple(record[head] for head in heads) for record in cells)))
    assert [(r.code, r.name, r.indicator, r.text) for r in recommendations_in([table])] == list(RECORDS)


def test_a_table_without_numbers_names_the_part_and_not_its_dimension() -> None:
    table = Table(1, (("มิติ", "ตัวชี้วัด", "ข้อเสนอแนะ"), ("บริการสมมุติ", "เว็บไซต์สมมุติ", "ควรปรับปรุง")))
    assert recommendations_in([table]) == [Recommendation("", "เว็บไซต์สมมุติ", "บริการสมมุติ", None, "ควรปรับปรุง", 1)]


def test_a_dimension_told_once_holds_for_the_rows_below_it() -> None:
    table = Table(
        1, (("มิติ", "ตัวชี้วัด", "ข้อเสนอแนะ"), ("บริการสมมุติ", "1.1 เว็บไซต์", "ควรปรับปรุง"), ("", "1.2 แอป", "ควรเพิ่ม"))
    )
    assert [r.indicator for r in recommendations_in([table])] == ["บริการสมมุติ", "บริการสมมุติ"]


HEADS = ("รหัส", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ")
ROWS = {"1.1": "แผนสมมุติ", "1.2": "งบสมมุติ", "5.1": "คลังสมมุติ", "5.3": "พัสดุสมมุติ"}
OVER = {"1": "นโยบายสมมุติ", "5": "การบริหารจัดการภายใน"}


@pytest.mark.parametrize(
    "form", ["ตัวชี้วัดที่ {0} ด้าน{1}", "{0}. ตัวชี้วัด ด้าน{1}", "มิติที่ {0} : ด้าน{1}", "{0}. ด้าน{1}", "ด้าน{1}"]
)
@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize("pages", [1, 2])
def test_a_row_of_one_cell_names_the_indicator_of_the_rows_below_it(form: str, pages: int, *, grouped: bool) -> None:
    over: list[tuple[str, ...]] = [("ตัวชี้วัดที่ควรปรับปรุง", "", "")] if grouped else []
    for first, name in OVER.items():
        over += [(form.format(first, name), "", "")]
        over += [(code, part, "ทบทวนให้ครบทุกหน่วยงานในสังกัด") for code, part in ROWS.items() if code[0] == first]
    cut = len(over) - 1 if pages == 2 else len(over)
    tables = [Table(1, (HEADS, *over[:cut])), *([Table(2, (HEADS, *over[cut:]))] if pages == 2 else [])]
    read = recommendations_in(over_pages(tables))
    group = "ตัวชี้วัดที่ควรปรับปรุง" if grouped else None
    assert [(r.code, r.indicator, r.group) for r in read] == [(code, OVER[code[0]], group) for code in ROWS]


@pytest.mark.parametrize("number", ["กลุ่มที่ 1 ", "กลุ่ม ก. ", "๑. ", ""])
def test_a_row_of_one_cell_names_the_group_without_its_number(number: str) -> None:
    rows = (f"{number}ตัวชี้วัดที่ต้องปรับปรุงโดยเร็ว", "", ""), ("1.1", "แผนสมมุติ", "ทบทวนให้ครบทุกหน่วยงานในสังกัด")
    assert [r.group for r in recommendations_in([Table(1, (HEADS, *rows))])] == ["ตัวชี้วัดที่ต้องปรับปรุงโดยเร็ว"]


def test_a_merged_cell_names_the_group_of_all_its_rows() -> None:
    rows = (
        ("ทำได้ดี", "บริการ", "5.1 คลื่นสื่อสาร", "ให้คงระดับบริการไว้"), ("", "", "5.4 ห้องสำรอง", "ให้ทดสอบทุกปี"),
        ("ต้องเร่ง", "กำลังคน", "2.1 ผู้บริหาร", "ให้แต่งตั้งผู้แทน"), ("", "นโยบาย", "3.4 ช่องทาง", "ให้รวมไว้ที่เดียว"),
    )  # fmt: skip
    read = recommendations_in([Table(1, (("ระดับ", "ตัวชี้วัด", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"), *rows))])
    assert [(r.code, r.indicator, r.group) for r in read] == [
        ("5.1", "บริการ", "ทำได้ดี"), ("5.4", "บริการ", "ทำได้ดี"),
        ("2.1", "กำลังคน", "ต้องเร่ง"), ("3.4", "นโยบาย", "ต้องเร่ง"),
    ]  # fmt: skip


def test_a_heading_over_rows_ends_the_group_of_a_cell_above_it() -> None:
    rows = (
        ("ทำได้ดี", "5.1 คลื่นสื่อสาร", "ให้คงระดับบริการไว้"), ("ตัวชี้วัดที่ต้องเร่งพัฒนา", "", ""),
        ("", "2.1 ผู้บริหาร", "ให้แต่งตั้งผู้แทน"),
    )  # fmt: skip
    read = recommendations_in([Table(1, (("ระดับ", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"), *rows))])
    assert [r.group for r in read] == ["ทำได้ดี", "ตัวชี้วัดที่ต้องเร่งพัฒนา"]


def test_what_is_too_large_for_a_code_and_a_difference_are_marks_whatever_heads_them() -> None:
    heads = ("รหัสตัวชี้วัด", "ประเด็นการประเมิน", "ผลการสำรวจ", "", "", "ข้อเสนอแนะ")
    rows = (("๑", "นโยบาย", "๕๒.๑", "๔๙.๙", "-๒.๒", "ควรทบทวน"), ("๒", "บุคลากร", "๙.๙", "๖๘.๑", "+๔.๒", ""),
            ("๓", "บริการ", "๔๕.๒", "๔๘.๐", "+๒.๘", "ควรจัดอบรม"))  # fmt: skip
    tiers = ("", "", "ปี ๒๕๖๗", "ปี ๒๕๖๘", "เพิ่ม/ลด", "")
    assert [(r.code, r.name) for r in recommendations_in([Table(1, (heads, tiers, *rows))])] == [
        ("1", "นโยบาย"), ("3", "บริการ"),
    ]  # fmt: skip


def test_the_number_of_a_part_may_stand_behind_its_name() -> None:
    heads = ("ตัวชี้วัด", "รหัส", "คะแนน", "ข้อเสนอแนะ")
    rows = (("นโยบาย", "๑", "๖๐.๑๐", ""), ("แผน", "๑.๑", "๖๑.๑๐", "ควรทบทวน"), ("บุคลากร", "๒", "๖๒.๑๐", ""),
            ("ทักษะ", "๒.๑", "๖๓.๑๐", "ควรจัดอบรม"))  # fmt: skip
    read = recommendations_in([Table(1, (heads, *rows))])
    assert [(r.code, r.name, r.indicator) for r in read] == [("1.1", "แผน", "นโยบาย"), ("2.1", "ทักษะ", "บุคลากร")]


@pytest.mark.parametrize("level", ["ควรพัฒนา", "๖๕.๑๐ (ปานกลาง)"])
def test_the_row_of_a_part_may_tell_its_level_and_a_row_its_number_before_the_code(level: str) -> None:
    heads = ("ลำดับ ข้อ รายการตัวชี้วัด", "คะแนน", "แปลผล", "ข้อเสนอแนะ")
    rows = (("ด้านที่ ๑ นโยบาย", "๖๐.๑๐", level, ""), ("๑ ๑.๑ แผน", "๖๑.๑๐", "ดีมาก", "ควรทบทวน"))
    read = recommendations_in([Table(1, (heads, *rows))])
    assert [(r.code, r.name, r.indicator) for r in read] == [("1.1", "แผน", "นโยบาย")]
