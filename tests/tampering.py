"""Somebody who owns the database and alters, deletes, reorders or cuts off what was sealed, in one of many ways drawn by a seed."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, Connection, delete, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from workflow.core.dispatch import DispatchState
from workflow.store.sealed import FOLLOWS, kept

CHAIN = {"seal": ("number",), "seal_batch": ("seal", "position")}
COUNTER = "register_counter"


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
    name = draw.choice([*FOLLOWS, COUNTER])
    table = SQLModel.metadata.tables[name]
    if name == COUNTER:
        columns = ["opened_after", "last"]
    else:
        columns = [c for c in kept(name).columns if c != "id"] + (["state"] if name == "dispatch" else [])
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
    name = draw.choice([*FOLLOWS])
    row = _any_row(connection, name, draw)
    if row is None:
        return None
    table = SQLModel.metadata.tables[name]
    connection.execute(delete(table).where(*_same(table, row)))
    return f"{name} {row['id']} deleted"


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
