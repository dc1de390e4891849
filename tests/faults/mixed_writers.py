"""Processes that do everything an office does, all at once, and are killed at random: numbers, acknowledgements, a large sending, mails.

Each notes on its own what it was told. Killed, it comes again, reads how far it had come and asks once more for what it had not heard
of. Run as a program: `python -m tests.faults.mixed_writers URL FOLDER KILLS PEOPLE`; prints how many were killed and how long it took.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlmodel import select

from tests import build
from tests.faults.place import Counted, write_all
from tests.integration.services import journey_desk
from tests.number_writers import fork
from workflow.core.errors import TryAgain
from workflow.core.register import Book, RegisterKey
from workflow.core.when import When
from workflow.routing.acknowledging import Word
from workflow.services import sending
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.give_order import give_order
from workflow.services.send_outbox import send_outbox
from workflow.services.take_words import Spoken, acknowledge_many
from workflow.store import sendings
from workflow.store.engine import open_store
from workflow.store.outbox import LEASE
from workflow.store.registers import EntryDraft, Registers
from workflow.store.reminder_tables import OutboxRow
from workflow.store.tables import DispatchRow

DAY = When.day(date(2019, 12, 9), "09:00")
KEY = RegisterKey("สทส.", Book.OUTGOING, 2562)
WRITERS, PIECE, ROUNDS = 4, 4, 100_000
SECONDS_A_LEASE = 10  # one clock for all, that runs fast: a lease ends while others send only when its sender was killed or stood still so long
MEMO = 3  # the sending's: before it are the paper sent to as many and the memo that was ordered


def desk_in(url: str, folder: Path) -> Desk:
    """Lay the small office's desk."""
    made = build.desk(open_store(url), folder)
    found = journey_desk.office()
    return replace(made, office=lambda _: found, channel=Counted(folder))


def prepare(url: str, folder: Path, people: int) -> None:
    """A sending to many people has its number and waits for workers; a paper has come to as many others."""
    sending.AT_ONCE = sendings.PIECE = PIECE
    desk = replace(desk_in(url, folder), fonts=journey_desk.desk(open_store(url), folder).fonts)
    matter = build.matter(desk, "แจ้งเวียน")
    build.sent_to_people(desk, matter, build.memo(desk, matter), people)
    number = journey_desk.submitted(desk, ())
    desk.engine.prepare()
    give_order(desk, journey_desk.says(number, journey_desk.HEAD, "เห็นชอบ", day=4))
    dispatch_memo(desk, DispatchRequest(number, ("ข้าราชการทุกคนในสังกัด สงป.",), DAY))


Act = Callable[[int, list[int]], str]


@dataclass
class Writer:
    """One process; `log` is what it was told, `since` when the clock stood at DAY."""

    desk: Desk
    name: int
    log: Path
    since: float

    def work(self, until: Path) -> None:
        """Do round after round until a file appears."""
        sendings.PIECE = PIECE
        notes = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        papers = self._mine()
        for n in range(self.log.read_bytes().count(b"number"), ROUNDS):
            if until.exists():
                return
            for act in (self._number, self._acknowledge, self._piece, self._send):
                if told := self._patiently(act, n, papers):
                    os.write(notes, f"{told}\n".encode())

    def _patiently(self, act: Act, n: int, papers: list[int]) -> str:
        while True:
            try:
                return act(n, papers)
            except TryAgain:
                time.sleep(0.01)

    def _mine(self) -> list[int]:
        with self.desk.store.read() as session:
            found = session.exec(select(DispatchRow.id).where(DispatchRow.reason == "ข้าราชการทุกคน")).all()
        return [number for number in found if number and number % WRITERS == self.name]

    def _number(self, n: int, _: list[int]) -> str:
        key = f"{self.name}:{n}"
        with self.desk.store.write() as session:
            row = Registers(session, "test", {}).issue(KEY, EntryDraft(key=key, at=DAY.at, subject="หนังสือ"))
            if n % 3 == 0:
                message = OutboxRow(
                    message_id=f"{key}@x", sender="a@x.example", address="b@x.example", subject=key, body="ข้อความ"
                )
                message.next_try = DAY.at
                known = session.exec(select(OutboxRow.id).where(OutboxRow.message_id == message.message_id)).first()
                session.add_all([] if known else [message])
        return f"number {key} {row.number}"

    def _acknowledge(self, n: int, papers: list[int]) -> str:
        if n >= len(papers):
            return ""
        acknowledge_many(self.desk, [Spoken(papers[n], Word(DAY, name="ผู้รับ"))])
        return f"ack {papers[n]}"

    def _piece(self, n: int, _: list[int]) -> str:
        with self.desk.store.write() as session:
            sending.write_piece(session, MEMO, DAY.at)
        return ""

    def _send(self, n: int, _: list[int]) -> str:
        if n % 3 == 0:
            send_outbox(self.desk, at=DAY.at + LEASE * (time.monotonic() - self.since) / SECONDS_A_LEASE)
        return ""


def main(url: str, folder: Path, kills: int, people: int) -> None:
    """Kill so many, then let everybody come to an end in peace."""
    draw, begun, done = random.Random(2562), time.monotonic(), folder / "enough"

    def start(name: int) -> int:
        return fork(lambda: Writer(desk_in(url, folder), name, folder / f"w{name}.log", since).work(done))

    wait_for(fork(lambda: prepare(url, folder, people)))
    since = time.monotonic()
    alive = {start(name): name for name in range(WRITERS)}
    for _ in range(kills):
        time.sleep(draw.uniform(0.02, 0.2))
        child = draw.choice(list(alive))
        os.kill(child, signal.SIGKILL)
        if not os.WIFSIGNALED(os.waitpid(child, 0)[1]):
            sys.exit("a writer failed of itself")
        name = alive.pop(child)
        alive[start(name)] = name
    time.sleep(1)
    done.touch()
    for child in alive:
        wait_for(child)
    wait_for(fork(lambda: finish(url, folder)))
    print(json.dumps({"killed": kills, "seconds": round(time.monotonic() - begun, 1)}))


def finish(url: str, folder: Path) -> None:
    """Write what is left of the sending, and send what is left of the mails once every lease has ended."""
    desk = desk_in(url, folder)
    write_all(desk, MEMO, at=DAY.at)
    send_outbox(desk, at=DAY.at + LEASE * 10_000)


def wait_for(child: int) -> None:
    """Wait for a child that must come to its end."""
    if os.waitpid(child, 0)[1]:
        sys.exit("a child failed")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
