"""The ladder of a single matter, set by a person."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from workflow.core.reminder import Rung
from workflow.store.reminder_tables import MatterLadderRow


def matter_ladder(session: Session, matter: int) -> tuple[Rung, ...] | None:
    """Return the rungs set for the matter; None when it climbs as its unit or office does."""
    row = session.get(MatterLadderRow, matter)
    return tuple(Rung(**rung) for rung in row.rungs) if row else None


def set_ladder(session: Session, matter: int, rungs: Iterable[Rung], by: str, at: datetime) -> None:
    """Set the matter's rungs, in place of any it had."""
    row = session.get(MatterLadderRow, matter) or MatterLadderRow(matter_id=matter, by=by)
    row.rungs, row.by, row.at = [vars(rung) for rung in rungs], by, at
    session.add(row)


def clear_ladder(session: Session, matter: int) -> bool:
    """Let the matter climb as its unit or office does again; whether it had rungs of its own."""
    row = session.get(MatterLadderRow, matter)
    if row is not None:
        session.delete(row)
    return row is not None
