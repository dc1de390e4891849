"""Which rung of the reminder ladder has been reached: pure, for any chosen day, so that a preview costs nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workflow.core.errors import ConfigError
from workflow.core.working_days import WorkingCalendar

STAMPED, MEMO = "reminder", "reminder-memo"
PAPERS = (STAMPED, MEMO)
"""The kinds of paper a rung may send to the superior post: under the unit's seal, or as a signed memo."""


BESIDE = frozenset({"reminded", "not-reminded", "redated", "ladder"})
"""Kinds of lines of a trail that tell of reminding: they are no step of the paper's way."""


@dataclass(frozen=True)
class Rung:
    """A step of the reminder ladder: so many working days after (or, negative, before) the due day.

    `escalate`: the post above the unit that is late is written to as well, by a `paper` of this kind.
    """

    name: str
    working_days: int
    escalate: bool = False
    paper: str = STAMPED


@dataclass(frozen=True)
class Ladder:
    """The rungs in force for a paper, earliest first, and where they come from (`เรื่องที่ ๓`, `หน่วยงาน (office.yaml rungs)`)."""

    rungs: tuple[Rung, ...]
    source: str


@dataclass(frozen=True)
class Overrides:
    """Where an office's ladder is not the ordinary one: by urgency, and by the unit that sends (None: whatever the urgency)."""

    by_urgency: tuple[tuple[str, tuple[Rung, ...]], ...] = ()
    by_unit: tuple[tuple[str, str | None, tuple[Rung, ...]], ...] = ()


NO_OVERRIDES = Overrides()


@dataclass(frozen=True)
class Reached:
    """The rung that is due, and the working day it fell on."""

    rung: Rung
    on: date


def effective_ladder(
    default: tuple[Rung, ...], overrides: Overrides, *, units: Iterable[str], urgency: str | None,
    matter: tuple[int, tuple[Rung, ...]] | None = None,
) -> Ladder:  # fmt: skip
    """Return the ladder in force: the matter's own, else its sending unit's (`units`: that one, then those above), else the office's.

    At a unit, and in the office, a ladder for the paper's urgency comes before the one for every urgency.
    """
    if matter is not None:
        return Ladder(matter[1], f"เรื่องที่ {matter[0]}")
    for unit in units:
        here = {asked: rungs for code, asked, rungs in overrides.by_unit if code == unit}
        if urgency is not None and urgency in here:
            return Ladder(here[urgency], f"หน่วย {unit} ชั้นความเร็ว {urgency} (ladders.csv)")
        if None in here:
            return Ladder(here[None], f"หน่วย {unit} (ladders.csv)")
    urgent = dict(overrides.by_urgency)
    if urgency is not None and urgency in urgent:
        return Ladder(urgent[urgency], f"ชั้นความเร็ว {urgency} (office.yaml ladders)")
    return Ladder(default, "หน่วยงาน (office.yaml rungs)")


def reached(
    rungs: Iterable[Rung], calendar: WorkingCalendar, *, sent_on: date, due_on: date, today: date
) -> Reached | None:
    """Return the furthest rung reached by `today`, None when there is none or offices do not work that day.

    A rung that fell before or on the day of sending is none. Only the furthest: after a week without power a unit gets one
    reminder, not every one it missed. A rung in a year whose holidays are unknown is not reached.
    """
    if not calendar.works_on(today):
        return None
    days = ((_day(calendar, due_on, rung.working_days), rung) for rung in rungs)
    fallen = [Reached(rung, on) for on, rung in days if on is not None and sent_on < on <= today]
    return max(fallen, key=lambda one: one.rung.working_days, default=None)


def _day(calendar: WorkingCalendar, due_on: date, working_days: int) -> date | None:
    try:
        return calendar.add(due_on, working_days)
    except ConfigError:
        return None
