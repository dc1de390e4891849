"""How long to wait after wrong passwords: a few are free, then each wait is twice as long as the last, up to a quarter of an hour."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

FORGOTTEN_AFTER = timedelta(minutes=30)
LONGEST = timedelta(minutes=15)


@dataclass(frozen=True)
class Patience:
    """So many tries in a row are free; the wait after the next one is `first`."""

    free: int
    first: timedelta


ACCOUNT = Patience(5, timedelta(minutes=1))
ADDRESS = Patience(30, timedelta(seconds=30))  # a whole division may come from one address


@dataclass(frozen=True)
class Tries:
    """Tries in a row, the last of them, and the moment before which the next is refused."""

    count: int
    last_at: datetime
    free_at: datetime

    def refused_at(self, now: datetime) -> bool:
        """Whether a try at that moment comes too early."""
        return now < self.free_at


def tried(before: Tries | None, now: datetime, patience: Patience) -> Tries:
    """Return what is known after one more try at `now` (it is counted before the password is looked at)."""
    old = before.count if before and now - before.last_at < FORGOTTEN_AFTER else 0
    known = Tries(old + 1, now, now)
    over = known.count - patience.free
    return replace(known, free_at=now + min(LONGEST, patience.first * 2 ** min(over, 20))) if over >= 0 else known
