"""The days of a matter or of an office counted from every dispatch, by unit and step."""

from collections.abc import Iterator, Mapping
from functools import cache

from sqlmodel import Session

from workflow.core.day_counts import UNKNOWN, Days, added
from workflow.core.office import Office
from workflow.core.working_days import WorkingCalendar
from workflow.store.day_sums import Lines
from workflow.store.latencies import day_pairs

STEPS = (
    ("sent", "received", "ส่ง → ลงรับ"),
    ("received", "acknowledged", "ลงรับ → รับทราบ"),
    ("sent", "acknowledged", "ส่ง → รับทราบ"),
    ("sent", "forwarded", "ส่ง → ส่งต่อ"),
)
NO_LEVEL = "นอกผัง"


def count_days(session: Session, calendar: WorkingCalendar, office: str, matter: int | None) -> Lines:
    """Return how many papers of each unit took how many working days for each step, in one matter or in all of an office."""
    return added(_counted(session, calendar, office, matter))


def levels_of(office: Office) -> dict[str, str]:
    """Return the level of each unit of the chart, in its order."""
    return {unit.code: unit.level for unit in office.chart.units}


def level_in(levels: Mapping[str, str], unit: str) -> str:
    """Return the level under which a unit's days are told."""
    return levels.get(unit, NO_LEVEL)


def _counted(
    session: Session, calendar: WorkingCalendar, office: str, matter: int | None
) -> Iterator[tuple[tuple[str, int], Days]]:
    between = cache(calendar.count)
    for step, (start, end, _) in enumerate(STEPS):
        for unit, one, other, count in day_pairs(session, start, end, office=office, matter=matter):
            days = between(one, other)
            yield (unit, step), {UNKNOWN if days is None else days: count}
