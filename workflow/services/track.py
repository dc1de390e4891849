"""How far a matter has come at any unit of the tree: everything at and below it counted, the units below it, and who sits there itself.

Counts come from the units' counters, so that 200,000 recipients are looked at as quickly as twenty; a large tree may be shown from the
roll-up of a few seconds ago, which says its age.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from workflow.core.errors import NotFound
from workflow.core.office import Office
from workflow.core.org import CHAIN_OF_COMMAND, ParentKind
from workflow.core.thai_digits import to_thai
from workflow.core.tracking import NodeCounts, together
from workflow.core.when import When
from workflow.routing.seats import union
from workflow.services.desk import Desk
from workflow.services.recipients import Recipient, recipients_at
from workflow.store import counting, roll_ups
from workflow.store.matters import look_at
from workflow.store.tables import MatterRow
from workflow.store.tallies import first_sent

PAGE = 100
OWN = ""  # no unit's code


@dataclass(frozen=True)
class TrackRequest:
    """A unit of a matter (None: from the top), along which line, which page of what is below it and of who sits there (from 1).

    `rolled`: from the roll-up when there is one, instead of counting now.
    """

    matter: int
    unit: str | None = None
    line: ParentKind = CHAIN_OF_COMMAND
    page: int = 1
    rolled: bool = False


@dataclass(frozen=True)
class TrackedUnit:
    """One unit below: its own name, and the counts of everything at and below it."""

    unit: str
    name: str
    level: str
    counts: NodeCounts


@dataclass(frozen=True)
class TrackView:
    """A place of the tree: `units` below it, those with somebody overdue first; `outside` who sits nowhere in the tree.

    `counted_at` is when it was counted (None: just now); `recipients` are those of the unit itself; `pages` counts both lists' pages.
    """

    matter: int
    subject: str
    unit: str | None
    name: str
    line: str
    path: tuple[str, ...]
    counts: NodeCounts
    units: tuple[TrackedUnit, ...]
    recipients: tuple[Recipient, ...]
    outside: NodeCounts
    page: int
    pages: int
    counted_at: datetime | None = None


def track(desk: Desk, request: TrackRequest, *, today: date) -> TrackView:
    """Return a matter's counts at a unit as of a day; NotFound for an unknown matter or unit."""
    with desk.store.read() as session:
        row = look_at(session, request.matter)
        office = desk.office(row.office)
        if request.unit is not None:
            office.chart.unit(request.unit)
        roll = (
            roll_ups.roll_of(session, request.matter) if request.rolled and request.line == CHAIN_OF_COMMAND else None
        )
        counts, below = _rolled(session, request) if roll else _counted(session, office, request, today)
        return _view(session, office, row, request, (counts, below, roll.at if roll else None, today))


def seat_old_sendings(desk: Desk, matter: int) -> None:
    """Give what an older version sent the tree of its day, so that it is found by unit."""
    with desk.store.read() as session:
        if not roll_ups.unseated(session, matter):
            return
    with desk.store.write() as session:
        row = look_at(session, matter)
        roll_ups.seat_what_was_sent_before(session, desk.office(row.office).chart, matter)


def roll_up_touched(desk: Desk, *, at: datetime) -> int:
    """Roll up every matter in which something moved since the last time; return how many. One node does it at a time."""
    today, done = When(at).on, 0
    with desk.store.read() as session:
        waiting = roll_ups.stale(session, today)
    for matter in waiting:
        with desk.store.write() as session:
            if roll_ups.only_one_rolls(session):
                chart = desk.office(look_at(session, matter).office).chart
                roll_ups.seat_what_was_sent_before(session, chart, matter)
                roll_ups.roll_up(session, matter, today=today, at=at)
                done += 1
    return done


def count_at(session: Session, request: TrackRequest, today: date) -> NodeCounts:
    """Return the counts of everything at and below the unit asked for (None: of the whole matter), from the roll-up where it is asked for."""
    if request.rolled and roll_ups.roll_of(session, request.matter):
        return _rolled_here(session, request)
    if request.unit is None:
        return counting.count_matter(session, request.matter, today)
    spans = union(counting.spans_at(session, request.matter, [request.unit]), OWN)
    return counting.count_spans(session, request.matter, spans, today).get(OWN, NodeCounts())


def _counted(
    session: Session, office: Office, request: TrackRequest, today: date
) -> tuple[NodeCounts, dict[str, NodeCounts]]:
    """Count now: the units below along the line, and all of them with the unit itself, nobody twice."""
    matter, unit = request.matter, request.unit
    if unit is None:
        below = counting.spans_below(session, matter, None)
        return counting.count_matter(session, matter, today), counting.count_spans(session, matter, below, today)
    here = counting.spans_at(session, matter, [unit])
    if request.line == CHAIN_OF_COMMAND:
        children = counting.count_spans(session, matter, counting.spans_below(session, matter, unit), today)
        own = [replace(span, label=OWN, last=span.first) for span in here]
        return together([*children.values(), *counting.count_spans(session, matter, own, today).values()]), children
    along = office.chart.children(unit, first_sent(session, matter) or today, request.line)
    spans = counting.spans_at(session, matter, along)
    whole = counting.count_spans(session, matter, union([*here, *spans], OWN), today)
    return whole.get(OWN, NodeCounts()), counting.count_spans(session, matter, spans, today)


def _rolled(session: Session, request: TrackRequest) -> tuple[NodeCounts, dict[str, NodeCounts]]:
    return _rolled_here(session, request), roll_ups.rolled_below(session, request.matter, request.unit)


def _rolled_here(session: Session, request: TrackRequest) -> NodeCounts:
    if request.unit is not None:
        return roll_ups.rolled_at(session, request.matter, request.unit)
    roll = roll_ups.roll_of(session, request.matter)
    return NodeCounts(*(getattr(roll, name) for name in NodeCounts.__slots__))


def _view(
    session: Session,
    office: Office,
    row: MatterRow,
    request: TrackRequest,
    found: tuple[NodeCounts, dict[str, NodeCounts], datetime | None, date],
) -> TrackView:
    counts, below, at, today = found
    lines = _sorted(office, below)
    start = PAGE * (max(1, request.page) - 1)
    own, people = (
        recipients_at(session, request.matter, request.unit, today, (start, PAGE)) if request.unit else (0, ())
    )
    pages = max(1, -(-max(len(lines), own) // PAGE))
    if request.page > pages:
        raise NotFound(f"ไม่มีหน้าที่ {to_thai(request.page)}", next_step=f"มี {to_thai(pages)} หน้า")
    chart = office.chart.unit_by_code
    return TrackView(
        matter=request.matter, subject=row.subject, unit=request.unit, name=chart[request.unit].name if request.unit else office.name,
        line=request.line, path=counting.path_to(session, request.matter, request.unit) if request.unit else (),
        counts=counts, units=lines[start : start + PAGE], recipients=people, page=request.page, pages=pages, counted_at=at,
        outside=counting.count_matter(session, request.matter, today, outside=True) if request.unit is None else NodeCounts(),
    )  # fmt: skip


def _sorted(office: Office, below: dict[str, NodeCounts]) -> tuple[TrackedUnit, ...]:
    """Return the units with the most overdue first, then those with the most waiting, then by name."""
    known = office.chart.unit_by_code
    units = (
        TrackedUnit(u, known[u].name if u in known else u, known[u].level if u in known else "", counts)
        for u, counts in below.items()
    )
    return tuple(sorted(units, key=lambda t: (-t.counts.overdue, -t.counts.waiting, t.unit)))
