"""A word that breaks over the line in the cell of a table may leave a label's letters on a row of its own."""

import pytest

from workflow.core.reading import Instrument
from workflow.parsers.bundle import papers_of
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.understand import understand

LINES: tuple[tuple[int, float, str], ...] = (
    (0, 120, "ตารางข้อเสนอแนะจากการสำรวจความพร้อมรัฐบาลดิจิทัล ประจำปี 2563"),
    (1, 89, "ระดับ"), (1, 180, "ตัวชี้วัดย่อย"), (1, 370, "ข้อเสนอแนะ"),
    (2, 89, "เด่น"), (2, 180, "5.1 คลื่นสื่อสาร"), (2, 370, "ให้คงระดับบริการไว้"),
    (3, 89, "ต้องเร่ง"), (3, 180, "3.4 ช่องทางรับข้อร้อง"), (3, 370, "ให้รวมการร้อง"),
    (4, 180, "เรียน"), (4, 370, "เรียนไว้ที่เดียว"),
)  # fmt: skip
TABLE = Table(1, (
    ("ระดับ", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"), ("เด่น", "5.1 คลื่นสื่อสาร", "ให้คงระดับบริการไว้"),
    ("ต้องเร่ง", "3.4 ช่องทางรับข้อร้องเรียน", "ให้รวมการร้องเรียนไว้ที่เดียว"),
))  # fmt: skip
HEAD: tuple[tuple[int, float, str], ...] = (
    (0, 265, "บันทึกข้อความ"), (1, 89, "ส่วนราชการ กองแผนสมมุติ"),
    (2, 89, "ที่ สม 0102/88"), (2, 330, "วันที่ 2 มิถุนายน 2563"),
    (3, 89, "เรื่อง ขออนุมัติยืมพัสดุ"), (4, 89, "เรียน อธิบดีกรมสมมุติ"), (5, 130, "ด้วยกองแผนขอยืมเครื่องพิมพ์หนึ่งเครื่อง"),
)  # fmt: skip


def read(lines: tuple[tuple[int, float, str], ...], table: Table) -> Instrument:
    held = tuple(Line(text, 1, n, (x, 60 + 15.0 * n, x + 6.0 * len(text), 72 + 15.0 * n), 12.0) for n, x, text in lines)
    (draft,) = understand(papers_of([Page(1, held, 595.0, 842.0, (table,))]))
    return draft.instrument


def test_the_rest_of_a_word_in_a_cell_is_no_addressee_and_the_survey_stays() -> None:
    found = read(LINES, TABLE)
    assert found.to == () and found.survey and found.survey.year == 2563
    assert [given.name for given in found.recommendations] == ["คลื่นสื่อสาร", "ช่องทางรับข้อร้องเรียน"]


@pytest.mark.parametrize(
    "cells",
    [
        (("บันทึกข้อความ", ""), ("ส่วนราชการ กองแผนสมมุติ", ""), ("ที่ สม 0102/88", "วันที่ 2 มิถุนายน 2563")),
        (("บันทึกข้อความ ส่วนราชการ กองแผนสมมุติ ที่ สม 0102/88 เรื่อง ขออนุมัติยืมพัสดุ เรียน อธิบดีกรมสมมุติ", "วันที่ 2 มิถุนายน 2563"),),
    ],
)
def test_a_head_set_in_a_frame_keeps_its_fields(cells: tuple[tuple[str, str], ...]) -> None:
    found = read(HEAD, Table(1, cells))
    assert (found.to, found.number, str(found.date)) == (("อธิบดีกรมสมมุติ",), "สม 0102/88", "2020-06-02")
