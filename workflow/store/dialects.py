"""What the two databases say differently."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session


def on_postgresql(session: Session) -> bool:
    """Whether the session speaks to PostgreSQL."""
    return session.get_bind().dialect.name == "postgresql"


def inserting(session: Session, table: Any) -> Any:
    """Return an INSERT into a table (or its row class) that knows ON CONFLICT, in the session's dialect."""
    return postgresql.insert(table) if on_postgresql(session) else sqlite.insert(table)
