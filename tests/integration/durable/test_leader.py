"""One leads, whoever asks: the seat is taken by one, kept while it lives, and free when it leaves or dies."""

import subprocess
import sys
import time

from workflow.durable.leader import seat_of
from workflow.store.engine import Store, open_store

HOLD = """
import sys, time
from workflow.durable.leader import seat_of
from workflow.store.engine import open_store
seat = seat_of(open_store(sys.argv[1]))
print(seat.take(), flush=True)
time.sleep(60)
"""


def other(store: Store) -> Store:
    return open_store(store.engine.url.render_as_string(hide_password=False))


def test_the_second_waits_until_the_first_leaves(store: Store) -> None:
    first, second = seat_of(store), seat_of(other(store))
    assert (first.take(), second.take(), first.take()) == (True, False, True)
    first.leave()
    assert (second.take(), first.take()) == (True, False)
    second.leave()


def test_the_seat_of_a_killed_process_is_free(store: Store) -> None:
    url = store.engine.url.render_as_string(hide_password=False)
    with subprocess.Popen([sys.executable, "-c", HOLD, url], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None and holder.stdout.readline().strip() == "True"
        seat = seat_of(store)
        assert not seat.take()
        holder.kill()
    until = time.monotonic() + 30
    while not seat.take():
        assert time.monotonic() < until
        time.sleep(0.05)
    seat.leave()
