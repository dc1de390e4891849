"""A big sending for the tests that kill its workers: made, watched, judged."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import col, distinct, func, select

from benchmarks.synthetic_office import DAY, TOP, Size, fill_roster, matter_to_send, synthetic_desk
from tests.conftest import ROOT
from workflow.core.register import Book, RegisterKey
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.store.registers import Registers
from workflow.store.sending_tables import SendingRow, TallyRow
from workflow.store.tables import DispatchRow

UNITS = 300
PATIENCE = 90.0


@dataclass(frozen=True)
class FanOut:
    """A sending to everybody that has taken its number and waits for workers."""

    desk: Desk
    url: str
    folder: Path
    memo: int
    people: int
    before: int

    @contextmanager
    def worker(self, node: str, piece: int = 5_000) -> Iterator[subprocess.Popen[str]]:
        """Run a worker; at the end it is killed if it still lives."""
        command = [
            sys.executable,
            "-m",
            "tests.acceptance.durable_worker",
            self.url,
            str(self.folder),
            node,
            str(piece),
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ}) as process:
            try:
                yield process
            finally:
                process.kill()

    def survives(self, kills: int) -> tuple[float, list[int]]:
        """Kill a worker so many times, evenly, and let another end it; return the seconds and how many had it at each kill."""
        began, at = time.monotonic(), []
        for kill in range(1, kills + 1):
            with self.worker("n1") as worker:
                self.wait_for(kill * self.people // (kills + 1))
                worker.kill()
                worker.wait()
            at.append(self.written())
        with self.worker("n1"):
            self.wait_for(self.people)
        return time.monotonic() - began, at

    def written(self) -> int:
        """Return how many recipients have it."""
        with self.desk.store.read() as session:
            return session.exec(select(SendingRow.written).where(SendingRow.memo_id == self.memo)).one()

    def wait_for(self, written: int) -> float:
        """Wait until so many have it; return how long that took."""
        began = time.monotonic()
        while self.written() < written or (written == self.people and self.state() != "sent"):
            assert time.monotonic() < began + PATIENCE, f"{self.written()} of {self.people}, {self.state()}"
            time.sleep(0.02)
        return time.monotonic() - began

    def state(self) -> str:
        """Return where the sending stands."""
        with self.desk.store.read() as session:
            return session.exec(select(SendingRow.state).where(SendingRow.memo_id == self.memo)).one()

    def judged(self) -> tuple[int, int, int, int, int]:
        """Return dispatches, different posts, the units' totals, numbers taken for it, holes in the register."""
        with self.desk.store.read() as session:
            of_memo = DispatchRow.memo_id == self.memo
            dispatches, posts = session.exec(
                select(func.count(), func.count(distinct(col(DispatchRow.post)))).where(of_memo)
            ).one()
            total = session.exec(select(func.sum(TallyRow.total)).where(TallyRow.memo_id == self.memo)).one()
            registers = Registers(session, "police", self.desk.office("police").openings)
            book = RegisterKey("สทส.", Book.OUTGOING, 2568)
            numbers = len(registers.entries(book)) - self.before
            return dispatches, posts, total, numbers, len(registers.holes(book))


def fan_out(url: str, folder: Path, people: int) -> FanOut:
    """Send to so many; only the number is taken."""
    return sent_to_all(roster_of(url, folder, people), url, folder, people)


def roster_of(url: str, folder: Path, people: int) -> Desk:
    """Make an office of so many people."""
    size = Size(UNITS, people)
    desk = synthetic_desk(url, folder, size)
    fill_roster(desk, size)
    return desk


def sent_to_all(desk: Desk, url: str, folder: Path, people: int, letter: str = "letter") -> FanOut:
    """Send one more letter to everybody in an office; only the number is taken."""
    matter = matter_to_send(desk, letter)
    with desk.store.read() as session:
        registers = Registers(session, "police", desk.office("police").openings)
        before = len(registers.entries(RegisterKey("สทส.", Book.OUTGOING, 2568)))
    done = dispatch_memo(desk, DispatchRequest(matter, (f"ข้าราชการทุกคนในสังกัด {TOP}",), DAY))
    assert not done.complete
    return FanOut(desk, url, folder, done.memo or 0, people, before)
