"""Four hundred days of an office of 1,520 (76 provinces of 20 offices), one process: the proofs of tests/acceptance/test_reminder_season.py."""

import time
from dataclasses import replace
from datetime import date

import pytest

from tests.acceptance.test_reminder_season import (
    test_a_person_got_one_message_a_day_and_a_repeated_one_bears_its_number,
    test_every_due_rung_was_promised_exactly_once_and_no_other,
    test_no_promise_is_lost_and_every_state_is_explained,
    test_nobody_was_reminded_of_what_he_had_answered,
    test_nothing_left_on_a_day_off_or_in_quiet_hours,
    test_posts_above_got_numbered_papers_without_a_hole,
)
from tests.promises import Seen, saw
from tests.season import Season, Size
from tests.season_outcomes import Outcomes, outcomes

__all__ = [
    "test_a_person_got_one_message_a_day_and_a_repeated_one_bears_its_number",
    "test_every_due_rung_was_promised_exactly_once_and_no_other",
    "test_no_promise_is_lost_and_every_state_is_explained",
    "test_nobody_was_reminded_of_what_he_had_answered",
    "test_nothing_left_on_a_day_off_or_in_quiet_hours",
    "test_posts_above_got_numbered_papers_without_a_hole",
]
pytestmark = [pytest.mark.soak, pytest.mark.timeout(1200), pytest.mark.xdist_group("year")]
SIZE = Size(
    days=400, above=76, units=1520, every=15, first=date(2019, 6, 3), down=(date(2019, 11, 27), date(2019, 11, 28), date(2019, 11, 29)),
    jumps={date(2019, 9, 25): 1, date(2020, 1, 2): -3},
)  # fmt: skip
MINUTES = 5
took: dict[str, float] = {}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    season = Season(SIZE, tmp_path_factory.mktemp("year"))
    clock, processor = time.monotonic(), time.process_time()
    desk = season.play()
    took.update(clock=time.monotonic() - clock, processor=time.process_time() - processor)
    return outcomes(season, desk)


def test_a_year_is_played_in_less_than_five_minutes(played: Outcomes) -> None:
    """Of the processor's time: by the clock a shared machine measures its neighbours."""
    season = played.season
    print(
        f"{took['processor']:.0f} s of the processor, {took['clock']:.0f} s: {len(season.papers)} papers, {season.sweeps} sweeps, "
        f"{season.kills} kills, "
        f"{sum(played.promised.values())} rungs, {len(season.ledger.sent)} mails, {len(played.numbers)} papers to superiors"
    )
    _saw(played)
    assert took["processor"] < MINUTES * 60
    assert season.kills >= 30


def _saw(played: Outcomes) -> None:
    """Tell the table: promises of rungs under kills, days without a mail server, and a clock that jumps."""
    season, promised = played.season, set(played.promised)
    lost = len(season.must - promised) + len(played.unexplained)
    doubled = sum(played.promised.values()) - len(promised)
    seen = Seen(
        sum(played.promised.values()),
        season.kills + len(SIZE.down),
        lost,
        doubled,
        len(promised - season.must - season.may),
    )
    saw("P4", seen)
    saw("P12", replace(seen, faults=len(SIZE.jumps)))
