"""A disk that is full or fails: nothing is said to be kept, nothing half made stays, it is shown, and it mends itself when there is room."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from psycopg import errors as postgres
from sqlalchemy import event

from tests.number_writers import KEY
from workflow.core.errors import CannotWrite
from workflow.core.read_only import Why
from workflow.services import pulse
from workflow.services.pulse import beat
from workflow.store.engine import Store
from workflow.store.files import OriginalFiles
from workflow.store.hindrance import hindrance
from workflow.store.registers import EntryDraft, Registers

AT = datetime(2019, 11, 22, tzinfo=UTC)


def issue(store: Store, n: int) -> int:
    with store.write() as session:
        return Registers(session, "police", {}).issue(KEY, EntryDraft(key=f"k{n}", at=AT, subject="ก" * 4000)).number


@contextmanager
def full(store: Store) -> Iterator[None]:
    """A disk on which nothing more has room: SQLite by its own limit, PostgreSQL by what it says then."""
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect() as connection:  # the pool has one connection for a test of one thread
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        yield
        with store.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        return

    def refuse(connection: object, cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(("INSERT", "UPDATE", "WITH")):
            raise postgres.DiskFull("could not extend file: No space left on device")

    event.listen(store.engine, "before_cursor_execute", refuse)
    yield
    event.remove(store.engine, "before_cursor_execute", refuse)


def until_refused(store: Store, first: int) -> int:
    """Number until nothing has room; return how many were given out."""
    for n in range(first, first + 500):
        try:
            issue(store, n)
        except CannotWrite:
            return n - first
    raise AssertionError("it never filled up")


def test_a_full_disk_refuses_keeps_what_was_told_and_goes_on_where_it_was(store: Store) -> None:
    issue(store, 0)
    with full(store):
        given = until_refused(store, 1)
        assert store.read_only is Why.FULL
        with store.read() as session:
            assert [row.number for row in Registers(session, "police", {}).entries(KEY)] == [*range(1, given + 2)]
    assert issue(store, 1000) == given + 2


def test_the_pulse_finds_that_there_is_room_again(store: Store, tmp_path: Path) -> None:
    with full(store):
        until_refused(store, 0)
    assert store.read_only is Why.FULL
    beat(store, tmp_path, AT)
    assert store.read_only is None


def test_a_disk_with_hardly_any_room_is_still_full(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.read_only = Why.FULL
    monkeypatch.setattr(pulse, "ROOM_AGAIN", 1 << 60)
    beat(store, tmp_path, AT)
    assert store.read_only is Why.FULL


def failing(code: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(code, "simulated")

    return fail


@pytest.mark.parametrize(
    ("code", "why"), [(errno.EIO, Why.FAILING), (errno.ENOSPC, Why.FULL), (errno.EROFS, Why.FAILING)]
)
def test_a_file_that_cannot_be_synced_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, why: Why
) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"x" * 1000)
    monkeypatch.setattr("os.fsync", failing(code))
    with pytest.raises(OSError) as caught:
        OriginalFiles(tmp_path / "originals").keep(letter)
    assert hindrance(caught.value) is why
    assert [path for path in (tmp_path / "originals").rglob("*") if path.is_file()] == []


def test_another_error_is_no_hindrance() -> None:
    assert hindrance(FileNotFoundError(errno.ENOENT, "gone")) is None
    assert hindrance(ValueError("x")) is None
