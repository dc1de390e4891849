"""Signature blocks whose lines begin at one tab, right of the margin, instead of sharing a middle."""

import pytest

from tests.unit.parsers.papers import placed
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.rows import Row, rows_of

_TEXT = "จึงเรียนมาเพื่อโปรดทราบและแจ้งหน่วยงานในสังกัดถือปฏิบัติต่อไป"


def _signed(indent: float, *below: str) -> list[Row]:
    return rows_of(placed([(0.0, _TEXT), (indent, "(นางสมมุติ สกุลดี)"), *((indent, text) for text in below)]).lines)


def test_a_post_over_rows_at_one_tab_is_whole() -> None:
    rows = _signed(220.0, "นักวิชาการคอมพิวเตอร์ชำนาญการพิเศษ", "หัวหน้ากลุ่มงานพัฒนาระบบดิจิทัล", "ศูนย์เทคโนโลยีสารสนเทศ")
    (found,) = signatures(rows)
    assert found.signatory.position == "นักวิชาการคอมพิวเตอร์ชำนาญการพิเศษ หัวหน้ากลุ่มงานพัฒนาระบบดิจิทัล ศูนย์เทคโนโลยีสารสนเทศ"


@pytest.mark.parametrize("below", ["อนุมัติตามเสนอ มอบกองแผนงานดำเนินการ", "ทราบ และแจ้งทุกกลุ่มงาน"])
def test_what_is_ordered_at_the_same_tab_is_no_post(below: str) -> None:
    (found,) = signatures(_signed(220.0, "หัวหน้ากลุ่มนโยบายและแผน", below))
    assert found.signatory.position == "หัวหน้ากลุ่มนโยบายและแผน"


def test_the_foot_below_a_name_at_the_margin_is_no_post() -> None:
    (found,) = signatures(_signed(0.0, "หัวหน้ากลุ่มนโยบายและแผน", "กองการเจ้าหน้าที่"))
    assert found.signatory.position == "หัวหน้ากลุ่มนโยบายและแผน"
