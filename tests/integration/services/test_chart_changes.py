"""The chart changes in mid-campaign: the duty stays with the post or goes to its successor, and nothing drifts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import select

from tests.begun import Play
from tests.integration.services.police import sent_to_everyone
from tests.integration.services.test_tallies import counted, told
from workflow.core.office import Office
from workflow.core.org import Holder
from workflow.core.when import When
from workflow.services.answer import AckRequest, acknowledge
from workflow.services.chart_changes import apply_changes, chart_changes
from workflow.services.desk import Desk
from workflow.store.matters import dispatch_to, dispatches
from workflow.store.paper_tables import NegativeReceiptRow

TODAY = When.day(date(2025, 12, 9), "09:30")


def with_chart(desk: Desk, unit: str, valid_to: date, successor: str | None) -> Desk:
    """The desk after a unit was closed, its duties going to a successor or to nobody."""
    office = desk.office("police")
    units = [replace(u, valid_to=valid_to, successor=successor) if u.code == unit else u for u in office.chart.units]
    return _with(desk, replace(office, chart=replace(office.chart, units=tuple(units))))


def with_holder_gone(desk: Desk, post: str, heir: str | None) -> Desk:
    """The desk after the holder of a post left on 5 December, somebody new following him or nobody."""
    office = desk.office("police")
    left = date(2025, 12, 5)
    holders = [replace(h, valid_to=left) if h.post == post and h.valid_to is None else h for h in office.chart.holders]
    new = [Holder(post, "พล.ต.ท.", heir, "new@police.example", date(2025, 12, 6))] if heir else []
    acting = tuple(a for a in office.chart.acting if a.for_post != post)
    return _with(desk, replace(office, chart=replace(office.chart, holders=(*holders, *new), acting=acting)))


def _with(desk: Desk, office: Office) -> Desk:
    return replace(desk, office=lambda _: office)


@pytest.fixture
def sent(police_after: Callable[[Play], Desk]) -> Desk:
    return police_after(sent_to_everyone)


def test_an_unchanged_chart_changes_nothing(sent: Desk) -> None:
    assert [c for c in chart_changes(sent, today=TODAY.on) if c.trouble != "vacant"] == []


def test_the_duty_of_a_merged_unit_goes_to_its_successor_and_both_are_counted(sent: Desk) -> None:
    desk = with_chart(sent, "สกพ.", date(2025, 12, 5), "บก.อก.ภ.4")
    (change,) = [c for c in chart_changes(desk, today=TODAY.on) if c.trouble == "moved"]
    assert change.to == "ผบก.บก.อก.ภ.4" or change.to
    apply_changes(desk, when=TODAY)
    with desk.store.read() as session:
        old, new = dispatch_to(session, 1, "สกพ."), dispatch_to(session, 1, "บก.อก.ภ.4")
    assert (old.state, new.state, new.replaces_id) == ("moved", "sent", old.id)
    assert counted(desk) == told(desk)
    assert [c for c in apply_changes(desk, when=TODAY) if c.trouble == "moved"] == []


def test_a_successor_that_has_the_paper_already_gets_no_second_one(sent: Desk) -> None:
    desk = with_chart(sent, "สกพ.", date(2025, 12, 5), "สงป.")
    with desk.store.read() as session:
        before = len(dispatches(session, 1))
    apply_changes(desk, when=TODAY)
    with desk.store.read() as session:
        assert len(dispatches(session, 1)) == before
        assert "ได้รับฉบับนี้อยู่แล้ว" in (dispatch_to(session, 1, "สกพ.").closed_why or "")
    assert counted(desk) == told(desk)


def test_a_closed_unit_without_successor_is_told_and_left_alone(sent: Desk) -> None:
    desk = with_chart(sent, "สกพ.", date(2025, 12, 5), None)
    (change,) = [c for c in chart_changes(desk, today=TODAY.on) if c.trouble == "orphaned"]
    assert "resend" in change.told
    apply_changes(desk, when=TODAY)
    with desk.store.read() as session:
        assert dispatch_to(session, 1, "สกพ.").state == "sent"


def test_who_left_unread_gets_a_negative_receipt_once_and_the_heir_answers(sent: Desk) -> None:
    desk = with_holder_gone(sent, "ผบช.ภ.4", "ใหม่ ตัวอย่างกุล")
    (change,) = [c for c in chart_changes(desk, today=TODAY.on) if c.trouble == "left"]
    assert change.post == "ผบช.ภ.4"
    apply_changes(desk, when=TODAY)
    apply_changes(desk, when=TODAY)
    with desk.store.read() as session:
        assert [(r.post, r.left_on) for r in session.exec(select(NegativeReceiptRow))] == [
            ("ผบช.ภ.4", date(2025, 12, 5))
        ]
    acknowledge(desk, AckRequest(1, "ภ.4", TODAY, by_post="ผบช.ภ.4"))
    assert counted(desk) == told(desk)


def test_who_acknowledged_before_he_left_gets_none(sent: Desk) -> None:
    acknowledge(sent, AckRequest(1, "ภ.4", When.day(date(2025, 12, 3)), by_post="ผบช.ภ.4"))
    desk = with_holder_gone(sent, "ผบช.ภ.4", "ใหม่ ตัวอย่างกุล")
    assert [c for c in chart_changes(desk, today=TODAY.on) if c.trouble == "left"] == []


def test_a_vacant_post_is_told(sent: Desk) -> None:
    desk = with_holder_gone(sent, "ผบช.ภ.4", None)
    vacant = {c.post: c.told for c in chart_changes(desk, today=TODAY.on) if c.trouble == "vacant"}
    assert "รักษาราชการแทน" in vacant["ผบช.ภ.4"]
