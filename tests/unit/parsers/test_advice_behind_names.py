"""Two columns of advice, the code behind each name: records that wrap, titles of parts between them, and lists that are none."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.unit.parsers.test_advice_in_two import Runs, given, lines, read
from workflow.parsers.bundle import papers_of
from workflow.parsers.fields.advice_behind_names import codes_behind
from workflow.parsers.page import Page
from workflow.parsers.rows import rows_of
from workflow.parsers.understand import understand

TITLE: list[Runs] = [[(430, "สิ่งที่ส่งมาด้วย (๒)")], [(200, "ข้อเสนอเพื่อการปรับปรุงรายตัวชี้วัดย่อย")]]
HEAD: Runs = [(84, "ตัวชี้วัดย่อย"), (230, "ข้อเสนอ")]
PART: Runs = [(84, "ตัวชี้วัดที่ ๑ ธรรมาภิบาลดิจิทัลของหน่วยงานตัวอย่าง")]
ONE: list[Runs] = [[(84, "คณะทำงาน (๑.๒)"), (230, "ควรกำหนดให้คณะกรรมการพิจารณา")], [(230, "ความเสี่ยงเป็นวาระประจำ")]]
OTHER: list[Runs] = [
    [(84, "ช่องทางบริการ"), (230, "ควรเพิ่มจุดบริการตนเองทุกแห่ง")],
    [(84, "(๒.๑)"), (230, "และเชื่อมเข้ากับระบบคิวเดิม")],
]
SECOND: Runs = [(84, "ตัวชี้วัดที่ ๒ ประสบการณ์ผู้รับบริการ")]
READ = [
    ("1.2", "คณะทำงาน", "ธรรมาภิบาลดิจิทัลของหน่วยงานตัวอย่าง", "ควรกำหนดให้คณะกรรมการพิจารณาความเสี่ยงเป็นวาระประจำ"),
    ("2.1", "ช่องทางบริการ", "ประสบการณ์ผู้รับบริการ", "ควรเพิ่มจุดบริการตนเองทุกแห่งและเชื่อมเข้ากับระบบคิวเดิม"),
]


def found(rows: Sequence[Runs]) -> int:
    return len(codes_behind(rows_of(lines(rows))))


def test_records_end_at_their_codes_and_titles_of_parts_stand_over_them() -> None:
    draft = read([*TITLE, HEAD, PART, *ONE, SECOND, *OTHER])
    assert (given(draft), draft.instrument.kind, draft.findings) == (READ, "table", [])


def test_more_columns_and_titles_of_groups_are_cut_as_well() -> None:
    head: Runs = [(84, "ตัวชี้วัดย่อย"), (230, "ข้อแนะนำ"), (470, "ควรเริ่ม")]
    rows: list[Runs] = [
        head, [(84, "ก. ตัวชี้วัดย่อยที่เป็นจุดแข็งของหน่วยงานตัวอย่างทั้งหมด")], [*ONE[0], (462, "ภาคต้น")], ONE[1],
        [(84, "ข. ตัวชี้วัดย่อยที่ควรปรับปรุงก่อน")], [*OTHER[0], (462, "ภาคปลาย")], OTHER[1],
    ]  # fmt: skip
    told = [(r.group, r.code, r.name, r.text) for r in read([*TITLE, *rows]).instrument.recommendations]
    assert told == [
        ("ตัวชี้วัดย่อยที่เป็นจุดแข็งของหน่วยงานตัวอย่างทั้งหมด", *READ[0][:2], READ[0][3]),
        ("ตัวชี้วัดย่อยที่ควรปรับปรุงก่อน", *READ[1][:2], READ[1][3]),
    ]


def test_such_a_page_is_apart_from_the_table_before_it() -> None:
    scores: list[Runs] = [
        [(84, f"{n // 2}.{n % 2 + 1} ตัวชี้วัดสมมุติลำดับ {n}"), (330, f"{40 + n}.50"), (430, f"{50 + n}.25")]
        for n in range(2, 8)
    ]
    first: list[Runs] = [[(430, "สิ่งที่ส่งมาด้วย (๑)")], [(200, "ตารางผลการประเมินรายตัวชี้วัด")], *scores]
    second: list[Runs] = [*TITLE, HEAD, PART, *ONE, SECOND, *OTHER]
    pages = [
        Page(n, tuple(replace(line, page=n) for line in lines(rows)), 595.0, 842.0)
        for n, rows in enumerate((first, second), 1)
    ]
    assert [draft.instrument.pages for draft in understand(papers_of(pages))] == [(1,), (2,)]


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, *ONE],  # one alone
        [HEAD, *ONE, *OTHER[:1]],  # the last without a code
        [HEAD, *ONE, *OTHER, [(84, "ข้อความที่ยาวข้ามคอลัมน์ทั้งสองไปจนถึงขอบกระดาษด้านขวา")]][:3],
        [[(84, "ตัวชี้วัดย่อย"), (230, "คะแนน")], *ONE, *OTHER],  # no head of advice
    ],
)
def test_what_does_not_keep_to_that_is_no_such_table(rows: list[Runs]) -> None:
    assert found(rows) == 0
    assert found([HEAD, *ONE, *OTHER]) == 1


def test_two_columns_without_a_head_below_words_of_advice_are_read_so_too() -> None:
    third: list[Runs] = [[(84, "ทุนสมมุติ (๓.๒)"), (230, "ควรลดเอกสารประกอบคำขอทุกรายการ")]]
    title: list[Runs] = [TITLE[0], [(200, "ข้อเสนอแนะเพื่อการพัฒนาสถานศึกษา")]]
    draft = read([*title, PART, *ONE, SECOND, *OTHER, *third])
    assert given(draft)[:2] == READ
    assert [one[:2] for one in given(draft)] == [("1.2", "คณะทำงาน"), ("2.1", "ช่องทางบริการ"), ("3.2", "ทุนสมมุติ")]
    assert not found([*title, PART, *ONE, SECOND, *OTHER])  # two may stand so by chance
    assert not found([[(200, "รายการงานประจำปี")], PART, *ONE, SECOND, *OTHER, *third])


def test_tables_below_one_another_are_each_read_down_to_the_title_of_the_next() -> None:
    last: list[Runs] = [[(84, "งบสมมุติ (๒.๒)"), (230, "ควรกันเงินไว้ทุกปี")], [(84, "ทุนสมมุติ (๒.๓)"), (230, "ควรลดเอกสารลง")]]
    rows = [*TITLE, [(84, "รายการที่ขอให้รักษาไว้")], HEAD, *ONE, *OTHER, [(84, "รายการที่ขอให้ยกระดับ")], HEAD, *last]
    first, second = codes_behind(rows_of(lines(rows)))
    assert [row[0] for row in first.rows[1:]] == ["คณะทำงาน (1.2)", "ช่องทางบริการ (2.1)"]
    assert [row[0] for row in second.rows[1:]] == ["งบสมมุติ (2.2)", "ทุนสมมุติ (2.3)"]
