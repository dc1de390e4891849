"""One process of many leads: it runs the clock and looks after the others. The lock ends with its process, however that ends."""

import fcntl
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import DBAPIError

from workflow.store.engine import Store

LEADING = 7_262_563  # any number, the same in every process


class Seat(Protocol):
    """The leader's seat."""

    def take(self) -> bool:
        """Take the seat, or keep it; return whether this process sits on it now."""

    def leave(self) -> None:
        """Leave the seat to others."""


def seat_of(store: Store) -> Seat:
    """Return the seat for a database: a lock beside a SQLite file, an advisory lock in PostgreSQL."""
    if store.engine.dialect.name == "postgresql":
        return AdvisorySeat(store)
    path = make_url(store.engine.url).database
    return FileSeat(Path(f"{path}.leader"))


class FileSeat:
    """`flock` on a file beside the database: one host, and the kernel takes it back from the dead."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: IO[str] | None = None

    def take(self) -> bool:
        """Take the seat, or keep it."""
        if self._held is None:
            file = self._path.open("w")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                file.close()
                return False
            self._held = file
        return True

    def leave(self) -> None:
        """Leave the seat."""
        if self._held is not None:
            self._held.close()
            self._held = None


class AdvisorySeat:
    """`pg_try_advisory_lock` on a connection of its own: PostgreSQL frees it when the connection ends (not through a transaction pooler)."""

    def __init__(self, store: Store, key: int = LEADING) -> None:
        self._engine = store.engine
        self._key = key
        self._held: Connection | None = None

    def take(self) -> bool:
        """Take the seat, or keep it; a seat whose connection broke is lost."""
        try:
            if self._held is not None:
                self._held.execute(text("SELECT 1"))
                return True
            return self._try()
        except DBAPIError:
            self.leave()
            return False

    def _try(self) -> bool:
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": self._key}).scalar_one():
            self._held = connection
            return True
        connection.close()
        return False

    def leave(self) -> None:
        """Give the lock back, and throw the connection away: PostgreSQL notices a closed one only a moment later."""
        if self._held is None:
            return
        held, self._held = self._held, None
        with suppress(DBAPIError):  # the connection broke: its lock is gone already
            held.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": self._key})
        held.invalidate()
        held.close()
