"""Counts of every unit with everything below it, rolled up by running sums over the seats: one pass over the units, however many people.

`roll` says at how many moves of how many sendings the counts were true, so that a roll-up that is still true is known without counting.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, col, select

from workflow.core.org import OrgChart
from workflow.core.tracking import COUNTERS, NodeCounts
from workflow.core.when import When
from workflow.routing.seats import tree_of
from workflow.store.counting import SUMS, count_matter, day_value
from workflow.store.dialects import on_postgresql
from workflow.store.link_tables import RollRow
from workflow.store.sending_tables import SendingRow
from workflow.store.tallies import keep_tree

ROLLING, DAYS = 7_262_569, 7_262_570  # any numbers; one node at a time rolls up
_NAMED = ", ".join(COUNTERS)
_SUMMED = ", ".join(f"sum(coalesce(n.{c}, 0)) OVER (ORDER BY c.seat) AS {c}" for c in COUNTERS)
_BETWEEN = ", ".join(f"hi.{c} - coalesce(lo.{c}, 0)" for c in COUNTERS)
_FRESH = """
    SELECT s.matter_id, count(*) AS sendings, sum(s.moves) AS moves,
           sum(CASE WHEN s.state = 'sending' THEN 1 ELSE 0 END) AS running, sum(CASE WHEN s.tree = '' THEN 1 ELSE 0 END) AS unseated
    FROM sending s GROUP BY s.matter_id"""


def only_one_rolls(session: Session, what: int = ROLLING) -> bool:
    """Whether this transaction may roll up; another node that is doing so will have done it (SQLite has one writer anyway)."""
    if not on_postgresql(session):
        return True
    return bool(session.connection().execute(text("SELECT pg_try_advisory_xact_lock(:n)"), {"n": what}).scalar_one())


def stale(session: Session, today: date) -> list[int]:
    """Return the matters whose roll-up is missing or no longer true as of a day."""
    statement = f"""
        SELECT f.matter_id FROM ({_FRESH}) f LEFT JOIN roll ON roll.matter_id = f.matter_id
        WHERE roll.matter_id IS NULL OR roll.moves <> f.moves OR roll.sendings <> f.sendings
           OR (roll.as_of <> :today AND roll.answered < roll.total)
           OR NOT roll.settled OR f.running > 0 OR f.unseated > 0
        ORDER BY f.matter_id"""
    return list(session.connection().execute(text(statement), {"today": day_value(session, today)}).scalars())


def fresh_totals(session: Session, today: date) -> dict[int, NodeCounts]:
    """Return the whole counts of the matters whose roll-up is still true to the last answer as of a day."""
    named = ", ".join(f"roll.{c}" for c in COUNTERS)
    statement = f"""
        SELECT roll.matter_id, {named} FROM roll JOIN ({_FRESH}) f ON f.matter_id = roll.matter_id
        WHERE roll.moves = f.moves AND roll.sendings = f.sendings AND roll.settled AND (roll.as_of = :today OR roll.answered = roll.total)"""
    rows = session.connection().execute(text(statement), {"today": day_value(session, today)})
    return {matter: NodeCounts(*counts) for matter, *counts in rows}


def roll_of(session: Session, matter: int) -> RollRow | None:
    """Return when and as of which day a matter was rolled up; None when it never was."""
    return session.get(RollRow, matter)


def rolled_below(session: Session, matter: int, unit: str | None) -> dict[str, NodeCounts]:
    """Return the rolled-up counts of the units directly below one (None: of the topmost)."""
    return _rolled(session, "parent IS NULL" if unit is None else "parent = :unit", matter, unit)


def rolled_at(session: Session, matter: int, unit: str) -> NodeCounts:
    """Return the rolled-up counts of a unit with everything below it."""
    return _rolled(session, "unit = :unit", matter, unit).get(unit, NodeCounts())


def roll_up(session: Session, matter: int, *, today: date, at: datetime) -> None:
    """Count a matter anew for every unit of its trees, as of a day."""
    connection = session.connection()
    given: Mapping[str, Any] = {"matter": matter, "today": day_value(session, today)}
    state = (
        connection.execute(text(f"SELECT * FROM ({_FRESH}) f WHERE f.matter_id = :matter"), {"matter": matter})
        .mappings()
        .one()
    )
    connection.execute(text("DELETE FROM roll_up WHERE matter_id = :matter"), {"matter": matter})
    trees = select(SendingRow.tree).where(SendingRow.matter_id == matter, SendingRow.tree != "").distinct()
    for tree in session.exec(trees).all():
        connection.execute(text(_ROLL), {**given, "tree": tree})
    total = count_matter(session, matter, today)
    counted = {name: getattr(total, name) for name in COUNTERS}
    marks = {"sendings": state["sendings"], "moves": int(state["moves"]), "settled": not state["running"]}
    session.merge(RollRow(matter_id=matter, at=at, as_of=today, **marks, **counted))


def unseated(session: Session, matter: int) -> bool:
    """Whether a sending of the matter has no tree yet, as those of an older version."""
    where = (SendingRow.matter_id == matter, SendingRow.tree == "")
    return session.exec(select(SendingRow.memo_id).where(*where).limit(1)).first() is not None


def seat_what_was_sent_before(session: Session, chart: OrgChart, matter: int) -> None:
    """Give the sendings of an older version the tree of their day, so that their counters are found by unit."""
    old = select(SendingRow).where(SendingRow.matter_id == matter, SendingRow.tree == "")
    for sending in session.exec(old.order_by(col(SendingRow.memo_id))).all():
        tree = tree_of(chart, When(sending.sent_at).on)
        keep_tree(session, tree)
        sending.tree = tree.name
        sending.moves += 1
        session.flush()
        session.connection().execute(text(_SEAT), {"memo": sending.memo_id, "tree": tree.name})


def _rolled(session: Session, where: str, matter: int, unit: str | None) -> dict[str, NodeCounts]:
    statement = text(f"SELECT unit, {_NAMED} FROM roll_up WHERE matter_id = :matter AND {where}")
    found: dict[str, NodeCounts] = {}
    for label, *counts in session.connection().execute(
        statement, {"matter": matter, **({"unit": unit} if unit else {})}
    ):
        found[label] = found.get(label, NodeCounts()) + NodeCounts(*counts)
    return found


_ROLL = f"""
INSERT INTO roll_up (matter_id, tree, unit, parent, {_NAMED})
WITH counted AS MATERIALIZED (
    SELECT t.seat, {SUMS}
    FROM tally t JOIN sending s ON s.memo_id = t.memo_id WHERE t.matter_id = :matter AND s.tree = :tree GROUP BY t.seat
), running AS MATERIALIZED (
    SELECT c.seat, {_SUMMED} FROM chart_seat c LEFT JOIN counted n ON n.seat = c.seat WHERE c.tree = :tree
)
SELECT CAST(:matter AS integer), c.tree, c.unit, c.parent, {_BETWEEN}
FROM chart_seat c JOIN running hi ON hi.seat = c.last LEFT JOIN running lo ON lo.seat = c.seat - 1
WHERE c.tree = :tree AND hi.total > coalesce(lo.total, 0)"""
_SEAT = """
UPDATE tally SET seat = coalesce((SELECT c.seat FROM chart_seat c WHERE c.tree = :tree AND c.unit = tally.unit), 0) WHERE memo_id = :memo"""
