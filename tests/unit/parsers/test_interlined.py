"""What a pen wrote between two lines of a scan: it stands where print has no room, and is no part of the text."""

import pytest

from workflow.parsers.fields.heads import head_fields
from workflow.parsers.fields.interlined import interlined, without_remarks
from workflow.parsers.page import Line
from workflow.parsers.rows import Row, rows_of

PITCH = 20.0
TEXT = (
    "ที่ สม ๐๓๐๗/๖๑", "เรื่อง แจ้งผลการสำรวจความพร้อมของหน่วยงาน", "เรียน อธิบดีกรมสมมุติ",
    "สิ่งที่ส่งมาด้วย ๑) สรุปผลการสำรวจความพร้อม ประจำปี พ.ศ.", "๒๕๖๘", "๒) แบบตอบรับ", "ด้วยสำนักงานสมมุติได้สำรวจแล้ว",
)  # fmt: skip


def _line(text: str, top: float, row: int, *, scanned: bool = True) -> Line:
    sure = (0.99,) * len(text) if scanned else ()
    return Line(text, 1, row, (80.0, top, 80.0 + 6 * len(text), top + 10), sure=sure)


def _page(remark: str, below: int, *, off: float = 0.5, scanned: bool = True) -> list[Row]:
    """Return typed rows with a remark some way (in lines) below one of them."""
    placed = [(100 + PITCH * n, text) for n, text in enumerate(TEXT)] + [(100 + PITCH * (below + off), remark)]
    return rows_of(_line(text, top, n, scanned=scanned) for n, (top, text) in enumerate(sorted(placed)))


@pytest.mark.parametrize("below", [2, 3, 4, 5])
def test_a_row_between_two_lines_is_a_pens(below: int) -> None:
    rows = _page("เวียนทุกฝ่าย", below)
    assert [rows[n].text for n in interlined(rows)] == ["เวียนทุกฝ่าย"]
    assert "เวียนทุกฝ่าย" not in [row.text for row in without_remarks(rows)]


def test_a_row_that_has_its_room_stays() -> None:
    assert not interlined(_page("ผ่านรองอธิบดี", len(TEXT) - 1, off=1.0))


@pytest.mark.parametrize("stroke", ["-", "/", "จ", ". /"])
def test_a_stroke_taken_for_a_letter_is_no_row_of_the_text(stroke: str) -> None:
    assert stroke not in [row.text for row in without_remarks(_page(stroke, len(TEXT) - 1, off=1.0))]
    assert "๘" in [row.printed for row in without_remarks(_page("๘", len(TEXT) - 1, off=1.0))]


def test_entries_of_a_list_set_tight_are_lines() -> None:
    rows = _page("๓) แบบแจ้งชื่อผู้ประสานงาน", len(TEXT) - 1, off=0.75)
    assert not interlined(rows)


def test_a_line_that_a_pen_parted_is_one_again_and_without_the_pen() -> None:
    texts = [_line(text, 100 + PITCH * n, n) for n, text in enumerate(TEXT)]
    pen = Line("ข ดแเนิน", 1, 9, (180.0, 260.0, 240.0, 280.0), inked=True, confidence=0.75, sure=(0.75,) * 8)
    right, left = (
        Line(t, 1, n, (x, 270.0, x + 150, 280.0), sure=(0.99,) * len(t))
        for t, n, x in (("ด้านขวา", 9, 240.0), ("ด้านซ้าย", 10, 85.0))
    )
    assert [row.text for row in without_remarks(rows_of([*texts, pen, right, left]))][-1] == "ด้านซ้าย  ด้านขวา"


def test_a_text_layer_has_no_remarks() -> None:
    assert not interlined(_page("เวียนทุกฝ่าย", 3, scanned=False))


def test_a_remark_inside_an_enclosures_title_is_no_part_of_it() -> None:
    fields, _ = head_fields(_page("เวียนทุกฝ่าย", 3))
    assert fields["สิ่งที่ส่งมาด้วย"].text == "1) สรุปผลการสำรวจความพร้อม ประจำปี พ.ศ. 2568 2) แบบตอบรับ"


def test_coloured_ink_beside_the_print_of_a_row_is_no_part_of_its_value() -> None:
    rows = rows_of(_line(text, 100 + PITCH * n, n) for n, text in enumerate(TEXT[:3]))
    pen = Line("เวียน", 1, 1, (400.0, 120.0, 430.0, 130.0), inked=True, sure=(0.99,) * 5)
    rows[1] = rows_of([*rows[1].parts, pen])[0]
    assert head_fields(rows)[0]["เรื่อง"].text == "แจ้งผลการสำรวจความพร้อมของหน่วยงาน"


def test_a_cited_date_below_a_pens_remark_belongs_to_the_citation() -> None:
    texts = ("ที่ สม ๐๓๐๗/๖๑", "เรื่อง แจ้งผล", "เรียน อธิบดี", "อ้างถึง หนังสือ ที่ สม ๐๓๐๗/๔ ลงวันที่", "๓๐ ธันวาคม ๒๕๖๗", "ด้วยสำนักงาน")
    lines = [_line(text, 100 + PITCH * n, 2 * n) for n, text in enumerate(texts)]
    pen = Line("ช่วยสรุป", 1, 7, (280.0, 170.0, 330.0, 180.0), inked=True, sure=(0.9,) * 8)
    rows = rows_of(sorted([*lines, pen], key=lambda line: line.row))
    assert head_fields(rows)[0]["อ้างถึง"].text.endswith("ลงวันที่ 30 ธันวาคม 2567")
