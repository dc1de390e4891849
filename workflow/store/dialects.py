"""What the two databases say differently."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Text, func, literal
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session


def on_postgresql(session: Session) -> bool:
    """Whether the session speaks to PostgreSQL."""
    return session.get_bind().dialect.name == "postgresql"


def among(session: Session, column: Any, names: Sequence[str]) -> Any:
    """Return the condition that a column bears one of these names; on PostgreSQL they go as one value, however many thousands they are."""
    if on_postgresql(session):
        return column == func.any(literal(list(names), postgresql.ARRAY(Text)))
    return column.in_(names)


def inserting(session: Session, table: Any) -> Any:
    """Return an INSERT into a table (or its row class) that knows ON CONFLICT, in the session's dialect."""
    return postgresql.insert(table) if on_postgresql(session) else sqlite.insert(table)
