"""The rows of a sending, written by the set: named addressees by one statement, people by INSERT … SELECT from the roster.

Whatever is written is counted: `written` on the sending and the units' totals move in the same transaction as the dispatches.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, and_, func, insert, literal, or_, true
from sqlmodel import Session, col, delete, select

from workflow.core.dispatch import DispatchState
from workflow.store.dialects import inserting
from workflow.store.sending_tables import RosterRow, SeatRow, SendingListRow, SendingRow, TallyRow
from workflow.store.tables import DispatchRow, MatterRow

PIECE = 8_000  # recipients in one transaction of a worker
Conditions = tuple[ColumnElement[bool], ...]
SPANS = 200  # SQLite allows a thousand terms in one condition


@dataclass(frozen=True)
class Addressee:
    """Who is named one by one: a dispatch to `post` of `unit`."""

    post: str
    unit: str
    reason: str
    downward: bool


@dataclass(frozen=True)
class Crowd:
    """People of a unit, by the seats of their units in the sending's tree (`first`..`last`, both included); `without` are left out."""

    reason: str
    downward: bool
    spans: tuple[tuple[int, int], ...]
    without: tuple[str, ...] = ()


def crowds_from(kept: Iterable[dict[str, Any]]) -> tuple[Crowd, ...]:
    """Return the crowds as they were kept with the sending."""
    return tuple(
        Crowd(c["reason"], c["downward"], tuple((first, last) for first, last in c["spans"]), tuple(c["without"]))
        for c in kept
    )


def crowds_of(session: Session, tree: str, units: Iterable[str]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the spans of seats of the units in a tree."""
    seats = dict(session.exec(select(SeatRow.unit, SeatRow.seat).where(SeatRow.tree == tree)).all())
    yield from spans_of(seats[unit] for unit in units if unit in seats)


def spans_of(seats: Iterable[int]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the seats as runs without a gap, `SPANS` runs at a time."""
    runs: list[tuple[int, int]] = []
    for seat in sorted(seats):
        if runs and seat == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], seat)
        else:
            runs.append((seat, seat))
    for start in range(0, len(runs), SPANS):
        yield tuple(runs[start : start + SPANS])


def sending_of(session: Session, memo: int) -> SendingRow | None:
    """Return the sending of a memo, locked until the transaction ends; None when it was never sent."""
    return session.exec(select(SendingRow).where(SendingRow.memo_id == memo).with_for_update()).first()


def under_way(session: Session, office: str) -> list[int]:
    """Return the memos of an office that are being sent at this moment."""
    ours = select(SendingRow.memo_id).join(MatterRow, col(MatterRow.id) == col(SendingRow.matter_id))
    return list(session.exec(ours.where(MatterRow.office == office, SendingRow.state == "sending")))


def on_roster(session: Session, office: str, posts: Sequence[str]) -> tuple[str, ...]:
    """Return which of the posts are positions of the roster too."""
    found: list[str] = []
    for start in range(0, len(posts), PIECE):
        named = col(RosterRow.post).in_(posts[start : start + PIECE])
        found += session.exec(select(RosterRow.post).where(RosterRow.office == office, named)).all()
    return tuple(found)


def people(session: Session, office: str, tree: str, crowds: Iterable[Crowd], after: int = 0) -> int:
    """Return how many people of the roster the crowds come to, those whose row comes after `after`."""
    table = RosterRow.__table__  # type: ignore[attr-defined]
    rows = select(func.count()).select_from(table).join(SeatRow, _seated(tree, table)).where(table.c.id > after)
    return sum(session.exec(rows.where(*_in(office, crowd, table))).one() for crowd in crowds)


def waiting_addressees(session: Session, memo: int) -> int:
    """Return how many addressees named one by one no piece has written yet."""
    kept = session.exec(select(SendingListRow).where(SendingListRow.memo_id == memo)).all()
    return sum(len(row.addressees) for row in kept)


def write_addressees(session: Session, sending: SendingRow, addressees: Sequence[Addressee]) -> None:
    """Write the dispatches of addressees named one by one, and count them."""
    if not addressees:
        return
    common = _common(sending)
    session.connection().execute(insert(DispatchRow), [{**common, **vars(to)} for to in addressees])
    counted = Counter(to.unit for to in addressees)
    named = (SeatRow.tree == sending.tree, col(SeatRow.unit).in_(counted))
    seats = dict(session.exec(select(SeatRow.unit, SeatRow.seat).where(*named)).all())
    rows = [{**_counters(sending), "unit": u, "seat": seats.get(u, 0), "total": n} for u, n in counted.items()]
    session.connection().execute(_added(session, inserting(session, TallyRow)), rows)
    sending.written += len(addressees)


def write_people(session: Session, office: str, sending: SendingRow, crowds: Iterable[Crowd], upto: int) -> None:
    """Write the dispatches of the crowds' people whose row in the roster is after the sending's place, up to `upto`; count them."""
    piece = _piece(sending.roster_id, upto)
    for crowd in crowds:
        these = (_seated(sending.tree, piece), *_in(office, crowd, piece))
        sending.written += _write_crowd(session, sending, crowd, piece, these)
        _count_crowd(session, sending, piece, these)
    sending.roster_id = upto


def next_place(session: Session, after: int, size: int | None = None) -> int | None:
    """Return the number in the roster at which the `size` rows (a piece) that begin after `after` end; None when nobody follows."""
    rows = (
        select(RosterRow.id)
        .where(col(RosterRow.id) > after)
        .order_by(col(RosterRow.id))
        .limit(size or PIECE)
        .subquery()
    )
    place: int | None = session.exec(select(func.max(rows.c.id))).one()
    return place


def keep_lists(session: Session, memo: int, addressees: Sequence[Addressee]) -> None:
    """Keep the addressees for the pieces that will write them."""
    lists = [addressees[start : start + PIECE] for start in range(0, len(addressees), PIECE)]
    rows = [{"memo_id": memo, "number": n, "addressees": [vars(to) for to in part]} for n, part in enumerate(lists)]
    if rows:
        session.connection().execute(insert(SendingListRow), rows)


def take_list(session: Session, memo: int) -> tuple[Addressee, ...]:
    """Take the next addressees out of what was kept; empty when all were."""
    where = select(SendingListRow).where(SendingListRow.memo_id == memo).order_by(col(SendingListRow.number)).limit(1)
    row = session.exec(where).first()
    if row is None:
        return ()
    session.exec(
        delete(SendingListRow).where(col(SendingListRow.memo_id) == memo, col(SendingListRow.number) == row.number)
    )
    return tuple(Addressee(**kept) for kept in row.addressees)


def totals(session: Session, memo: int) -> tuple[int, int]:
    """Return how many dispatches a memo has, and how many its counters say."""
    dispatched = session.exec(select(func.count()).select_from(DispatchRow).where(DispatchRow.memo_id == memo)).one()
    counted = session.exec(select(func.sum(TallyRow.total)).where(TallyRow.memo_id == memo)).one()
    return dispatched, counted or 0


def _piece(after: int, upto: int) -> CTE:
    """Return a piece of the roster, read by its numbers and nothing else: by office or seat the databases would read all of it."""
    numbers = (col(RosterRow.id) > after, col(RosterRow.id) <= upto)
    rows = select(RosterRow.id, RosterRow.office, RosterRow.unit, RosterRow.post).where(*numbers)
    return rows.cte("piece").prefix_with("MATERIALIZED")


def _write_crowd(session: Session, sending: SendingRow, crowd: Crowd, piece: CTE, these: Conditions) -> int:
    values = {**_common(sending), "reason": crowd.reason, "downward": crowd.downward}
    given = _given(DispatchRow.__table__, values)  # type: ignore[attr-defined]
    whom = select(piece.c.unit, piece.c.post, *given).join_from(piece, SeatRow, and_(*these)).order_by(piece.c.post)
    adding = insert(DispatchRow).from_select(["unit", "post", *values], whom)
    written: int = session.connection().execute(adding, execution_options={"preserve_rowcount": True}).rowcount
    return written


def _count_crowd(session: Session, sending: SendingRow, piece: CTE, these: Conditions) -> None:
    values = _counters(sending)
    given = _given(TallyRow.__table__, values)  # type: ignore[attr-defined]
    whom = select(piece.c.unit, SeatRow.seat, func.count().label("total"), *given)
    counted = whom.join_from(piece, SeatRow, and_(*these)).where(true()).group_by(piece.c.unit, col(SeatRow.seat))
    adding = inserting(session, TallyRow).from_select(["unit", "seat", "total", *values], counted)
    session.connection().execute(_added(session, adding))


def _common(sending: SendingRow) -> dict[str, Any]:
    """Return what all dispatches of a sending have in common."""
    names = ("matter_id", "memo_id", "parent_id", "from_unit", "due_on", "calendar_version", "sent_at")
    return {**{name: getattr(sending, name) for name in names}, "state": DispatchState.SENT.value}


def _counters(sending: SendingRow) -> dict[str, Any]:
    none = dict.fromkeys(("received", "acknowledged", "forwarded", "answered", "closed"), 0)
    return {"memo_id": sending.memo_id, "matter_id": sending.matter_id, **none}


def _added(session: Session, statement: Any) -> Any:
    """Add to the total of a unit that has a counter already."""
    sum_of = col(TallyRow.total) + statement.excluded.total
    return statement.on_conflict_do_update(index_elements=["memo_id", "unit"], set_={"total": sum_of})


def _given(table: Any, values: dict[str, Any]) -> list[ColumnElement[Any]]:
    """Return fixed values as columns of a table's types, so that PostgreSQL need not guess them."""
    return [literal(value, table.c[name].type).label(name) for name, value in values.items()]


def _seated(tree: str, people_of: Any) -> ColumnElement[bool]:
    return and_(col(SeatRow.tree) == tree, col(SeatRow.unit) == people_of.c.unit)


def _in(office: str, crowd: Crowd, people_of: Any) -> Conditions:
    inside = or_(*(col(SeatRow.seat).between(first, last) for first, last in crowd.spans))
    left_out = (people_of.c.post.not_in(crowd.without),) if crowd.without else ()
    return (people_of.c.office == office, inside, *left_out)
