"""The database: SQLite as one file by default, PostgreSQL by its URL; the same code on both.

SQLite runs on the bundled driver with WAL and `synchronous=FULL` (with NORMAL a power cut takes back numbers already stamped on
paper), and every writing transaction starts with BEGIN IMMEDIATE (with the driver's default, two writers got the same number).
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as sqlite_driver
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError
from sqlmodel import Session

from workflow import failpoints
from workflow.core.clock_doubt import Doubt
from workflow.core.errors import NotFound, SarabanError, TryAgain
from workflow.core.read_only import Why, refusal
from workflow.store.changes import watch
from workflow.store.hindrance import hindrance
from workflow.store.turns import Turns

PATIENCE = 30.0  # seconds a writer waits for its turn
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=30000",
    "wal_autocheckpoint=4000",
)  # 16 MB
SAFE_SQLITE = (3, 51, 3)  # below it, WAL mode can lose a checkpoint to a race (sqlite.org/wal.html#walresetbug)


class Store:
    """The door to the database: `write()` and `read()` give a session inside one transaction.

    `read_only` says why nothing can be kept: noted here when a disk is full or failing (the next try may succeed), set from outside
    when the clock is in doubt (no try is made then). `doubt`: what is odd about the clock, for whoever asks whether all is well.
    """

    def __init__(self, engine: Engine, turns: Turns | None = None) -> None:
        self.engine = engine
        self.read_only: Why | None = None
        self.doubt: Doubt | None = None
        self._turns = turns
        self._written = -PATIENCE

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session whose work is committed at the end, or not at all."""
        if self.read_only is Why.CLOCK:
            raise refusal(Why.CLOCK)
        turn = self._turns.turn(PATIENCE) if self._turns else nullcontext()
        with _kindly(), self._noting(), turn, Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session
            failpoints.reached("write.before-commit")
        self._written = time.monotonic()
        failpoints.reached("write.after-commit")

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Note why nothing can be written, where that is what an error tells."""
        try:
            yield
        except (DBAPIError, OSError) as error:
            why = hindrance(error)
            if why is None:
                raise
            self.read_only = why
            raise refusal(why) from error

    def wrote_within(self, seconds: float) -> bool:
        """Whether this process finished a writing transaction so short a time ago."""
        return time.monotonic() - self._written < seconds

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session for questions; it takes no write lock."""
        engine = self.engine.execution_options(saraban_read=True)
        with _kindly(), Session(engine, expire_on_commit=False) as session, session.begin():
            yield session


def open_store(url: str) -> Store:
    """Return the store at `url` (`sqlite:///path` or `postgresql://…`); SarabanError when the bundled SQLite is too old."""
    watch()
    if make_url(url).get_backend_name() == "sqlite":
        file = make_url(url).database
        return Store(_sqlite(url), Turns(Path(f"{file}-turns") if file and file != ":memory:" else None))
    return Store(create_engine(make_url(url).set(drivername="postgresql+psycopg"), pool_pre_ping=True))


def _sqlite(url: str) -> Engine:
    if sqlite_driver.sqlite_version_info < SAFE_SQLITE:
        raise SarabanError(
            f"SQLite {sqlite_driver.sqlite_version} ไม่ปลอดภัยสำหรับทะเบียน (ต้อง ≥ 3.51.3)",
            next_step="ติดตั้งใหม่ด้วย make setup",
        )
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, module=sqlite_driver, connect_args={"timeout": PATIENCE, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    say_pragmas(connection)


def say_pragmas(connection: Any) -> None:
    """Make a connection of the driver as durable as every other on the file."""
    for pragma in PRAGMAS:
        _say(connection, pragma)


def _say(connection: Any, pragma: str) -> None:
    """Say a pragma; the change to WAL fails at once, without waiting, where several open a new file together."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute(f"PRAGMA {pragma}")
            return
        except sqlite_driver.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)


def _begin(connection: Any) -> None:
    reading = connection.get_execution_options().get("saraban_read")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@contextmanager
def _kindly() -> Iterator[None]:
    """Turn what is not a defect of ours into one Thai sentence; everything else stays as it is."""
    try:
        yield
    except OperationalError as error:
        raise TryAgain("ฐานข้อมูลไม่พร้อมในขณะนี้ จึงยังไม่ได้บันทึกอะไร", next_step=f"ลองใหม่อีกครั้ง ({error.orig})") from error
    except IntegrityError as error:
        if not _taken(error):
            raise
        raise TryAgain("มีผู้บันทึกรายการเดียวกันในขณะเดียวกัน ครั้งนี้จึงยังไม่ได้บันทึกอะไร", next_step="ลองใหม่อีกครั้ง") from error
    except (OverflowError, DataError) as error:
        if not _too_large(error):
            raise
        raise NotFound("ไม่มีเลขใดในระบบใหญ่เท่านี้", next_step="ตรวจเลขแล้วลองใหม่") from error


def _too_large(error: OverflowError | DataError) -> bool:
    """Whether a number does not fit its column (SQLite's driver overflows; PostgreSQL's numeric_value_out_of_range)."""
    return isinstance(error, OverflowError) or getattr(error.orig, "sqlstate", "") == "22003"


def _taken(error: IntegrityError) -> bool:
    """Whether another writer was first with the same key (PostgreSQL's unique_violation, or SQLite's words for it)."""
    return getattr(error.orig, "sqlstate", "") == "23505" or str(error.orig).startswith("UNIQUE constraint failed")
