"""Where the days go over many papers: median and slowest working days from step to step, by unit and by level.

Of many papers they are told from the days kept (services/roll_days.py), which say when they were counted; of few they are counted now.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from workflow.core.day_counts import UNKNOWN, Days, added, counted, median
from workflow.services.count_days import STEPS, count_days, level_in, levels_of
from workflow.services.desk import Desk
from workflow.services.recipients import LISTED
from workflow.store import day_sums
from workflow.store.day_sums import ALL, EVERYTHING, Lines, Scope
from workflow.store.matters import look_at
from workflow.store.tallies import recipients_counted


@dataclass(frozen=True)
class LatencyLine:
    """One step at one unit or level (`of`; "ทั้งหมด" for all): how many dispatches made it, the median and the slowest, in working days."""

    step: str
    of: str
    count: int
    median: int
    slowest: int


@dataclass(frozen=True)
class Latency:
    """The steps over all, by level (in the chart's order) and by unit, the slowest median first; `unknown`: years without a calendar.

    `lines` is how many lines of units there are, `counted_at` when they were counted (None: now), `moved` in how many matters something
    moved since.
    """

    overall: tuple[LatencyLine, ...]
    levels: tuple[LatencyLine, ...]
    units: tuple[LatencyLine, ...]
    unknown: int
    lines: int
    counted_at: datetime | None = None
    moved: int = 0


ByLevel = Mapping[tuple[str, int], Days]  # by level and step


def latency(desk: Desk, *, office: str, matter: int | None = None, below: str | None = None) -> Latency:
    """Return the medians over an office's dispatches, or those of one matter, or of a unit with all that is or was below it, counted now.

    Below it in a tree along which the matter (or anything of the office) was sent. NotFound when there is no such matter.
    """
    with desk.store.read() as session:
        code = look_at(session, matter).office if matter else office
        lines = count_days(session, desk.calendar(), code, matter)
        if below is not None:
            units = day_sums.ever_below(session, Scope(code, matter or ALL), below)
            lines = {(unit, step): days for (unit, step), days in lines.items() if unit in units}
    return _told(levels_of(desk.office(code)), lines)


def days_kept(desk: Desk, *, office: str, matter: int | None = None, below: str | None = None, most: int) -> Latency:
    """Return the same with the `most` slowest lines of units alone: from the days kept when there are many papers, counted now of few."""
    with desk.store.read() as session:
        code = look_at(session, matter).office if matter else office
        scope = Scope(code, matter or ALL)
        papers = recipients_counted(session, matter) if matter else day_sums.papers(session, code)
        kept = _kept(session, levels_of(desk.office(code)), scope, below, most) if papers > LISTED else None
    if kept:
        return kept
    found = latency(desk, office=office, matter=matter, below=below)
    return replace(found, units=found.units[:most])


def _kept(session: Session, levels: Mapping[str, str], scope: Scope, below: str | None, most: int) -> Latency | None:
    mark = day_sums.mark_of(session, scope)
    if mark is None:
        return None
    unit = EVERYTHING if below is None else below
    by_level = day_sums.sums_of(session, scope, [unit]).get(unit, {})
    number, slowest = day_sums.slowest_lines(session, scope, below, most)
    units = (LatencyLine(STEPS[one.step][2], one.unit, one.count, one.median, one.slowest) for one in slowest)
    return _latency(levels, by_level, tuple(units), number, (mark.at, day_sums.moved_since(session, scope)))


def _told(levels: Mapping[str, str], lines: Lines) -> Latency:
    by_level = added(((level_in(levels, unit), step), days) for (unit, step), days in lines.items())
    order = sorted(lines.items(), key=lambda item: item[0][1])
    units = [_line(step, unit, days) for (unit, step), days in order if counted(days)]
    units.sort(key=lambda line: (-line.median, -line.slowest, line.of))
    return _latency(levels, by_level, tuple(units), len(units), (None, 0))


def _latency(
    levels: Mapping[str, str],
    by_level: ByLevel,
    units: tuple[LatencyLine, ...],
    lines: int,
    counted_at: tuple[datetime | None, int],
) -> Latency:
    overall = added((step, days) for (_, step), days in by_level.items())
    place = {level: n for n, level in enumerate(dict.fromkeys(levels.values()))}
    parts = sorted(by_level.items(), key=lambda item: (item[0][1], place.get(item[0][0], len(place))))
    return Latency(
        overall=_lines((step, "ทั้งหมด", days) for step, days in sorted(overall.items())),
        levels=_lines((step, level, days) for (level, step), days in parts),
        units=units,
        unknown=sum(days.get(UNKNOWN, 0) for days in overall.values()),
        lines=lines,
        counted_at=counted_at[0],
        moved=counted_at[1],
    )


def _lines(parts: Iterable[tuple[int, str, Days]]) -> tuple[LatencyLine, ...]:
    return tuple(_line(step, of, days) for step, of, days in parts if counted(days))


def _line(step: int, of: str, days: Days) -> LatencyLine:
    known = counted(days)
    return LatencyLine(STEPS[step][2], of, sum(known.values()), median(known), max(known))
