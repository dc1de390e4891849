"""A process that does durable work: alone on SQLite, one of many on PostgreSQL, where the leader takes over from the dead."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from workflow.core.errors import Conflict, SarabanError
from workflow.durable import nodes
from workflow.durable.dbos_engine import DbosEngine
from workflow.durable.leader import AdvisorySeat, seat_of
from workflow.durable.port import Work
from workflow.store.engine import Store

EMBEDDED = "local"  # the one node of SQLite: what it left undone is its own when it comes back
BEAT = 1.0  # seconds
SILENT = 60.0  # seconds without a look after which a worker counts as stuck
log = logging.getLogger("saraban.durable")


class Worker:
    """Starts the engine and watches, until stopped: on SQLite while it leads, on PostgreSQL always.

    `on_lead(True)` is called when this process becomes the leader, `on_lead(False)` when it no longer is; `on_look` at every look,
    about once a second, before anything is written.
    """

    def __init__(
        self,
        store: Store,
        works: Sequence[Work],
        node: str,
        on_lead: Callable[[bool], None] = lambda leads: None,
        on_look: Callable[[], None] | None = None,
    ) -> None:
        self._store, self._works, self._on_lead = store, works, on_lead
        self._on_look = on_look or (lambda: None)
        self._alone = store.engine.dialect.name == "sqlite"
        self._node = EMBEDDED if self._alone else node
        self._engine = DbosEngine(store)
        self._seat = seat_of(store)
        self._name_taken = None if self._alone else AdvisorySeat(store, _key_of(node))
        self._leads = self._works_now = False
        self._looked = time.monotonic()
        self._stopping = threading.Event()
        self._watch = threading.Thread(target=self._watching, name="saraban-watch", daemon=True)

    def start(self) -> None:
        """Begin; Conflict when another process works under the same name."""
        if self._name_taken is not None and not self._name_taken.take():
            raise Conflict(f"มีโปรแกรมทำงานชื่อ “{self._node}” อยู่แล้ว", next_step="ตั้งชื่ออื่นด้วย --name")
        if not self._alone:
            self._work()
        self._look()
        self._watch.start()

    def stop(self) -> None:
        """Leave the seat and stop the engine; what was not finished is taken up by whoever comes next."""
        self._stopping.set()
        self._watch.join(timeout=10)
        if self._leads:
            self._on_lead(False)
        if self._works_now:
            self._engine.stop()
        self._seat.leave()
        if self._name_taken is not None:
            with self._store.write() as session:
                nodes.forget(session, [self._node])
            self._name_taken.leave()

    @property
    def alive(self) -> bool:
        """Whether the watch still looks; a database that is away for a minute makes a worker look stuck, too."""
        return time.monotonic() - self._looked < SILENT

    @property
    def leads(self) -> bool:
        """Whether this process is the leader."""
        return self._leads

    def _work(self) -> None:
        if not self._alone:
            with self._store.write() as session:
                nodes.beat(session, self._node)
        self._engine.start(self._works, self._node)
        self._works_now = True

    def _watching(self) -> None:
        while not self._stopping.wait(BEAT):
            try:
                self._look()
            except (
                SarabanError,
                SQLAlchemyError,
                OSError,
            ):  # a database that is away for a while must not end the watch
                log.exception("the watch of %s missed a beat", self._node)

    def _look(self) -> None:
        self._on_look()
        if not self._alone:
            with self._store.write() as session:
                nodes.beat(session, self._node)
        leads = self._seat.take()
        if leads != self._leads:
            self._leads = leads
            if leads and self._alone:
                self._work()
            self._on_lead(leads)
        if leads and not self._alone:
            self._take_over()
        self._looked = time.monotonic()

    def _take_over(self) -> None:
        """Hand on the work of the dead, then strike them off: a leader that dies in between is followed by one that does it again."""
        with self._store.read() as session:
            gone = nodes.dead(session)
        if gone:
            self._engine.take_over(gone)
            with self._store.write() as session:
                nodes.forget(session, gone)


def _key_of(node: str) -> int:
    """Return a number for a name, the same in every process."""
    import zlib

    return (1 << 40) + zlib.crc32(node.encode())


def busy_elsewhere(store: Store) -> bool:
    """Whether another process does durable work for this database now."""
    if store.engine.dialect.name == "postgresql":
        with store.read() as session:
            return bool(nodes.living(session))
    seat: Any = seat_of(store)
    free = seat.take()
    seat.leave()
    return not free
