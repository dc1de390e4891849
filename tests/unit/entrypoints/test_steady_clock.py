"""The clock of a process: it never goes back, follows small steps forward, and says when it is not to be believed."""

from datetime import datetime, timedelta

import pytest

from workflow.core.clock_doubt import Doubt
from workflow.core.thai_date import BANGKOK
from workflow.entrypoints.clock import SteadyClock

NEW_YEAR = datetime(2026, 1, 1, tzinfo=BANGKOK)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Watch:
    """A wall clock that can be set, and the seconds that pass whatever it shows."""

    def __init__(self, at: datetime) -> None:
        self.at, self.seconds = at, 0.0
        self.clock = SteadyClock(lambda: self.at, lambda: self.seconds)

    def passes(self, time: timedelta) -> None:
        self.at, self.seconds = self.at + time, self.seconds + time.total_seconds()

    def is_set(self, by: timedelta) -> None:
        self.at += by


def test_it_shows_the_wall_clock_while_that_runs_on() -> None:
    watch = Watch(NEW_YEAR)
    watch.passes(HOUR)
    assert (watch.clock.now(), watch.clock.doubt()) == (NEW_YEAR + HOUR, None)


def test_set_back_over_the_new_year_it_stays_in_the_new_year_and_says_so() -> None:
    watch = Watch(NEW_YEAR + MINUTE)
    before = watch.clock.now()
    watch.is_set(-20 * MINUTE)
    watch.passes(MINUTE)
    assert watch.clock.now() == before + MINUTE
    assert watch.clock.doubt() is Doubt.BACK
    watch.is_set(20 * MINUTE)
    assert watch.clock.doubt() is None


def test_the_small_steps_of_the_network_are_no_doubt_and_never_go_back() -> None:
    watch = Watch(NEW_YEAR)
    seen = [watch.clock.now()]
    for step in (-2, 3, -1, -5, 4, 1):
        watch.is_set(timedelta(seconds=step))
        watch.passes(timedelta(seconds=1))
        seen.append(watch.clock.now())
        assert watch.clock.doubt() is None
    assert seen == sorted(seen)


def test_a_step_forward_is_followed_and_told_of_for_an_hour() -> None:
    watch = Watch(NEW_YEAR)
    watch.is_set(3 * HOUR)
    assert (watch.clock.now(), watch.clock.doubt()) == (NEW_YEAR + 3 * HOUR, Doubt.FORWARD)
    watch.passes(HOUR + MINUTE)
    assert watch.clock.doubt() is None


@pytest.mark.parametrize(("by", "doubt"), [(400 * DAY, Doubt.FAR_FORWARD), (-400 * DAY, Doubt.FAR_BACK)])
def test_more_than_a_day_is_not_followed_but_called_out(by: timedelta, doubt: Doubt) -> None:
    watch = Watch(NEW_YEAR)
    watch.is_set(by)
    watch.passes(MINUTE)
    assert (watch.clock.now(), watch.clock.doubt()) == (NEW_YEAR + MINUTE, doubt)


def test_a_machine_that_slept_wakes_to_the_right_time() -> None:
    watch = Watch(NEW_YEAR)
    watch.passes(60 * HOUR)  # its running seconds go on while it sleeps
    assert (watch.clock.now(), watch.clock.doubt()) == (NEW_YEAR + 60 * HOUR, None)


def test_it_goes_on_from_a_moment_that_is_known_to_have_been() -> None:
    watch = Watch(NEW_YEAR - 10 * MINUTE)
    watch.clock.not_before(NEW_YEAR + MINUTE)
    watch.passes(MINUTE)
    assert watch.clock.now() == NEW_YEAR + 2 * MINUTE
    watch.clock.not_before(NEW_YEAR + 800 * DAY)
    assert watch.clock.now() == NEW_YEAR + 2 * MINUTE
