"""The table of holidays changes while papers are open; on both databases."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from tests import build
from tests.integration.services.test_day_digest import trail
from tests.integration.services.test_reminders import DUE, at, office
from workflow.core.when import When
from workflow.core.working_days import WorkingCalendar
from workflow.services.answer import AckRequest, acknowledge
from workflow.services.desk import Desk
from workflow.services.redate import Redated, redate
from workflow.services.send_reminders import sweep_reminders
from workflow.store.engine import Store
from workflow.store.tables import DispatchRow

BRIDGE = date(2019, 12, 16)
BEFORE = build.calendar()
CHANGED = WorkingCalendar({**BEFORE.holidays, BRIDGE: "วันหยุดเพิ่มเป็นกรณีพิเศษ"}, BEFORE.years, "later")


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """Two posts have a paper due on the day that becomes a holiday; the table it was counted on is kept."""
    made = replace(build.desk(store, tmp_path), office=lambda _: office())
    matter = build.matter(made)
    memo = build.memo(made, matter)
    for post in ("ผบช.สงป.", "ผบก.ก."):
        build.sent(made, matter, memo, post)
    redate(made, when=When(at(date(2019, 12, 9))))
    return made


def changed(desk: Desk) -> Desk:
    return replace(desk, calendar=lambda: CHANGED)


def dues(desk: Desk) -> list[tuple[date, str]]:
    with desk.store.read() as session:
        return [
            (row.due_on, row.calendar_version) for row in session.exec(select(DispatchRow).order_by(DispatchRow.post))
        ]


def test_open_due_days_are_counted_anew_with_one_line_of_the_trail(desk: Desk) -> None:
    moved = redate(changed(desk), when=When(at(date(2019, 12, 11))))
    assert moved == (Redated(1, 1, 2, DUE, date(2019, 12, 17)),)
    assert dues(desk) == [(date(2019, 12, 17), "later")] * 2
    assert trail(desk, "redated") == [
        "เลื่อนกำหนดตอบจาก ๑๖ ธ.ค.๖๒ เป็น ๑๗ ธ.ค.๖๒ (๒ ราย) เพราะเพิ่มวันหยุด ๑๖ ธ.ค.๖๒ วันหยุดเพิ่มเป็นกรณีพิเศษ"
    ]


def test_counting_anew_twice_changes_nothing_more(desk: Desk) -> None:
    redate(changed(desk), when=When(at(date(2019, 12, 11))))
    assert redate(changed(desk), when=When(at(date(2019, 12, 11)))) == ()


def test_what_was_answered_keeps_its_due_day(desk: Desk) -> None:
    acknowledge(desk, AckRequest(1, "สงป.", When.day(date(2019, 12, 11)), evidence="web"))
    redate(changed(desk), when=When(at(date(2019, 12, 11))))
    assert sorted(dues(desk)) == [(DUE, "test"), (date(2019, 12, 17), "later")]


def test_what_people_were_reminded_of_does_not_come_nearer(desk: Desk) -> None:
    sweep_reminders(desk, at=at(date(2019, 12, 13)))
    shorter = WorkingCalendar({}, BEFORE.years, "shorter")
    assert redate(replace(desk, calendar=lambda: shorter), when=When(at(date(2019, 12, 13), "11:00"))) == ()
    assert dues(desk) == [(DUE, "shorter")] * 2


def test_the_sweep_itself_counts_anew_before_it_reminds(desk: Desk) -> None:
    sweep_reminders(changed(desk), at=at(date(2019, 12, 13)))
    assert sweep_reminders(changed(desk), at=at(BRIDGE)).promised == ()
    assert {line.rung for line in sweep_reminders(changed(desk), at=at(date(2019, 12, 17))).promised} == {"ครบกำหนด"}


def test_a_table_that_was_never_kept_leaves_due_days_as_they_are(desk: Desk) -> None:
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql("update dispatch set calendar_version = 'unknown'")
    assert redate(changed(desk), when=When(at(date(2019, 12, 11)))) == ()
    assert dues(desk) == [(DUE, "later")] * 2
