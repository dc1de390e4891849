"""Signature blocks whose lines begin at one tab, right of the margin, instead of sharing a middle."""

import pytest

from tests.unit.parsers.papers import placed, set_out
from tests.unit.parsers.papers import rows as typed
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


RANKED, OFFICE = "นักวิชาการคอมพิวเตอร์ชำนาญการพิเศษ", "หัวหน้ากลุ่มเทคโนโลยีสารสนเทศ"


def test_the_office_below_a_rank_s_post_belongs_to_it_where_nothing_tells_places() -> None:
    (found,) = signatures(typed(f"(นางสมมุติ สกุลดี)\n{RANKED}\n{OFFICE}\nเห็นชอบ"))
    assert found.signatory.position == f"{RANKED} {OFFICE}"


def test_the_office_below_a_rank_s_post_at_the_margin_belongs_to_it() -> None:
    (found,) = signatures(_signed(0.0, RANKED, OFFICE, "กองการเจ้าหน้าที่"))
    assert found.signatory.position == f"{RANKED} {OFFICE}"


@pytest.mark.parametrize(
    "below", [f"\n{OFFICE}", f"{OFFICE} ดำเนินการ", f"{OFFICE} เพื่อโปรดทราบ", "กองการเจ้าหน้าที่", "ผอ.กองสมมุติ", "หัวหน้า"]
)
def test_who_is_told_something_below_a_rank_s_post_is_no_part_of_it(below: str) -> None:
    (found,) = signatures(typed(f"(นางสมมุติ สกุลดี)\n{RANKED}\n{below}"))
    assert found.signatory.position == RANKED


def test_an_office_below_another_is_no_part_of_it() -> None:
    (found,) = signatures(typed(f"(นางสมมุติ สกุลดี)\nหัวหน้ากลุ่มนโยบาย\n{OFFICE}"))
    assert found.signatory.position == "หัวหน้ากลุ่มนโยบาย"


BROKEN = [
    ("รองอธิบดีกรมสมมุติ รักษา", "ราชการแทน"),
    ("รองปลัด ปฏิบัติ", "ราชการแทน"),
    ("รองปลัด ปฏิบัติราชการ", "แทน"),
    ("รองปลัด ปฏิบัติ", "หน้าที่แทน"),
]


@pytest.mark.parametrize("post", ["อธิบดีกรมสมมุติ", "เลขาธิการสมมุติ"])
@pytest.mark.parametrize(("above", "below"), BROKEN)
def test_an_acting_phrase_broken_over_rows_is_whole_wherever_its_rest_is_set(above: str, below: str, post: str) -> None:
    places = [(0.0, _TEXT), (230.0, "(นางสมมุติ สกุลดี)"), (215.0, above), (180.0, below), (240.0, post)]
    own, phrase = above.rsplit(" ", 1)
    for rows in (rows_of(placed(places).lines), typed(f"(นางสมมุติ สกุลดี)\n{above}\n{below}\n{post}")):
        (found,) = signatures(rows)
        said = found.signatory
        assert (said.position, said.acting, said.acting_for) == (own, phrase + below, post)


@pytest.mark.parametrize(
    ("below", "whole"), [("ประมาณ", True), ("ทราบ", False), ("กองแผนงาน", False), ("ผอ.กองแผน", False)]
)
def test_the_post_acted_for_goes_on_at_its_own_left_edge(below: str, *, whole: bool) -> None:
    office = "ผู้อำนวยการกองยุทธศาสตร์และงบ"
    titles = [(200.0, "หัวหน้าฝ่ายวิชาการ รักษา"), (200.0, "ราชการแทน"), (228.0, office), (228.0, below)]
    (found,) = signatures(rows_of(placed([(0.0, _TEXT), (230.0, "(นางสมมุติ สกุลดี)"), *titles]).lines))
    assert found.signatory.acting_for == (f"{office} {below}" if whole else office)


@pytest.mark.parametrize(
    ("below", "whole"),
    [("เทคโนโลยีสารสนเทศและการสื่อสาร", True), ("ทราบ", False), ("อนุมัติตามเสนอ", False), ("รองอธิบดีกรมสมมุติ", False)],
)
@pytest.mark.parametrize("off", [15.0, 24.0])
def test_the_post_acted_for_goes_on_at_its_own_middle(below: str, off: float, *, whole: bool) -> None:
    office = "รักษาราชการแทนผู้อำนวยการศูนย์"
    block = [(0.0, "(นายสมมุติ ตัวอย่างสกุล)"), (0.0, "นักวิชาการชำนาญการพิเศษ"), (off, office), (off, below)]
    middles = [(400.0 - by - 3.5 * len(text), 400.0 - by + 3.5 * len(text), text) for by, text in block]
    (found,) = signatures(set_out([(84, 530, _TEXT), *middles]))
    post = office.removeprefix("รักษาราชการแทน")
    assert found.signatory.acting_for == (f"{post} {below}" if whole else post)
