"""A season of reminders, played with time injected: an office that answers at random, a mail server that fails, a program that is killed.

What should have happened is told apart from the program: working days are counted on a list, rungs by their place in it. The player
dies by an exception that nothing catches, between any two statements or around a sending; then all its state is dropped and a new
desk is laid on the same database.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlmodel import Session, col, select, update

from tests import build
from tests.conftest import ROOT
from tests.unit.templates.papers import FONTS
from workflow.core.mail_state import MailState
from workflow.core.office import Office
from workflow.core.org import Edge, Holder, OrgChart, Post, Unit
from workflow.core.reminder import Rung
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
from workflow.store.outbox import UNANSWERED, everything
from workflow.store.reminder_tables import NoticeRow, ReminderRow
from workflow.store.tables import DispatchRow, MemoRow

RUNGS = (Rung("ล่วงหน้า", -1), Rung("ครบกำหนด", 0), Rung("ครั้งที่ ๑", 2), Rung("รายงาน", 5, escalate=True))
DAYS_TO_ANSWER = 5
SWEEPS = ("07:50", "08:40", "11:00", "14:30", "16:50")  # the first and the last in quiet hours
BRIDGE, DECLARED = (
    date(2019, 12, 30),
    date(2019, 12, 24),
)  # a holiday added while papers are open that fall due around it


class Killed(BaseException):
    """The program dies here."""


@dataclass(frozen=True)
class Size:
    """How long and how large: `units` under `above` posts; a sending to all every so many working days."""

    days: int
    above: int
    units: int
    every: int
    first: date
    down: tuple[date, ...]  # on which the mail server does not answer
    jumps: dict[date, int]  # days by which the clock is wrong at one sweep of that day
    seed: int = 2562


@dataclass
class Ledger:
    """The world outside: a mail server that keeps what it got, and whether it answers."""

    sent: list[tuple[datetime, Mail]] = field(default_factory=list)
    silent: bool = False
    die_before: int = 0
    die_after: int = 0
    calls: int = 0

    def send(self, mail: Mail) -> tuple[Outcome, str]:
        """Take the mail, unless the server is down or the program dies."""
        self.calls += 1
        if self.calls == self.die_before:
            raise Killed
        if self.silent:
            return Outcome.LATER, "421 เครื่องส่งไม่ตอบ"
        assert mail.at is not None
        self.sent.append((mail.at, mail))
        if self.calls == self.die_after:
            raise Killed
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
        store = open_store(self.url or f"sqlite:///{self.folder / 'season.sqlite3'}")
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
        try:
            with self._death(desk) if deadly else alive():
                sweep_reminders(desk, at=at)
            self.must |= set(due)
        except Killed:
            self.kills += 1
            self.died.add(self.now.isocalendar()[:2])  # once a week is enough
            self.may |= set(due)
            desk.store.engine.dispose()
            desk = self.open()
        self._learn_told(desk)
        self.now = today
        return desk

    def _learn_told(self, desk: Desk) -> None:
        """Nobody is told twice on one day, so that the day's next sweep passes over those who have been told (by one that died, too)."""
        with desk.store.read() as session:
            told = session.exec(select(NoticeRow.post).where(NoticeRow.day == self.now))
            self.told |= {(post, self.now) for post in told}

    @contextmanager
    def _death(self, desk: Desk) -> Iterator[None]:
        way, count = self.draw.randrange(3), 0
        after = self.draw.randint(1, 40)

        def die(*_: object) -> None:
            nonlocal count
            count += 1
            if count == after:
                raise Killed

        if way == 0:
            event.listen(Engine, "before_cursor_execute", die)
        elif way == 1:
            self.ledger.die_before = self.ledger.calls + self.draw.randint(1, 8)
        else:
            self.ledger.die_after = self.ledger.calls + self.draw.randint(1, 8)
        try:
            yield
        finally:
            if way == 0:
                event.remove(Engine, "before_cursor_execute", die)
            self.ledger.die_before = self.ledger.die_after = 0

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


@contextmanager
def alive() -> Iterator[None]:
    """Nothing happens."""
    yield


def season_office(size: Size, draw: random.Random) -> Office:
    """An office of `units` under `above` chiefs; one holder in 30 leaves during the play, half of them are followed by somebody later."""
    chiefs = [Unit(f"จังหวัด {n}", f"จังหวัดที่ {n}", "จังหวัด") for n in range(size.above)]
    below = [Unit(f"สนง. {n}", f"สำนักงานที่ {n}", "สำนักงาน") for n in range(size.units)]
    units = (Unit("กรม", "กรมตัวอย่าง", "กรม", "01"), Unit("ศทส.", "ศูนย์เทคโนโลยี", "กอง", "01.1"), *chiefs, *below)
    edges = [Edge("ศทส.", "กรม"), *(Edge(u.code, "กรม") for u in chiefs)]
    edges += [Edge(unit.code, f"จังหวัด {n % size.above}") for n, unit in enumerate(below)]
    posts = [Post(f"หน.{u.code}", f"หน.{u.code}", u.code, _grade(u), head=True) for u in units]
    holders = [holder for n, post in enumerate(posts) for holder in _holders(n, post, size, draw)]
    chart = OrgChart("กรม", ("อธิบดี", "ผู้ว่าราชการ", "หัวหน้าหน่วย"), units, tuple(edges), tuple(posts), tuple(holders))
    return replace(
        build.office(), chart=chart, registry_unit="กรม", owner_unit="ศทส.", addressee_post="หน.กรม", rungs=RUNGS
    )


def _grade(unit: Unit) -> str:
    return {"กรม": "อธิบดี", "จังหวัด": "ผู้ว่าราชการ", "สำนักงาน": "หัวหน้าหน่วย"}.get(unit.level, "ผู้ว่าราชการ")


def _holders(n: int, post: Post, size: Size, draw: random.Random) -> Iterator[Holder]:
    if draw.randrange(30) or post.grade != "หัวหน้าหน่วย":
        yield Holder(post.code, None, f"ผู้ดำรงตำแหน่ง {n}", f"p{n}@office.example")
        return
    leaves = size.first + timedelta(days=draw.randrange(size.days))
    yield Holder(post.code, None, f"ผู้ดำรงตำแหน่ง {n}", f"p{n}@office.example", valid_to=leaves)
    if draw.randrange(2):
        yield Holder(post.code, None, f"ผู้มาใหม่ {n}", f"q{n}@office.example", valid_from=leaves + timedelta(days=20))


@dataclass(frozen=True)
class Outcomes:
    """What a season left, for the proofs."""

    season: Season
    promised: Counter[tuple[int, str]]
    messages: list[Any]
    unexplained: list[str]
    to_superiors: list[tuple[int, str]]
    numbers: list[str]


def outcomes(season: Season, desk: Desk) -> Outcomes:
    """Gather what is in the database in the end."""
    with desk.store.read() as session:
        own = session.exec(
            select(ReminderRow.dispatch_id, ReminderRow.rung).where(ReminderRow.role == "addressee")
        ).all()
        above = session.exec(
            select(ReminderRow.dispatch_id, ReminderRow.rung).where(ReminderRow.role == "superior")
        ).all()
        messages = list(everything(session))
        numbers = list(session.exec(select(MemoRow.number).where(MemoRow.kind == "reminder")))
        unexplained = _unexplained(session)
    return Outcomes(season, Counter(own), messages, unexplained, list(above), numbers)


def _unexplained(session: Session) -> list[str]:
    """Return the promises whose fate the states do not tell: unsent, and no message says why."""
    told: dict[int | None, list[Any]] = {}
    for row in everything(session):
        told.setdefault(row.notice_id, []).append(row)
    found = []
    for promise in session.exec(select(ReminderRow)):
        rows = told.get(promise.notice_id, [])
        states = {row.state for row in rows}
        reasoned = all(row.trouble for row in rows if row.state in {MailState.FAILED, MailState.WITHDRAWN})
        if not rows or not reasoned or (promise.sent_at is None and MailState.DELIVERED in states):
            found.append(f"{promise.dispatch_id} {promise.rung} {states}")
    return found


def recipients_named(mail: Mail) -> set[int]:
    """Return the dispatches whose pages a mail leads to."""
    return {int(number) for number in re.findall(r"/recipients/(\d+)", mail.body)}


__all__ = ["Ledger", "Outcomes", "Season", "Size", "Store", "outcomes", "recipients_named"]
