"""Where the days went: a matter's trail cut into hops, each in transit, waiting at a unit, or being decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from workflow.core.working_days import WorkingCalendar


class HopKind(StrEnum):
    """What the paper was doing meanwhile."""

    TRANSIT = "เดินทาง"
    WAITING = "รอดำเนินการ"
    DECIDING = "รอสั่งการ"


@dataclass(frozen=True)
class Step:
    """One dated step of the trail: what happened and at which unit."""

    kind: str
    unit: str
    on: date


@dataclass(frozen=True)
class Hop:
    """From one step to the next: calendar days and working days (None where the calendar does not cover the years)."""

    kind: HopKind
    start: Step
    end: Step
    days: int
    working_days: int | None


# A step ends the time before it: a receipt ends a journey, an order ends a deliberation, everything else ends a wait.
_ENDS = {
    "registered": HopKind.TRANSIT,
    "arrived": HopKind.TRANSIT,
    "received": HopKind.TRANSIT,
    "ordered": HopKind.DECIDING,
    "returned": HopKind.DECIDING,
}


def hops(steps: Sequence[Step], calendar: WorkingCalendar) -> list[Hop]:
    """Return the hops between dated steps in the order of the trail; steps of one day make no hop."""
    found = []
    for start, end in pairwise(steps):
        if end.on > start.on:
            kind = _ENDS.get(end.kind, HopKind.WAITING)
            found.append(Hop(kind, start, end, (end.on - start.on).days, calendar.count(start.on, end.on)))
    return found


def totals(found: Sequence[Hop]) -> dict[HopKind, tuple[int, int | None]]:
    """Return calendar and working days by what the paper was doing."""
    return {kind: whole([hop for hop in found if hop.kind == kind]) for kind in HopKind}


def whole(found: Sequence[Hop]) -> tuple[int, int | None]:
    """Return the calendar and working days of all hops together; no working days when one hop's are unknown."""
    known = [hop.working_days for hop in found if hop.working_days is not None]
    return sum(hop.days for hop in found), sum(known) if len(known) == len(found) else None
