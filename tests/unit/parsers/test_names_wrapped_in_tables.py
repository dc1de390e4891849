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


def _at(rows: Sequence[Sequence[tuple[float, str]]], gaps: Sequence[int] = ()) -> list[str | None]:
    tops = [100.0 + 18 * n + 30 * sum(n >= gap for gap in gaps) for n in range(len(rows))]
    lines = [
        Line(text, 1, n, (x, tops[n], x + 5 * len(text), tops[n] + 12), 11.0)
        for n, row in enumerate(rows)
        for x, text in row
    ]
    return [row.name for row in score_table([], rows_of(lines), own=True).indicators]


_PLACED = [list(zip((85.0, 263.0, 373.0), row, strict=False)) for row in WRAPPED]


def test_lines_of_another_table_below_undo_no_name() -> None:
    below = [
        [(60.0, "ข้อเสนอแนะเพื่อการพัฒนา")],
        [(107.0, "๒"), (290.0, "ควรทบทวนแผนของหน่วยงานให้เป็นปัจจุบัน")],
        [(290.0, "ทุกไตรมาสในทุกหน่วยงาน")],
    ]
    assert _at([*_PLACED, *below], [len(_PLACED)])[0] == "Digital Policy of the Year"


def test_a_total_at_the_right_and_a_number_not_told_tell_no_room_for_a_name() -> None:
    rows = [*_PLACED[:5], [(85.0, "๑.๓ Data"), (263.0, "N/A"), (373.0, "๕๕.๑๐")], *_PLACED[5:-1]]
    assert _at([*rows, [(215.0, "ค่าเฉลี่ยรวม"), (263.0, "๕๘.๓๑"), (373.0, "๔๙.๗๗")]])[0] == "Digital Policy of the Year"


def test_narrow_printed_numbers_that_a_space_parts_are_two() -> None:
    last = [(85.0, "๓ Computing of Cloud"), (235.0, "๕ ๑๐๐"), (263.0, "๕๘.๑๐"), (373.0, "๔๙.๒๐")]
    assert _at([*_PLACED[:-1], last, [(85.0, "Governments")]])[-1] == "Computing of Cloud Governments"
