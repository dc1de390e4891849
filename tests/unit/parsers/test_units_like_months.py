"""The abbreviation of a unit and its number, `สส.ภ.12`, looks like a month and a year without a day."""

import pytest

from tests.unit.parsers.papers import SIGNED_MEMO, drafts
from workflow.parsers.fields.dated import loose_date
from workflow.parsers.fields.numbers import is_known
from workflow.parsers.fields.stamp_words import names_unit

POSTS = ["ผกก.2 บก.อก.ภ.41", "สว.ฝอ.บก.สส.ภ.41", "รอง ผบก.ศ.ส.41"]


@pytest.mark.parametrize("post", POSTS)
def test_a_post_of_a_numbered_unit_is_no_date(post: str) -> None:
    assert loose_date(post) is None and names_unit(post)


@pytest.mark.parametrize("post", POSTS[:2])
def test_who_orders_keeps_his_post_and_his_day(post: str) -> None:
    (draft,) = drafts(SIGNED_MEMO + f"- ทราบ\nพ.ต.อ.\n(วิชา สมมุติศักดิ์)\n{post}\n26 ธ.ค. 66")
    order = draft.instrument.order
    assert order and order.signatory and (order.signatory.position, str(order.date)) == (post, "2023-12-26")


@pytest.mark.parametrize(
    "text",
    ["50 ธ.ค. 2562", "25 มี.ย 2562", "ธ.ค. 2562", "วันที่ ธ.ค. 62", "วันที่ธ.ค. 62", "ลว.31 ก.ย. 62", "เดือน กันยายน 2562"],
)
def test_what_is_left_of_a_date_is_kept(text: str) -> None:
    assert loose_date(text)


@pytest.mark.parametrize("number", ["0033.(4)12/77", "0033(4)12/ว 77", "0033.(สส)2/5"])
def test_figures_may_stand_right_behind_the_bracket_of_a_number(number: str) -> None:
    assert is_known(number)


def test_figures_apart_from_the_bracket_are_no_part_of_a_number() -> None:
    assert not is_known("0033 (สำเนา) 12/77")
