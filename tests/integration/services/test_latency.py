"""Days from step to step over many dispatches: medians in working days, by level and by unit, on both databases."""

from datetime import date
from pathlib import Path

import pytest

from tests import build
from workflow.core.day_counts import median
from workflow.core.when import When
from workflow.routing.acknowledging import Word
from workflow.services.answer import StampRequest, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.latency import LatencyLine, latency
from workflow.services.take_words import Spoken, acknowledge_many
from workflow.store.engine import Store

# Sent on Friday 6 December 2562; Tuesday the 10th is a holiday.
MONDAY, WEDNESDAY, THURSDAY = (date(2019, 12, d) for d in (9, 11, 12))


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """Twenty people, of whom four said รับทราบ on different days; สงป. also stamped one."""
    desk = build.desk(store, tmp_path)
    matter = build.matter(desk)
    build.sent_to_people(desk, matter, build.memo(desk, matter), 20)
    for dispatch, day in ((2, MONDAY), (7, THURSDAY), (12, THURSDAY), (3, WEDNESDAY)):
        acknowledge_many(desk, [Spoken(dispatch, Word(When.day(day, "23:30")))])
    stamp_receipt(desk, StampRequest(matter, "สงป.", When.day(MONDAY, "00:30"), dispatch=3))
    return desk


def of(lines: tuple[LatencyLine, ...], step: str, unit: str) -> tuple[int, int, int]:
    return next((line.count, line.median, line.slowest) for line in lines if (line.step, line.of) == (step, unit))


def test_a_unit_has_a_median_and_a_slowest_in_working_days(desk: Desk) -> None:
    assert of(latency(desk, office="test").units, "ส่ง → รับทราบ", "สทส.") == (3, 3, 3)
    assert of(latency(desk, office="test").units, "ส่ง → รับทราบ", "สงป.") == (1, 2, 2)


def test_the_day_is_that_of_bangkok(desk: Desk) -> None:
    assert of(latency(desk, office="test").units, "ส่ง → ลงรับ", "สงป.") == (1, 1, 1)
    assert of(latency(desk, office="test").units, "ลงรับ → รับทราบ", "สงป.") == (1, 1, 1)


def test_levels_and_the_whole_add_their_units_up(desk: Desk) -> None:
    found = latency(desk, office="test")
    assert of(found.levels, "ส่ง → รับทราบ", "บช.") == of(found.overall, "ส่ง → รับทราบ", "ทั้งหมด") == (4, 2, 3)


def test_another_matter_and_another_office_have_none(desk: Desk) -> None:
    other = build.matter(desk, "เรื่องอื่น")
    assert latency(desk, office="test", matter=other).overall == ()


@pytest.mark.parametrize(("days", "middle"), [({1: 1}, 1), ({1: 1, 5: 1}, 1), ({0: 2, 3: 3}, 3), ({0: 99, 40: 1}, 0)])
def test_the_median_is_the_lower_middle(days: dict[int, int], middle: int) -> None:
    assert median(days) == middle
