"""A plugin of pytest (`-p tests.sealed_along`): whatever tests do to a database is sealed commit by commit, and must be sound at their end.

So every act that any test plays is an act after which `verify` was asked: `.venv/bin/python -m pytest -n 0 -p tests.sealed_along tests/…`.
Tests that tamper on purpose, or look at the seal itself, are left alone. Rows that a test puts there by hand, past the program, are no
act: what is found in a table written so is not counted (nor is a dispatch's state or a register's counter, which follow from others).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import local
from typing import Any
from weakref import WeakSet

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from workflow.core.errors import SarabanError
from workflow.services.seal_record import seal_new
from workflow.services.verify_record import Finding, verify
from workflow.store.engine import Store
from workflow.store.seals import snapshot

AT = datetime(2025, 12, 31, tzinfo=UTC)
LEFT_ALONE = (
    "test_seal", "test_checkpoint", "test_backup", "test_grants", "test_tallies", "test_export_all", "test_engine", "test_at_once",
    "test_number_race", "migrated", "test_scheduler", "test_sealed_tables", "test_upgrades", "test_take_up",
    # these put rows by hand into a state that would take long to reach
    "test_memory_does_not_grow", "test_a_missing_number_is_named", "test_nobody_is_reminded_on_a_holiday", "test_a_sender_whose_head",
    "test_a_post_abolished_since", "test_one_office_the_configuration_lost",
)  # fmt: skip
_WRITES = re.compile(r"\s*(?:insert\s+into|update|delete\s+from)\s+\"?(\w+)", re.I)
_written: "WeakSet[Store]" = WeakSet()
_by_hand: dict[str, set[str]] = defaultdict(set)
_write = Store.write
_now = local()


@contextmanager
def _write_and_seal(self: Store) -> Iterator[Session]:
    outer, _now.program = getattr(_now, "program", False), True
    try:
        with _write(self) as session:
            yield session
        if not outer:
            _seal(self)
    finally:
        _now.program = outer


def _seal(store: Store) -> None:
    try:
        seal_new(store, at=AT)
        _written.add(store)
    except (SarabanError, SQLAlchemyError):  # no schema yet
        pass


def _note(connection: Any, _cursor: object, statement: str, *_: object) -> None:
    told = _WRITES.match(statement)
    if told and not getattr(_now, "program", False):
        _by_hand[str(connection.engine.url)].add(told[1].lower())


def _judge(store: Store) -> list[Finding]:
    hand = _by_hand[str(store.engine.url)]
    with snapshot(store) as session:
        found = verify(session).findings
    return [f for f in found if f.table not in hand and not (f.what in {"state", "counter"} and hand)]


@pytest.fixture(autouse=True)
def sealed_along(request: pytest.FixtureRequest) -> Iterator[None]:
    """Seal after every commit of the test and look at the whole before it ends."""
    if any(name in request.node.nodeid for name in LEFT_ALONE):
        yield
        return
    Store.write = _write_and_seal  # type: ignore[method-assign]
    event.listen(Engine, "before_cursor_execute", _note)
    dispose = Engine.dispose
    wrong: list[Finding] = []

    def look_first(self: Engine, close: bool = True) -> None:
        wrong.extend(f for store in list(_written) if store.engine is self for f in _judge(store))
        _written.difference_update([store for store in _written if store.engine is self])
        dispose(self, close)

    Engine.dispose = look_first  # type: ignore[method-assign]
    try:
        yield
        for store in list(_written):
            wrong.extend(_judge(store))
    finally:
        Store.write, Engine.dispose = _write, dispose  # type: ignore[method-assign]
        event.remove(Engine, "before_cursor_execute", _note)
        _written.clear()
        _by_hand.clear()
    assert wrong == []
