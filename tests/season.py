"""A season of reminders, played with time injected: an office that answers at random, a mail server that fails, a program that is killed.

What should have happened is told apart from the program: working days are counted on a list, rungs by their place in it. Once a week a
sweep runs in a process of its own that ends itself by SIGKILL, between any two statements or around a sending; then a new desk is laid
on the same database.
"""

import os
import pickle
import random
import signal
import traceback
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Engine, event
from sqlmodel import col, select, update

from tests import build
from tests.conftest import ROOT
from tests.newest import sqlite_at
from tests.season_office import RUNGS, Size, season_office
from tests.unit.templates.papers import FONTS
from workflow.core.office import Office
from workflow.core.thai_date import BANGKOK
from workflow.core.when import CLOSING, OPENING, When
from workflow.core.working_days import WorkingCalendar
from workflow.delivery.outgoing import Mail, Outcome
from workflow.services.answer import AckRequest, acknowledge
from workflow.services.desk import Desk
from workflow.services.send_reminders import sweep_reminders
from workflow.store.engine import Store, open_store
from workflow.store.migrate import upgrade
from workflow.store.office_files import load_calendar
from workflow.store.outbox import UNANSWERED
from workflow.store.reminder_tables import NoticeRow
from workflow.store.tables import DispatchRow, MemoRow

DAYS_TO_ANSWER = 5
SWEEPS = ("07:50", "08:40", "11:00", "14:30", "16:50")  # the first and the last in quiet hours
BRIDGE, DECLARED = (
    date(2019, 12, 30),
    date(2019, 12, 24),
)  # a holiday added while papers are open that fall due around it


def killed() -> None:
    """End this process as `kill -9` does."""
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class Ledger:
    """The world outside: a mail server that keeps what it got, and whether it answers."""

    sent: list[tuple[datetime, Mail]] = field(default_factory=list)
    silent: bool = False
    die_before: int = 0
    die_after: int = 0
    calls: int = 0
    journal: Path | None = None  # where a process that will be killed leaves what it sent

    def send(self, mail: Mail) -> tuple[Outcome, str]:
        """Take the mail, unless the server is down or the program dies."""
        self.calls += 1
        if self.calls == self.die_before:
            killed()
        if self.silent:
            return Outcome.LATER, "421 เครื่องส่งไม่ตอบ"
        assert mail.at is not None
        self.sent.append((mail.at, mail))
        if self.journal:
            with self.journal.open("ab") as file:
                pickle.dump((mail.at, mail), file)
        if self.calls == self.die_after:
            killed()
        return Outcome.DELIVERED, ""


@dataclass
class Season:
    """The play: `must` and `may` are the (dispatch, rung) that had to be, or could be, promised."""

    size: Size
    folder: Path
    url: str = ""
    ledger: Ledger = field(default_factory=Ledger)
    answered: dict[int, datetime] = field(default_factory=dict)
    must: set[tuple[int, str]] = field(default_factory=set)
    may: set[tuple[int, str]] = field(default_factory=set)
    told: set[tuple[str, date]] = field(default_factory=set)
    kills: int = 0
    died: set[tuple[int, int]] = field(default_factory=set)  # in which weeks
    sweeps: int = 0
    papers: dict[int, tuple[str, date]] = field(default_factory=dict)  # dispatch: its post, the day it was sent
    waiting: dict[int, None] = field(default_factory=dict)  # those not answered, in order
    now: date = date(2019, 1, 1)  # the day the program's clock shows

    @cached_property
    def draw(self) -> random.Random:
        """The dice."""
        return random.Random(self.size.seed)

    @cached_property
    def full_table(self) -> WorkingCalendar:
        """The table of holidays as the office keeps it in the end."""
        return load_calendar(ROOT / "config")

    def table(self, on: date) -> WorkingCalendar:
        """The table in force on a day: the bridge day is not in it before it was declared."""
        if on >= DECLARED:
            return self.full_table
        known = {day: name for day, name in self.full_table.holidays.items() if day != BRIDGE}
        return replace(self.full_table, holidays=known, version="before")

    @cached_property
    def _working(self) -> dict[bool, list[date]]:
        days = [self.size.first + timedelta(days=n) for n in range(-40, self.size.days + 60)]
        full = [day for day in days if day.weekday() < 5 and day not in self.full_table.holidays]
        return {True: full, False: sorted([*full, BRIDGE])}

    @cached_property
    def _places(self) -> dict[bool, dict[date, int]]:
        return {known: {day: n for n, day in enumerate(days)} for known, days in self._working.items()}

    @cached_property
    def office(self) -> Office:
        """The office, its people coming and going."""
        return season_office(self.size, self.draw)

    def open(self) -> Desk:
        """Lay a desk as a new process does."""
        store = open_store(self.url or sqlite_at(self.folder / "season.sqlite3"))
        if (
            store.engine.dialect.name == "sqlite"
        ):  # whoever dies here is the process, not the machine: nothing has to reach the disk
            event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
        upgrade(store)
        return replace(
            build.desk(store, self.folder, lambda: FONTS), office=lambda _: self.office, channel=self.ledger,
            calendar=lambda: self.table(self.now),
        )  # fmt: skip

    def play(self) -> Desk:
        """Play every day; return the desk of the end."""
        desk = self.open()
        for n in range(self.size.days):
            self.now = self.size.first + timedelta(days=n)
            works = self.now in self._places[self.now >= DECLARED]
            if works and self._places[True].get(self.now, 1) % self.size.every == 0:
                self._send_to_all(desk)
            self.ledger.silent = self.now in self.size.down
            for clock in SWEEPS:
                self._answer(desk, clock)
                desk = self._sweep(desk, clock)
            if self.now in self.size.jumps:
                desk = self._sweep(desk, "10:00", jump=self.size.jumps[self.now])
        return desk

    def _sweep(self, desk: Desk, clock: str, *, jump: int = 0) -> Desk:
        today = self.now
        self.now = today + timedelta(days=jump)  # the program believes its clock
        at = datetime.combine(self.now, time.fromisoformat(clock), BANGKOK)
        due = self._due(clock)
        deadly = len(due) > 9 and not self.ledger.silent and self.now.isocalendar()[:2] not in self.died
        self.sweeps += 1
        if deadly and self._killed_in(desk, at):
            self.kills += 1
            self.died.add(self.now.isocalendar()[:2])  # once a week is enough
            self.may |= set(due)
        else:
            if not deadly:
                sweep_reminders(desk, at=at)
            self.must |= set(due)
        self._learn_told(desk)
        self.now = today
        return desk

    def _learn_told(self, desk: Desk) -> None:
        """Nobody is told twice on one day, so that the day's next sweep passes over those who have been told (by one that died, too)."""
        with desk.store.read() as session:
            told = session.exec(select(NoticeRow.post).where(NoticeRow.day == self.now))
            self.told |= {(post, self.now) for post in told}

    def _killed_in(self, desk: Desk, at: datetime) -> bool:
        """Let a process of its own sweep, to be killed on its way; return whether it was (it may have had too little to do)."""
        way, after, calls = self.draw.randrange(3), self.draw.randint(1, 40), self.draw.randint(1, 8)
        journal = self.folder / f"sent-{self.sweeps}"
        desk.store.engine.dispose()  # a connection does not survive a fork
        child = os.fork()
        if child == 0:
            self._die((way, after, calls), at, journal)
        status = os.waitpid(child, 0)[1]
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, status
        self.ledger.sent += _left(journal)
        return os.WIFSIGNALED(status)

    def _die(self, death: tuple[int, int, int], at: datetime, journal: Path) -> NoReturn:
        """Sweep in this process, which ends in any case."""
        (way, after, calls), self.ledger = death, Ledger(journal=journal)
        self.ledger.die_before, self.ledger.die_after = (calls if way == 1 else 0), (calls if way == 2 else 0)
        try:
            desk = self.open()
            if way == 0:
                _count_down(after)
            sweep_reminders(desk, at=at)
        except BaseException:  # noqa: BLE001 - whatever it is must not run on in the test's copy
            traceback.print_exc()
            os._exit(1)
        os._exit(0)

    def _due(self, clock: str) -> list[tuple[int, str]]:
        """Return what a sweep at this moment has to promise: nothing in quiet hours, on a day off, or to whom was told today."""
        known = self.now >= DECLARED
        place = self._places[known].get(self.now)
        if place is None or not OPENING <= time.fromisoformat(clock) <= CLOSING:
            return []
        found = []
        for number in self.waiting:
            post, sent_on = self.papers[number]
            reached = sum(self._places[known][sent_on] + DAYS_TO_ANSWER + rung.working_days <= place for rung in RUNGS)
            later = any((number, rung.name) in self.must for rung in RUNGS[max(0, reached - 1) :])
            if reached and not later and (post, self.now) not in self.told:
                found.append((number, RUNGS[reached - 1].name))
        return found

    def _send_to_all(self, desk: Desk) -> None:
        matter = build.matter(desk, f"เรื่องของวันที่ {self.now}", opened=self.now)
        calendar, when = self.table(self.now), When.day(self.now, "08:31")
        with desk.store.write() as session:
            memo = MemoRow(
                matter_id=matter, kind="forwarding-note", unit="ศทส.", key=f"season{self.now}", number=f"๐๑/{matter}"
            )
            memo.dated, memo.rendered = self.now, True
            session.add(memo)
            session.flush()
            rows = [
                DispatchRow(
                    matter_id=matter, memo_id=memo.id or 0, from_unit="ศทส.", unit=post.unit, post=post.code, reason="ทุกหน่วย",
                    downward=True, state="sent", due_on=calendar.add(self.now, DAYS_TO_ANSWER), calendar_version=calendar.version,
                    sent_at=when.at,
                )
                for post in self.office.chart.posts if post.grade == "หัวหน้าหน่วย"
            ]  # fmt: skip
            session.add_all(rows)
            session.flush()
            self.papers |= {row.id or 0: (row.post, self.now) for row in rows}
            self.waiting |= dict.fromkeys(row.id or 0 for row in rows)

    def _answer(self, desk: Desk, clock: str) -> None:
        """Some of those who have not answered do so, a few minutes before the sweep; a few go through the use case itself."""
        at = datetime.combine(self.now, time.fromisoformat(clock), BANGKOK) - timedelta(minutes=5)
        if self.now.weekday() > 4 or at.time() < OPENING:
            return
        chance = 0.08
        chosen = [n for n in self.waiting if n % 41 and self.draw.random() < chance]  # one in 41 never answers
        for number in chosen[:1]:
            self._acknowledge(desk, number, at)
        with desk.store.write() as session:
            for n in range(0, len(chosen), 400):
                gone = col(DispatchRow.id).in_(chosen[n : n + 400])
                session.exec(
                    update(DispatchRow).where(gone, col(DispatchRow.state).in_(UNANSWERED)).values(state="acknowledged")
                )
        self.answered |= dict.fromkeys(chosen, at)
        for number in chosen:
            del self.waiting[number]

    def _acknowledge(self, desk: Desk, number: int, at: datetime) -> None:
        with desk.store.read() as session:
            row = session.get_one(DispatchRow, number)
        acknowledge(desk, AckRequest(row.matter_id, row.unit, When(at), name="ผู้รับ", evidence="web", dispatch=number))


def _count_down(statements: int) -> None:
    """Let the process die before the statement after so many."""
    left = iter(range(statements))

    def one(*_: object) -> None:
        if next(left, None) is None:
            killed()

    event.listen(Engine, "before_cursor_execute", one)


def _left(journal: Path) -> list[tuple[datetime, Mail]]:
    """Return what a process sent before it was killed."""
    found: list[tuple[datetime, Mail]] = []
    if journal.exists():
        with journal.open("rb") as file, suppress(EOFError):
            while True:
                found.append(pickle.load(file))
    return found


__all__ = ["Ledger", "Season", "Size", "Store"]
