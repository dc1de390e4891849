"""Counts at any unit of the tree, exact and rolled up, on both databases; and that counters and dispatches agree."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import select

from tests import build
from tests.begun import Play
from tests.work import statements
from workflow.core.errors import NotFound
from workflow.core.org import Edge
from workflow.core.tracking import NodeCounts
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.routing.acknowledging import Word
from workflow.services import recipients, show_status, track
from workflow.services.answer import StampRequest, stamp_receipt
from workflow.services.check_tallies import check_tallies
from workflow.services.desk import Desk
from workflow.services.may_see import matters_seen
from workflow.services.show_matters import show_matters
from workflow.services.show_recipient import show_recipient
from workflow.services.take_words import Spoken, acknowledge_many
from workflow.services.track import TrackRequest, TrackView, roll_up_touched, seat_old_sendings
from workflow.store.link_tables import RollRow

NOON = When.day(date(2019, 12, 9), "12:00")
LATE = date(2019, 12, 20)
PEOPLE = 50
BELOW = {"สนง.": ("สทส.", "สงป."), "สงป.": ("กอง ก.", "กอง ข."), "สทส.": (), "กอง ก.": (), "กอง ข.": ()}


def sent(desk: Desk) -> None:
    """A matter sent to fifty people, ten of each unit, of whom some have answered; and passed on to กอง ก. once more."""
    matter = build.matter(desk)
    build.sent_to_people(desk, matter, build.memo(desk, matter), PEOPLE)
    note = build.memo(desk, matter, "เพื่อทราบ")
    build.sent(desk, matter, note, "ผบก.ก.", parent=2, due=date(2019, 12, 30))
    acknowledge_many(desk, [Spoken(n, Word(NOON)) for n in (1, 2, 3, 8, 13, 14)])
    stamp_receipt(desk, StampRequest(matter, "สงป.", NOON, dispatch=3))


@pytest.fixture
def desk(built_after: Callable[[Play], Desk]) -> Desk:
    return built_after(sent)


def looked_at(desk: Desk, unit: str | None, today: date = LATE, *, rolled: bool = False) -> TrackView:
    return track.track(desk, TrackRequest(1, unit, rolled=rolled), today=today)


def counted_one_by_one(desk: Desk, units: Sequence[str], today: date) -> tuple[int, ...]:
    """Total, acknowledged, answered and overdue, read from every single dispatch."""
    with desk.store.read() as session:
        rows = recipients.everyone(recipients.all_recipients(session, 1, today))
    here = [r for r in rows if r.unit in units]
    answered = sum(r.state not in {"sent", "received"} for r in here)
    return len(here), sum(bool(r.acknowledgements) for r in here), answered, sum(r.overdue for r in here)


def all_below(unit: str) -> list[str]:
    return [unit, *(u for child in BELOW[unit] for u in all_below(child))]


def shape(counts: NodeCounts) -> tuple[int, ...]:
    return counts.total, counts.acknowledged, counts.answered, counts.overdue


@pytest.mark.parametrize("today", [NOON.on, LATE, date(2020, 1, 3)])
@pytest.mark.parametrize("unit", BELOW)
def test_a_unit_counts_everything_at_and_below_it(desk: Desk, unit: str, today: date) -> None:
    view = looked_at(desk, unit, today)
    assert shape(view.counts) == counted_one_by_one(desk, all_below(unit), today)
    assert {u.unit: shape(u.counts) for u in view.units} == {
        child: counted_one_by_one(desk, all_below(child), today) for child in BELOW[unit]
    }


def test_from_the_top_the_whole_matter_is_counted(desk: Desk) -> None:
    view = looked_at(desk, None)
    assert shape(view.counts) == (51, 6, 6, 44)
    assert [u.unit for u in view.units] == ["สนง."]
    assert (view.counts.received, view.counts.waiting, view.counts.percent) == (1, 45, 12)


def test_those_with_the_most_overdue_stand_first(desk: Desk) -> None:
    assert [u.unit for u in looked_at(desk, "สนง.").units] == ["สงป.", "สทส."]
    acknowledge_many(desk, [Spoken(n, Word(NOON)) for n in range(3, 51) if n % 5 in {3, 4, 0}])
    assert [u.unit for u in looked_at(desk, "สนง.").units] == ["สทส.", "สงป."]


def test_who_sits_at_the_unit_itself_is_listed_those_not_answered_first(desk: Desk) -> None:
    view = looked_at(desk, "กอง ก.")
    assert len(view.recipients) == 11
    assert [r.state for r in view.recipients] == sorted((r.state for r in view.recipients), reverse=True)
    assert view.path == ("สนง.", "สงป.")


def test_another_line_is_the_union_of_its_units_and_nobody_is_counted_twice(desk: Desk) -> None:
    crossing = replace(
        build.chart(), edges=(*build.chart().edges, Edge("กอง ก.", "สทส.", "สายงาน"), Edge("สงป.", "สทส.", "สายงาน"))
    )
    crossed = replace(desk, office=lambda code: replace(build.office(), chart=crossing))
    view = track.track(crossed, TrackRequest(1, "สทส.", "สายงาน"), today=LATE)
    assert {u.unit for u in view.units} == {"กอง ก.", "สงป."}
    assert shape(view.counts) == counted_one_by_one(desk, ["สทส.", "สงป.", "กอง ก.", "กอง ข."], LATE)


def test_pages_end(desk: Desk) -> None:
    with pytest.raises(NotFound, match="ไม่มีหน้าที่ ๒"):
        track.track(desk, TrackRequest(1, "สงป.", page=2), today=LATE)


def test_a_roll_up_says_what_counting_says(desk: Desk) -> None:
    assert roll_up_touched(desk, at=build.at(LATE)) == 1
    for unit in (None, *BELOW):
        rolled, exact = looked_at(desk, unit, rolled=True), looked_at(desk, unit)
        assert (rolled.counts, rolled.units, rolled.counted_at) == (exact.counts, exact.units, build.at(LATE))
        assert exact.counted_at is None


def test_what_did_not_move_is_not_rolled_up_again(desk: Desk) -> None:
    assert [roll_up_touched(desk, at=build.at(LATE, n)) for n in range(2)] == [1, 0]
    acknowledge_many(
        desk, [Spoken(20, Word(When(build.at(build.SENT, 1))))]
    )  # dated back: what counts is that it moved
    assert [roll_up_touched(desk, at=build.at(LATE, n)) for n in (2, 3)] == [1, 0]


def test_the_next_day_what_is_not_finished_is_rolled_up_again(desk: Desk) -> None:
    roll_up_touched(desk, at=build.at(NOON.on))
    assert roll_up_touched(desk, at=build.at(LATE)) == 1
    with desk.store.read() as session:
        assert session.exec(select(RollRow.overdue)).one() == 44


def test_the_list_of_matters_is_exact_whether_rolled_up_or_not(desk: Desk) -> None:
    before = show_matters(desk, today=LATE)
    roll_up_touched(desk, at=build.at(LATE))
    assert show_matters(desk, today=LATE) == before
    acknowledge_many(desk, [Spoken(20, Word(NOON))])
    assert show_matters(desk, today=LATE)[0].counts.acknowledged == before[0].counts.acknowledged + 1


def test_a_list_of_matters_leaves_what_was_read_of_their_letters_where_it_is(desk: Desk) -> None:
    with statements(desk.store.engine) as asked:
        seen = matters_seen(desk, WorkingAs(1, "ผู้ร่าง", "test", "สทส.", Role.DRAFTER, "ร่าง"), NOON)
        assert ([row.id for row in seen], show_matters(desk, today=LATE)) == (
            [1],
            show_matters(desk, today=LATE, rows=seen),
        )
    assert [statement for statement in asked if "matter.reading" in statement] == []
    with pytest.raises(SQLAlchemyError):
        _ = seen[0].reading


def test_a_large_matter_is_counted_not_listed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = show_status.show_status(desk, 1, today=LATE)
    monkeypatch.setattr(show_status, "LISTED", 10)
    counted = show_status.show_status(desk, 1, today=LATE)
    assert (listed.listed, counted.listed, counted.recipients) == (True, False, ())
    assert counted.counts == listed.counts
    assert [line.kind for line in counted.timeline] == ["registered", "ordered", "dispatched"]
    assert show_recipient(desk, 1, 3, NOON).recipient.acknowledgements[0].name == "เจ้าหน้าที่ 2"


def test_what_an_older_version_sent_is_given_its_seats(desk: Desk) -> None:
    with desk.store.write() as session:
        connection = session.connection()
        connection.exec_driver_sql("UPDATE sending SET tree = ''")
        connection.exec_driver_sql("UPDATE tally SET seat = 0")
    assert (looked_at(desk, None).units, looked_at(desk, None).outside.total) == ((), 51)
    seat_old_sendings(desk, 1)
    assert shape(looked_at(desk, "สนง.").counts) == (51, 6, 6, 44)
    assert looked_at(desk, None).outside.total == 0


def test_counters_agree_with_the_dispatches_and_are_mended_only_when_asked(desk: Desk) -> None:
    assert check_tallies(desk) == []
    with desk.store.write() as session:
        session.connection().exec_driver_sql("UPDATE tally SET acknowledged = acknowledged + 2 WHERE unit = 'สทส.'")
        session.connection().exec_driver_sql("DELETE FROM tally WHERE unit = 'กอง ข.'")
    found = check_tallies(desk)
    assert {(d.unit, d.counter) for d in found} >= {("สทส.", "acknowledged"), ("กอง ข.", "total")}
    assert check_tallies(desk) == found
    check_tallies(desk, mend=True)
    assert check_tallies(desk) == []
    assert shape(looked_at(desk, "สนง.").counts) == (51, 6, 6, 44)


def test_another_matter_is_left_alone(desk: Desk) -> None:
    assert check_tallies(desk, 2) == []


def test_a_matter_of_many_sendings_is_counted_over_all_of_them(desk: Desk) -> None:
    memos = [build.memo(desk, 1, f"ฉบับที่ {n}") for n in range(5)]
    for n, memo in enumerate(memos):
        build.sent(desk, 1, memo, "ผบก.ข.", due=LATE - timedelta(days=n))
    assert shape(looked_at(desk, "กอง ข.").counts) == counted_one_by_one(desk, ["กอง ข."], LATE)
