"""Eight processes at one book, one transaction in twenty given up: no hole, nothing twice; the same request twice is one."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from sqlmodel import func, select

from tests.kinds import POSTGRESQL_FIRST
from tests.number_writers import KEY
from tests.numbers_left import command, left, run
from workflow.store.engine import Store
from workflow.store.registers import EntryDraft, Registers
from workflow.store.tables import CounterRow, EntryRow

AT = datetime(2019, 11, 22, tzinfo=UTC)


@POSTGRESQL_FIRST
def test_eight_processes_get_sixteen_hundred_different_numbers_and_no_hole(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    found = left(database_url, tmp_path, run(command(database_url, tmp_path, 8, 200), 120))
    assert found.numbers == list(range(1, 1601))
    assert (found.holes, found.doubles, found.lost, found.told) == (0, 0, [], 1600)


def test_sixteen_hundred_submits_of_two_hundred_keys_are_two_hundred_numbers(store: Store) -> None:
    assert submitted_again_and_again(store, keys=200, times=8) == (200, 200)


def submitted_again_and_again(store: Store, *, keys: int, times: int) -> tuple[int, int]:
    """Submit each key so many times in any order by eight threads; return how many lines there are, and the last number."""

    def submit(n: int) -> tuple[str, int]:
        key = f"request-{n}"
        with store.write() as session:
            book = Registers(session, "police", {})
            return key, (book.find(key) or book.issue(KEY, EntryDraft(key=key, at=AT, request_id=key))).number

    asked = [n % keys for n in range(keys * times)]
    Random(7).shuffle(asked)
    with ThreadPoolExecutor(8) as pool:
        told = set(pool.map(submit, asked))
    assert len(told) == len(dict(told)) == keys
    with store.read() as session:
        lines = session.exec(select(func.count()).select_from(EntryRow)).one()
        return lines, session.exec(select(CounterRow.last)).one()
