"""Statements are put into SQL once in a process, not once for each of the thousand engines that tests open.

SQLAlchemy keeps what it has compiled with each engine, under its dialect: a program has one engine, and a suite compiles every statement
anew in every test, which took a quarter of its time. What the database is told stays the same.
"""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

STATEMENTS = 5_000


def _kind(dialect: Any) -> tuple[object, ...]:
    """Two dialects of a kind put every statement into the same words and values."""
    return type(dialect), dialect.dbapi, dialect.paramstyle, dialect._json_serializer, dialect._json_deserializer


def _same(one: object, other: object) -> bool:
    return one is other or (isinstance(other, DefaultDialect) and _kind(one) == _kind(other))


def share_compiled() -> None:
    """Let every engine that is made from now on use what others of its kind have compiled."""
    kept: LRUCache[Any, Any] = LRUCache(STATEMENTS)
    made = Engine.__init__

    def make(engine: Engine, *given: Any, **named: Any) -> None:
        made(engine, *given, **named)
        engine._compiled_cache = kept

    setattr(Engine, "__init__", make)  # noqa: B010 - mypy lets no method be replaced
    for name, means in (("__eq__", _same), ("__hash__", lambda one: hash(type(one)))):
        setattr(DefaultDialect, name, means)
