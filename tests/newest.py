"""Databases with the newest schema and no rows, copied from one that was brought there once in this process: a hundred times as quick."""

from atexit import register
from functools import cache
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import create_engine, make_url, text

from workflow.store.engine import open_store
from workflow.store.migrate import upgrade


@cache
def newest_sqlite_file() -> Path:
    """The file to copy, made when it is first asked for; nobody may change it."""
    folder = TemporaryDirectory(prefix="saraban-newest-", ignore_cleanup_errors=True)
    register(folder.cleanup)
    file = Path(folder.name) / "saraban.sqlite3"
    _brought_up(f"sqlite:///{file}")
    return file


@cache
def _newest_postgres(server: str) -> str:
    """The name of a database on this server; nobody is connected to it."""
    url = empty_database(server)
    _brought_up(url)
    return str(make_url(url).database)


def _brought_up(url: str) -> None:
    opened = open_store(url)
    upgrade(opened)
    opened.engine.dispose()


def sqlite_at(file: Path) -> str:
    """Lay a database there unless there is one, and return its URL."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        copyfile(newest_sqlite_file(), file)
    return f"sqlite:///{file}"


def laid(url: str) -> str:
    """Return the URL; where it names an SQLite file that is not there yet, lay a database there."""
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite" and parts.database:
        sqlite_at(Path(parts.database))
    return url


def new_database(server: str) -> str:
    """Return the URL of a new database on a PostgreSQL server (the URL of any of its databases names it)."""
    postgres = make_url(server).set(database="postgres").render_as_string(hide_password=False)
    return empty_database(postgres, _newest_postgres(postgres))


def empty_database(server: str, like: str = "template0") -> str:
    """Return the URL of a new database on a PostgreSQL server, a copy of the one named: by default with nothing in it."""
    name = f"t{uuid4().hex}"
    # its files as they are: through the log of what is written, which nobody will read, it takes more than twice as long
    _told(server, f"CREATE DATABASE {name} TEMPLATE {like} ENCODING 'UTF8' STRATEGY FILE_COPY")
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def without(database: str) -> None:
    """Drop a database of a PostgreSQL server, whoever is still connected: six hundred would be nine gigabytes, and half a minute to delete."""
    url = make_url(database)
    if url.get_backend_name() == "postgresql":
        _told(
            url.set(database="postgres").render_as_string(hide_password=False),
            f"DROP DATABASE {url.database} WITH (FORCE)",
        )


def _told(server: str, statement: str) -> None:
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
