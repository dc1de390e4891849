"""Everybody of a unit, one by one: the plan names units, the roster knows the people."""

from dataclasses import replace

import pytest

from tests.unit.routing.charts import EQUALS, IN_2562, police, small
from workflow.core.errors import NotFound
from workflow.core.org import CHAIN_OF_COMMAND
from workflow.routing.addressees import resolve
from workflow.routing.plan import EveryoneIn, RoutingPlan, plan

BUREAU = ("บช.ก้อง", "บก.ใน", "ฝ่ายและงาน")


def _plan(*to: str, sender: str = "สนง.") -> RoutingPlan:
    return plan(small(), to, sender=sender, on=IN_2562)


def _units(*to: str, sender: str = "สนง.") -> list[tuple[str, ...]]:
    return [everyone.units for everyone in _plan(*to, sender=sender).everyone]


@pytest.mark.parametrize(
    "text",
    [
        "ข้าราชการทุกคนในสังกัด บช.ก้อง",
        "ข้าราชการตำรวจทุกนายในสังกัด บช.ก้อง",
        "ทุกนายในสังกัด บช.ก้อง",
        "เรียน บุคลากรในสังกัด บช.ก้อง ทุกคน",
        "เจ้าหน้าที่ ทุกท่าน สังกัด บช.ก้อง",
    ],
)
def test_everybody_of_a_unit_is_the_unit_and_all_below_it(text: str) -> None:
    found = _plan(text)
    reason = "ทุกคนในสังกัด บช.ก้อง"
    assert found.everyone == (EveryoneIn("บช.ก้อง", BUREAU, reason, downward=True, line=CHAIN_OF_COMMAND),)
    assert found.dispatches == () and found.groups[0].downward


def test_everybody_without_a_name_is_the_senders_own_people() -> None:
    assert _units("ข้าราชการทุกคน", sender="บช.ก้อง") == [BUREAU]


def test_the_people_of_another_command_are_told_politely() -> None:
    found = _plan("ข้าราชการทุกคนในสังกัด กองตรง", sender="บช.ก้อง")
    assert [(e.downward, e.line) for e in found.everyone] == [(False, None)]
    assert not found.groups[0].downward


def test_nobody_is_told_twice_by_two_sets_or_by_post_and_by_name() -> None:
    found = _plan("ผบก.ใน", "ทุกนายในสังกัด บก.ใน", "ทุกนายในสังกัด บช.ก้อง")
    assert [e.units for e in found.everyone] == [("บก.ใน", "ฝ่ายและงาน"), ("บช.ก้อง",)]
    assert [e.without for e in found.everyone] == [("ผบก.ใน",), ()]


def test_an_excepted_unit_is_left_out_with_its_people_and_an_excepted_post_alone() -> None:
    assert _units("ทุกนายในสังกัด บช.ก้อง ยกเว้น บก.ใน") == [("บช.ก้อง",)]
    (everyone,) = _plan("ทุกนายในสังกัด บช.ก้อง ยกเว้น ผบช.ก้อง").everyone
    assert (everyone.units, everyone.without) == (BUREAU, ("ผบช.ก้อง",))


def test_an_exception_that_leaves_nobody_is_not_found_and_one_that_meets_nobody_is_said() -> None:
    with pytest.raises(NotFound):
        _plan("ทุกนายในสังกัด บก.ใน ยกเว้น ทุกนายในสังกัด บช.ก้อง")
    assert "routing.exception" in {f.code for f in _plan("ทุกนายในสังกัด บก.ใน ยกเว้น กองตรง").findings}


def test_who_is_left_out_is_named_by_post_and_by_the_number_of_the_position() -> None:
    chart = small()
    numbered = replace(chart, posts=tuple(replace(p, number="1234") if p.code == "ผบก.ใน" else p for p in chart.posts))
    (everyone,) = plan(numbered, ["ทุกนายในสังกัด บช.ก้อง", "ผบก.ใน"], sender="สนง.", on=IN_2562).everyone
    assert everyone.without == ("ผบก.ใน", "1234")


def test_a_closed_unit_has_no_people() -> None:
    with pytest.raises(NotFound, match="กองปิด"):
        _plan("ทุกนายในสังกัด กองปิด")


def test_the_people_of_an_unknown_unit_are_answered_with_the_nearest_name() -> None:
    with pytest.raises(NotFound) as caught:
        plan(police(), ["ข้าราชการตำรวจทุกนายในสังกัด สทสส."], sender="ตร.", on=IN_2562)
    assert "สทส." in caught.value.next_step and "“สทสส.”" in str(caught.value)


def test_people_are_no_posts_and_posts_beside_them_stay() -> None:
    found = plan(police(), [EQUALS, "ทุกนายในสังกัด สงป."], sender="สทส.", on=IN_2562)
    assert len(found.everyone[0].units) == 13 and "ผบช.สงป." in found.everyone[0].without
    assert [a.post for a in resolve("ทุกนายในสังกัด สงป., วน.", police(), sender="สทส.", on=IN_2562)] == ["ผบก.วน."]
