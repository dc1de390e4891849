"""The whole database as files, of one moment and while others write, and back into an empty one: each database in its own fastest way."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from alembic import command
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, func, make_url, select, text

from workflow.core.errors import Conflict
from workflow.store.engine import Store
from workflow.store.migrate import alembic_config

SQLITE_FILE = "database.sqlite3"
ENGINE = "dbos"  # the schema in which the durable engine keeps what is under way (PostgreSQL; on SQLite it lies in the same file)


def dump(store: Store, folder: Path) -> dict[str, Any]:
    """Write the database into an empty folder; return its kind, its schema's revision and how many rows each table has."""
    if store.engine.dialect.name == "sqlite":
        return _dump_sqlite(store.engine, folder / SQLITE_FILE)
    engine = store.engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.connect() as connection, connection.begin():
        rows = {table.name: _copy_out(connection, table, folder) for table in _tables(connection)}
        under_way = [
            {"table": table.name, "columns": sorted(table.c.keys()), "rows": _copy_out(connection, table, folder)}
            for table in _tables(connection, ENGINE)
        ]
        return {"database": "postgresql", "revision": _revision(connection), "rows": rows, "engine": under_way}


def is_empty(url: str) -> bool:
    """Whether there is nothing at a database's URL yet."""
    path = make_url(url).database
    if make_url(url).get_backend_name() == "sqlite":
        return not Path(str(path)).exists()
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with engine.connect() as connection:
        found = not _tables(connection)
    engine.dispose()
    return found


def load(
    store: Store,
    folder: Path,
    said: dict[str, Any],
    *,
    engine_tables: Callable[[], None],
    then: Callable[[Connection], None],
) -> None:
    """Fill an empty PostgreSQL database from a dump, bring it to the newest schema and do `then`; all of it or nothing.

    The durable engine makes its own tables, empty, before they are filled: work under way when the dump was made goes on afterwards.
    """
    if said.get("engine"):
        engine_tables()
    with store.engine.begin() as connection:
        if _tables(connection):
            raise Conflict("ฐานข้อมูลปลายทางไม่ว่าง", next_step="สร้างฐานข้อมูลใหม่ที่ว่าง แล้วกู้คืนอีกครั้ง")
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, said["revision"])
        tables = _tables(connection)
        for table in tables:
            _copy_in(connection, table, folder)
        set_sequences(connection, tables)
        _load_engine(connection, folder, said.get("engine", ()))
        command.upgrade(config, "head")
        then(connection)


def _load_engine(connection: Connection, folder: Path, told: Sequence[Mapping[str, Any]]) -> None:
    """Fill the engine's tables by the columns they had: its tables may have got another one since."""
    known = {table.name: table for table in _tables(connection, ENGINE)}
    dumped = {one["table"]: one for one in told}
    unknown = sorted(name for name, one in dumped.items() if one["rows"] and name not in known)
    if unknown:
        raise Conflict(
            f"ข้อมูลสำรองมีงานค้างของเครื่องมือรุ่นอื่น ({', '.join(unknown)})",
            next_step="กู้คืนด้วยโปรแกรมรุ่นเดียวกับที่สำรอง แล้วค่อยปรับรุ่น",
        )
    for table in reversed(known.values()):
        connection.execute(table.delete())
    for name, table in known.items():
        if name in dumped:
            _copy_in(connection, table, folder, dumped[name]["columns"])


def set_sequences(connection: Connection, tables: Iterable[Table]) -> None:
    """Let the next row of each table get the number after its last (PostgreSQL; SQLite does so by itself)."""
    for table in tables:
        sequence = None
        if "id" in table.c:
            asked = text("SELECT pg_get_serial_sequence(:name, 'id')")
            sequence = connection.execute(asked, {"name": f'"{table.name}"'}).scalar()
        last = connection.execute(select(func.max(table.c.id))).scalar() if sequence else None
        if last:
            connection.execute(text("SELECT setval(:sequence, :last)"), {"sequence": sequence, "last": last})


def _dump_sqlite(engine: Engine, file: Path) -> dict[str, Any]:
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM INTO ?", (str(file),))
    finally:
        raw.close()
    copy = create_engine(f"sqlite:///{file}", module=engine.dialect.dbapi)
    with copy.connect() as connection:
        counts = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in _tables(connection)
        }
        said = {"database": "sqlite", "revision": _revision(connection), "rows": counts}
    copy.dispose()
    return said


def _copy_out(connection: Connection, table: Table, folder: Path) -> int:
    driver: Any = connection.connection.driver_connection
    with _file(folder, table).open("wb") as out, driver.cursor() as cursor:
        with cursor.copy(f"COPY {_name(table)} ({_columns(table.c.keys())}) TO STDOUT") as copied:
            for piece in copied:
                out.write(piece)
        return int(cursor.rowcount)


def _copy_in(connection: Connection, table: Table, folder: Path, columns: Iterable[str] | None = None) -> None:
    driver: Any = connection.connection.driver_connection
    with (
        _file(folder, table).open("rb") as content,
        driver.cursor() as cursor,
        cursor.copy(f"COPY {_name(table)} ({_columns(columns or table.c.keys())}) FROM STDIN") as copied,
    ):
        while piece := content.read(1 << 20):
            copied.write(piece)


def _file(folder: Path, table: Table) -> Path:
    return folder / f"{table.fullname}.copy"


def _name(table: Table) -> str:
    return ".".join(f'"{part}"' for part in (table.schema, table.name) if part)


def _columns(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in sorted(names))


def _tables(connection: Connection, schema: str | None = None) -> list[Table]:
    """Return the tables that exist, those referred to first: ours, or those of another schema; not those that tell of migrations."""
    found = MetaData()
    found.reflect(connection, schema=schema)
    return [t for t in found.sorted_tables if t.name != "alembic_version" and not t.name.endswith("_migrations")]


def _revision(connection: Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or "base"
