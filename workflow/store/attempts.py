"""Wrong passwords in the database, so that every process of an office counts the same ones."""

from datetime import datetime

from sqlmodel import Session, col, delete

from workflow.core.throttle import FORGOTTEN_AFTER, Patience, Tries, tried
from workflow.store.account_tables import AttemptRow


def count_try(session: Session, about: str, now: datetime, patience: Patience) -> Tries | None:
    """Count one try and return what was known before; a try that comes too early is not counted again (it is refused)."""
    row = session.get(AttemptRow, about, with_for_update=True)
    before = Tries(row.count, row.last_at, row.free_at) if row else None
    if before and before.refused_at(now):
        return before
    after = tried(before, now, patience)
    row = row or AttemptRow(about=about)
    row.count, row.last_at, row.free_at = after.count, after.last_at, after.free_at
    session.add(row)
    return before


def forgive_try(session: Session, about: str) -> None:
    """Take back the one try of somebody who got in: a whole division behind one address is no attack."""
    row = session.get(AttemptRow, about, with_for_update=True)
    if row:
        row.count, row.free_at = max(0, row.count - 1), row.last_at


def forget_tries(session: Session, about: str, now: datetime) -> None:
    """Forget the tries of one who got in, and those long past."""
    session.exec(
        delete(AttemptRow).where(
            (col(AttemptRow.about) == about) | (col(AttemptRow.last_at) < now - 2 * FORGOTTEN_AFTER)
        )
    )
