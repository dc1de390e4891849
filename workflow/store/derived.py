"""What must follow from sealed rows: a dispatch's state from its events, a register's counter from its lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from workflow.core.dispatch import CLOSED, DispatchState
from workflow.store.seal_tables import ChangeRow
from workflow.store.tables import CounterRow, DispatchRow, EntryRow, EventRow

S = DispatchState
_TO: dict[str, tuple[frozenset[DispatchState], DispatchState]] = {
    "received": (frozenset({S.SENT}), S.RECEIVED),
    "acknowledged": (frozenset({S.SENT, S.RECEIVED}), S.ACKNOWLEDGED),
    "forwarded": (frozenset(S) - CLOSED, S.FORWARDED),
    "acted": (frozenset(S) - CLOSED, S.ACTED),
    "recalled": (frozenset(S), S.RECALLED),
    "rejected": (frozenset(S), S.REJECTED),
    "missent": (frozenset(S), S.MISSENT),
    "withdrawn": (frozenset(S), S.WITHDRAWN),
    "moved": (frozenset(S), S.MOVED),
    "resent": (frozenset(S), S.SENT),
}


@dataclass(frozen=True)
class Wrong:
    """A row that does not follow: of which table, its number (or name), what it says and what it would have to."""

    table: str
    row: str
    says: str
    should: str


def wrong_states(session: Session) -> Iterator[Wrong]:
    """Yield the dispatches whose state does not follow from what happened to them."""
    taken_back = _taken_back(session)
    told = _told(session)
    upcoming = next(told, None)
    asked = select(DispatchRow.id, DispatchRow.memo_id, DispatchRow.state).order_by(col(DispatchRow.id))
    for number, memo, state in session.connection().execute(asked):
        while upcoming and upcoming[0] < number:
            upcoming = next(told, None)
        kinds = upcoming[1] if upcoming and upcoming[0] == number else ()
        may_be = _may_be(kinds, recalled=memo in taken_back)
        if state not in may_be:
            yield Wrong("dispatch", str(number), state, " / ".join(sorted(may_be)))


def _may_be(kinds: tuple[str, ...], *, recalled: bool) -> frozenset[DispatchState]:
    state = S.SENT
    for kind in kinds:
        before, after = _TO[kind]
        state = after if state in before else state
    if not recalled:
        return frozenset({state})
    return frozenset({S.RECALLED, *({state} if state in CLOSED or "resent" in kinds else ())})


def _told(session: Session) -> Iterator[tuple[int, tuple[str, ...]]]:
    asked = (
        select(EventRow.dispatch_id, EventRow.kind)
        .where(col(EventRow.dispatch_id).is_not(None), col(EventRow.kind).in_(_TO))
        .order_by(col(EventRow.dispatch_id), col(EventRow.id))
    )
    for number, events in groupby(session.connection().execute(asked), key=itemgetter(0)):
        yield number, tuple(kind for _, kind in events)


def _taken_back(session: Session) -> frozenset[int]:
    asked = select(ChangeRow.said).where(ChangeRow.tab == "dispatch", col(ChangeRow.row).is_(None))
    return frozenset(
        said.get("memo_id", 0) for said in session.exec(asked) if isinstance(said, dict) and "state" in said
    )


def wrong_counters(session: Session) -> Iterator[Wrong]:
    """Yield the registers whose counter is not at their last line, or which do not begin where they were opened."""
    of = ("office", "unit", "book", "year")
    keys = [col(getattr(EntryRow, name)) for name in of]
    ends: tuple[Any, ...] = (*keys, func.min(EntryRow.number), func.max(EntryRow.number_to))
    lines = {tuple(row[:4]): (row[4], row[5]) for row in session.connection().execute(select(*ends).group_by(*keys))}
    for counter in session.exec(select(CounterRow)):
        key = tuple(getattr(counter, name) for name in of)
        begun = counter.opened_after + 1
        first, last = lines.pop(key, (begun, counter.opened_after))
        if (first, last) != (begun, counter.last):
            yield _counter(key, f"{begun}–{counter.last}", f"{first}–{last}")
    for key, (first, last) in lines.items():
        yield _counter(key, "", f"{first}–{last}")


def _counter(key: tuple[Any, ...], says: str, should: str) -> Wrong:
    return Wrong("register_counter", " ".join(map(str, key)), says, should)
