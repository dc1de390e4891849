"""What was under way when an office left goes on where it came to: a file that waits is read, a sending that is not whole is written."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.services import intake_desk
from tests.integration.services.police import DAY, police_desk
from tests.integration.services.test_sending_to_many import counts, desk, piece, sent
from tests.newest import sqlite_at
from workflow.durable.worker import Worker
from workflow.services.desk import Desk
from workflow.services.durable_work import works
from workflow.services.export_all import export_all, import_all
from workflow.services.show_intake import show_intakes
from workflow.services.take_in import take_in
from workflow.store.engine import Store, open_store

__all__ = ["desk"]


def at_work(place: Desk, done: Callable[[], bool]) -> bool:
    """Let a worker work until it is done; whether it came to that."""
    worker, end = Worker(place.store, works(place, lambda: DAY.at), "n1"), time.monotonic() + 20
    worker.start()
    try:
        while not done() and time.monotonic() < end:
            time.sleep(0.02)
        return done()
    finally:
        worker.stop()


@pytest.fixture
def new_url(tmp_path: Path) -> str:
    """Another database, with the newest schema and no rows."""
    return sqlite_at(tmp_path / "new.sqlite3")


def test_a_file_that_waited_to_be_read_is_read_where_it_came_to(store: Store, new_url: str, tmp_path: Path) -> None:
    old, new = intake_desk.desk(store, tmp_path / "old"), intake_desk.desk(open_store(new_url), tmp_path / "new")
    take_in(old, intake_desk.CLERK, ("หนังสือ.txt", intake_desk.LETTER), intake_desk.CAME)
    out = export_all(old, tmp_path / "all.zip")
    assert import_all(new, out.file).digest == export_all(new, tmp_path / "again.zip").digest == out.digest
    assert at_work(new, lambda: [line.state for line in show_intakes(new, intake_desk.CLERK)] == ["read"])
    new.store.engine.dispose()


def test_a_sending_that_was_half_written_is_written_to_its_end_where_it_came_to(
    desk: Desk, new_url: str, tmp_path: Path
) -> None:
    piece(desk, sent(desk).memo)
    new = police_desk(new_url, tmp_path / "new")
    import_all(new, export_all(desk, tmp_path / "all.zip").file)
    assert counts(new)[0] < 40 and at_work(new, lambda: counts(new) == (40, 40, 40, 1))
    new.store.engine.dispose()
