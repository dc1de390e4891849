"""A commander's branch: what waits in it, red first; reminding all of it by one press, within the bounds of every reminder."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from tests import build
from workflow.core.errors import NotFound, Refused
from workflow.core.org import Holder
from workflow.core.when import When
from workflow.services.answer import AckRequest, acknowledge
from workflow.services.desk import Desk
from workflow.services.remind_branch import BranchReminded, BranchReminder, remind_branch
from workflow.services.show_branch import BranchView, show_branch
from workflow.services.track import roll_up_touched
from workflow.store.engine import Store
from workflow.store.reminder_tables import NoticeRow, OutboxRow, ReminderRow

TODAY = date(2019, 12, 20)
FRIDAY = When.day(TODAY)
SATURDAY = When.day(date(2019, 12, 21))


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """Of the first matter สงป. has answered, its divisions have not; the second reached กอง ก. and is not due; ผบก.ก. has a mailbox."""
    desk = build.desk(store, tmp_path)
    chart = build.chart()
    held = (*chart.holders[:4], Holder("ผบก.ก.", "พล.ต.ต.", "ตัวอย่าง คนที่4", "kor@saraban.example"))
    office = replace(build.office(), chart=replace(chart, holders=held))
    desk = replace(desk, office=lambda code: office)
    for n, posts in enumerate((("ผบช.สงป.", "ผบก.ก.", "ผบก.ข.", "หัวหน้า สนง."), ("ผบก.ก.",))):
        matter = build.matter(desk, f"เรื่อง {n}")
        memo = build.memo(desk, matter)
        for post in posts:
            build.sent(desk, matter, memo, post, due=date(2019, 12, 16) if not n else date(2019, 12, 27))
    acknowledge(desk, AckRequest(1, "สงป.", When.day(date(2019, 12, 9))))
    return desk


def branch(desk: Desk, unit: str) -> BranchView:
    return show_branch(desk, "test", unit, today=TODAY)


def remind(desk: Desk, unit: str | None = "สงป.", when: When = FRIDAY, only: int | None = None) -> BranchReminded:
    return remind_branch(desk, BranchReminder(1, unit, "ผบช.สงป.", when, only))


def test_a_branch_is_counted_with_everything_below_it_red_first(desk: Desk) -> None:
    view = branch(desk, "สงป.")
    assert [(one.subject, one.counts.total, one.counts.overdue) for one in view.matters] == [
        ("เรื่อง 0", 3, 2),
        ("เรื่อง 1", 1, 0),
    ]
    assert [late.line.recipient.post for late in view.late] == ["ผบก.ก.", "ผบก.ข."]
    assert [code for code, _ in view.below] == ["กอง ก.", "กอง ข."]


def test_a_branch_knows_nothing_of_its_neighbours(desk: Desk) -> None:
    assert [one.counts.total for one in branch(desk, "กอง ข.").matters] == [1]
    assert branch(desk, "สทส.").matters == ()
    with pytest.raises(NotFound):
        branch(desk, "กอง ฮ.")


def test_a_large_matter_is_counted_from_its_roll_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    live = [one.counts for one in branch(desk, "สงป.").matters]
    roll_up_touched(desk, at=FRIDAY.at)
    monkeypatch.setattr("workflow.services.show_branch.LISTED", 2)
    assert [one.counts for one in branch(desk, "สงป.").matters] == live


def test_reminding_a_branch_writes_to_whoever_has_not_answered_in_it(desk: Desk, store: Store) -> None:
    assert remind(desk) == BranchReminded(people=2, told_already=0, unreachable=1)
    with store.read() as session:
        assert [row.address for row in session.exec(select(OutboxRow)) if row.address] == ["kor@saraban.example"]
        assert sorted(session.exec(select(ReminderRow.dispatch_id)).all()) == [2, 3]


def test_nobody_gets_two_messages_a_day_whoever_presses(desk: Desk, store: Store) -> None:
    remind(desk)
    assert remind(desk, None) == BranchReminded(people=1, told_already=2, unreachable=1)
    with store.read() as session:
        assert len(session.exec(select(NoticeRow)).all()) == 3


def test_one_addressee_can_be_reminded_alone(desk: Desk, store: Store) -> None:
    assert remind(desk, None, only=2).people == 1
    with store.read() as session:
        assert session.exec(select(ReminderRow.dispatch_id)).all() == [2]


def test_nobody_is_reminded_on_a_day_offices_do_not_work_or_after_he_answered(desk: Desk) -> None:
    with pytest.raises(Refused, match="ไม่ใช่วันทำการ"):
        remind(desk, when=SATURDAY)
    with pytest.raises(Refused, match="ไม่มีผู้ที่ยังไม่ตอบ"):
        remind(desk, None, only=1)


def test_a_branch_too_large_for_one_press_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workflow.services.remind_branch.AT_ONCE", 1)
    with pytest.raises(Refused, match="เกิน ๑ ราย"):
        remind(desk)
