"""Names in a table without ruling lines that go on below their numbers, as a word processor wraps them."""

from collections.abc import Sequence

import pytest

from workflow.parsers.fields.score_table import score_table
from workflow.parsers.page import Line
from workflow.parsers.rows import rows_of

HEAD = ("ตัวชี้วัด", "ค่าเฉลี่ยจังหวัด", "คะแนนของหน่วยงาน")
WRAPPED = [
    HEAD, ("ตัวชี้วัดที่ ๑ Digital", "๖๗.๗๘", "๓๙.๘๑"), ("Policy of the Year",), ("๑.๑ Roadmap of", "๕๗.๘๐", "๖๑.๘๐"), ("Alignments",),
    ("๑.๒ Master Datas", "๔๙.๓๓", "๘๔.๔๙"), ("๒ Data-", "๔๘.๑๗", "๓๔.๕๔"), ("driven-government",), ("รวม", "๕๘.๓๑", "๔๙.๗๗"),
]  # fmt: skip


def _names(rows: Sequence[Sequence[str]]) -> list[str | None]:
    lines = [
        Line(text, 1, n, (x, 100.0 + 18 * n, x + 5 * len(text), 112.0 + 18 * n), 11.0)
        for n, texts in enumerate(rows)
        for x, text in zip((85.0, 263.0, 373.0), texts, strict=False)
    ]
    return [row.name for row in score_table([], rows_of(lines), own=True).indicators]


def test_a_name_that_goes_on_below_its_numbers_is_whole() -> None:
    assert _names(WRAPPED) == [
        "Digital Policy of the Year",
        "Roadmap of Alignments",
        "Master Datas",
        "Data-driven-government",
    ]


def test_thai_goes_on_without_a_space() -> None:
    rows = [
        HEAD,
        ("๑ นโยบายและแผนงาน", "๖๗.๗๘", "๓๙.๘๑"),
        ("ระยะยาว",),
        ("๒ บุคลากร", "๕๗.๘๐", "๖๑.๘๐"),
        ("๓ ข้อมูล", "๕๗.๑๐", "๖๑.๑๐"),
    ]
    assert _names(rows) == ["นโยบายและแผนงานระยะยาว", "บุคลากร", "ข้อมูล"]


@pytest.mark.parametrize("at", [1, 6])
def test_a_heading_between_the_rows_is_no_part_of_a_name(at: int) -> None:
    rows = [*WRAPPED[:at], ("Data",), *WRAPPED[at:]]
    assert _names(rows)[0] == "Digital"
