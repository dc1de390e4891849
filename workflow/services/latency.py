"""Where the days go over many papers: median and slowest working days from step to step, by unit and by level."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from workflow.core.office import Office
from workflow.core.working_days import WorkingCalendar
from workflow.services.desk import Desk
from workflow.store import counting
from workflow.store.latencies import day_pairs
from workflow.store.matters import look_at

STEPS = (
    ("sent", "received", "ส่ง → ลงรับ"),
    ("received", "acknowledged", "ลงรับ → รับทราบ"),
    ("sent", "acknowledged", "ส่ง → รับทราบ"),
    ("sent", "forwarded", "ส่ง → ส่งต่อ"),
)


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
    """The steps over all, by level (in the chart's order) and by unit, the slowest median first; `unknown`: years without a calendar."""

    overall: tuple[LatencyLine, ...]
    levels: tuple[LatencyLine, ...]
    units: tuple[LatencyLine, ...]
    unknown: int


Days = dict[int, int]


def latency(desk: Desk, *, office: str, matter: int | None = None, below: str | None = None) -> Latency:
    """Return the medians over an office's dispatches, or those of one matter, or of a unit with all that is or was below it.

    NotFound when there is no such matter.
    """
    counted: dict[str, dict[str, Days]] = {}
    unknown = 0
    with desk.store.read() as session:
        code = look_at(session, matter).office if matter else office
        units = counting.ever_below(session, code, below) if below else frozenset()
        for start, end, step in STEPS:
            pairs = day_pairs(session, start, end, office=code, matter=matter)
            within = pairs if below is None else (pair for pair in pairs if pair[0] in units)
            counted[step], left_out = _by_unit(within, desk.calendar())
            unknown += left_out
    return _told(desk.office(code), counted, unknown)


def median(days: Mapping[int, int]) -> int:
    """Return the lower median of days counted (`{days: how many}`)."""
    half, passed = (sum(days.values()) + 1) // 2, 0
    for value, count in sorted(days.items()):
        passed += count
        if passed >= half:
            return value
    raise ValueError("no days at all")


def _by_unit(pairs: Iterable[tuple[str, date, date, int]], calendar: WorkingCalendar) -> tuple[dict[str, Days], int]:
    between = cache(calendar.count)
    found: dict[str, Days] = defaultdict(lambda: defaultdict(int))
    unknown = 0
    for unit, start, end, count in pairs:
        days = between(start, end)
        if days is None:
            unknown += count
        else:
            found[unit][days] += count
    return found, unknown


def _told(office: Office, counted: Mapping[str, Mapping[str, Days]], unknown: int) -> Latency:
    chart = office.chart.unit_by_code
    overall, levels, units = [], [], []
    for step, by_unit in counted.items():
        by_level: dict[str, list[Days]] = defaultdict(list)
        for unit, days in by_unit.items():
            by_level[chart[unit].level if unit in chart else "นอกผัง"].append(days)
            units.append(_line(step, unit, [days]))
        levels += [_line(step, level, parts) for level, parts in by_level.items()]
        if by_unit:
            overall.append(_line(step, "ทั้งหมด", by_unit.values()))
    slow = sorted(units, key=lambda line: (-line.median, -line.slowest, line.of))
    return Latency(tuple(overall), tuple(levels), tuple(slow), unknown)


def _line(step: str, of: str, parts: Iterable[Mapping[int, int]]) -> LatencyLine:
    whole: Days = defaultdict(int)
    for part in parts:
        for days, count in part.items():
            whole[days] += count
    return LatencyLine(step, of, sum(whole.values()), median(whole), max(whole))
