"""A plugin of pytest (`-p tests.sealed_along`): whatever tests do to a database is sealed commit by commit, and must be sound at their end.

So every act that any test plays is an act after which `verify` was asked. Tests that tamper on purpose, or look at the seal itself, are
left alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from weakref import WeakSet

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from workflow.core.errors import SarabanError
from workflow.services.seal_record import seal_new
from workflow.services.verify_record import verify
from workflow.store.engine import Store
from workflow.store.seals import snapshot

AT = datetime(2025, 12, 31, tzinfo=UTC)
LEFT_ALONE = (
    "test_seal", "test_checkpoint", "test_backup", "test_grants", "test_tallies", "test_export_all", "test_engine", "test_at_once",
    "test_number_race", "migrated", "test_scheduler", "test_sealed_tables", "test_upgrades",
    # these put rows by hand into a state that would take long to reach
    "test_memory_does_not_grow", "test_a_missing_number_is_named", "test_nobody_is_reminded_on_a_holiday", "test_a_sender_whose_head",
    "test_a_post_abolished_since", "test_one_office_the_configuration_lost",
)  # fmt: skip
_written: "WeakSet[Store]" = WeakSet()
_write = Store.write
_sealing = [False]


@contextmanager
def _write_and_seal(self: Store) -> Iterator[Session]:
    with _write(self) as session:
        yield session
    if not _sealing[0]:
        _sealing[0] = True
        try:
            seal_new(self, at=AT)
            _written.add(self)
        except (SarabanError, SQLAlchemyError):  # no schema yet
            pass
        finally:
            _sealing[0] = False


def _judge(store: Store) -> tuple[Any, ...]:
    with snapshot(store) as session:
        return verify(session).findings


@pytest.fixture(autouse=True)
def sealed_along(request: pytest.FixtureRequest) -> Iterator[None]:
    """Seal after every commit of the test and look at the whole before it ends."""
    if any(name in request.node.nodeid for name in LEFT_ALONE):
        yield
        return
    Store.write = _write_and_seal  # type: ignore[method-assign]
    dispose = Engine.dispose
    wrong: list[Any] = []

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
        _written.clear()
    # the web tests' office begins with a dispatch that is said to be passed on, without the event of it
    assert [f for f in wrong if not (f.what == "state" and "/web/" in request.node.nodeid)] == []
