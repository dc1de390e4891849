"""Counts at any place of the tree, asked of the units' counters: a place is a span of seats, so no tree is walked and no dispatch read."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from workflow.core.tracking import COUNTERS, NodeCounts
from workflow.routing.seats import Span
from workflow.store.dialects import on_postgresql
from workflow.store.row_lists import as_rows, rows_table

_SPANS = {"tree": "text", "label": "text", "first": "int", "last": "int"}
_MOVING = COUNTERS[:-1]
_OVERDUE = "sum(CASE WHEN s.due_on < :today THEN t.total - t.answered ELSE 0 END)"
SUMS = ", ".join([*(f"sum(t.{name}) AS {name}" for name in _MOVING), f"{_OVERDUE} AS overdue"])
_SEATS_OF_MATTER = "tree IN (SELECT tree FROM sending WHERE matter_id = :matter)"


def spans_at(session: Session, matter: int, units: Iterable[str]) -> list[Span]:
    """Return the spans of these units in every tree of the matter's sendings (each with everything below it)."""
    found: list[Span] = []
    for unit in dict.fromkeys(units):
        found += _spans(session, "unit = :unit", matter, unit=unit)
    return found


def spans_below(session: Session, matter: int, unit: str | None) -> list[Span]:
    """Return the spans of the units directly below one (None: of the topmost), in every tree of the matter's sendings."""
    if unit is None:
        return _spans(session, "parent IS NULL", matter)
    return _spans(session, "parent = :unit", matter, unit=unit)


def path_to(session: Session, matter: int, unit: str) -> tuple[str, ...]:
    """Return the units above one in the matter's newest tree, topmost first."""
    newest = "(SELECT tree FROM sending WHERE matter_id = :matter AND tree <> '' ORDER BY memo_id DESC LIMIT 1)"
    above = f"""
        WITH RECURSIVE up(tree, unit, parent, depth) AS (
            SELECT tree, unit, parent, depth FROM chart_seat WHERE tree = {newest} AND unit = :unit
            UNION ALL SELECT c.tree, c.unit, c.parent, c.depth FROM up JOIN chart_seat c ON c.tree = up.tree AND c.unit = up.parent
        ) SELECT unit FROM up WHERE unit <> :unit ORDER BY depth"""
    rows = session.connection().execute(text(above), {"matter": matter, "unit": unit})
    return tuple(row[0] for row in rows)


def count_spans(session: Session, matter: int, spans: Sequence[Span], today: date) -> dict[str, NodeCounts]:
    """Return the counts of everything within spans of the same name, over all sendings of the matter; names without a recipient are left out."""
    statement = f"""
        SELECT r.label, {SUMS}
        FROM {rows_table(session, _SPANS)}
        CROSS JOIN tally t  -- SQLite: span by span, and not counter by counter
        JOIN sending s ON s.memo_id = t.memo_id AND s.tree = r.tree
        WHERE t.matter_id = :matter AND t.seat BETWEEN r."first" AND r."last"
        GROUP BY r.label"""
    given = as_rows({"tree": s.tree, "label": s.label, "first": s.first, "last": s.last} for s in spans)
    rows = session.connection().execute(
        text(statement), {"rows": given, "matter": matter, "today": day_value(session, today)}
    )
    return {label: NodeCounts(*map(int, counts)) for label, *counts in rows}


def count_matter(session: Session, matter: int, today: date, *, outside: bool = False) -> NodeCounts:
    """Return the counts of a whole matter; `outside`: only of the recipients that sit nowhere in the tree."""
    where = " AND t.seat = 0" if outside else ""
    statement = f"SELECT {SUMS} FROM tally t JOIN sending s ON s.memo_id = t.memo_id WHERE t.matter_id = :matter{where}"
    counts = session.connection().execute(text(statement), {"matter": matter, "today": day_value(session, today)}).one()
    return NodeCounts(*(int(n or 0) for n in counts))


def count_matters(session: Session, matters: Sequence[int], today: date) -> dict[int, NodeCounts]:
    """Return the counts of these whole matters, those that were never sent left out."""
    source = rows_table(session, {"matter": "int"})
    statement = f"""
        SELECT t.matter_id, {SUMS}
        FROM {source} JOIN tally t ON t.matter_id = r.matter JOIN sending s ON s.memo_id = t.memo_id GROUP BY t.matter_id"""
    given = {"rows": as_rows({"matter": matter} for matter in matters), "today": day_value(session, today)}
    return {
        matter: NodeCounts(*map(int, counts))
        for matter, *counts in session.connection().execute(text(statement), given)
    }


def _spans(session: Session, where: str, matter: int, **given: str) -> list[Span]:
    statement = (
        f"SELECT tree, unit, seat, last FROM chart_seat WHERE {_SEATS_OF_MATTER} AND {where} ORDER BY tree, seat"
    )
    rows = session.connection().execute(text(statement), {"matter": matter, **given})
    return [Span(*row) for row in rows]


def day_value(session: Session, day: date) -> Any:
    """Return a day as raw SQL compares it: SQLite keeps days as text."""
    return day if on_postgresql(session) else day.isoformat()
