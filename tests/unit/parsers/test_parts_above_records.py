"""A table of scores and advice in one: the rows of its parts head the records below them, and a dash is no advice."""

import pytest

from workflow.parsers.fields.advice_over_pages import over_pages
from workflow.parsers.fields.advice_table import recommendations_in
from workflow.parsers.page import Table

HEAD = ("รหัส", "ตัวชี้วัดย่อย", "คะแนน", "ข้อเสนอแนะ")
ONE = ("๑.๑", "แผนสมมุติ", "๗๔.๗๑", "ควรทบทวนแผน")
TWO = ("๒.๑", "ทักษะสมมุติ", "๕๕.๖๘", "ควรจัดอบรม")


def indicators(*tables: Table) -> list[tuple[str, str | None]]:
    return [(one.code, one.indicator) for one in recommendations_in(over_pages(tables)) if one.text]


@pytest.mark.parametrize(
    "part",
    [
        ("{0}", "{1}", "๖๓.๑๖", ""),
        ("", "{1} ({0})", "๖๓.๑๖", "-"),
        ("ตัวชี้วัดที่ {0} {1}", "", "๖๓.๑๖", ""),
        ("Pillar {0} {1}",) * 4,
        ("{0}. {1}", "", "", ""),
        ("มิติที่ {0} {1}", "", "", ""),
    ],
)
def test_a_row_with_a_whole_number_and_a_name_heads_the_records_of_that_number(part: tuple[str, ...]) -> None:
    one, two = (tuple(c.format(n, name) for c in part) for n, name in (("๑", "นโยบาย"), ("๒", "กำลังคน")))
    assert indicators(Table(1, (HEAD, one, ONE, two, TWO))) == [("1.1", "นโยบาย"), ("2.1", "กำลังคน")]
    assert indicators(Table(1, (HEAD, one, ONE, two)), Table(2, (HEAD, TWO))) == [("1.1", "นโยบาย"), ("2.1", "กำลังคน")]


def test_a_column_may_label_and_number_the_part_and_name_it_once_over_two_pages() -> None:
    head = ("ตัวชี้วัดหลัก", *HEAD)
    first = Table(1, (head, ("ตัวชี้วัดที่ ๑ นโยบาย", *ONE)))
    rest = Table(2, (head, ("", "๑.๒", "ข้อมูลสมมุติ", "๔๐.๐๐", "ควรทำบัญชี"), ("คะแนนรวม", "", "", "๖๑.๘๐", "")))
    assert indicators(first, rest) == [("1.1", "นโยบาย"), ("1.2", "นโยบาย")]


def test_the_total_on_the_next_page_is_no_rest_of_the_last_record() -> None:
    head = ("ตัวชี้วัดหลัก", *HEAD)
    total = Table(2, (head, ("คะแนนรวม", "", "", "๖๑.๘๐", "")))
    assert indicators(Table(1, (head, ("ตัวชี้วัดที่ ๑ นโยบาย", *ONE))), total) == [("1.1", "นโยบาย")]


def test_a_dash_is_no_advice_and_no_whole_number_heads_what_bears_another() -> None:
    dashed = ("๑.๒", "ข้อมูลสมมุติ", "๘๐.๐๐", "-")
    assert indicators(Table(1, (HEAD, ("๓", "บริการ", "", ""), ONE, dashed, TWO))) == [("1.1", None), ("2.1", None)]


def test_indicators_that_have_no_parts_bear_whole_numbers() -> None:
    rows = (
        ("๑", "นโยบาย", "๗๔.๗๑", "ควรทบทวนแผน"),
        ("๒", "กำลังคน", "๕๕.๖๘", "-"),
        ("๓", "บริการ", "๕๐.๐๐", "ควรปรับปรุง"),
    )
    read = [(one.code, one.name) for one in recommendations_in([Table(1, (HEAD, *rows))])]
    assert read == [("1", "นโยบาย"), ("3", "บริการ")]
    serial = ("ลำดับ", *HEAD[1:])
    assert [one.code for one in recommendations_in([Table(1, (serial, *rows))])] == ["", ""]


@pytest.mark.parametrize("head", [("รหัส", "แนวทางการพัฒนา"), ("ตัวชี้วัดที่", "ข้อเสนอแนะ"), ("ข้อ", "ข้อเสนอแนะ")])
def test_a_table_may_hold_nothing_but_codes_and_advice(head: tuple[str, str]) -> None:
    read = recommendations_in([Table(1, (head, ("๑.๑", "ควรทบทวนแผน"), ("๑.๒", "พิจารณานำเครื่องมือกลางมาใช้")))])
    assert [(one.code, one.name, one.text) for one in read] == [
        ("1.1", "", "ควรทบทวนแผน"), ("1.2", "", "พิจารณานำเครื่องมือกลางมาใช้"),
    ]  # fmt: skip


def test_a_score_under_the_second_half_of_a_head_is_no_code() -> None:
    head = ("รายการตัวชี้วัด", "น้ำหนัก", "คะแนน", "", "ข้อเสนอแนะ")
    row = ("แผนสมมุติ", "๕", "๓๗", "๑.๘๕", "ควรทบทวนแผน")
    read = recommendations_in([Table(1, (head, ("", "", "ได้", "ถ่วงน้ำหนัก", ""), row))])
    assert [(one.code, one.name) for one in read] == [("", "แผนสมมุติ")]
