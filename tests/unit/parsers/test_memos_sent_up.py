"""A memo that the post it is addressed to sends up to his superior: the superior's words are the order, wherever both stand."""

from datetime import date

import pytest

from tests.unit.parsers.papers import drafts
from workflow.core.reading import OrderText
from workflow.parsers.bundle import papers_of
from workflow.parsers.page import Line, Page
from workflow.parsers.understand import understand

HEAD = (
    "บันทึกข้อความ", "ส่วนราชการ กองแผนสมมุติ", "ที่ สม ๕๑๐๐๓/๔๑๘ วันที่ ๒ มิถุนายน ๒๕๖๘", "เรื่อง รายงานผล", "เรียน ปลัดเทศบาลเมืองสมมุติ",
    "กองแผนสมมุติขอรายงานผลการทดลองระบบงานใหม่ของทุกกองที่ดำเนินการแล้วเสร็จเมื่อสิ้นเดือนที่แล้ว", "จึงเรียนมาเพื่อโปรดพิจารณา",
    "(นายหนึ่ง ทดสอบกุล)", "ผู้อำนวยการกองแผนสมมุติ",
)  # fmt: skip
UP = ("เรียน นายก ทม.สมมุติ", "เพื่อโปรดทราบ เห็นควรให้ทุกกองดำเนินการ", "(นางสอง ทดสอบกุล)", "ปลัดเทศบาลเมืองสมมุติ", "๓ มิ.ย. ๒๕๖๘")
ORDER = ("ทราบ / ดำเนินการ", "(นายสาม ทดสอบกุล)", "นายกเทศมนตรีเมืองสมมุติ", "๔ มิ.ย. ๒๕๖๘")


def _line(n: int, x: float, text: str) -> Line:
    return Line(text, 1, n, (x, 60 + 18.0 * n, x + 5 * len(text), 74 + 18.0 * n), 16.0)


def _placed(up: tuple[str, ...], order: tuple[str, ...]) -> OrderText | None:
    lines = [_line(n, 85.0 if n < len(HEAD) - 2 else 330.0, text) for n, text in enumerate(HEAD)]
    lines += [_line(len(HEAD) + n, 85.0, text) for n, text in enumerate(up)]
    lines += [_line(len(HEAD) + len(up) + n, 330.0, text) for n, text in enumerate(order)]
    (memo, *_) = understand(papers_of([Page(1, tuple(lines), 595.0, 842.0)]))
    return memo.instrument.order


def test_a_note_that_ends_above_the_order_on_its_right_is_no_part_of_it() -> None:
    order = _placed(UP, ORDER)
    assert order and (order.text, order.date) == (("ทราบ / ดำเนินการ",), date(2025, 6, 4))


def test_words_that_greet_nobody_are_the_order_of_the_post_addressed() -> None:
    order = _placed(UP[1:], ORDER)
    assert order and order.date == date(2025, 6, 3)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("เรียน นายก ทม.สมมุติ\n- เพื่อโปรดพิจารณา", date(2025, 6, 4)),
        ("เรียน ผู้อำนวยการกองแผนสมมุติ\nดำเนินการตามเสนอ", date(2025, 6, 3)),
        ("อนุมัติ", date(2025, 6, 3)),
    ],
)
def test_who_sends_a_memo_up_orders_nothing_and_who_sends_it_down_does(words: str, day: date) -> None:
    (memo, *_) = drafts("\n".join((*HEAD, "", words, *UP[2:], "", *ORDER)))
    assert memo.instrument.order and memo.instrument.order.date == day


def test_a_note_on_a_memo_on_which_nobody_orders_is_no_order() -> None:
    # the note was the memo's order as long as it was no endorsement; who sends a memo up orders nothing
    memo, note = (draft.instrument for draft in drafts("\n".join((*HEAD, "", *UP))))
    assert (memo.order, note.kind, note.date) == (None, "endorsement", date(2025, 6, 3))
