"""The inbox of a unit and of a post: what is left to do, in what order, and what one press does, on both databases."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from tests import build
from workflow.core.errors import NotFound, Refused
from workflow.core.evidence_level import EvidenceLevel
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.services.check_tallies import check_tallies
from workflow.services.desk import Desk
from workflow.services.handle_papers import PaperAct, handle_papers
from workflow.services.show_inbox import Tray, show_inbox
from workflow.store.engine import Store
from workflow.store.tables import AcknowledgementRow, EntryRow, ReceiptRow

NOON = When.day(date(2019, 12, 9), "12:00")
LATER = When.day(date(2019, 12, 20))
REGISTRY = WorkingAs(1, "น.ส.ธุรการ ตัวอย่าง", "test", "สงป.", Role.REGISTRY, "งานสารบรรณ สงป.")
CHIEF = WorkingAs(2, "ตัวอย่าง คนที่2", "test", "สงป.", Role.OFFICER, "ผบช.สงป.", "ผบช.สงป.")
DEPUTY = WorkingAs(3, "ใครก็ตาม", "test", "สงป.", Role.OFFICER, "รอง ผบช.ฯ ปรท.", "รอง ผบช.สงป.", "ผบช.สงป.")
OTHER = WorkingAs(4, "ใครก็ตาม", "test", "กอง ก.", Role.OFFICER, "ผบก.ก.", "ผบก.ก.")


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """Three matters to สงป. (1, 3, 4), of which the last is due first; one paper to กอง ก. (2); forty positions of the roster."""
    desk = build.desk(store, tmp_path)
    for n, due in enumerate((date(2019, 12, 16), date(2019, 12, 18), date(2019, 12, 12))):
        matter = build.matter(desk, f"เรื่อง {n}")
        memo = build.memo(desk, matter)
        build.sent(desk, matter, memo, "ผบช.สงป.", due=due)
        if not n:
            build.sent(desk, matter, memo, "ผบก.ก.")
            build.sent_to_people(desk, matter, memo, 40)
    return desk


def seen(desk: Desk, who: WorkingAs, tray: Tray = Tray.OPEN, when: When = NOON) -> list[str]:
    return [paper.subject for paper in show_inbox(desk, who, when, tray=tray).papers]


def papers(desk: Desk, who: WorkingAs) -> list[int]:
    return [paper.to.dispatch for paper in show_inbox(desk, who, NOON).papers]


@pytest.mark.parametrize("who", [REGISTRY, CHIEF, DEPUTY])
def test_the_soonest_due_stands_first_and_positions_of_the_roster_stand_elsewhere(desk: Desk, who: WorkingAs) -> None:
    assert seen(desk, who) == ["เรื่อง 2", "เรื่อง 0", "เรื่อง 1"]


def test_a_unit_sees_no_paper_of_another(desk: Desk) -> None:
    assert seen(desk, OTHER) == ["เรื่อง 0"]
    (number,) = papers(desk, OTHER)
    (done,) = handle_papers(desk, REGISTRY, PaperAct.RECEIVE, [number], NOON)
    assert isinstance(done.refusal, NotFound)


def test_trays_count_what_they_list(desk: Desk) -> None:
    first, second, third = papers(desk, REGISTRY)
    handle_papers(desk, REGISTRY, PaperAct.RECEIVE, [first], NOON)
    handle_papers(desk, CHIEF, PaperAct.ACKNOWLEDGE, [second], NOON)
    view = show_inbox(desk, REGISTRY, LATER)
    assert view.counts == {Tray.OPEN: 2, Tray.OVERDUE: 2, Tray.UNSTAMPED: 1, Tray.STAMPED: 1, Tray.DONE: 1}
    assert {tray: len(seen(desk, REGISTRY, tray, LATER)) for tray in Tray} == view.counts
    assert third in papers(desk, CHIEF)


def test_one_press_stamps_under_the_units_own_number_and_acknowledges(desk: Desk, store: Store) -> None:
    done = handle_papers(desk, CHIEF, PaperAct.ACKNOWLEDGE, papers(desk, CHIEF), NOON)
    assert [(one.receipt, one.capacity, one.evidence) for one in done] == [
        (number, "ผบช.สงป.", EvidenceLevel.LOGIN) for number in ("๑", "๒", "๓")
    ]
    assert seen(desk, CHIEF) == []
    with store.read() as session:
        assert len(session.exec(select(EntryRow)).all()) == len(session.exec(select(ReceiptRow)).all()) == 3
    assert check_tallies(desk) == []


def test_a_deputy_is_told_as_acting(desk: Desk, store: Store) -> None:
    (done,) = handle_papers(desk, DEPUTY, PaperAct.ACKNOWLEDGE, papers(desk, DEPUTY)[:1], NOON)
    assert (done.evidence, done.capacity) == (EvidenceLevel.ACTING, "รอง ผบช.ฯ ปรท.ผบช.สงป.")
    with store.read() as session:
        assert session.exec(select(AcknowledgementRow.evidence)).all() == ["acting"]


def test_pressing_twice_changes_nothing_and_says_so(desk: Desk, store: Store) -> None:
    numbers = papers(desk, CHIEF)
    for again in (False, True, True):
        done = handle_papers(desk, CHIEF, PaperAct.ACKNOWLEDGE, numbers, NOON)
        assert {one.again for one in done} == {again}
    with store.read() as session:
        assert len(session.exec(select(AcknowledgementRow)).all()) == len(session.exec(select(EntryRow)).all()) == 3


def test_one_refused_harms_none_of_the_others(desk: Desk) -> None:
    done = handle_papers(desk, CHIEF, PaperAct.ACKNOWLEDGE, [*papers(desk, CHIEF), 99_999], NOON)
    assert [bool(one.refusal) for one in done] == [False, False, False, True]


def test_a_registry_cannot_acknowledge_and_then_nothing_is_stamped(desk: Desk, store: Store) -> None:
    (done,) = handle_papers(desk, REGISTRY, PaperAct.ACKNOWLEDGE, papers(desk, REGISTRY)[:1], NOON)
    assert isinstance(done.refusal, Refused)
    with store.read() as session:
        assert session.exec(select(ReceiptRow)).all() == []


def test_pages_of_the_inbox_follow_one_another(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workflow.services.show_inbox.PAGE", 2)
    pages = [show_inbox(desk, REGISTRY, NOON, page=n) for n in (1, 2)]
    assert [[p.subject for p in page.papers] for page in pages] == [["เรื่อง 2", "เรื่อง 0"], ["เรื่อง 1"]]
    assert pages[0].pages == 2
