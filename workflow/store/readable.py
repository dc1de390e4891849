"""Rows read one by one where they cannot be read together: a cell that somebody filled with what its column cannot hold stops nobody."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Select
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

UNREADABLE = "unreadable"
NO_VALUE = (TypeError, ValueError, OverflowError, DBAPIError)  # what a type says of a value that is none of its own


def readable(session: Session, asked: Select[Any], key: Sequence[Column[Any]]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield (key, row by column) of a question; None for a row that cannot be read."""
    try:
        rows = session.connection().execute(asked).mappings().all()
    except NO_VALUE:
        yield from _one_by_one(session, asked, key)
        return
    for row in rows:
        yield tuple(row[column.name] for column in key), row


def _one_by_one(
    session: Session, asked: Select[Any], key: Sequence[Column[Any]]
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    for place in session.connection().execute(asked.with_only_columns(*key)).all():
        where = (column == value for column, value in zip(key, place, strict=True))
        try:
            row = session.connection().execute(asked.limit(None).where(*where)).mappings().first()
        except NO_VALUE:
            row = None
        yield tuple(place), row
