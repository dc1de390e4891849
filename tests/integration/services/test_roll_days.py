"""Days kept by unit and by branch: equal to the days of every single paper, whatever happens to the papers, on both databases."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from tests import build
from tests.days_one_by_one import Told, one_by_one, papers
from tests.integration.store.test_dispatch_migrated import old_store
from workflow.core.errors import NotFound
from workflow.core.office import Office
from workflow.core.org import Edge, OrgChart
from workflow.core.when import When
from workflow.core.working_days import WorkingCalendar
from workflow.routing.acknowledging import Word
from workflow.routing.seats import tree_of
from workflow.services import latency, roll_days
from workflow.services.answer import StampRequest, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.latency import Latency, LatencyLine, days_kept
from workflow.services.take_words import Spoken, acknowledge_many
from workflow.services.track import roll_up_touched
from workflow.store.day_tables import DayLineRow, DayMarkRow
from workflow.store.engine import Store
from workflow.store.migrate import upgrade
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import DispatchRow, ReceiptRow
from workflow.store.tallies import keep_tree

UNITS = (None, "สนง.", "สทส.", "สงป.", "กอง ก.", "กอง ข.")
PEOPLE = 40
LATER = When.day(date(2019, 12, 27)).at


@pytest.fixture
def desk(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Two matters on each database."""
    return laid_out(store, tmp_path, monkeypatch)


@pytest.fixture
def quick(sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The same for what asks nothing of the database but to keep things."""
    return laid_out(sqlite_store, tmp_path, monkeypatch)


def laid_out(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A matter sent to twenty people and one to five posts; every matter is a large one."""
    desk = build.desk(store, folder)
    first, second = build.matter(desk), build.matter(desk, "เรื่องที่สอง")
    build.sent_to_people(desk, first, build.memo(desk, first), PEOPLE // 2)
    memo = build.memo(desk, second)
    for post in ("หัวหน้า สนง.", "ผบช.สทส.", "ผบช.สงป.", "ผบก.ก.", "ผบก.ข."):
        build.sent(desk, second, memo, post)
    monkeypatch.setattr(latency, "LISTED", 0)
    return desk


def said(desk: Desk, dispatch: int, on: date, post: str | None = None) -> None:
    acknowledge_many(desk, [Spoken(dispatch, Word(When.day(on, "23:30"), post))])


def rolled(desk: Desk, hours: int = 0) -> int:
    return roll_days.roll_days(desk, at=LATER + timedelta(hours=hours))


def kept(desk: Desk, matter: int | None = None, below: str | None = None) -> Latency:
    return days_kept(desk, office="test", matter=matter, below=below, most=1_000)


def plain(found: Latency) -> tuple[Told, Told, Told]:
    return in_order(found.overall), in_order(found.levels), in_order(found.units)


def in_order(lines: Iterable[LatencyLine]) -> Told:
    return sorted((line.step, line.of, line.count, line.median, line.slowest) for line in lines)


def all_equal(desk: Desk) -> bool:
    """Whether the days kept say what every single paper says, in each matter and in all, for each unit."""
    known = papers(desk)
    for matter, below in product((None, 1, 2), UNITS):
        told = kept(desk, matter, below)
        assert told.counted_at is not None
        assert plain(told) == one_by_one(desk, known, matter, below), (matter, below)
    return True


def test_the_days_kept_stand_in_the_order_of_those_counted_now(desk: Desk) -> None:
    for n in range(1, 20):
        said(desk, n, build.SENT + timedelta(days=n))
    rolled(desk)
    for matter, below in product((None, 1), (None, "สงป.")):
        now = latency.latency(desk, office="test", matter=matter, below=below)
        assert replace(kept(desk, matter, below), counted_at=None) == now


def anything(desk: Desk, drawn: random.Random) -> None:
    """Let something happen to a paper: a stamp, a word, a second word dated before the first, a note passed on."""
    dispatch = drawn.randint(1, PEOPLE // 2 + 5)
    with desk.store.read() as session:
        paper = session.get_one(DispatchRow, dispatch)
    on = build.SENT + timedelta(days=drawn.randint(0, 20))
    match drawn.randint(0, 3):
        case 0 | 1:
            said(desk, dispatch, on)
        case 2:
            stamp_receipt(desk, StampRequest(paper.matter_id, paper.unit, When.day(on, "00:30"), dispatch=dispatch))
        case 3:
            passed_on(desk, paper, on)


def passed_on(desk: Desk, paper: DispatchRow, on: date) -> None:
    memo = build.memo(desk, paper.matter_id, f"เพื่อทราบ {paper.id} {on}")
    build.sent(desk, paper.matter_id, memo, "ผบก.ก.", parent=paper.id)
    with desk.store.write() as session:
        sending = session.get_one(SendingRow, memo)
        sending.sent_at = When.day(on).at
        dispatch = session.exec(select(DispatchRow).where(DispatchRow.memo_id == memo)).one()
        dispatch.sent_at = sending.sent_at


@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_the_days_kept_are_those_of_every_single_paper(desk: Desk, seed: int) -> None:
    drawn = random.Random(seed)
    for n in range(3):
        for _ in range(drawn.randint(3, 9)):
            anything(desk, drawn)
        rolled(desk, n)
        assert all_equal(desk)


def moved_below(chart: OrgChart) -> OrgChart:
    return replace(chart, edges=(*(e for e in chart.edges if e.child != "กอง ข."), Edge("กอง ข.", "สทส.")))


def test_after_a_reorganisation_both_branches_count_what_they_had(desk: Desk) -> None:
    said(desk, 5, date(2019, 12, 9))
    rolled(desk)
    memo = build.memo(desk, 2, "หลังย้าย")
    build.sent(desk, 2, memo, "ผบก.ข.")
    tree = tree_of(moved_below(build.chart()), build.SENT)
    with desk.store.write() as session:
        keep_tree(session, tree)
        session.get_one(SendingRow, memo).tree = tree.name
    said(desk, PEOPLE // 2 + 6, date(2019, 12, 11))
    rolled(desk, 1)
    assert all_equal(desk)
    assert kept(desk, None, "สทส.").overall[0].count == kept(desk, None, "สงป.").overall[0].count == 2


def test_another_calendar_counts_everything_anew(quick: Desk) -> None:
    said(quick, 1, date(2019, 12, 12))
    rolled(quick)
    free = WorkingCalendar({date(2019, 12, 9): "หยุดพิเศษ"} | dict(build.calendar().holidays), frozenset({2562}), "other")
    other = replace(quick, calendar=lambda: free)
    assert (kept(other).overall[0].median, rolled(other, 1), kept(other).overall[0].median) == (3, 2, 2)
    assert all_equal(other)


def test_a_level_that_changed_is_told_as_it_is_now(quick: Desk) -> None:
    said(quick, 1, date(2019, 12, 12))
    rolled(quick)
    chart = build.chart()
    raised = replace(chart, units=(replace(chart.units[0], level="กระทรวง"), *chart.units[1:]))
    other = replace(quick, office=lambda _: replace(build.office(), chart=raised))
    assert (rolled(other, 1), kept(other).levels[0].of, all_equal(other)) == (2, "กระทรวง", True)


def test_days_of_a_year_without_a_calendar_are_told_apart(quick: Desk) -> None:
    said(quick, 1, date(2020, 1, 6))
    said(quick, 2, date(2019, 12, 9))
    rolled(quick, 24 * 20)
    assert (kept(quick).unknown, kept(quick).overall[0].count, kept(quick).lines, all_equal(quick)) == (1, 1, 1, True)


def test_a_second_stamp_dated_before_the_first_is_a_move(desk: Desk) -> None:
    stamp_receipt(desk, StampRequest(1, "กอง ก.", When.day(date(2019, 12, 12)), dispatch=4))
    rolled(desk)
    stamp_receipt(desk, StampRequest(1, "สนง.", When.day(date(2019, 12, 9)), dispatch=1))
    with desk.store.write() as session:  # a desk of the same unit, dated back
        session.add(ReceiptRow(dispatch_id=4, unit="สงป.", number=9, at=When.day(date(2019, 12, 9)).at))
    rolled(desk, 1)
    assert all_equal(desk)


def test_what_did_not_move_is_not_counted_again(desk: Desk) -> None:
    said(desk, 1, date(2019, 12, 9))
    assert [rolled(desk, n) for n in range(2)] == [2, 0]
    said(desk, 2, date(2019, 12, 9))
    assert (kept(desk).moved, kept(desk, 2).moved, rolled(desk, 2), kept(desk).moved) == (1, 0, 1, 0)


def test_a_matter_of_many_papers_waits_longer_between_two_counts(quick: Desk) -> None:
    rolled(quick)
    with quick.store.write() as session:
        session.get_one(DayMarkRow, ("test", 1)).papers = 200_000
    said(quick, 1, date(2019, 12, 9))
    soon, late = (LATER + timedelta(seconds=n) for n in (49, 50))
    assert [roll_days.roll_days(quick, at=at) for at in (soon, late)] == [0, 1]


def test_two_who_count_at_once_write_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said(desk, 1, date(2019, 12, 9))
    write = roll_days._write

    def overtaken(*given: Any) -> bool:
        monkeypatch.setattr(roll_days, "_write", write)
        rolled(desk)
        return write(*given)

    monkeypatch.setattr(roll_days, "_write", overtaken)
    assert (rolled(desk), kept(desk, 1).overall[0].count, all_equal(desk)) == (0, 1, True)


def test_of_few_papers_the_days_are_counted_when_the_page_is_opened(
    quick: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rolled(quick)
    monkeypatch.setattr(latency, "LISTED", 2_000)
    said(quick, 1, date(2019, 12, 9))
    assert (kept(quick).counted_at, kept(quick).overall[0].count) == (None, 1)


def test_a_page_has_the_slowest_lines_alone_and_says_how_many_there_are(desk: Desk) -> None:
    for n in range(1, 6):
        said(desk, n, date(2019, 12, 9) + timedelta(days=n))
    rolled(desk)
    found = days_kept(desk, office="test", most=2)
    assert (found.lines, [line.median for line in found.units]) == (5, [4, 4])


def test_what_was_sent_by_an_older_version_is_counted_after_the_upgrade(
    empty_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = old_store(empty_database_url, "0004")
    upgrade(store)
    desk = build.desk(store, tmp_path)
    monkeypatch.setattr(latency, "LISTED", 0)
    roll_up_touched(desk, at=LATER)
    assert (rolled(desk), kept(desk, 1, "สงป.").overall, kept(desk).overall[0].count) == (1, kept(desk).overall, 1)


def test_an_office_that_the_configuration_lost_stops_no_other(quick: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def office(code: str) -> Office:
        if code != "test":
            raise NotFound("ไม่มีสำนักงานนี้", next_step="เลือกใหม่")
        return build.office()

    monkeypatch.setattr("workflow.store.day_sums.offices", lambda session: ["lost", "test"])
    assert rolled(replace(quick, office=office)) == 2
    assert all_equal(quick)


def test_nothing_is_written_where_nothing_differs(quick: Desk) -> None:
    said(quick, 1, date(2019, 12, 9))
    rolled(quick)
    acknowledge_many(quick, [Spoken(1, Word(When.day(date(2019, 12, 11)), "รอง"))])
    with quick.store.write() as session:
        session.get_one(SendingRow, 1).moves += 1
        session.exec(select(DayLineRow).where(DayLineRow.matter_id == 1)).one().median = 99
    rolled(quick, 1)
    assert kept(quick, 1).units[0].median == 99
