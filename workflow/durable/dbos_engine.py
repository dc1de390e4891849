"""The engine: DBOS Transact in the application's own database, SQLite and PostgreSQL alike; nothing here calls home.

DBOS is imported when work is handed in or done, not before: most commands need neither. Its tables lie beside ours, so that work is
handed in within our transaction.
"""

import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine as Database
from sqlalchemy.orm import sessionmaker
from sqlmodel import Session

from workflow.durable.databases import has_engine_tables, system_database
from workflow.durable.port import EngineNotReady, Work
from workflow.store.engine import Store, open_store

if TYPE_CHECKING:
    from dbos import DBOSClient, DBOSConfig

APPLICATION = "saraban"
VERSION = "1"  # pinned: DBOS would hash our sources, and a release would orphan what is under way. Raise it when arguments change.
QUEUE = "saraban"
WORKFLOW = "work"
POLLING = 0.2  # seconds; by default one second, which is one task a second when a node takes one at a time
AT_ONCE = 4  # sendings a node does beside each other; without a limit one node takes the whole queue
HOURS = 3600.0  # how often DBOS looks for schedules, of which we have none: the clock is ours


class _Stopped(BaseException):
    """Ends a work between two pieces without an outcome: whoever starts next goes on with it."""


class _Telling:
    """Tells what went wrong, whatever it was, and lets it go on to DBOS; being stopped is nothing wrong."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, Exception):
            self._tell(str(error))


class DbosEngine:
    """`workflow.durable.port.Engine` on DBOS; one may be started in a process, for DBOS keeps its registry for the process."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._url = store.engine.url.render_as_string(hide_password=False)
        self._sqlite = store.engine.dialect.name == "sqlite"
        self._client_kept: DBOSClient | None = None
        self._databases: list[Database] = []
        self._works: dict[str, Work] = {}
        self._stopping = threading.Event()

    def prepare(self) -> None:
        """Make DBOS's tables when they are missing or older than this DBOS."""
        self._client._sys_db.run_migrations()

    def enqueue(self, session: Session, work: str, key: str, *arguments: Any) -> None:
        """Hand in work within the caller's transaction; an equal key is the same work. EngineNotReady before `prepare`."""
        if not has_engine_tables(session):
            raise EngineNotReady
        options = {"workflow_name": WORKFLOW, "queue_name": QUEUE, "workflow_id": key, "app_version": VERSION}
        self._client.enqueue_in_transaction(session, options, work, list(arguments))  # type: ignore[arg-type]

    def start(self, works: Sequence[Work], node: str) -> None:
        """Do work in this process, under the node's name; what that node left undone when it died is taken up at once."""
        from dbos import DBOS

        self._works = {work.name: work for work in works}
        self._stopping.clear()
        self.prepare()
        self._client.register_queue(QUEUE, worker_concurrency=AT_ONCE, polling_interval_sec=POLLING)
        DBOS(config=self._config(node))
        self._register()
        DBOS.launch()

    def stop(self) -> None:
        """Stop taking work; a piece that is being done is finished or rolled back."""
        from dbos import DBOS

        self._stopping.set()
        DBOS.destroy(destroy_registry=True)
        self._let_go()

    def make_tables(self) -> None:
        """Make every table the engine keeps on PostgreSQL, those of the pieces too, and let go of the database: a restore fills them."""
        from dbos import SQLAlchemyDatasource

        self.prepare()
        SQLAlchemyDatasource.migrate(self._url)
        self._let_go()

    def _let_go(self) -> None:
        for database in self._databases:
            database.dispose()
        self._databases, self._client_kept = [], None

    def take_over(self, nodes: Iterable[str]) -> None:
        """Hand the work of nodes that will not come back to those that are alive.

        DBOS sells this part (Conductor); what it offers for it is a private name, so its version is pinned and the crash tests watch.
        """
        from dbos import DBOS

        DBOS._recover_pending_workflows(list(nodes))

    @property
    def _client(self) -> "DBOSClient":
        if self._client_kept is None:
            from dbos import DBOSClient, DBOSPortableJSONSerializer

            _quiet()
            self._client_kept = DBOSClient(
                system_database_engine=self._system(), application_name=APPLICATION, lazy=True,
                serializer=DBOSPortableJSONSerializer(),
            )  # fmt: skip
        return self._client_kept

    def _system(self) -> Database:
        self._databases.append(system_database(self._url))
        return self._databases[-1]

    def _config(self, node: str) -> "DBOSConfig":
        from dbos import DBOSPortableJSONSerializer

        return {
            "name": APPLICATION, "system_database_engine": self._system(), "application_version": VERSION, "executor_id": node,
            "serializer": DBOSPortableJSONSerializer(),  # JSON, never pickles: a row of a database must not run code
            "log_level": "WARNING", "enable_otlp": False, "use_listen_notify": False,
            "scheduler_polling_interval_sec": HOURS,
        }  # fmt: skip

    def _register(self) -> None:
        """Register the one workflow there is: the pieces of a work one after the other, each in a transaction of its own."""
        from dbos import DBOS, DBOSPortableJSONSerializer, SQLAlchemyDatasource

        database = open_store(self._url).engine
        self._databases.append(database)
        source = SQLAlchemyDatasource.create(
            self._url, engine=database, serializer=DBOSPortableJSONSerializer(),
            sessionmaker=sessionmaker(class_=Session, expire_on_commit=False),
        )  # fmt: skip
        # The rows that matter are locked; SERIALIZABLE would only fail and try again. SQLite knows no other level.
        in_transaction = source.transaction(
            name="piece", isolation_level="SERIALIZABLE" if self._sqlite else "READ COMMITTED"
        )
        session: Callable[[], Any] = source.sql_session
        piece = in_transaction(lambda work, arguments: self._works[work].piece(session(), *arguments))
        failed = in_transaction(lambda work, error, arguments: self._failed(session(), work, error, arguments))
        then = DBOS.step(name="then")(lambda work, arguments: self._then(work, arguments))

        def run(work: str, arguments: list[Any]) -> None:
            with _Telling(lambda error: failed(work, error, arguments)):
                while piece(work, arguments):
                    if self._stopping.is_set():
                        raise _Stopped
                then(work, arguments)

        DBOS.workflow(name=WORKFLOW)(run)

    def _then(self, work: str, arguments: list[Any]) -> None:
        if follow := self._works[work].then:
            follow(*arguments)

    def _failed(self, session: Session, work: str, error: str, arguments: list[Any]) -> None:
        if told := self._works[work].failed:
            told(session, error, *arguments)


def _quiet() -> None:
    """Let DBOS say only what is wrong; it would print a page at every start."""
    logging.getLogger("dbos").setLevel(logging.WARNING)
