"""Bring the database to the newest schema; safe to run at every start."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from workflow.core.errors import SarabanError
from workflow.store.engine import Store

STARTING = 7_262_562  # any number, the same for every start


def alembic_config() -> Config:
    """Return Alembic's configuration; there is no ini file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(store: Store) -> None:
    """Apply the missing migrations in one transaction; costs one query when there are none."""
    config = alembic_config()
    with store.engine.connect() as connection, _references_rest(connection), connection.begin():
        if _newest(connection, config):
            return
        if connection.dialect.name == "postgresql":  # SQLite's BEGIN IMMEDIATE has let in one start at a time already
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({STARTING})")
            if _newest(connection, config):  # another start was first
                return
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _check_references(connection)


@contextmanager
def _references_rest(connection: Connection) -> Iterator[None]:
    """Let SQLite replace a table that others refer to; it takes this pragma only outside a transaction (sqlite.org/lang_altertable.html)."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def _check_references(connection: Connection) -> None:
    """Find rows that refer to none, before anything is committed."""
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise SarabanError("ปรับฐานข้อมูลไม่ได้ เพราะมีแถวที่อ้างถึงแถวที่ไม่มี", next_step="คืนสำเนาสำรองล่าสุด แล้วแจ้งผู้ดูแลระบบ")


def newest() -> str:
    """Return the newest schema's revision."""
    return ScriptDirectory.from_config(alembic_config()).get_current_head() or ""


def _newest(connection: Connection, config: Config) -> bool:
    now = MigrationContext.configure(connection).get_current_revision()
    return now == ScriptDirectory.from_config(config).get_current_head()
