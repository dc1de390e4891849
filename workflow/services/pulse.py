"""The pulse of a database: written every few seconds, so that a disk without room is noticed by us and not by an officer's paper."""

import shutil
from datetime import datetime
from pathlib import Path

from sqlmodel import col, update

from workflow.core.errors import TryAgain
from workflow.core.read_only import Why
from workflow.store.engine import Store
from workflow.store.pulse_tables import PulseRow

ROOM_AGAIN = 16_000_000  # bytes free before a disk that was full counts as having room


def last_beat(store: Store) -> datetime | None:
    """Return the latest moment at which this database was written, None before the first."""
    with store.read() as session:
        row = session.get(PulseRow, 1)
        return row.at if row else None


def beat(store: Store, data: Path, at: datetime) -> None:
    """Write the pulse; `store.read_only` then says whether anything can be kept. The moment only goes forward."""
    try:
        with store.write() as session:
            row = session.get(PulseRow, 1)
            if row is None:
                session.add(PulseRow(id=1, at=at))
            else:  # said outright: a row whose moment has not moved must be written too
                session.exec(update(PulseRow).where(col(PulseRow.id) == 1).values(at=max(row.at, at)))
    except TryAgain:  # cannot write: the store has noted why; busy: nothing is known
        return
    if store.read_only in {Why.FULL, Why.FAILING} and shutil.disk_usage(data).free > ROOM_AGAIN:
        store.read_only = None


def accept_clock(store: Store, at: datetime) -> None:
    """Take the clock's word for it (a person has looked): what it says now is the time, although the database was written later."""
    store.read_only, store.doubt = None, None
    with store.write() as session:
        session.merge(PulseRow(id=1, at=at))
