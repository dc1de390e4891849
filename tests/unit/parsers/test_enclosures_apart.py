"""Which pages of scores and of advice are one paper: what is headed as an enclosure opens one, what goes on with one belongs to it."""

import pytest

from tests.unit.parsers.papers import page, rows
from tests.unit.parsers.test_bundle import LETTER
from workflow.parsers.binding.enclosed import label_of, openers
from workflow.parsers.bundle import papers_of
from workflow.parsers.page import Page

NAMES = ["แผนแม่บท", "ทักษะบุคลากร", "บริการประชาชน", "เครือข่ายสื่อสาร", "ความมั่นคงปลอดภัย", "บัญชีข้อมูล", "งบประมาณ", "กฎหมาย"]


def scores(first: int) -> str:
    """Return rows of a table whose codes begin with a number."""
    return "\n".join(
        f"{first}.{n}\t{name}{NAMES[n - first]}\t{9 * n + first}.{n}0\t{60 - first}.{n}5"
        for n, name in enumerate(NAMES, 1)
    )


SCORES = scores(1)
ADVICE = "\n".join(f"ตัวชี้วัดย่อยที่ ๑.{n} แผนสมมุติ : ควรทบทวนแผนทุกปี\nรวมทั้งติดตามผล" for n in range(1, 6))
TITLE = "ผลการสำรวจของกรมตัวอย่าง\n"


def bound(*texts: str) -> list[tuple[int, ...]]:
    return [paper.pages for paper in papers_of([page(text, n) for n, text in enumerate(texts, 1)])]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("สิ่งที่ส่งมาด้วย ๒\nตาราง", True),
        ("กรมตัวอย่าง\nเอกสารแนบ ๑", True),
        ("ภาคผนวก ก\nตาราง", True),
        ("ผนวก ข้อเสนอแนะรายตัวชี้วัดย่อย กรมสมมุติ\nตาราง", True),
        ("ผนวกกำลังของหน่วยงานสมมุติ\nตาราง", False),
        ("สิ่งที่ส่งมาด้วย (๒)\nตาราง", True),
        ("เอกสารแนบ [2]\nตาราง", True),
        ("สิ่งที่ส่งมาด้วย ๑. ตาราง จำนวน ๑ ชุด", False),
        ("เอกสารแนบท้ายนี้แสดงผล", False),
        ("ก\nข\nสิ่งที่ส่งมาด้วย ๑", False),
    ],
)
def test_a_heading_of_an_enclosure_stands_alone_above_the_text(text: str, label: bool) -> None:
    assert (label_of(rows(text)) is not None) == label


@pytest.mark.parametrize("form", ["{}", "({})", "ลำดับที่ {}"])
def test_enclosures_are_told_apart_by_their_numbers_however_these_are_written(form: str) -> None:
    labels = [label_of(rows(f"สิ่งที่ส่งมาด้วย {form.format(n)}\nตาราง")) for n in (1, 2)]
    assert len(set(labels)) == len(labels)


def test_the_first_of_the_pages_under_one_heading_opens_it() -> None:
    assert openers([(None, None), ("a 1", 3), ("a 1", 2), ("a 2", None), ("a 2", None)]) == {2, 3}


@pytest.mark.parametrize("numbers", [("", "", ""), ("- ๒ -\n", "- ๓ -\n", "- ๔ -\n")])
def test_two_enclosures_are_two_papers(numbers: tuple[str, ...]) -> None:
    first, second, third = numbers
    letter = "\n".join([*LETTER[0].split("\n")[:-1], *LETTER[1].split("\n")[2:]])
    read = bound(
        letter,
        f"{first}สิ่งที่ส่งมาด้วย ๑\n{TITLE}{SCORES}",
        f"{second}สิ่งที่ส่งมาด้วย ๒\n{TITLE}{scores(2)}",
        f"{third}{scores(3)}",
    )
    assert read == [(1,), (2,), (3, 4)]


def test_a_heading_that_every_page_repeats_parts_nothing() -> None:
    text = f"สิ่งที่ส่งมาด้วย\n{TITLE}"
    assert bound(f"{text}{SCORES}", f"- ๒ -\n{text}{scores(2)}") == [(1, 2)]


@pytest.mark.parametrize("number", ["", "- ๒ -\n"])
def test_the_advice_on_the_page_below_a_table_of_scores_is_its_own(number: str) -> None:
    assert bound(f"สิ่งที่ส่งมาด้วย\n{TITLE}{SCORES}", f"{number}ข้อเสนอแนะ\n{ADVICE}") == [(1, 2)]


def test_a_letter_below_a_table_is_another_paper() -> None:
    closed = f"{ADVICE}\nจึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ\n(นายสมมุติ ตัวอย่าง)"
    assert bound(f"{TITLE}{SCORES}", f"- ๒ -\n{closed}") == [(1,), (2,)]


def _wrapped(name: str, top: int, first: int) -> Page:
    head = "รหัส\tตัวชี้วัดย่อย\tคะแนนที่ได้\tค่าเฉลี่ย\n"
    rest = "ตามกรอบการพัฒนารัฐบาลดิจิทัลของหน่วยงาน\n(Plan of Action)\n"
    table = "".join(f"1.{n}\t{name}{NAMES[n % 8]}\t{7 * n}.00\t{5 * n}.00\n{rest}" for n in range(first, first + 5))
    return page(("สิ่งที่ส่งมาด้วย\nผลการสำรวจ\n" if top == 1 else "") + head + table, top)


def test_a_table_whose_names_wrap_goes_on_without_a_number() -> None:
    assert [paper.pages for paper in papers_of([_wrapped("แผน", 1, 1), _wrapped("งาน", 2, 6)])] == [(1, 2)]


def test_the_total_alone_below_the_repeated_head_is_the_end_of_its_table() -> None:
    head = "รหัส\tตัวชี้วัดย่อย\tคะแนนที่ได้\tค่าเฉลี่ย\n"
    first = f"- ๒ -\nสิ่งที่ส่งมาด้วย ๑\n{TITLE}{head}{SCORES}"
    letter = "\n".join([*LETTER[0].split("\n")[:-1], *LETTER[1].split("\n")[2:]])
    assert bound(letter, first, f"- ๓ -\n{head}คะแนนรวม\t61.80\t56.41") == [(1,), (2, 3)]
