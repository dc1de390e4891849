"""A matter's trail as people read it: one entry for what many units did on one day, and how long each step was waited for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workflow.core.errors import ConfigError
from workflow.core.working_days import WorkingCalendar
from workflow.entrypoints.web.words import EVENTS
from workflow.services.show_status import MatterStatus, TrailLine

MANY = 3  # from so many on, what units did on one day is counted, and listed on request


@dataclass(frozen=True)
class Moment:
    """What happened on a day; `working_days` is None where the calendar does not cover the years waited."""

    on: date
    kind: str
    lines: tuple[TrailLine, ...]
    days: int
    working_days: int | None
    longest: bool = False

    @property
    def summary(self) -> str | None:
        """`รับทราบ` for what many did, None for what is told line by line."""
        return EVENTS.get(self.kind) if len(self.lines) >= MANY else None


def moments(trail: Sequence[TrailLine], calendar: WorkingCalendar) -> list[Moment]:
    """Return the trail, day by day, with the calendar and working days waited before each entry; the longest wait is marked."""
    groups: dict[tuple[object, ...], list[TrailLine]] = {}
    for n, line in enumerate(trail):
        key = (line.when.on, line.kind) if line.kind in EVENTS else (line.when.on, line.kind, n)
        groups.setdefault(key, []).append(line)
    longest = max((line.days for line in trail), default=0)
    found: list[Moment] = []
    for lines in groups.values():
        on = lines[0].when.on
        before = found[-1].on if found else on
        days = (on - before).days
        found.append(Moment(on, lines[0].kind, tuple(lines), days, waited(calendar, before, on), 0 < days == longest))
    return found


@dataclass(frozen=True)
class Wait:
    """Days waited so far."""

    days: int
    working_days: int | None


def waiting_now(status: MatterStatus, calendar: WorkingCalendar, today: date) -> Wait | None:
    """Return how long nothing has happened while somebody has not answered; None when nobody is waited for."""
    last = status.timeline[-1].when.on if status.timeline else today
    waiting = status.listed and status.counts.waiting  # the trail of a large matter does not hold the last answer
    return Wait((today - last).days, waited(calendar, last, today)) if waiting and today > last else None


def waited(calendar: WorkingCalendar, start: date, end: date) -> int | None:
    """Return the working days between two days, None when the calendar lacks a year between them."""
    try:
        return calendar.between(start, end)
    except ConfigError:
        return None
