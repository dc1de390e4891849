"""Thai government working days: Monday to Friday less the holidays of an editable table (`config/shared/holidays.csv`).

Special bridge days are declared late by the Cabinet, so a due date is stored with the table's version (domain: ประกาศสำนักนายกรัฐมนตรี),
and is counted anew when the table changes (`moved_due`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.core.errors import ConfigError
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai


@dataclass(frozen=True)
class Holiday:
    """One row of the table: the day, its name, who decided it and when (None: the yearly announcement), whether it is confirmed."""

    on: date
    name: str
    source: str = ""
    decided_on: date | None = None
    confirmed: bool = True


@dataclass(frozen=True)
class WorkingCalendar:
    """Holidays by day, and the Buddhist-era years the table covers; `version` is the SHA-256 of the table, short.

    `unconfirmed` are the covered years of which a row still waits for its announcement.
    """

    holidays: Mapping[date, str]
    years: frozenset[int]
    version: str
    unconfirmed: frozenset[int] = frozenset()

    def is_working_day(self, on: date) -> bool:
        """Whether offices work on that day; ConfigError when the table does not cover its year."""
        self._require(on)
        return on.weekday() < 5 and on not in self.holidays

    def works_on(self, on: date) -> bool:
        """Whether offices surely work on that day; no for a year the table does not cover, where nobody can say."""
        return be_year(on) in self.years and self.is_working_day(on)

    def warning(self, on: date) -> str | None:
        """Return what is wrong with the table of that day's year, and what to do; None for a year all of whose rows are confirmed."""
        year = be_year(on)
        if year not in self.years:
            return f"ไม่มีวันหยุดราชการของปี พ.ศ. {to_thai(year)} จึงยังไม่เตือนผู้ใดในปีนั้น: เพิ่มแถวด้วย saraban calendar seed {year}"
        if year in self.unconfirmed:
            return f"วันหยุดราชการของปี พ.ศ. {to_thai(year)} ยังไม่ยืนยันครบ วันทำการอาจเลื่อน: ตรวจด้วย saraban calendar check"
        return None

    def next_working_day(self, after: date) -> date | None:
        """Return the first working day after that day; None where the table ends first."""
        try:
            return self.add(after, 1)
        except ConfigError:
            return None

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


@dataclass(frozen=True)
class Told:
    """What people know of a due date: when the paper was sent, the day they were told, whether they have been reminded of it."""

    sent_on: date
    due_on: date
    reminded: bool


def moved_due(told: Told, before: WorkingCalendar, now: WorkingCalendar, *, today: date) -> date:
    """Return the due day counted anew on a changed table: the same number of working days from the day of sending.

    Never earlier than what people were already reminded of, and never moved into the past; unchanged where either table cannot count.
    """
    try:
        counted = now.add(told.sent_on, before.between(told.sent_on, told.due_on))
        if counted >= told.due_on:
            return counted
        return told.due_on if told.reminded else min(told.due_on, max(counted, now.add(today, 1)))
    except ConfigError:
        return told.due_on
