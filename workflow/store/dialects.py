"""What the two databases say differently. SQLAlchemy's half for PostgreSQL is large: a command on one desk never loads it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Text, func, literal
from sqlalchemy.dialects import sqlite
from sqlmodel import Session


def on_postgresql(session: Session) -> bool:
    """Whether the session speaks to PostgreSQL."""
    return session.get_bind().dialect.name == "postgresql"


def among(session: Session, column: Any, names: Sequence[str]) -> Any:
    """Return the condition that a column bears one of these names; on PostgreSQL they go as one value, however many thousands they are."""
    if on_postgresql(session):
        from sqlalchemy.dialects import postgresql

        return column == func.any(literal(list(names), postgresql.ARRAY(Text)))
    return column.in_(names)


def inserting(session: Session, table: Any) -> Any:
    """Return an INSERT into a table (or its row class) that knows ON CONFLICT, in the session's dialect."""
    if not on_postgresql(session):
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)
