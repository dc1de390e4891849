"""The one place where the clock is read. Within a process time never goes back: a clock that is set back is not followed, it is told.

Numbers, events, leases and sessions go by this clock, so a step back must neither take a number in last year's book nor let a session
live longer. A small step forward is followed (a machine that slept), one of more than a day is not: somebody has to look first.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from workflow.core.clock_doubt import FAR, SLACK, Doubt, doubt_of
from workflow.core.thai_date import BANGKOK


def _wall() -> datetime:
    return datetime.now(BANGKOK)


def _running() -> float:
    """Return seconds that no setting of the clock changes, and that go on while the machine sleeps."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class SteadyClock:
    """Goes by the wall clock, but never back; `doubt` says whether the two part."""

    def __init__(self, wall: Callable[[], datetime] = _wall, running: Callable[[], float] = _running) -> None:
        self._wall, self._running = wall, running
        self._base, self._since = wall(), running()
        self._jumped: datetime | None = None

    def _steady(self) -> datetime:
        return self._base + timedelta(seconds=self._running() - self._since)

    def now(self) -> datetime:
        """Return this moment in Bangkok."""
        wall, steady = self._wall(), self._steady()
        ahead = wall - steady
        if timedelta() < ahead < FAR:
            self._base, self._since = wall, self._running()
            if ahead > SLACK:
                self._jumped = wall
            return wall
        return steady

    def not_before(self, moment: datetime) -> None:
        """Go on from a moment that is known to have been; one that lies too far ahead is not believed."""
        if timedelta() < moment - self.now() < FAR:
            self._base, self._since = moment.astimezone(BANGKOK), self._running()

    def doubt(self) -> Doubt | None:
        """Return what is odd about the wall clock now; a jump forward is told of for an hour."""
        steady = self.now()
        found = doubt_of(self._wall(), steady)
        if found is None and self._jumped and steady - self._jumped < timedelta(hours=1):
            return Doubt.FORWARD
        return found


CLOCK = SteadyClock()


def now() -> datetime:
    """Return this moment in Bangkok."""
    return CLOCK.now()
