"""Rows for any schema: made from what the database itself says of its tables, so that every released schema can be filled without its code."""

from collections.abc import Container, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    insert,
    select,
)
from sqlalchemy.types import JSON

Row = dict[str, Any]
ROWS = 3  # of each table at each schema: the first as full as can be, the others with nothing where nothing may stand
SAID = {"state": "sent", "book": "ส่ง", "kind": "result-report", "predicate": "ทุกหน่วย", "office": "police"}
"""What a column of this name says where an upgrade may ask for it."""
NOT_OURS = {"alembic_version"}


def tables(connection: Connection) -> list[Table]:
    """Return every table there is, those referred to first."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name not in NOT_OURS]


Rows = dict[str, dict[tuple[Any, ...], Row]]


def fill(connection: Connection, there: list[Table], mark: int, without: Container[str] = ()) -> Rows:
    """Put rows into every table but `without` and return all there are; `mark` keeps them apart from those put in before."""
    known = everything(connection, there)
    for table in there:
        rows = list(_rows(table, mark, known)) if table.name not in without else []
        for row in rows:
            connection.execute(insert(table).values(**row))
        known[table.name] |= {_key(table, row): row for row in rows}
    return everything(connection, there)


def everything(connection: Connection, there: list[Table]) -> Rows:
    """Return every row of these tables, by its key."""
    found: Rows = {}
    for table in there:
        rows = connection.execute(select(table)).mappings()
        found[table.name] = {_key(table, row): dict(row) for row in rows}
    return found


def _key(table: Table, row: Mapping[Any, Any]) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.primary_key.columns)


def _rows(table: Table, mark: int, known: Rows) -> Iterator[Row]:
    for n in range(ROWS):
        number = mark * 1_000 + n
        row = {column.name: _value(column, number, n, known) for column in table.columns}
        yield {name: value for name, value in row.items() if value is not None}


def _value(column: Column[Any], number: int, n: int, known: Rows) -> Any:
    if column.nullable and n:
        return None
    for reference in column.foreign_keys:
        there = list(known.get(reference.column.table.name, {}).values())
        return there[-1 - (ROWS - 1 - n) % len(there)][reference.column.name] if there else None
    if column.name in SAID and not column.primary_key:
        return SAID[column.name]
    return _of_type(column.type, number, column.name)


def _of_type(kind: Any, number: int, name: str) -> Any:
    made: tuple[tuple[type, Any], ...] = (
        (Boolean, number % 2 == 1), (JSON, {"n": number, "ก": ["ข", {"ค": None}]}), (LargeBinary, f"{name}{number}".encode()),
        (DateTime, datetime(2019, 11, 11, 7, 50, tzinfo=UTC) + timedelta(minutes=number)),
        (Date, date(2019, 11, 11) + timedelta(days=number)), (Float, number + 0.5), (Integer, number),
    )  # fmt: skip
    return next((value for known, value in made if isinstance(kind, known)), f"{name} ก {number}")
