"""A moment as an office records it: an instant, and whether the hour is known or only the day."""

from dataclasses import dataclass
from datetime import date, datetime, time

from workflow.core.thai_date import BANGKOK, bangkok_date, clock_time, short

OPENING = time(8, 30)  # เวลาราชการ ๐๘.๓๐–๑๖.๓๐ น.
CLOSING = time(16, 30)


@dataclass(frozen=True)
class When:
    """`at` is time-zone aware; `timed` is False when a paper gives only the day."""

    at: datetime
    timed: bool = True

    @classmethod
    def day(cls, on: date, clock: str | None = None) -> "When":
        """Return the moment of a paper's date, at `HH:MM` Bangkok time when the paper (a stamp) says so."""
        if clock:
            hour, minute = (int(part) for part in clock.split(":"))
            return cls(datetime.combine(on, time(hour, minute), BANGKOK))
        return cls(datetime.combine(on, OPENING, BANGKOK), timed=False)

    @property
    def on(self) -> date:
        """The calendar day in Bangkok."""
        return bangkok_date(self.at)

    def thai(self) -> str:
        """Return `๒๒ พ.ย.๖๒ ๑๕.๓๐ น.`, or the day alone."""
        return f"{short(self.on)} {clock_time(self.at)}" if self.timed else short(self.on)


def in_office_hours(at: datetime) -> bool:
    """Whether Bangkok clocks show 08.30 to 16.30: outside it nobody is reminded."""
    return OPENING <= at.astimezone(BANGKOK).time() <= CLOSING
