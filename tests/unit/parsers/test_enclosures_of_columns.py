"""Enclosures of advice in columns: what a cell begins with is no head, parts and groups stand over records, and rows with codes are whole."""

import pytest

from tests.unit.parsers.papers import rows
from tests.unit.parsers.test_advice_in_two import Runs, lines
from workflow.parsers.binding.opening import opened
from workflow.parsers.bundle import papers_of
from workflow.parsers.fields.advice_over_pages import over_pages
from workflow.parsers.fields.advice_table_heads import columns_of
from workflow.parsers.page import Page, Table
from workflow.parsers.understand import understand

TITLE: list[Runs] = [[(430, "สิ่งที่ส่งมาด้วย ๒")], [(200, "แนวทางพัฒนาและข้อเสนอแนะสำหรับจังหวัดสมมุติ")]]
GROUPS = {
    "ก. กลุ่มตัวชี้วัดที่เป็นแบบอย่างได้": (("2.1", "เครือข่ายสมมุติ"), ("3.1", "ศูนย์บริการสมมุติ")),
    "ข. กลุ่มตัวชี้วัดที่ควรปรับปรุง": (("1.1", "คณะกรรมการสมมุติ"), ("2.2", "ทักษะสมมุติ")),
}


def columns(*, tall: str = "ควรกำหนดวาระดิจิทัลทุกไตรมาสให้ครบทุก") -> list[Runs]:
    placed: list[Runs] = list(TITLE)
    for group, items in GROUPS.items():
        placed.append([(79, group)])
        for code, name in items:
            placed += [
                [(97, f"ตัวชี้วัดที่ {code[0]} ด้านสมมุติที่ {code[0]}")],
                [(102, f"{code} {name}"), (273, tall)],
                [(273, "ส่วนราชการ และมีผู้รับผิดชอบ")],
            ]
    return placed


def test_groups_and_parts_stand_over_the_records_of_two_columns_without_a_head() -> None:
    (draft,) = understand(papers_of([Page(1, tuple(lines(columns())), 595.0, 842.0)]))
    assert draft.instrument.kind == "table"
    assert [(g.code, g.name, g.indicator, g.group) for g in draft.instrument.recommendations] == [
        (code, name, f"สมมุติที่ {code[0]}", group[3:]) for group, items in GROUPS.items() for code, name in items
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("สิ่งที่ส่งมาด้วย ๒\nแนวทางพัฒนา\nส่วนราชการ และมีผู้รับผิดชอบ", None),
        ("สิ่งที่ส่งมาด้วย ๒\nบันทึกข้อความ\nส่วนราชการ กองสมมุติ\nเรื่อง ผลสมมุติ\nเรียน อธิบดี", "memo"),
    ],
)
def test_a_cell_of_an_enclosure_that_begins_with_a_word_of_the_form_opens_no_memo(text: str, kind: str | None) -> None:
    found = opened(rows(text))
    assert (found.kind if found else None) == kind


def test_a_record_whose_name_ends_in_a_code_is_no_rest_of_the_one_on_the_page_before() -> None:
    head = ("ตัวชี้วัด", "ตัวชี้วัดย่อย (รหัส)", "ข้อเสนอแนะ")
    first = (head, ("บริการ", "เว็บสมมุติ (1.1)", "ควรปรับเว็บ"), ("งาน", "เอกสารสมมุติ (2.1)", "ควรลดกระดาษ"))
    one, other = over_pages([Table(1, first), Table(2, (head, ("", "หุ่นยนต์สมมุติ (2.2)", "ควรสำรวจงานซ้ำ")))])
    assert (one.rows[-1], other.rows[-1]) == (first[-1], ("", "หุ่นยนต์สมมุติ (2.2)", "ควรสำรวจงานซ้ำ"))


@pytest.mark.parametrize("head", ["กลุ่ม", "ระดับ", "การจัดระดับ", "การแบ่งกลุ่ม", "สถานะ"])
def test_a_column_of_groups_is_known_by_its_head(head: str) -> None:
    columns = columns_of((head, "รหัส", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"))
    assert columns is not None and columns.group == 0
