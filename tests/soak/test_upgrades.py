"""A database of before is brought forward while the program is killed at any statement: nothing is lost, and the next start ends it."""

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, inspect, text

from tests.integration.store.test_dispatch_migrated import old_store
from tests.newest import empty_database
from tests.number_writers import fork
from tests.promises import Seen, saw
from workflow.store.engine import open_store
from workflow.store.migrate import newest, upgrade

KILLS = 20
TABLES = ("matter", "memo", "dispatch", "receipt")
pytestmark = [pytest.mark.soak, pytest.mark.timeout(600)]


def dying_after(statements: int) -> None:
    """Die before a statement."""
    left = iter(range(statements))

    def one(*_: object) -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", one)


def rows(connection: Connection) -> set[str]:
    """What the papers say, whatever columns were added since."""
    found = set[str]()
    for table in TABLES:
        named = {column["name"] for column in inspect(connection).get_columns(table)}
        keys = sorted({"id", "subject", "post", "unit", "number", "kind"} & named)
        found |= {f"{table} {row}" for row in connection.execute(text(f"SELECT {', '.join(keys)} FROM {table}"))}
    return found


@pytest.fixture(params=["sqlite", "postgresql"])
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Iterator[str]]:
    def new() -> Iterator[str]:
        for n in range(KILLS):
            own = f"sqlite:///{tmp_path / f'{n}.sqlite3'}"
            yield own if request.param == "sqlite" else empty_database(request.getfixturevalue("postgres_url"))

    yield new()


def test_an_upgrade_killed_at_any_statement_loses_nothing(urls: Iterator[str]) -> None:
    draw, found = random.Random(2562), Seen(0, 0)
    for url in urls:
        found += killed_upgrade(url, draw.randint(1, 250))
    saw("P9", found)


def killed_upgrade(url: str, statements: int) -> Seen:
    """Kill one upgrade, start again, and compare."""
    old = old_store(url)
    with old.engine.connect() as connection:
        before = rows(connection)
    old.engine.dispose()

    def work() -> None:
        dying_after(statements)
        upgrade(open_store(url))

    died = os.WIFSIGNALED(os.waitpid(fork(work), 0)[1])
    store = open_store(url)
    upgrade(store)
    with store.engine.connect() as connection:
        now = rows(connection)
        whole = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == newest()
    store.engine.dispose()
    return Seen(1, int(died), len(before - now), len(now - before), int(not whole))
