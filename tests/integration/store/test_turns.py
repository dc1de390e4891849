"""Writers of a SQLite file take turns: in order among threads, never for ever behind a process that was stopped."""

import fcntl
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from workflow.store.turns import Turns


def test_threads_have_their_turns_in_the_order_in_which_they_came(tmp_path: Path) -> None:
    turns, order, threads = Turns(tmp_path / "turns"), [], []

    def write(n: int) -> None:
        with turns.turn(10):
            order.append(n)

    with turns.turn(10):
        for n in range(8):
            threads.append(Thread(target=write, args=(n,)))
            threads[-1].start()
            while len(turns._waiting) <= n:
                sleep(0.001)
    for thread in threads:
        thread.join()
    assert order == list(range(8))


def test_a_writer_that_waits_in_vain_goes_on_to_the_lock_of_the_database(tmp_path: Path) -> None:
    turns, came = Turns(tmp_path / "turns"), []

    def write() -> None:
        with turns.turn(0.05) as mine:
            came.append(mine)

    with turns.turn(1):
        late = Thread(target=write)
        late.start()
        late.join()
    assert came == [False]
    with turns.turn(1) as mine:
        assert mine


@pytest.mark.timeout(60)
def test_a_stopped_process_holds_nobody_up_for_ever(tmp_path: Path) -> None:
    with (tmp_path / "turns").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with Turns(tmp_path / "turns").turn(0.05) as mine:
            assert not mine


def test_a_writer_that_fails_passes_its_turn_on(tmp_path: Path) -> None:
    turns = Turns(tmp_path / "turns")
    with suppress(ZeroDivisionError), turns.turn(1):
        _ = 1 / 0
    with turns.turn(1) as mine:
        assert mine
