"""A database of before, with answered papers: its table of dispatches is replaced and nothing that refers to it is lost; on both databases."""

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.integration.store.test_reminders_migrated import ROWS
from workflow.core.errors import SarabanError
from workflow.store.engine import Store, open_store
from workflow.store.migrate import alembic_config, newest, upgrade

RECEIPT = (
    "INSERT INTO receipt (id, dispatch_id, unit, number, at) VALUES (1, 2, 'กอง ก.', 7, '2019-12-09 02:00:00+00:00')"
)


def old_store(url: str, schema: str = "0013") -> Store:
    store, config = open_store(url), alembic_config()
    with store.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, schema)
        for row in (*(r for r in ROWS if "reminder" not in r), RECEIPT):
            connection.execute(text(row))
    return store


def test_an_answered_paper_survives_the_new_schema(empty_database_url: str) -> None:
    store = old_store(empty_database_url)
    upgrade(store)
    with store.read() as session:
        found = session.connection().execute(
            text("SELECT d.post, r.number FROM dispatch d JOIN receipt r ON r.dispatch_id = d.id")
        )
        assert found.all() == [("ผบก.ก.", 7)]


def test_after_an_upgrade_a_receipt_must_name_a_dispatch_again(empty_database_url: str) -> None:
    store = old_store(empty_database_url)
    upgrade(store)
    with pytest.raises(IntegrityError), store.engine.begin() as connection:
        connection.execute(text(RECEIPT.replace("(1, 2,", "(2, 99,")))


def test_rows_that_refer_to_nothing_stop_the_upgrade(tmp_path: object) -> None:
    store = old_store(f"sqlite:///{tmp_path}/old.sqlite3")
    with store.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys=OFF")
        driver.execute("DELETE FROM dispatch WHERE id = 2")
        driver.execute("PRAGMA foreign_keys=ON")
    with pytest.raises(SarabanError, match="อ้างถึงแถวที่ไม่มี"):
        upgrade(store)


def test_the_newest_is_the_one_alembic_would_go_to() -> None:
    assert newest() == ScriptDirectory.from_config(alembic_config()).get_current_head()
