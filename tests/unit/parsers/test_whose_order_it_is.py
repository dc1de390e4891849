"""Whose order it is may stand on the order's own line: `คำสั่งนายก  เห็นชอบ`; it is no part of what is ordered."""

from datetime import date

import pytest

from tests.unit.parsers.papers import SIGNED_MEMO, drafts
from workflow.core.reading import OrderText

MEMO = f"""{SIGNED_MEMO}{{}}
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
        ("คำสั่ง/ความเห็นของนายกเทศมนตรี\nเห็นชอบ", ("เห็นชอบ",)),
        ("☑ อนุมัติ  ☐ไม่อนุมัติ", ("อนุมัติ",)),
        ("ข้อสั่งการ ทราบ แจ้งทุกกอง", ("ทราบ แจ้งทุกกอง",)),
        ("คำสั่งนายก ไม่อนุมัติ", ("ไม่อนุมัติ",)),
        ("คำสั่งนายกเทศมนตรีสมมุติ\n- เห็นชอบ\n- มอบสำนักปลัด", ("เห็นชอบ", "มอบสำนักปลัด")),
        ("อนุมัติ\nตามคำสั่งนายก เห็นชอบ", ("อนุมัติ", "ตามคำสั่งนายก เห็นชอบ")),
    ],
)
def test_whose_order_it_is_is_no_part_of_it(words: str, lines: tuple[str, ...]) -> None:
    ordered = _ordered(words)
    assert ordered and ordered.signatory
    assert (ordered.text, ordered.signatory.name, ordered.date) == (lines, "คม สมมุติ", date(2025, 6, 4))


@pytest.mark.parametrize("line", ["คำสั่งให้ทุกกองดำเนินการ", "ความเห็นชอบของสภาให้แนบมาด้วย", "คำสั่งที่ 12/2568 ให้ยกเลิก"])
def test_what_speaks_of_an_order_is_ordered(line: str) -> None:
    ordered = _ordered(f"อนุมัติ\n{line}")
    assert ordered and ordered.text == ("อนุมัติ", line)


OPINION, COMMANDER = "ความเห็นของปลัด  เห็นควรดำเนินการ", "(นายคม สมมุติ)\nนายกเทศมนตรีสมมุติ\n๔ มิ.ย. ๖๘"
ADVISER = "(นายสุด สมมุติ)\nปลัดเทศบาลสมมุติ\n๓ มิ.ย. ๖๘"
HEAD = MEMO.partition("{}")[0]


@pytest.mark.parametrize(
    "pages",
    [
        (HEAD, f"คำสั่งนายก  เห็นชอบ\n{COMMANDER}"),
        (HEAD, f"คำสั่งนายกเทศมนตรี\n- เห็นชอบ\n{COMMANDER}"),
        (f"{HEAD}{OPINION}", f"{ADVISER}\nคำสั่งนายก  เห็นชอบ\n{COMMANDER}"),
        (f"{HEAD}{OPINION}\n{ADVISER}", f"คำสั่งนายก  เห็นชอบ\n{COMMANDER}"),
        (f"{HEAD}{OPINION}\n{ADVISER}\nคำสั่งนายก  เห็นชอบ", COMMANDER),
    ],
)
def test_what_is_ordered_on_a_page_of_its_own_is_the_memos(pages: tuple[str, str]) -> None:
    (memo,) = drafts(*pages)
    ordered = memo.instrument.order
    assert (memo.instrument.kind, memo.instrument.pages) == ("memo", (1, 2))
    assert ordered and ordered.signatory and (ordered.text, ordered.signatory.name) == (("เห็นชอบ",), "คม สมมุติ")


@pytest.mark.parametrize("addressed", ["นายกเทศมนตรีสมมุติ", "ปลัดเทศบาลสมมุติ"])
def test_what_is_called_an_order_is_it_whomever_the_memo_addresses(addressed: str) -> None:
    words = f"{OPINION}\n{ADVISER}\nคำสั่งนายก  เห็นชอบ\n{COMMANDER}"
    (memo,) = drafts(HEAD.replace("เรียน  นายกเทศมนตรีสมมุติ", f"เรียน  {addressed}") + words)
    assert memo.instrument.order and memo.instrument.order.text == ("เห็นชอบ",)


ORDER = "{}\nที่ ๓/๒๕๖๗\nเรื่อง แต่งตั้งคณะทำงานสมมุติ\nให้ผู้มีชื่อต่อไปนี้เป็นคณะทำงาน\nสั่ง ณ วันที่ ๑๐ พฤษภาคม พ.ศ. ๒๕๖๗\n(นายหนึ่ง ทดสอบกุล)"


@pytest.mark.parametrize("title", ["คำสั่งนายกเทศมนตรีสมมุติ", "คำสั่งผู้ว่าราชการจังหวัดสมมุติ", "คำสั่งเทศบาลเมืองสมมุติ"])
def test_an_order_that_is_called_by_a_post_is_a_paper_of_its_own(title: str) -> None:
    found = [draft.instrument for draft in drafts(HEAD, ORDER.format(title))]
    assert [(paper.kind, paper.pages) for paper in found] == [("memo", (1,)), ("order", (2,))]


def test_a_line_left_open_for_an_opinion_waits_for_no_signature() -> None:
    left_open = f"{HEAD}ความเห็นผู้บังคับบัญชา ................"
    attached = "รายละเอียดพัสดุที่ขอยืม\nเครื่องพิมพ์ หนึ่งเครื่อง\nสายไฟ สองเส้น\nกระดาษ สามรีม\nหมึก สองตลับ"
    assert [draft.instrument.pages for draft in drafts(left_open, attached)] == [(1,), (2,)]
