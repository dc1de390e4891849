"""The table of holidays of a year, what in it waits for somebody, and a first draft of a year that has none."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.core.thai_date import be_year, short
from workflow.core.thai_digits import to_thai
from workflow.core.working_days import Holiday, WorkingCalendar

INSTEAD, SPECIAL = "ชดเชย", "เป็นกรณีพิเศษ"
SEED_SOURCE = "ร่างจากวันหยุดประจำที่ของปีก่อน ๆ (รอประกาศ)"
LONG_SUBSTITUTE = 7  # days within which a holiday on a weekend is made up for


@dataclass(frozen=True)
class CalendarFinding:
    """What somebody must see to: the day it is about (None: a whole year) and the sentence."""

    year: int
    on: date | None
    message: str


def check_calendar(rows: Sequence[Holiday], calendar: WorkingCalendar, *, today: date) -> tuple[CalendarFinding, ...]:
    """Return what the table lacks: this year and the next uncovered or unconfirmed, weekends not made up for, undated decisions."""
    found = [CalendarFinding(year, None, warning) for year, warning in _years(calendar, today)]
    found += [CalendarFinding(be_year(r.on), r.on, f"{r.name} {short(r.on)} ยังไม่ยืนยัน") for r in rows if not r.confirmed]
    found += [
        CalendarFinding(be_year(r.on), r.on, f"{r.name} {short(r.on)} เป็นวันหยุดที่เพิ่มภายหลัง แต่ไม่มีวันที่มีมติ")
        for r in rows if SPECIAL in r.name and r.decided_on is None
    ]  # fmt: skip
    found += [
        CalendarFinding(be_year(r.on), r.on, f"{r.name} {short(r.on)} ตรงวันหยุดสุดสัปดาห์ แต่ไม่มีวันชดเชย")
        for r in rows if r.on.weekday() > 4 and r.on.year >= today.year and not _made_up_for(r.on, rows)
    ]  # fmt: skip
    return tuple(found)


def _years(calendar: WorkingCalendar, today: date) -> Iterator[tuple[int, str]]:
    for first in (today, date(today.year + 1, 1, 1)):
        if (warning := calendar.warning(first)) is not None:
            yield be_year(first), warning


def _made_up_for(on: date, rows: Iterable[Holiday]) -> bool:
    later = (row for row in rows if on < row.on <= on + timedelta(days=LONG_SUBSTITUTE))
    return any(INSTEAD in row.name for row in later)


def seed_year(rows: Sequence[Holiday], year: int) -> tuple[tuple[Holiday, ...], tuple[str, ...]]:
    """Return unconfirmed rows for a Buddhist-era year, and the holidays whose day must be looked up (the moon's, the Cabinet's).

    The rows are those that fall on one day of the year in most years of the table, with a working day for each on a weekend.
    """
    christian = year - 543
    plain = [row for row in rows if INSTEAD not in row.name and SPECIAL not in row.name]
    times = Counter((row.on.month, row.on.day, row.name) for row in plain)
    years = Counter(name for name, _ in {(row.name, row.on.year) for row in plain})
    fixed = {(m, d): name for (m, d, name), n in times.items() if 1 < n > years[name] / 2}
    drafted = [
        Holiday(date(christian, m, d), name, SEED_SOURCE, confirmed=False) for (m, d), name in sorted(fixed.items())
    ]
    for row in list(drafted):
        if row.on.weekday() > 4:
            drafted.append(
                Holiday(_next_free(row.on, drafted, christian), f"{INSTEAD}{row.name}", SEED_SOURCE, confirmed=False)
            )
    moving = {row.name for row in plain} - set(fixed.values())
    return tuple(sorted(drafted, key=lambda row: row.on)), tuple(sorted(moving))


def _next_free(on: date, rows: Iterable[Holiday], year: int) -> date:
    taken = {*(row.on for row in rows), date(year + 1, 1, 1)}
    while on.weekday() > 4 or on in taken:
        on += timedelta(days=1)
    return on


def of_year(rows: Iterable[Holiday], year: int) -> tuple[Holiday, ...]:
    """Return the rows of a Buddhist-era year."""
    return tuple(row for row in rows if be_year(row.on) == year)


def covered(calendar: WorkingCalendar) -> str:
    """Return the years the table covers, in words."""
    return to_thai(", ".join(str(year) for year in sorted(calendar.years)))
