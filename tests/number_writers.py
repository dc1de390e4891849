"""Writers of one hot book that abort, are killed and come again; each notes on its own what it was told. Run as a program.

A writer asks for numbers under keys of its own (`w3:17`), gives up one transaction in twenty after the number was taken, and writes
down every number whose commit it heard of. Killed, it comes again, reads how far it had come, and asks once more for what it had not
heard of. Everything is imported once; the writers are forked (the parent holds no connection).
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from workflow.core.errors import TryAgain
from workflow.core.letter_number import NumberForm
from workflow.core.register import Book, RegisterKey
from workflow.store.engine import Store, open_store
from workflow.store.registers import EntryDraft, Registers

KEY = RegisterKey("สทส.", Book.OUTGOING, 2562)
AT = datetime(2019, 11, 22, tzinfo=UTC)
ABORTS = 0.05
BYTES_A_NOTE = 14


class Abort(Exception):
    """A paper given up after its number was taken."""


def write(url: str, log: Path, name: str, count: int) -> None:
    """Take numbers until `count` are noted."""
    store, draw = open_store(url), random.Random(f"{name}{os.getpid()}")
    done = log.read_bytes().count(b"\n") if log.exists() else 0
    notes = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for n in range(done, count):
        number = None
        while number is None:
            try:
                number = _issue(store, f"{name}:{n}", draw)
            except Abort:
                continue
            except TryAgain:
                time.sleep(0.02)
        os.write(notes, f"{name}:{n} {number}\n".encode())


def _issue(store: Store, key: str, draw: random.Random) -> int:
    with store.write() as session:
        draft = EntryDraft(key=key, at=AT, subject="แจ้งผลการสำรวจ", letter_date=AT.date(), form=NumberForm("๐๐๓๓.๑๒/"))
        number = Registers(session, "police", {}).issue(KEY, draft).number
        if draw.random() < ABORTS:
            raise Abort
    return number


def fork(work: Callable[[], None]) -> int:
    """Do the work in a child and return its number."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException:  # noqa: BLE001 - a child must never go on as a second parent
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


class Writers:
    """So many writers of so many numbers each, their notes in a folder."""

    def __init__(self, url: str, folder: Path, writers: int, each: int) -> None:
        self.url, self.folder, self.each = url, folder, each
        self.alive: dict[int, int] = {}
        self.killed = 0
        for name in range(writers):
            self._start(name)

    def _start(self, name: int) -> None:
        child = fork(lambda: write(self.url, self.folder / f"w{name}.log", f"w{name}", self.each))
        self.alive[child] = name

    def reap(self) -> None:
        """Take leave of writers that are done, and start those again that were killed."""
        while self.alive:
            child, ended = os.waitpid(-1, os.WNOHANG)
            if child == 0:
                return
            name = self.alive.pop(child)
            if os.WIFSIGNALED(ended):
                self.killed += 1
                self._start(name)
            elif os.waitstatus_to_exitcode(ended):
                sys.exit(f"writer {name} failed of itself")

    def kill(self, draw: random.Random, *, everybody: bool = False) -> None:
        """Kill one writer, or all."""
        for child in list(self.alive) if everybody else [draw.choice(list(self.alive))]:
            os.kill(child, signal.SIGKILL)

    def noted(self) -> int:
        """Return how many numbers the writers have heard of."""
        return sum(log.stat().st_size for log in self.folder.glob("w*.log")) // BYTES_A_NOTE


def main(url: str, folder: Path, writers: int, each: int, kill_every: int, everybody_every: int) -> None:
    """Run until every writer has its numbers; `*_every`: about so many numbers between two killings (0: none). Prints what was done."""
    draw, begun = random.Random(2562), time.monotonic()
    running = Writers(url, folder, writers, each)
    next_one, next_all = kill_every, everybody_every
    while running.alive:
        time.sleep(0.01)
        running.reap()
        noted = running.noted()
        if running.alive and everybody_every and noted > next_all:
            running.kill(draw, everybody=True)
            next_all = noted + everybody_every
        elif running.alive and kill_every and noted > next_one:
            running.kill(draw)
            next_one = noted + kill_every
    print(json.dumps({"killed": running.killed, "seconds": round(time.monotonic() - begun, 1)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:7]))
