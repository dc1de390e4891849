"""The chart as of a day: validity dates at both ends, one line of command among several."""

from datetime import date, timedelta

import pytest

from workflow.core.errors import NotFound
from workflow.core.org import ActingAppointment, Edge, Holder, OrgChart, Post, Unit

FOUNDED, CLOSED = date(2020, 9, 9), date(2021, 9, 8)
DAY = timedelta(days=1)


def _chart() -> OrgChart:
    return OrgChart(
        office="ทดสอบ",
        grades=("ผบ.", "ผบช.", "ผบก."),
        units=(
            Unit("ก", "ก", "ใหญ่"),
            Unit("ข", "ข", "กลาง", "0001"),
            Unit("ค", "ค", "เล็ก", None, None, None, FOUNDED, CLOSED),
        ),
        edges=(
            Edge("ข", "ก"),
            Edge("ค", "ก", valid_to=FOUNDED + 9 * DAY),
            Edge("ค", "ข", valid_from=FOUNDED + 10 * DAY),
            Edge("ค", "ก", "ประสาน"),
        ),
        posts=(
            Post("ผบ.", "ผบ.", "ก", "ผบ.", head=True),
            Post("รอง", "รอง", "ข", "ผบก."),
            Post("ผบช.ข", "ผบช.ข", "ข", "ผบช.", head=True),
        ),
        holders=(
            Holder("ผบ.", "พล.ต.อ.", "ก ตัวอย่าง", valid_to=FOUNDED),
            Holder("ผบ.", "พล.ต.อ.", "ข ตัวอย่าง", valid_from=FOUNDED + DAY),
        ),
    )


def test_a_unit_exists_from_its_first_to_its_last_day() -> None:
    unit = _chart().unit("ค")
    days = [FOUNDED - DAY, FOUNDED, CLOSED, CLOSED + DAY]
    assert [unit.exists_on(day) for day in days] == [False, True, True, False]


def test_a_unit_moved_to_another_command_has_one_parent_each_day() -> None:
    chart = _chart()
    assert [chart.parent("ค", FOUNDED + n * DAY) for n in (9, 10)] == ["ก", "ข"]
    assert list(chart.ancestors("ค", FOUNDED + 10 * DAY)) == ["ข", "ก"]


def test_a_line_of_coordination_is_no_line_of_command() -> None:
    chart, on = _chart(), FOUNDED + 20 * DAY
    assert chart.parent("ค", on, "ประสาน") == "ก"
    assert chart.children("ก", on) == ("ข",)
    assert chart.children("ก", on, "ประสาน") == ("ค",)


def test_a_subtree_holds_what_exists_that_day_and_not_its_root() -> None:
    chart = _chart()
    assert list(chart.subtree("ก", FOUNDED - DAY)) == ["ข"]
    assert list(chart.subtree("ก", FOUNDED + 20 * DAY)) == ["ข", "ค"]


def test_a_ring_of_units_does_not_hang_the_climb_or_the_descent() -> None:
    ring = OrgChart("วง", (), (Unit("ก", "ก", ""), Unit("ข", "ข", "")), (Edge("ก", "ข"), Edge("ข", "ก")), ())
    assert list(ring.ancestors("ก", FOUNDED)) == ["ข"]
    assert list(ring.subtree("ก", FOUNDED)) == ["ข"]


def test_the_holder_changes_over_night() -> None:
    holders = [_chart().holder("ผบ.", FOUNDED + n * DAY) for n in (0, 1)]
    assert [h.name for h in holders if h] == ["ก ตัวอย่าง", "ข ตัวอย่าง"]
    assert _chart().holder("ผบช.ข", FOUNDED) is None


def test_the_head_of_a_unit_is_its_leading_post_and_not_its_first() -> None:
    head = _chart().head("ข")
    assert head and head.code == "ผบช.ข"
    assert _chart().head("ค") is None


def test_an_unknown_class_counts_as_the_lowest() -> None:
    assert [_chart().grade_index(g) for g in ("ผบ.", "ผบก.", "ยาม")] == [0, 2, 3]


def test_only_a_unit_with_a_number_of_its_own_may_number_papers() -> None:
    assert [unit.can_issue_number for unit in _chart().units] == [False, True, False]


def test_an_appointment_without_an_end_stays_in_force() -> None:
    acting = ActingAppointment("รอง", "ผบช.ข", "ปรท.", "๑/๒๕๖๓", FOUNDED)
    assert [acting.in_force_on(day) for day in (FOUNDED - DAY, FOUNDED, date(2099, 1, 1))] == [False, True, True]


def test_an_unknown_unit_or_post_is_answered_with_the_nearest() -> None:
    with pytest.raises(NotFound) as unit:
        _chart().unit("ผบช")
    with pytest.raises(NotFound) as post:
        _chart().post("ผบช.ค")
    assert "config/" in unit.value.next_step and "ผบช.ข" in post.value.next_step
