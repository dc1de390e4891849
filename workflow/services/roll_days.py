"""The days from step to step kept by unit and by branch: of a matter that moved they are counted anew, and only what differs is written.

A matter with very many papers waits longer between two counts (`PAPERS_A_SECOND`), so that counting never takes more than a few hundredths
of the machine; no answer waits for it, and whoever looks is told how old the count is.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from workflow.core.day_counts import Days, added, minus, plus
from workflow.core.errors import NotFound
from workflow.core.working_days import WorkingCalendar
from workflow.services.count_days import count_days, level_in, levels_of
from workflow.services.desk import Desk
from workflow.store import day_sums
from workflow.store.day_sums import ALL, EVERYTHING, Lines, Moved, Scope, Sums
from workflow.store.day_tables import DayMarkRow
from workflow.store.roll_ups import DAYS, only_one_rolls

PAPERS_A_SECOND = 4_000  # counted again at most: a matter of 200,000 papers once in 50 seconds


@dataclass(frozen=True)
class _Ruler:
    """What days are counted and added up by, and when; `version` names calendar and levels, so that others are known by another name."""

    calendar: WorkingCalendar
    levels: Mapping[str, str]
    at: datetime
    version: str


@dataclass(frozen=True)
class _Change:
    """What has to be written of one scope that stands at `was`; `anew`: its branches were added up from nothing."""

    scope: Scope
    was: DayMarkRow | None
    mark: DayMarkRow
    lines: Lines
    sums: Sums
    anew: bool


def roll_days(desk: Desk, *, at: datetime) -> int:
    """Count the days of every matter that moved since the last time and has waited long enough; return how many were counted."""
    done = 0
    with desk.store.read() as session:
        offices = day_sums.offices(session)
    for code in offices:
        try:
            ruler = _ruler(desk.calendar(), levels_of(desk.office(code)), at)
        except NotFound:  # an office that the configuration lost must not stop the others; reminders tell which it is
            continue
        with desk.store.read() as session:
            waiting = day_sums.moved(session, code, ruler.version)
        done += sum(_count(desk, ruler, code, matter) for matter in waiting)
    return done


def _ruler(calendar: WorkingCalendar, levels: Mapping[str, str], at: datetime) -> _Ruler:
    told = (f"{unit}\t{level}" for unit, level in levels.items())
    return _Ruler(calendar, levels, at, _digest((calendar.version, *told)))


def _count(desk: Desk, ruler: _Ruler, office: str, found: Moved) -> bool:
    """Count one matter: whatever can be done before the transaction that writes is done before it."""
    own, whole = Scope(office, found.matter), Scope(office, ALL)
    with desk.store.read() as session:
        was, of_office = day_sums.mark_of(session, own), day_sums.mark_of(session, whole)
        if was and ruler.at < was.at + timedelta(seconds=was.papers / PAPERS_A_SECOND):
            return False
        differing = _differing(session, ruler, own)
        changed = Moved(ALL, 0, of_office.moves + 1 if of_office else 1, 0)
        changes = (
            _change(session, ruler, own, was, found, differing),
            _change(session, ruler, whole, of_office, changed, differing),
        )
    return _write(desk, changes)


def _differing(session: Session, ruler: _Ruler, own: Scope) -> Lines:
    """Return what the matter's days are more (or less) than those kept of it."""
    kept, found = day_sums.lines_of(session, own), count_days(session, ruler.calendar, own.office, own.matter)
    both = {key: minus(found.get(key, {}), kept.get(key, {})) for key in found.keys() | kept.keys()}
    return {key: days for key, days in both.items() if days}


def _change(
    session: Session, ruler: _Ruler, scope: Scope, was: DayMarkRow | None, found: Moved, differing: Lines
) -> _Change:
    shape = _digest((ruler.version, *day_sums.trees_of(session, scope)))
    anew = was is None or was.shape != shape
    kept = day_sums.lines_of(session, scope, None if anew else {unit for unit, _ in differing})
    lines = {key: plus(kept.get(key, {}), days) for key, days in differing.items()}
    sums = _added_up(session, ruler, scope, kept | lines if anew else differing)
    if not anew:
        sums = _together(day_sums.sums_of(session, scope, sums), sums)
    mark = DayMarkRow(
        office=scope.office, matter_id=scope.matter, at=ruler.at, sendings=found.sendings, moves=found.moves, papers=found.papers,
        version=ruler.version, shape=shape,
    )  # fmt: skip
    return _Change(scope, was, mark, lines, sums, anew)


def _added_up(session: Session, ruler: _Ruler, scope: Scope, lines: Lines) -> Sums:
    """Return the days of each unit and of every unit it ever stood below, and of everything.

    Units with the same units above them are added up before they are added to those.
    """
    above = day_sums.above(session, scope, {unit for unit, _ in lines})
    families = added(
        ((frozenset(above.get(unit, {unit}) - {unit}), (level_in(ruler.levels, unit), step)), days)
        for (unit, step), days in lines.items()
    )
    told = added((*_upwards(families), *_own(ruler, above, lines)))
    sums: Sums = {}
    for (unit, key), days in told.items():
        sums.setdefault(unit, {})[key] = days
    return sums


_Place = tuple[str, tuple[str, int]]  # a unit; level and step


def _upwards(families: Mapping[tuple[frozenset[str], tuple[str, int]], Days]) -> Iterator[tuple[_Place, Days]]:
    for (above, key), days in families.items():
        for unit in (EVERYTHING, *above):
            yield (unit, key), days


def _own(ruler: _Ruler, above: Mapping[str, set[str]], lines: Lines) -> Iterator[tuple[_Place, Days]]:
    for (unit, step), days in lines.items():
        if unit in above:
            yield (unit, (level_in(ruler.levels, unit), step)), days


def _together(kept: Sums, more: Sums) -> Sums:
    return {
        unit: {
            key: plus(kept.get(unit, {}).get(key, {}), parts.get(key, {})) for key in kept.get(unit, {}).keys() | parts
        }
        for unit, parts in more.items()
    }


def _write(desk: Desk, changes: Iterable[_Change]) -> bool:
    """Write what was found, unless somebody else has counted in the meantime."""
    with desk.store.write() as session:
        if not only_one_rolls(session, DAYS) or not all(day_sums.is_still(session, c.scope, c.was) for c in changes):
            return False
        for change in changes:
            day_sums.write_lines(session, change.scope, change.lines)
            day_sums.write_sums(session, change.scope, change.sums, anew=change.anew)
            session.merge(change.mark)
    return True


def _digest(words: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]
