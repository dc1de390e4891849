"""A page of a matter's recipients, by one truth and one branch: the units' counters say where to look, so that a page reads a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from workflow.core.dispatch import CLOSED
from workflow.core.tracking import Pill
from workflow.routing.seats import Span
from workflow.store.counting import day_value
from workflow.store.dialects import on_postgresql

# Not by an index of states: on SQLite that would read every waiting paper for each unit.
_STATE = "d.state || ''"
_WAITING = f"{_STATE} IN ('sent', 'received')"
_CLOSED = ", ".join(f"'{state.value}'" for state in sorted(CLOSED))
_ANSWERED_BY = "EXISTS (SELECT 1 FROM {table} x WHERE x.dispatch_id = d.id)"
# Of each pill: what a unit's counter must say for the unit to be looked into, and what a dispatch must be.
_PILLS: dict[Pill, tuple[str, str]] = {
    Pill.ALL: ("t.total > 0", "1 = 1"),
    Pill.RECEIVED: ("t.received > 0", _ANSWERED_BY.format(table="receipt")),
    Pill.ACKNOWLEDGED: ("t.acknowledged > 0", _ANSWERED_BY.format(table="acknowledgement")),
    Pill.FORWARDED: ("t.forwarded > 0", "EXISTS (SELECT 1 FROM sending y WHERE y.matter_id = :matter AND y.parent_id = d.id)"),
    Pill.UNANSWERED: ("t.answered < t.total", _WAITING),
    Pill.OVERDUE: ("t.answered < t.total", f"{_WAITING} AND d.due_on < :today"),
    Pill.CLOSED: ("t.closed > 0", f"{_STATE} IN ({_CLOSED})"),
}  # fmt: skip


@dataclass(frozen=True, order=True)
class Place:
    """Where a list goes on: after this dispatch of the unit at this seat."""

    seat: int = -1
    dispatch: int = 0


@dataclass(frozen=True)
class Wanted:
    """Which recipients of a matter: by a pill as of a day, and within these spans of the tree (None: everywhere)."""

    matter: int
    pill: Pill
    today: date
    spans: Sequence[Span] | None = None


def places(session: Session, wanted: Wanted, after: Place, length: int) -> list[Place]:
    """Return so many dispatches that follow a place, in the order of the tree."""
    within, given = _within(wanted.spans)
    counted, sent = _PILLS[wanted.pill]
    units = f"""
        SELECT t.seat, t.unit, t.memo_id FROM tally t CROSS JOIN sending s
        WHERE t.matter_id = :matter AND t.seat >= :seat AND {counted} AND s.memo_id = t.memo_id AND {within}"""
    papers = f"""d.matter_id = :matter AND d.unit = t.unit AND +d.memo_id = t.memo_id AND {sent}
          AND (t.seat > :seat OR d.id > :dispatch)"""  # +: by unit, never by memo
    if on_postgresql(session):  # unit by unit: the fences keep it from reading every paper to sort them
        walk = f"(SELECT d.id FROM dispatch d WHERE {papers} OFFSET 0) d"
        from_units = f"({units} ORDER BY t.seat OFFSET 0) t CROSS JOIN LATERAL {walk} WHERE 1 = 1"
    else:  # SQLite keeps the order of a CROSS JOIN
        from_units = f"({units}) t CROSS JOIN dispatch d WHERE {papers}"
    statement = f"SELECT t.seat, d.id FROM {from_units} ORDER BY t.seat, d.id LIMIT :length"
    given |= {
        "matter": wanted.matter, "seat": after.seat, "dispatch": after.dispatch, "length": length,
        "today": day_value(session, wanted.today),
    }  # fmt: skip
    return [Place(*row) for row in session.connection().execute(text(statement), given)]


def _within(spans: Sequence[Span] | None) -> tuple[str, dict[str, Any]]:
    """Return the condition that a counter lies in one of the spans, and its parameters."""
    if spans is None:
        return "1 = 1", {}
    given: dict[str, Any] = {}
    for n, span in enumerate(spans):
        given |= {f"tree{n}": span.tree, f"first{n}": span.first, f"last{n}": span.last}
    each = [f"(s.tree = :tree{n} AND t.seat BETWEEN :first{n} AND :last{n})" for n in range(len(spans))]
    return f"({' OR '.join(each)})" if each else "1 = 0", given
