"""From every released schema: rows in all its tables come through every later upgrade, each column that is still there as it was."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from tests.any_rows import Row, Rows, everything, fill, tables
from tests.newest import empty_database
from workflow.services.verify_record import verify
from workflow.store.engine import Store, open_store
from workflow.store.migrate import _references_rest, alembic_config, newest
from workflow.store.sealed import NOTED

NOTING = "0020"  # from this schema on, rows of some tables are noted as the program writes them


@cache
def revisions() -> list[str]:
    """Every schema there ever was, the oldest first."""
    script = ScriptDirectory.from_config(alembic_config())
    return [found.revision for found in script.walk_revisions()][::-1]


def bring(connection: Connection, revision: str) -> None:
    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def lost(before: Rows, now: Rows) -> list[str]:
    """What of these rows is not there any more, or says something else in a column that is still there."""
    missing = []
    for name, rows in before.items():
        by_key = bool(rows) and next(iter(rows)) in now[name]
        for key, row in rows.items():
            there = now[name].get(key) if by_key else next((r for r in now[name].values() if says(r, row)), None)
            told = [f".{c}" for c in row.keys() & there.keys() if row[c] != there[c]] if there else [" is gone"]
            missing += [f"{name} {key}{wrong}" for wrong in told]
    return missing


def says(there: Row, row: Row) -> bool:
    """Whether a row that got another key says all that this one said."""
    return all(there.get(column) == value for column, value in row.items())


def walked(url: str, schemas: list[str]) -> set[str]:
    """Fill every table at each of these schemas on the way to the newest, and look at each for what came before; return what is unsound."""
    store, before = open_store(url), Rows()
    for mark, revision in enumerate([*schemas, newest()], 1):
        with store.engine.connect() as connection, _references_rest(connection), connection.begin():
            bring(connection, revision)
            there = tables(connection)
            assert lost(before, everything(connection, there)) == [], revision
            noted = NOTED if revision in revisions()[revisions().index(NOTING) :] else ()  # only the program notes them
            before = fill(connection, there, mark, noted) if revision != newest() else {}
    wrong = unsound(store)
    store.engine.dispose()
    return wrong


def test_every_row_of_every_released_schema_comes_through(tmp_path: Path) -> None:
    assert walked(f"sqlite:///{tmp_path / 'old.sqlite3'}", revisions()[:-1]) == set()


def test_on_postgresql_too_from_the_first_a_middle_and_the_last_schema_before(postgres_url: str) -> None:
    released = revisions()[:-1]
    assert walked(empty_database(postgres_url), [released[0], released[len(released) // 2], released[-1]]) == set()


def unsound(store: Store) -> set[str]:
    """Of the tables that the last upgrades brought under the seal: those in which something would be found."""
    with store.read() as session:
        return {found.table for found in verify(session).findings} & {*NOTED}
