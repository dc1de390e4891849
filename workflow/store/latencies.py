"""How many days lay between two steps of the dispatches of each unit: counted by the database as pairs of days, never row by row here."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import text
from sqlmodel import Session

from workflow.store.dialects import on_postgresql

# Each step's moment for a dispatch: the first receipt, the first acknowledgement, the first note sent on.
_STEPS = {
    "sent": "SELECT id AS dispatch_id, sent_at AS at FROM dispatch",
    "received": "SELECT dispatch_id, min(at) AS at FROM receipt GROUP BY dispatch_id",
    "acknowledged": "SELECT dispatch_id, min(at) AS at FROM acknowledgement GROUP BY dispatch_id",
    "forwarded": "SELECT parent_id AS dispatch_id, min(sent_at) AS at FROM sending WHERE parent_id IS NOT NULL GROUP BY parent_id",
}


def day_pairs(
    session: Session, start: str, end: str, *, office: str, matter: int | None
) -> Iterator[tuple[str, date, date, int]]:
    """Yield (unit, day of the one step, day of the other, how many dispatches); days are those of Bangkok.

    A step dated before the one it follows (entered later, from paper) is left out: it measures nothing.
    """
    first, last = _day(session, "a.at"), _day(session, "b.at")
    statement = f"""
        SELECT d.unit, {first} AS first_day, {last} AS last_day, count(*)
        FROM dispatch d JOIN matter m ON m.id = d.matter_id
        JOIN ({_STEPS[start]}) a ON a.dispatch_id = d.id JOIN ({_STEPS[end]}) b ON b.dispatch_id = d.id
        WHERE m.office = :office AND (CAST(:matter AS integer) IS NULL OR d.matter_id = :matter) AND {first} <= {last}
        GROUP BY d.unit, {first}, {last}"""
    for unit, one, other, count in session.connection().execute(text(statement), {"office": office, "matter": matter}):
        yield unit, date.fromisoformat(str(one)), date.fromisoformat(str(other)), count


def _day(session: Session, moment: str) -> str:
    """Return the calendar day in Bangkok (no summer time, UTC+7 since 1920) as the database computes it."""
    return (
        f"CAST({moment} AT TIME ZONE 'Asia/Bangkok' AS date)"
        if on_postgresql(session)
        else f"date({moment}, '+7 hours')"
    )
