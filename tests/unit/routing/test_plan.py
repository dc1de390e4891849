"""A plan of dispatches: politeness, doubts, and each post once."""

import pytest

from tests.unit.routing.charts import DIRECT, EQUALS, IN_2562, TODAY, police, small
from workflow.core.errors import NotFound, UsageError
from workflow.core.memo_kind import AddressGroup
from workflow.core.org import CHAIN_OF_COMMAND
from workflow.routing.plan import RoutingPlan, plan


def _codes(found: RoutingPlan) -> set[str]:
    return {finding.code for finding in found.findings}


def test_the_first_note_of_2562_tells_every_other_command_politely() -> None:
    found = plan(police(), [EQUALS, DIRECT], sender="สทส.", on=IN_2562)
    assert found.groups == (AddressGroup((EQUALS, DIRECT), downward=False),)
    assert len(found.dispatches) == 40
    assert not any(dispatch.downward for dispatch in found.dispatches)


def test_the_second_note_of_2562_tells_its_own_command_politely_and_its_divisions_plainly() -> None:
    to = "เรียน ผบช.สงป.\nรอง ผบช.สงป.\nผบก.ในสังกัด สงป.\nผกก.ฝอ.สงป., ผกก.ฝทง.สงป."
    found = plan(police(), [to], sender="สงป.", on=IN_2562)
    assert found.groups == (
        AddressGroup(("ผบช.สงป.", "รอง ผบช.สงป."), downward=False),
        AddressGroup(("ผบก.ในสังกัด สงป.", "ผกก.ฝอ.สงป.", "ผกก.ฝทง.สงป."), downward=True, line=CHAIN_OF_COMMAND),
    )
    assert [d.post for d in found.dispatches if d.downward] == [
        "ผบก.งป.",
        "ผบก.กง.",
        "ผบก.กช.",
        "ผกก.ฝอ.สงป.",
        "ผกก.ฝทง.สงป.",
    ]


def test_a_clause_that_reaches_both_ways_is_told_the_polite_way() -> None:
    found = plan(small(), ["ผบก. หรือผู้ดำรงตำแหน่งเทียบเท่า"], sender="บช.ก้อง", on=IN_2562)
    assert {d.post: d.downward for d in found.dispatches} == {"ผบก.ใน": True, "ผู้อำนวยการกองตรง": False}
    assert [group.downward for group in found.groups] == [False]


def test_an_addressee_named_twice_is_sent_to_once_and_said() -> None:
    found = plan(police(), [EQUALS, "สงป.", "ผบช.สงป."], sender="สทส.", on=IN_2562)
    assert [d.post for d in found.dispatches].count("ผบช.สงป.") == 1
    assert next(f for f in found.findings if f.code == "routing.duplicate").candidates == ("ผบช.สงป.",)


def test_leaving_out_the_sender_is_said() -> None:
    assert "routing.sender" in _codes(plan(police(), [EQUALS], sender="สทส.", on=IN_2562))
    assert "routing.sender" not in _codes(plan(police(), ["สงป."], sender="สทส.", on=IN_2562))


def test_a_vacant_post_is_a_doubt_and_still_an_addressee() -> None:
    found = plan(police(), ["ผบก.ปอท."], sender="สทส.", on=TODAY)
    assert [d.post for d in found.dispatches] == ["ผบก.ปอท."]
    assert _codes(found) == {"routing.vacant"}


def test_an_exception_that_meets_nobody_is_a_doubt() -> None:
    found = plan(police(), ["ผบก.ในสังกัด สงป. ยกเว้น วน."], sender="สงป.", on=IN_2562)
    assert "routing.exception" in _codes(found)


def test_a_unit_without_a_head_is_named() -> None:
    found = plan(police(), ["ทุกหน่วยในสังกัด ตร."], sender="ตร.", on=IN_2562)
    assert next(f for f in found.findings if f.code == "routing.headless").candidates == ("สง.ผบ.ตร.",)


def test_a_plan_to_nobody_is_refused_before_anything_is_numbered() -> None:
    with pytest.raises(UsageError):
        plan(police(), [], sender="สทส.", on=IN_2562)
    with pytest.raises(NotFound):
        plan(police(), [EQUALS, "ผบก. ในสังกัด ฝอ.สงป."], sender="สทส.", on=IN_2562)


def test_an_unknown_sender_is_not_found() -> None:
    with pytest.raises(NotFound, match="สทสส"):
        plan(police(), [EQUALS], sender="สทสส.", on=IN_2562)
