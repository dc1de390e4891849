"""A commander's list: what waits for his post alone, in the capacity he would sign in, and the paper with what was written on it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.integration.services import intake_desk
from tests.integration.services.journey_desk import CHIEF, DEPUTY, HEAD, desk, says, submitted
from workflow.core.errors import NotFound
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.services import orders_waiting as module
from workflow.services.correct_field import Amendment, correct_field
from workflow.services.desk import Desk
from workflow.services.give_order import give_order, pass_memo, return_memo
from workflow.services.orders_waiting import due_step, orders_waiting
from workflow.services.show_order import order_page, show_order
from workflow.store.engine import Store
from workflow.store.json_shapes import to_json
from workflow.store.tables import MatterRow

ON = When.day(date(2019, 12, 4), "10:00")
AWAY = When.day(date(2019, 12, 20), "10:00")


def at(post: str, acting_for: str | None = None) -> WorkingAs:
    return WorkingAs(1, "ตัวอย่าง", "test", "สงป.", Role.OFFICER, post, post, acting_for)


def waiting(place: Desk, who: WorkingAs, when: When = ON) -> list[int]:
    return [memo.matter for memo in orders_waiting(place, who, when)]


def test_only_the_officer_whose_turn_it_is_has_the_memo_before_him(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = submitted(place, rendered=True)
    assert (waiting(place, at(DEPUTY)), waiting(place, at(CHIEF)), waiting(place, at(HEAD))) == ([number], [], [])
    pass_memo(place, says(number, DEPUTY))
    assert (waiting(place, at(DEPUTY)), waiting(place, at(CHIEF))) == ([], [number])
    assert waiting(place, replace(at(DEPUTY), office="other", post=None)) == []


def test_how_urgent_a_letter_is_is_told_as_its_clerk_corrected_it(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = submitted(place, rendered=True)
    with store.write() as session:
        session.get_one(MatterRow, number).reading = to_json(intake_desk.reading())
    assert orders_waiting(place, at(DEPUTY), ON)[0].urgency == ""
    correct_field(place, Amendment(number, 1, "urgency", "ด่วนมาก", "ตัวอย่าง", ON))
    (memo,) = orders_waiting(place, at(DEPUTY), ON)
    assert (memo.urgency, due_step(place, at(DEPUTY), memo.step, ON).urgency) == ("ด่วนมาก", "ด่วนมาก")


def test_an_officer_on_the_way_decides_only_with_delegated_power(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = submitted(place, rendered=True)
    assert orders_waiting(place, at(DEPUTY), ON)[0].acts == {"pass", "note", "return"}
    pass_memo(place, says(number, DEPUTY))
    assert "decide" in orders_waiting(place, at(CHIEF), ON)[0].acts
    give_order(place, says(number, CHIEF, "อนุมัติ"))
    assert waiting(place, at(CHIEF)) == []


def test_a_stand_in_sees_the_memo_at_the_acting_desk_and_only_while_the_appointment_counts(
    store: Store, tmp_path: Path
) -> None:
    place = desk(store, tmp_path)
    number = submitted(place, (CHIEF,), rendered=True)
    (memo,) = orders_waiting(place, at(DEPUTY, CHIEF), AWAY)
    assert (memo.matter, memo.capacity, memo.why_not) == (number, "รอง ผบช.ฯ รรท.ผบช.สงป.", "")
    (memo,) = orders_waiting(place, at(DEPUTY, CHIEF), ON)
    assert memo.capacity == "" and "ปฏิบัติราชการอยู่" in memo.why_not
    assert waiting(place, at(DEPUTY), AWAY) == []


def test_another_officers_step_is_not_there(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    submitted(place, rendered=True)
    step = orders_waiting(place, at(DEPUTY), ON)[0].step
    for who in (at(CHIEF), at(HEAD), replace(at(DEPUTY), office="other")):
        with pytest.raises(NotFound):
            due_step(place, who, step, ON)
    with pytest.raises(NotFound):
        due_step(place, at(DEPUTY), step + 99, ON)


def test_the_page_shows_the_paper_with_the_opinions_written_on_it(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = submitted(place, rendered=True)
    step = orders_waiting(place, at(DEPUTY), ON)[0].step
    plain = order_page(place, at(DEPUTY), step, 1, ON).read_bytes()
    pass_memo(place, says(number, DEPUTY, "เห็นควรอนุมัติ"))
    step = orders_waiting(place, at(CHIEF), ON)[0].step
    view = show_order(place, at(CHIEF), step, ON)
    written = order_page(place, at(CHIEF), step, 1, ON).read_bytes()
    assert plain[:4] == written[:4] == b"\x89PNG" and plain != written
    assert view.pages >= 1 and view.journey.waiting == (CHIEF,)
    with pytest.raises(NotFound):
        order_page(place, at(CHIEF), step, view.pages + 1, ON)


def test_a_memo_that_came_back_is_no_longer_before_anybody(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = submitted(place, rendered=True)
    return_memo(place, says(number, DEPUTY, "แก้วันที่"))
    assert [waiting(place, at(post)) for post in (DEPUTY, CHIEF, HEAD)] == [[], [], []]


def test_a_memo_that_is_still_before_another_takes_no_room_in_the_list(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 1)
    place = desk(store, tmp_path)
    _, second = (submitted(place, subject=text, rendered=True) for text in ("หนึ่ง", "สอง"))
    pass_memo(place, says(second, DEPUTY))
    assert waiting(place, at(CHIEF)) == [second]
