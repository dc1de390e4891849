"""Somebody who owns the database and alters, deletes, reorders or cuts off what was sealed, in one of many ways drawn by a seed."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, Connection, delete, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from workflow.core.dispatch import DispatchState
from workflow.store.sealed import FOLLOWS, NOTED, kept

CHAIN = {"seal": ("number",), "seal_batch": ("seal", "position")}
COUNTER = "register_counter"
SEALED = (*FOLLOWS, *NOTED)


def open_the_safe(connection: Connection) -> None:
    """Switch off whatever stands in the way of an owner: triggers and references; all of it ends with the transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        return
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    for name in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


def tamper(connection: Connection, draw: random.Random) -> str:
    """Do one thing that nobody may do, and say what it was."""
    ways: list[Callable[[Connection, random.Random], str | None]] = [
        _alter,
        _alter,
        _alter,
        _delete,
        _reorder,
        _cut_off,
        _chain,
    ]
    while True:
        way = draw.choice(ways)
        try:
            with connection.begin_nested():
                done = way(connection, draw)
        except DBAPIError:  # a unique key stood in the way: an attacker would try something else
            continue
        if done:
            return done


def _alter(connection: Connection, draw: random.Random) -> str | None:
    name = draw.choice([*SEALED, COUNTER])
    table = SQLModel.metadata.tables[name]
    if name == COUNTER:
        columns = ["opened_after", "last"]
    else:
        columns = [c for c in kept(name).columns if c != kept(name).key] + (["state"] if name == "dispatch" else [])
    column = table.c[draw.choice(columns)]
    row = _any_row(connection, name, draw)
    if row is None:
        return None
    value = _other(column, row[column.name], draw)
    connection.execute(update(table).where(*_same(table, row)).values({column.name: value}))
    return f"{name}.{column.name} {row[column.name]!r:.40} -> {value!r:.40}"


def _other(column: Any, value: Any, draw: random.Random) -> Any:
    if column.name == "state" and value in set(DispatchState):
        return draw.choice([str(s) for s in DispatchState if s != value])
    if isinstance(column.type, Boolean):
        return not value
    if isinstance(value, datetime | date):
        return value + timedelta(days=draw.choice([-1, 1]))
    if isinstance(value, int):
        return value + 1
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"\1"
    if isinstance(value, list | dict):
        return [*value, 1] if isinstance(value, list) else value | {"x": 1}
    if value is None:
        return _first(column.type)
    return f"{value}๑"


def _first(kind: Any) -> Any:
    made = {"INTEGER": 1, "DATE": date(2019, 1, 1), "JSON": [1]}
    name = str(kind)
    return made.get(name, datetime(2019, 1, 1).astimezone() if "DATETIME" in name or "TIME" in name else "๑")


def _delete(connection: Connection, draw: random.Random) -> str | None:
    name = draw.choice([*SEALED])
    row = _any_row(connection, name, draw)
    if row is None:
        return None
    table = SQLModel.metadata.tables[name]
    connection.execute(delete(table).where(*_same(table, row)))
    return f"{name} {row[kept(name).key]} deleted"


def _reorder(connection: Connection, draw: random.Random) -> str | None:
    name = draw.choice([*FOLLOWS])
    one, other = _any_row(connection, name, draw), _any_row(connection, name, draw)
    if one is None or other is None or kept(name).words({**one, "id": 1}) == kept(name).words({**other, "id": 1}):
        return None
    table = SQLModel.metadata.tables[name]
    for was, now in ((one["id"], -1), (other["id"], one["id"]), (-1, other["id"])):
        connection.execute(update(table).where(table.c.id == was).values(id=now))
    return f"{name} {one['id']} and {other['id']} have changed places"


def _cut_off(connection: Connection, draw: random.Random) -> str | None:
    """Delete the last rows of one table, or the last seals with everything that they took."""
    if draw.random() < 0.5:
        name = draw.choice([*FOLLOWS])
        table = SQLModel.metadata.tables[name]
        ids = (
            connection.execute(select(table.c.id).order_by(table.c.id.desc()).limit(draw.randint(1, 3))).scalars().all()
        )
        connection.execute(delete(table).where(table.c.id.in_(ids)))
        return f"{name} cut off at {min(ids)}" if ids else None
    seals, batches = (SQLModel.metadata.tables[name] for name in CHAIN)
    last = connection.execute(select(seals.c.number).order_by(seals.c.number.desc())).scalars().first()
    for row in connection.execute(select(batches).where(batches.c.seal == last)).mappings().all():
        table = SQLModel.metadata.tables[row["tab"]]
        connection.execute(delete(table).where(table.c.id >= row["first"]))
    connection.execute(delete(batches).where(batches.c.seal == last))
    connection.execute(delete(seals).where(seals.c.number == last))
    return f"seal {last} cut off with all it took"


def _chain(connection: Connection, draw: random.Random) -> str | None:
    name = draw.choice([*CHAIN])
    table = SQLModel.metadata.tables[name]
    row = _any_row(connection, name, draw)
    if row is None:
        return None
    if draw.random() < 0.3:
        connection.execute(delete(table).where(*_same(table, row)))
        return f"{name} {[row[key] for key in CHAIN[name]]} deleted"
    column = table.c[draw.choice([c.name for c in table.c])]
    value = _other(column, row[column.name], draw)
    connection.execute(update(table).where(*_same(table, row)).values({column.name: value}))
    return f"{name}.{column.name} {row[column.name]!r:.40} -> {value!r:.40}"


def _any_row(connection: Connection, name: str, draw: random.Random) -> dict[str, Any] | None:
    table = SQLModel.metadata.tables[name]
    rows = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings().all()
    return dict(draw.choice(rows)) if rows else None


def _same(table: Any, row: dict[str, Any]) -> list[Any]:
    return [key == row[key.name] for key in table.primary_key.columns]


def spoilt_cells(connection: Connection) -> list[tuple[str, str, str]]:
    """Return every (table, column, SQL literal) by which a cell may come to hold what its column cannot: no JSON, no moment, no letters."""
    on_sqlite = connection.dialect.name == "sqlite"
    return [
        (name, column.name, literal)
        for name in (*SEALED, *CHAIN)
        for column in SQLModel.metadata.tables[name].c
        if not column.primary_key
        for literal in (_SPOILT if on_sqlite else _odd(column))
    ]


_SPOILT = ("'{\"'", "x'fffe00'", "1.5", "4611686018427387904", "'0000-00-00'", "'\"\\ud800\"'", "'[1, [2]]'", "'nan'")


def _odd(column: Any) -> tuple[str, ...]:
    """PostgreSQL keeps a column's type, so what is odd there is within it."""
    kinds = {
        "JSON": ("'null'", "'1'", "'\"x\"'", "'[[1, 2, 3]]'", "'{\"memo_id\": []}'"), "INTEGER": ("2147483647", "-1"),
        "DATE": ("'infinity'",), "BOOLEAN": ("true",), "LARGEBINARY": ("'\\xff'",), "FLOAT": ("'NaN'", "'infinity'"),
    }  # fmt: skip
    kind = type(getattr(column.type, "impl", column.type)).__name__.upper()
    return kinds.get(kind, ("'infinity'", "'0044-03-15 BC'") if "DATETIME" in kind else ("E'\\x01'", "'๑'"))


def spoil(connection: Connection, cell: tuple[str, str, str]) -> bool:
    """Put it into a table's first row; False when there is no row, the database refuses, or it said so already."""
    name, column, literal = cell
    table = SQLModel.metadata.tables[name]
    key = " AND ".join(f'"{c.name}" = (SELECT "{c.name}" FROM first)' for c in table.primary_key.columns)
    first = f'WITH first AS (SELECT * FROM "{name}" ORDER BY {", ".join(c.name for c in table.primary_key.columns)} LIMIT 1)'
    try:
        with connection.begin_nested():
            done = connection.exec_driver_sql(f'{first} UPDATE "{name}" SET "{column}" = {literal} WHERE {key}')
            return done.rowcount == 1
    except DBAPIError:
        return False
