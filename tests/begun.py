"""A police desk on which something was done already: done once in this process on each kind of database, and copied for every test.

To receive, draft and submit the specimen letter takes a second, most of it for typesetting; a copy takes a tenth.
"""

import shutil
from atexit import register
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, make_url, text

from tests import build
from tests.integration.services.police import police_desk
from tests.newest import empty_database, laid, new_database
from workflow.services.desk import Desk
from workflow.store.engine import open_store

Play = Callable[[Desk], object]
Make = Callable[[Path, str], str]
FILE = "saraban.sqlite3"


def begun(play: Play, folder: Path, server: str = "") -> Desk:
    """Return a desk of its own in a folder, on PostgreSQL where a server is named, after `play` (a function that every test shares)."""
    return copied(_playing(play), folder, server)


def built(play: Play, folder: Path, server: str = "") -> Desk:
    """Return such a desk of the small office that tests build (`tests/build.py`)."""
    return _small_desk(_copy(_playing(play, _small_desk), folder, server), folder)


def copied(make: Make, folder: Path, server: str = "") -> Desk:
    """Return a desk on a copy of what `make` made: it is given a folder and a server and returns the database's URL."""
    return police_desk(_copy(make, folder, server), folder)


def _small_desk(url: str, folder: Path) -> Desk:
    return build.desk(open_store(laid(url)), folder)


def _copy(make: Make, folder: Path, server: str) -> str:
    """Lay a copy of what `make` made, and return the URL of its database."""
    made, url = _made(make, server)
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return empty_database(server, str(make_url(url).database)) if server else f"sqlite:///{folder / FILE}"


@cache
def _playing(play: Play, desk_at: Callable[[str, Path], Desk] = police_desk) -> Make:
    def make(folder: Path, server: str) -> str:
        url = new_database(server) if server else f"sqlite:///{folder / FILE}"
        desk = desk_at(url, folder)
        play(desk)
        desk.store.engine.dispose()
        return url

    return make


@cache
def _made(make: Make, server: str) -> tuple[Path, str]:
    """The folder and the database where it was made, at which nobody works any more."""
    made = TemporaryDirectory(prefix="saraban-begun-", ignore_cleanup_errors=True)
    register(made.cleanup)
    url = make(Path(made.name), server)
    if server:
        _leave(server, str(make_url(url).database))
    return Path(made.name), url


def _leave(server: str, database: str) -> None:
    """End what is still connected: PostgreSQL copies no database that anybody works at."""
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        end = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
        connection.execute(end, {"name": database})
    engine.dispose()
