"""Whether the program is well (docs/runbook.md): signs with limits, each with the word by which the runbook knows it. Nothing personal."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func
from sqlmodel import Session, col, select

from workflow.core.clock_doubt import behind
from workflow.core.errors import SarabanError
from workflow.services.pulse import last_beat
from workflow.store.engine import Store
from workflow.store.outbox import TO_SEND
from workflow.store.reminder_tables import OutboxRow
from workflow.store.tables import MatterRow

HOUR = 3600.0
FULLEST = 0.95  # of the disk
ROOM = 1_000_000_000  # bytes that must be free whatever the disk's size
OUTBOX_WAITS = (
    2 * HOUR
)  # a message that is due is tried every few minutes; the rest is a mail server that does not answer
TRIED_EVERY = (
    30.0  # seconds: who looks waits for the writers' turn no more often than that, and not at all while others write
)
BACKUP_WAITS = 26 * HOUR  # a backup a day, and what the clock of the cron may drift
CHECKPOINT_WAITS = 26 * HOUR


@dataclass(frozen=True)
class Places:
    """Where the data lie, and where backups and checkpoints are written."""

    data: Path
    backups: Path
    checkpoints: Path


@dataclass(frozen=True)
class Sign:
    """One thing looked at: its name in the runbook and in the metrics, whether it is well, its value (None: not known) and its limit."""

    name: str
    well: bool
    value: float | None = None
    limit: float | None = None


Look = Callable[[datetime], tuple[Sign, ...]]


def look(store: Store, places: Places, now: datetime) -> tuple[Sign, ...]:
    """Return every sign; a database that does not answer hides those that are asked of it."""
    return (*_of_database(store, places, now), _disk(places.data), Sign("writable", store.read_only is None))


def _of_database(store: Store, places: Places, now: datetime) -> Iterator[Sign]:
    try:
        with (
            store.read() if store.read_only is None and store.wrote_within(TRIED_EVERY) else store.write() as session
        ):  # whether one could be written
            waits, since = _oldest_due(session, now), _oldest_matter(session, now)
    except SarabanError:
        yield Sign("database", well=False)
        return
    yield Sign("database", well=True)
    yield Sign("clock", well=store.doubt is None and behind(now, last_beat(store)) is None)
    yield Sign("outbox_oldest_seconds", waits <= OUTBOX_WAITS, waits, OUTBOX_WAITS)
    for name, folder, limit in (
        ("backup_age_seconds", places.backups, BACKUP_WAITS),
        ("checkpoint_age_seconds", places.checkpoints, CHECKPOINT_WAITS),
    ):
        age = _age(folder, now)
        yield Sign(name, (since if age is None else age) <= limit, age, limit)


def _oldest_due(session: Session, now: datetime) -> float:
    """Return how long the message that is due the longest has waited, in seconds; 0 when none is due."""
    asked = select(func.min(col(OutboxRow.next_try))).where(col(OutboxRow.state).in_(TO_SEND))
    first = session.exec(asked).one()
    return max(0.0, (now - first).total_seconds()) if first else 0.0


def _oldest_matter(session: Session, now: datetime) -> float:
    """Return since when there is something to lose, in seconds; 0 for nothing."""
    first = session.exec(select(func.min(col(MatterRow.opened_at)))).one()
    return max(0.0, (now - first).total_seconds()) if first else 0.0


def _age(folder: Path, now: datetime) -> float | None:
    """Return the age of the newest file, None when there is none."""
    made = [path.stat().st_mtime for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    return max(0.0, now.timestamp() - max(made)) if made else None


def _disk(folder: Path) -> Sign:
    """Return how full the disk of the data folder is, from 0 to 1."""
    while not folder.exists():
        folder = folder.parent
    total, _, free = shutil.disk_usage(folder)
    used = 1 - free / total
    return Sign("disk_used_ratio", used < FULLEST and free > ROOM, used, FULLEST)
