"""Four hundred days of an office of 1,520 (76 provinces of 20 offices), one process: the proofs of tests/acceptance/test_reminder_season.py."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.acceptance import test_reminder_season as of_a_season
from tests.pace import pace
from tests.promises import Seen, saw
from tests.season import Season, Size
from tests.season_outcomes import Outcomes, outcomes

PROOFS = (
    of_a_season.test_every_due_rung_was_promised_exactly_once_and_no_other,
    of_a_season.test_nothing_left_on_a_day_off_or_in_quiet_hours,
    of_a_season.test_nobody_was_reminded_of_what_he_had_answered,
    of_a_season.test_a_person_got_one_message_a_day_and_a_repeated_one_bears_its_number,
    of_a_season.test_no_promise_is_lost_and_every_state_is_explained,
    of_a_season.test_posts_above_got_numbered_papers_without_a_hole,
)
SIZE = Size(
    days=400, above=76, units=1520, every=15, first=date(2019, 6, 3), down=(date(2019, 11, 27), date(2019, 11, 28), date(2019, 11, 29)),
    jumps={date(2019, 9, 25): 1, date(2020, 1, 2): -3},
)  # fmt: skip
MINUTES = 5


@pytest.mark.soak
@pytest.mark.timeout(1200)
def test_a_year_is_played_in_less_than_five_minutes_and_keeps_every_promise(tmp_path: Path) -> None:
    """One test, so that the year is played once; five minutes of the processor's time: by the clock a shared machine measures its neighbours."""
    season = Season(SIZE, tmp_path)
    slow, clock, processor = pace(), time.monotonic(), time.process_time()
    desk = season.play()
    clock, processor = time.monotonic() - clock, time.process_time() - processor
    slow = max(slow, pace())
    played = outcomes(season, desk)
    print(
        f"{processor:.0f} s of the processor at x {slow:.1f} of an idle one's, {clock:.0f} s: "
        f"{len(season.papers)} papers, {season.sweeps} sweeps, {season.kills} kills, "
        f"{sum(played.promised.values())} rungs, {len(season.ledger.sent)} mails, {len(played.numbers)} papers to superiors"
    )
    _saw(played)
    for proof in PROOFS:
        proof(played)
    assert processor < MINUTES * 60 * slow
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
