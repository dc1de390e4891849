"""The label of the enclosures, broken over two rows of a column that is too narrow for it."""

import pytest

from workflow.core.reading import Instrument
from workflow.parsers.bundle import papers_of
from workflow.parsers.page import Line, Page
from workflow.parsers.understand import understand

HEAD = (
    (300, "กรมตัวอย่าง"),
    (91, "ที่ สม 1/9"),
    (260, "5 มกราคม 2567"),
    (91, "เรื่อง  ผลการทดลอง"),
    (91, "เรียน  อธิบดีกรมสมมุติ"),
)
TEXT = (
    (162, "ด้วยกรมตัวอย่างได้ทดลองระบบตามแผนที่วางไว้และขอส่งผลการทดลองมาเพื่อใช้"), (91, "ประกอบการจัดทำแผนต่อไป"),
    (162, "จึงเรียนมาเพื่อโปรดทราบ"), (350, "ขอแสดงความนับถือ"), (350, "(นายหนึ่ง ทดสอบกุล)"), (350, "อธิบดีกรมตัวอย่าง"),
)  # fmt: skip


def letter(*enclosed: tuple[tuple[float, str], ...]) -> Instrument:
    """Return what is read of a letter; each row of its enclosures is made of runs (left edge, text)."""
    rows = [*((one,) for one in HEAD), *enclosed, *((one,) for one in TEXT)]
    lines = [
        Line(text, 1, n, (left, 60.0 + 18 * n, left + 5.6 * len(text), 74.0 + 18 * n), 16.0)
        for n, row in enumerate(rows)
        for left, text in row
    ]
    (draft,) = understand(papers_of([Page(1, tuple(lines), 595.0, 842.0)]))
    return draft.instrument


@pytest.mark.parametrize(("first", "rest"), [("สิ่งที่ส่งมา", "ด้วย"), ("สิ่งที่ส่ง", "มาด้วย"), ("สิ่งที่แนบมา", "ด้วย")])
@pytest.mark.parametrize("apart", [True, False])
def test_a_label_over_two_rows_leaves_the_list_whole(first: str, rest: str, *, apart: bool) -> None:
    above, below, last = "1. รายงานการทดลอง จำนวน 1 ชุด", "2. ตารางผล จำนวน 1 แผ่น", "3. แผ่นบันทึก จำนวน 1 แผ่น"
    paper = (
        letter(((91, first), (160, above)), ((91, rest), (160, below)), ((160, last),))
        if apart
        else letter(((91, f"{first} {above}"),), ((91, f"{rest} {below}"),), ((150, last),))
    )
    assert paper.enclosures == ("รายงานการทดลอง", "ตารางผล", "แผ่นบันทึก")


def test_one_title_goes_on_beside_the_rest_of_the_label() -> None:
    paper = letter(
        ((91, "สิ่งที่ส่งมา"), (160, "รายงานการทดลองของหน่วยงานทุกแห่งที่เข้าร่วมโครงการใน")), ((91, "ด้วย"), (160, "ปีงบประมาณก่อน"))
    )
    assert paper.enclosures == ("รายงานการทดลองของหน่วยงานทุกแห่งที่เข้าร่วมโครงการในปีงบประมาณก่อน",)


def test_a_text_below_the_whole_label_keeps_its_first_word() -> None:
    paper = letter(((91, "สิ่งที่ส่งมาด้วย"), (190, "รายงานการทดลอง จำนวน 1 ชุด")))
    assert (paper.enclosures, paper.subject) == (("รายงานการทดลอง",), "ผลการทดลอง")


def test_a_sentence_at_the_margin_is_no_rest_of_a_label() -> None:
    paper = letter(((91, "สิ่งที่ส่งมา รายงานการทดลอง"),), ((91, "ด้วย กรมตัวอย่างได้ทดลองระบบแล้ว"),))
    assert not paper.enclosures
