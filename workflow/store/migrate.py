"""Bring the database to the newest schema; safe to run at every start."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, inspect

from workflow.core.errors import SarabanError
from workflow.store.engine import Store

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
STARTING = 7_262_562  # any number, the same for every start


def alembic_config() -> "Config":
    """Return Alembic's configuration; there is no ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(store: Store) -> None:
    """Apply the missing migrations in one transaction; costs one query when there are none."""
    with store.engine.connect() as connection, _references_rest(connection), connection.begin():
        if _newest(connection):
            return
        if connection.dialect.name == "postgresql":  # SQLite's BEGIN IMMEDIATE has let in one start at a time already
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({STARTING})")
            if _newest(connection):  # another start was first
                return
        from alembic import command

        config = alembic_config()
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


def _newest(connection: Connection) -> bool:
    """Whether the schema is the newest; asked without Alembic, which would cost every command its time and 12 MB."""
    if not inspect(connection).has_table("alembic_version"):
        return False
    return bool(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == newest())


@cache
def newest() -> str:
    """Return the revision that no other comes after."""
    texts = [path.read_text(encoding="utf-8") for path in (MIGRATIONS / "versions").glob("*.py")]
    named, followed = (
        {found[1] for text in texts if (found := re.search(rf'^{name} = "(\w+)"', text, re.MULTILINE))}
        for name in ("revision", "down_revision")
    )
    (newest,) = named - followed
    return newest
