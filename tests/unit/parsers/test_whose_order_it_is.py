"""Whose order it is may stand on the order's own line: `คำสั่งนายก  เห็นชอบ`; it is no part of what is ordered."""

from datetime import date

import pytest

from tests.unit.parsers.papers import drafts
from workflow.core.reading import OrderText

MEMO = """บันทึกข้อความ
ส่วนราชการ  สำนักปลัดสมมุติ
ที่ สม ๐๑๐๒/๘๘\tวันที่ ๒ มิถุนายน ๒๕๖๘
เรื่อง  ขออนุมัติยืมพัสดุ
เรียน  นายกเทศมนตรีสมมุติ
สำนักปลัดขอยืมเครื่องพิมพ์หนึ่งเครื่อง
จึงเรียนมาเพื่อโปรดพิจารณา
(นายเก่ง ตัวอย่างดี)
หัวหน้าสำนักปลัดสมมุติ
{}
(นายคม สมมุติ)
นายกเทศมนตรีสมมุติ
๔ มิ.ย. ๖๘
"""


def _ordered(words: str) -> OrderText | None:
    (memo,) = drafts(MEMO.format(words))
    return memo.instrument.order


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("คำสั่งนายก  เห็นชอบ", ("เห็นชอบ",)),
        ("คำสั่งนายกเทศมนตรี : - อนุมัติ", ("อนุมัติ",)),
        ("ความเห็นนายกเทศมนตรี  อนุมัติ", ("อนุมัติ",)),
        ("ความเห็นของนายกเทศมนตรีตำบลสมมุติ เห็นชอบตามเสนอ", ("เห็นชอบตามเสนอ",)),
        ("คำสั่ง : อนุมัติ", ("อนุมัติ",)),
        ("ข้อสั่งการ ทราบ แจ้งทุกกอง", ("ทราบ แจ้งทุกกอง",)),
        ("คำสั่งนายก ไม่อนุมัติ", ("ไม่อนุมัติ",)),
        ("คำสั่งนายกเทศมนตรีสมมุติ\n- เห็นชอบ\n- มอบสำนักปลัด", ("เห็นชอบ", "มอบสำนักปลัด")),
        ("อนุมัติ\nตามคำสั่งนายก เห็นชอบ", ("อนุมัติ", "ตามคำสั่งนายก เห็นชอบ")),
    ],
)
def test_whose_order_it_is_is_no_part_of_it(words: str, lines: tuple[str, ...]) -> None:
    ordered = _ordered(words)
    assert ordered
    assert (ordered.text, ordered.signatory.name, ordered.date) == (lines, "คม สมมุติ", date(2025, 6, 4))


@pytest.mark.parametrize("line", ["คำสั่งให้ทุกกองดำเนินการ", "ความเห็นชอบของสภาให้แนบมาด้วย", "คำสั่งที่ 12/2568 ให้ยกเลิก"])
def test_what_speaks_of_an_order_is_ordered(line: str) -> None:
    ordered = _ordered(f"อนุมัติ\n{line}")
    assert ordered and ordered.text == ("อนุมัติ", line)
