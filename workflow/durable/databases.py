"""How the engine reaches the database: with the same driver as we do, on connections of its own."""

from typing import Any

import pysqlite3.dbapi2 as sqlite_driver
from sqlalchemy import Engine, create_engine, event, make_url
from sqlmodel import Session, text

from workflow.store.dialects import on_postgresql
from workflow.store.engine import PATIENCE, say_pragmas

CONNECTIONS = 4


def system_database(url: str) -> Engine:
    """Return a pool of connections for the engine's own tables.

    On SQLite through the driver we use ourselves: two SQLite libraries in one process drop each other's locks on a file
    (sqlite.org/howtocorrupt.html#posix_advisory_locks), and DBOS would take the system's. DBOS begins its transactions itself.
    """
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(
            make_url(url).set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=CONNECTIONS
        )
    engine = create_engine(url, module=sqlite_driver, connect_args={"timeout": PATIENCE, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = "IMMEDIATE"
    say_pragmas(connection)


def has_engine_tables(session: Session) -> bool:
    """Whether the engine's own tables have been made in this database."""
    if on_postgresql(session):
        statement = "SELECT to_regclass('dbos.workflow_status') IS NOT NULL"
    else:
        statement = "SELECT count(*) FROM sqlite_master WHERE name = 'workflow_status'"
    return bool(session.connection().execute(text(statement)).scalar_one())
