"""How many days lay between two steps of the dispatches of each unit: counted by the database as pairs of days, never row by row here."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import text
from sqlmodel import Session

from workflow.store.dialects import on_postgresql

# Each step's moment for a dispatch beside its own sending: the first receipt, the first acknowledgement, the first note sent on.
_STEPS = {
    "received": """
        SELECT r.dispatch_id, min(r.at) AS at FROM dispatch d JOIN receipt r ON r.dispatch_id = d.id WHERE {dispatch}
        GROUP BY r.dispatch_id""",
    "acknowledged": """
        SELECT a.dispatch_id, min(a.at) AS at FROM dispatch d JOIN acknowledgement a ON a.dispatch_id = d.id WHERE {dispatch}
        GROUP BY a.dispatch_id""",
    "forwarded": """
        SELECT s.parent_id AS dispatch_id, min(s.sent_at) AS at FROM sending s JOIN dispatch d ON d.id = s.parent_id WHERE {dispatch}
        GROUP BY s.parent_id""",
}
_OF_OFFICE = "d.matter_id IN (SELECT id FROM matter WHERE office = :office)"
_OF_MATTER = "d.matter_id = :matter"


def day_pairs(
    session: Session, start: str, end: str, *, office: str, matter: int | None
) -> Iterator[tuple[str, date, date, int]]:
    """Yield (unit, day of the one step, day of the other, how many dispatches); days are those of Bangkok.

    A step dated before the one it follows (entered later, from paper) is left out: it measures nothing.
    """
    sent = start == "sent"
    first, last = _day(session, "d.sent_at" if sent else "a.at"), _day(session, "b.at")
    own, given = (_OF_OFFICE, {"office": office}) if matter is None else (_OF_MATTER, {"matter": matter})
    statement = f"""
        SELECT d.unit, {first} AS first_day, {last} AS last_day, count(*)
        FROM dispatch d {"" if sent else _step(start, own, "a")} {_step(end, own, "b")}
        WHERE {own} AND {first} <= {last}
        GROUP BY d.unit, {first}, {last}"""
    for unit, one, other, count in session.connection().execute(text(statement), given):
        yield unit, date.fromisoformat(str(one)), date.fromisoformat(str(other)), count


def _step(name: str, own: str, label: str) -> str:
    return f"JOIN ({_STEPS[name].format(dispatch=own)}) {label} ON {label}.dispatch_id = d.id"


def _day(session: Session, moment: str) -> str:
    """Return the calendar day in Bangkok (no summer time, UTC+7 since 1920) as the database computes it."""
    return (
        f"CAST({moment} AT TIME ZONE 'Asia/Bangkok' AS date)"
        if on_postgresql(session)
        else f"date({moment}, '+7 hours')"
    )
