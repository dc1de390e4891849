"""Whether a clock can be believed, by what is known of the time besides."""

from datetime import datetime, timedelta
from enum import StrEnum

SLACK = timedelta(minutes=2)  # what setting a clock by the network moves it
FAR = timedelta(days=1)  # from here on nothing is written down under such a time


class Doubt(StrEnum):
    """How a clock stands to what is known."""

    BACK = "back"
    FORWARD = "forward"
    FAR_BACK = "far-back"
    FAR_FORWARD = "far-forward"

    @property
    def far(self) -> bool:
        """Whether nothing may be written down under such a time."""
        return self in {Doubt.FAR_BACK, Doubt.FAR_FORWARD}


def doubt_of(wall: datetime, known: datetime) -> Doubt | None:
    """Return how the wall clock is odd beside a moment that is known to have come; None when it is not."""
    ahead = wall - known
    if abs(ahead) <= SLACK:
        return None
    if ahead < timedelta():
        return Doubt.FAR_BACK if -ahead >= FAR else Doubt.BACK
    return Doubt.FAR_FORWARD if ahead >= FAR else Doubt.FORWARD


def behind(now: datetime, last: datetime | None) -> Doubt | None:
    """Return how a clock is odd that stands before a moment when something was written; standing after it is what clocks do."""
    return doubt_of(now, last) if last and now < last else None
