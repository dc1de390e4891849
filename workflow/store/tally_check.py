"""Counters and dispatches laid side by side: what a unit's counter says and what its dispatches, receipts and acknowledgements come to."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from workflow.core.dispatch import CLOSED, DispatchState

_NAMES = ("total", "received", "acknowledged", "forwarded", "answered", "closed")
# The same words as in migration 0005, which opened the counters of what was sent before.
_TOLD = """
SELECT d.memo_id, d.unit, min(d.matter_id) AS matter_id, count(*) AS total,
       sum(CASE WHEN r.dispatch_id IS NULL THEN 0 ELSE 1 END) AS received,
       sum(CASE WHEN a.dispatch_id IS NULL THEN 0 ELSE 1 END) AS acknowledged,
       sum(CASE WHEN f.parent_id IS NULL THEN 0 ELSE 1 END) AS forwarded,
       sum(CASE WHEN d.state IN ({open}) THEN 0 ELSE 1 END) AS answered,
       sum(CASE WHEN d.state IN ({closed}) THEN 1 ELSE 0 END) AS closed
FROM dispatch d
LEFT JOIN (SELECT DISTINCT dispatch_id FROM receipt) r ON r.dispatch_id = d.id
LEFT JOIN (SELECT DISTINCT dispatch_id FROM acknowledgement) a ON a.dispatch_id = d.id
LEFT JOIN (SELECT DISTINCT parent_id FROM sending WHERE parent_id IS NOT NULL) f ON f.parent_id = d.id
WHERE CAST(:matter AS integer) IS NULL OR d.matter_id = :matter
GROUP BY d.memo_id, d.unit"""


@dataclass(frozen=True)
class Difference:
    """A unit of a sending whose counter says something else than its dispatches."""

    matter: int
    memo: int
    unit: str
    counter: str
    counted: int
    told: int


def differences(session: Session, matter: int | None = None) -> list[Difference]:
    """Return where counters and dispatches differ, in one matter or in all; nothing is changed."""
    pairs = ", ".join(f"t.{n} AS counted_{n}, d.{n} AS told_{n}" for n in _NAMES)
    off = " OR ".join(f"t.{n} IS NULL OR d.{n} IS NULL OR t.{n} <> d.{n}" for n in _NAMES)
    own = "(SELECT * FROM tally WHERE CAST(:matter AS integer) IS NULL OR matter_id = :matter)"
    statement = f"""
        SELECT coalesce(t.matter_id, d.matter_id) AS matter, coalesce(t.memo_id, d.memo_id) AS memo, coalesce(t.unit, d.unit) AS unit, {pairs}
        FROM {own} t FULL JOIN told d ON d.memo_id = t.memo_id AND d.unit = t.unit
        WHERE {off} ORDER BY 1, 2, 3"""
    found = []
    _tell(session, matter)
    for row in session.connection().execute(text(statement), {"matter": matter}).mappings():
        for name in _NAMES:
            counted, told = row[f"counted_{name}"] or 0, row[f"told_{name}"] or 0
            if counted != told:
                found.append(Difference(row["matter"], row["memo"], row["unit"], name, int(counted), int(told)))
    return found


def repair(session: Session, matter: int | None = None) -> None:
    """Set the counters to what the dispatches come to; the roll-up counts them anew."""
    given = {"matter": matter}
    moved = ", ".join(f"{n} = d.{n}" for n in _NAMES)
    here = "d.memo_id = tally.memo_id AND d.unit = tally.unit"
    connection = session.connection()
    _tell(session, matter)
    connection.execute(text(f"UPDATE tally SET {moved} FROM told d WHERE {here}"))
    seat = "SELECT c.seat FROM chart_seat c JOIN sending s ON s.tree = c.tree WHERE s.memo_id = d.memo_id AND c.unit = d.unit"
    named = ", ".join(_NAMES)
    none = "NOT EXISTS (SELECT 1 FROM tally t WHERE t.memo_id = d.memo_id AND t.unit = d.unit)"
    missing = f"""
        INSERT INTO tally (memo_id, unit, matter_id, seat, {named})
        SELECT d.memo_id, d.unit, d.matter_id, coalesce(({seat}), 0), {named} FROM told d WHERE {none}"""
    connection.execute(text(missing))
    own = "CAST(:matter AS integer) IS NULL OR matter_id = :matter"
    connection.execute(text(f"UPDATE sending SET moves = moves + 1 WHERE {own}"), given)


def _tell(session: Session, matter: int | None) -> None:
    """Count the dispatches into a table of this connection, with a key, so that 40,000 units are not compared each with each."""
    waiting = [state.value for state in DispatchState if not state.answered]
    told = _TOLD.format(open=_listed(waiting), closed=_listed(CLOSED))
    connection = session.connection()
    connection.execute(text("DROP TABLE IF EXISTS told"))
    counters = ", ".join(f"{name} INTEGER" for name in _NAMES)
    connection.execute(
        text(
            f"CREATE TEMPORARY TABLE told (memo_id INTEGER, unit TEXT, matter_id INTEGER, {counters}, PRIMARY KEY (memo_id, unit))"
        )
    )
    connection.execute(text(f"INSERT INTO told {told}"), {"matter": matter})


def _listed(states: Iterable[str]) -> str:
    return ", ".join(f"'{state}'" for state in sorted(states))
