"""ทุกแห่ง, ทุกจังหวัด, ทุกอำเภอ, lines of work and committees, on the charts of the reference documents."""

from datetime import date
from functools import cache

import pytest

from tests.unit.routing.charts import CONFIG
from workflow.core.errors import NotFound
from workflow.core.org import OrgChart
from workflow.routing.plan import RoutingPlan, plan
from workflow.store.office_files import load_office

DAYS = {"interior": date(2019, 11, 22), "ega2559": date(2016, 11, 22), "dga2566": date(2023, 6, 1)}
OFFICES = "หัวหน้าส่วนราชการประจำจังหวัดทุกแห่ง"


@cache
def chart(office: str) -> OrgChart:
    """The chart of an office, read once."""
    return load_office(CONFIG, office).chart


def _plan(office: str, sender: str, *to: str) -> RoutingPlan:
    return plan(chart(office), to, sender=sender, on=DAYS.get(office, date(2019, 12, 6)))


@pytest.mark.parametrize(
    ("office", "sender", "to", "count"),
    [
        ("interior", "จังหวัดร้อยเอ็ด", OFFICES, 20),
        ("interior", "สำนักงานจังหวัดร้อยเอ็ด", OFFICES, 19),
        ("interior", "มท.", OFFICES, 1520),
        ("interior", "สป.มท.", f"{OFFICES}ในสังกัด มท.", 1520),
        ("interior", "มท.", "หัวหน้าส่วนราชการประจำจังหวัดลำพูนทุกแห่ง", 20),
        ("interior", "มท.", "ผู้ว่าราชการจังหวัดทุกจังหวัด ยกเว้น จังหวัดระนอง", 75),
        ("interior", "จังหวัดระนอง", "นายอำเภอทุกอำเภอ", 5),
        ("interior", "มท.", "นายอำเภอทุกอำเภอในจังหวัดระนอง", 5),
        ("interior", "กรมการปกครอง", "นายอำเภอ ทุกอำเภอ", 878),
        ("interior", "กรมที่ดิน", "ทุกหน่วยในสายงาน กรมที่ดิน", 76),
        ("interior", "กรมที่ดิน", "หน่วยงานในสายงานของกรมที่ดิน ทุกหน่วย", 76),
        ("interior", "จังหวัดระนอง", "หน่วยที่ประสานกับจังหวัดระนอง", 4),
        ("interior", "กรมบัญชีกลาง", "คลังจังหวัดทุกจังหวัด", 76),
        ("interior", "มท.", "สำนักงานสถิติจังหวัดทุกจังหวัด ยกเว้น สำนักงานสถิติจังหวัดระนอง", 75),
        ("ega2559", "จังหวัดร้อยเอ็ด", OFFICES, 7),
        ("ega2559", "มท.", OFFICES, 532),
        ("alro", "กพร.", "ปฏิรูปที่ดินจังหวัดทุกจังหวัด", 72),
        ("alro", "กพร.", "ส.ป.ก.จังหวัด ทุกจังหวัด", 72),
        ("dga2566", "สพร.", "ทุกหน่วยที่ประสานกับ สพร.", 379),
        ("dga2566", "สพร.", "หัวหน้าส่วนราชการระดับกรม หรือผู้ดำรงตำแหน่งเทียบเท่า", 303),
        ("police", "ตร.", "ผบก.ภ.จว.ทุกจังหวัด", 76),
    ],
)
def test_words_for_many_places_reach_as_many_as_there_are(office: str, sender: str, to: str, count: int) -> None:
    found = _plan(office, sender, to).dispatches
    assert len(found) == len({dispatch.unit for dispatch in found}) == count


def test_a_province_orders_the_offices_it_commands_and_asks_the_others() -> None:
    found = _plan("interior", "จังหวัดร้อยเอ็ด", OFFICES)
    assert sum(dispatch.downward for dispatch in found.dispatches) == 16
    assert {dispatch.line for dispatch in found.dispatches} == {"สายบังคับบัญชา", "ประสาน"}
    assert all(dispatch.unit.endswith("ร้อยเอ็ด") for dispatch in found.dispatches)


def test_how_every_place_was_read_is_said_only_when_it_is_not_the_whole_office() -> None:
    read = {f.code: f.candidates for f in _plan("interior", "สำนักงานจังหวัดร้อยเอ็ด", OFFICES).findings}
    assert read["routing.own"] == ("จังหวัดร้อยเอ็ด",)
    assert not _plan("interior", "มท.", OFFICES).findings


def test_a_committee_is_addressed_through_its_secretary_who_answers_for_it() -> None:
    found = _plan("dga2566", "สพร.", "คณะกรรมการ PCIO ทุกจังหวัด").dispatches
    assert len(found) == 76
    named = {dispatch.unit: dispatch for dispatch in found}["คณะกรรมการ PCIO จังหวัดลำพูน"]
    assert (named.post, named.line) == ("หัวหน้าสำนักงานจังหวัดลำพูน", "ประสาน")
    (one,) = _plan("dga2566", "สพร.", "คณะกรรมการ PCIO จังหวัดลำพูน").dispatches
    assert one.reason == "เลขานุการ คณะกรรมการ PCIO จังหวัดลำพูน ที่ระบุโดยตรง"


def test_who_belongs_to_a_province_only_by_coordination_is_named_with_the_words_that_reach_him() -> None:
    found = _plan("interior", "จังหวัดระนอง", "ทุกหน่วยในสังกัด จังหวัดระนอง")
    (missed,) = found.findings
    assert missed.code == "routing.other_line" and len(missed.candidates) == 4
    assert "“ทุกหน่วยที่ประสานกับ จังหวัดระนอง”" in missed.message
    both = _plan("interior", "จังหวัดระนอง", "ทุกหน่วยในสังกัด จังหวัดระนอง", "ทุกหน่วยที่ประสานกับ จังหวัดระนอง")
    assert len(both.dispatches) == 25 and not both.findings


def test_a_department_without_units_of_its_command_is_told_the_words_for_its_line_of_work() -> None:
    with pytest.raises(NotFound) as caught:
        _plan("interior", "กรมที่ดิน", "ทุกหน่วยในสังกัด กรมที่ดิน")
    assert "๗๖ หน่วย" in caught.value.next_step and "“ทุกหน่วยในสายงาน กรมที่ดิน”" in caught.value.next_step


@pytest.mark.parametrize("to", ["นักวิชาการทุกแห่ง", "นายอำเภอทุกอำเภอในจังหวัดไหน", "ทุกหน่วยในสายงาน กรมไหน", "คลังทุกแห่งหน"])
def test_places_and_names_that_nobody_knows_are_not_found_and_say_what_to_do(to: str) -> None:
    with pytest.raises(NotFound) as caught:
        _plan("interior", "มท.", to)
    assert caught.value.next_step


def test_a_post_chosen_twice_is_sent_to_once_with_both_reasons() -> None:
    found = _plan("interior", "จังหวัดระนอง", OFFICES, "คลังจังหวัดระนอง")
    (treasurer,) = (d for d in found.dispatches if d.post == "คลังจังหวัดระนอง")
    assert treasurer.reason == "ดำรงตำแหน่งระดับ หัวหน้าส่วนราชการประจำจังหวัด; ระบุตำแหน่งโดยตรง"
