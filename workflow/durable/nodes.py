"""Which workers of the distributed mode are alive, by the database's clock: one row a worker, renewed every second."""

from datetime import timedelta

from sqlalchemy import func
from sqlalchemy.dialects import postgresql
from sqlmodel import Session, col, delete, select

from workflow.store.sending_tables import WorkerRow

DEAD_AFTER = timedelta(seconds=5)  # five beats missed


def beat(session: Session, node: str) -> None:
    """Say that a worker lives."""
    now = func.clock_timestamp()
    row = postgresql.insert(WorkerRow).values(name=node, seen_at=now)
    session.connection().execute(row.on_conflict_do_update(index_elements=["name"], set_={"seen_at": now}))


def dead(session: Session) -> list[str]:
    """Return the workers that have not been heard of for some seconds."""
    silent = func.clock_timestamp() - col(WorkerRow.seen_at) > DEAD_AFTER
    return list(session.exec(select(WorkerRow.name).where(silent).order_by(col(WorkerRow.name))))


def living(session: Session) -> list[str]:
    """Return the workers that were heard of in the last seconds."""
    heard = func.clock_timestamp() - col(WorkerRow.seen_at) <= DEAD_AFTER
    return list(session.exec(select(WorkerRow.name).where(heard).order_by(col(WorkerRow.name))))


def forget(session: Session, nodes: list[str]) -> None:
    """Strike workers off: they left, or their work was handed to others."""
    session.exec(delete(WorkerRow).where(col(WorkerRow.name).in_(nodes)))
