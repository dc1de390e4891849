"""Thai government working days: Monday to Friday less the holidays of an editable table (`config/shared/holidays.csv`).

Special bridge days are declared late by the Cabinet, so a due date is stored with the table's version (domain: ประกาศสำนักนายกรัฐมนตรี).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.core.errors import ConfigError
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai


@dataclass(frozen=True)
class WorkingCalendar:
    """Holidays by day, and the Buddhist-era years the table covers; `version` is the SHA-256 of the table, short."""

    holidays: Mapping[date, str]
    years: frozenset[int]
    version: str

    def is_working_day(self, on: date) -> bool:
        """Whether offices work on that day; ConfigError when the table does not cover its year."""
        self._require(on)
        return on.weekday() < 5 and on not in self.holidays

    def add(self, start: date, days: int) -> date:
        """Return the day `days` working days after `start` (before it when negative); 0 gives the first working day from `start` on."""
        step = timedelta(days=1 if days >= 0 else -1)
        on, left = start, abs(days)
        while left or not self.is_working_day(on):
            on += step
            left -= bool(left) and self.is_working_day(on)
        return on

    def between(self, start: date, end: date) -> int:
        """Return how many working days lie after `start` up to and including `end`; negative when `end` is earlier."""
        if end < start:
            return -self.between(end, start)
        return sum(self.is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))

    def count(self, start: date, end: date) -> int | None:
        """Return `between`, or None where the table does not cover the years: for showing, where nothing hangs on the number."""
        try:
            return self.between(start, end)
        except ConfigError:
            return None

    def _require(self, on: date) -> None:
        if be_year(on) not in self.years:
            raise ConfigError(
                f"ไม่มีวันหยุดราชการของปี พ.ศ. {to_thai(be_year(on))} ในปฏิทิน จึงคำนวณวันทำการไม่ได้",
                next_step="เพิ่มแถวของปีนั้นใน config/shared/holidays.csv พร้อมแหล่งที่มา",
            )
