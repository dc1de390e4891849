"""Many rows handed to one statement as one JSON text: the statement stays the same however many there are, on both databases."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from workflow.store.dialects import on_postgresql

_POSTGRES = {"int": "bigint", "text": "text", "bool": "boolean", "time": "timestamptz"}


def rows_table(session: Session, columns: Mapping[str, str], parameter: str = "rows") -> str:
    """Return the FROM item `r` that reads the parameter as a table; `columns` gives each its kind (int, text, bool, time)."""
    if on_postgresql(session):
        named = ", ".join(f'"{name}" {_POSTGRES[kind]}' for name, kind in columns.items())
        return f"jsonb_to_recordset(CAST(:{parameter} AS jsonb)) AS r({named})"
    read = ", ".join(f"value ->> '$.{name}' AS \"{name}\"" for name in columns)
    return f"(SELECT {read} FROM json_each(:{parameter})) AS r"


def as_rows(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the rows as the parameter's text."""
    return json.dumps(list(rows), ensure_ascii=False)


def as_list(values: Iterable[int] | Iterable[str]) -> str:
    """Return row numbers or names as the parameter's text, for `id_list` and `name_list`."""
    return json.dumps(list(values), ensure_ascii=False)


def id_list(session: Session) -> str:
    """Return the subquery of the row numbers that the parameter `ids` holds."""
    return _list(session, "ids", "CAST(value AS bigint)")


def name_list(session: Session) -> str:
    """Return the subquery of the names that the parameter `names` holds."""
    return _list(session, "names", "value")


def _list(session: Session, parameter: str, postgres: str) -> str:
    if on_postgresql(session):
        return f"(SELECT {postgres} FROM jsonb_array_elements_text(CAST(:{parameter} AS jsonb)))"
    return f"(SELECT value FROM json_each(:{parameter}))"


def instant_text(session: Session, at: datetime) -> str:
    """Return a moment as the database's own text of it (UTC; `UtcDateTime` reads it back)."""
    utc = at.astimezone(UTC)
    return utc.isoformat() if on_postgresql(session) else utc.strftime("%Y-%m-%d %H:%M:%S.%f")
