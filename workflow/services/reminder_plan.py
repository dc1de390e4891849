"""Who is to be reminded of what on a day: the same answer for a preview and for the sweep; nothing is written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from sqlmodel import Session

from workflow.core.errors import NotFound
from workflow.core.office import Office
from workflow.core.org import Post
from workflow.core.reminder import Ladder, Reached, Rung, reached
from workflow.core.when import When
from workflow.core.working_days import WorkingCalendar
from workflow.services.desk import Desk
from workflow.services.ladder import ladder_of, urgency_of
from workflow.services.reminder_people import Directory, Person
from workflow.store.reminder_tables import ADDRESSEE, SUPERIOR
from workflow.store.reminders import OpenGroup, OpenPaper, lacking, open_groups, roster_mail, told_today
from workflow.store.tables import MatterRow

FAR = timedelta(days=200)  # no ladder begins earlier before its due day


@dataclass(frozen=True)
class DuePaper:
    """A paper a rung reminds of today: of the addressee himself, or, as `superior`, of the post above the unit that is late."""

    paper: OpenPaper
    reached: Reached
    superior: Post | None = None

    @property
    def role(self) -> str:
        """Whom the rung speaks to."""
        return SUPERIOR if self.superior else ADDRESSEE


@dataclass(frozen=True)
class PersonDue:
    """Everything one person is told today."""

    office: Office
    person: Person
    due: tuple[DuePaper, ...]

    @property
    def superior(self) -> bool:
        """Whether he is also told of units below him."""
        return any(one.superior for one in self.due)


@dataclass
class Plan:
    """A day's reminders by person, and the people whose day's message has gone out already (their rungs wait for tomorrow).

    `papers`: so many stand on a rung, told of already or not, that nobody was looked up (0: their people were).
    """

    today: date
    calendar: WorkingCalendar
    people: list[PersonDue] = field(default_factory=list)
    directories: dict[str, Directory] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    urgencies: dict[int, str | None] = field(default_factory=dict)
    papers: int = 0


class Matters:
    """Matters as ladders need them, each read once."""

    def __init__(self, session: Session, desk: Desk, urgencies: dict[int, str | None]) -> None:
        self.session, self.desk, self._urgencies = session, desk, urgencies
        self._rows: dict[int, MatterRow] = {}
        self._ladders: dict[tuple[int, str], Ladder] = {}

    def row(self, number: int) -> MatterRow:
        """Return the matter."""
        if number not in self._rows:
            self._rows[number] = self.session.get_one(MatterRow, number)
        return self._rows[number]

    def office(self, number: int) -> Office:
        """Return the matter's office."""
        return self.desk.office(self.row(number).office)

    def urgency(self, number: int) -> str | None:
        """Return the urgency of the matter's letter."""
        if number not in self._urgencies:
            self._urgencies[number] = urgency_of(self.session, self.row(number))
        return self._urgencies[number]

    def ladder(self, number: int, from_unit: str, on: date) -> Ladder:
        """Return the ladder that the matter's papers from a unit climb."""
        key = number, from_unit
        if key not in self._ladders:
            self._ladders[key] = ladder_of(self.session, self.office(number), self.row(number), (from_unit, on))
        return self._ladders[key]


def groups_until(session: Session, today: date) -> list[OpenGroup]:
    """Return the groups of papers that any ladder may reach by that day: one question for several days."""
    return open_groups(session, today + FAR)


def plan_reminders(
    session: Session, desk: Desk, *, today: date, most: int | None = None, groups: Sequence[OpenGroup] | None = None
) -> Plan:
    """Return who is reminded of what on that day; nobody on a day offices do not work, or surely work.

    Where more than `most` papers stand on a rung, they are counted alone (None: however many they are). `groups` are those of
    `groups_until` that day or a later one (None: asked for now).
    """
    calendar = desk.calendar()
    plan = Plan(today, calendar)
    if (warning := calendar.warning(today)) is not None:
        plan.findings.append(warning)
    if not calendar.works_on(today):
        return plan
    planning = _Planning(session, desk, plan, groups_until(session, today) if groups is None else groups)
    on_rungs = list(planning.reached())
    papers = sum(group.count for group, _, _ in on_rungs)
    if most is not None and papers > most:
        plan.papers = papers
        return plan
    due = [one for group, office, found in on_rungs for one in planning.due(office, group, found)]
    by_person: dict[tuple[str, str], list[tuple[Person, DuePaper]]] = {}
    for office, person, one in due:
        by_person.setdefault((office, person.key), []).append((person, one))
    told = _told(session, by_person, today)
    plan.people += [
        PersonDue(desk.office(office), people[0][0], tuple(one for _, one in people))
        for (office, key), people in by_person.items() if (office, key) not in told
    ]  # fmt: skip
    return plan


def _told(session: Session, by_person: Iterable[tuple[str, str]], today: date) -> set[tuple[str, str]]:
    keys: dict[str, list[str]] = {}
    for office, key in by_person:
        keys.setdefault(office, []).append(key)
    return {(office, key) for office, asked in keys.items() for key in told_today(session, office, asked, today)}


@dataclass
class _Planning:
    session: Session
    desk: Desk
    plan: Plan
    groups: Sequence[OpenGroup]
    known: dict[tuple[tuple[Rung, ...], date, date], Reached | None] = field(default_factory=dict)

    @cached_property
    def matters(self) -> Matters:
        return Matters(self.session, self.desk, self.plan.urgencies)

    def reached(self) -> Iterator[tuple[OpenGroup, Office, Reached]]:
        for group in self.groups:
            if group.due_on > self.plan.today + FAR:
                continue
            try:
                office, found = self.matters.office(group.matter), self._reached(group)
            except NotFound as error:  # an office or a unit that the configuration lost must not stop the others
                self.plan.findings.append(f"{error} {error.next_step}")
                continue
            if found is not None:
                yield group, office, found

    def _reached(self, group: OpenGroup) -> Reached | None:
        ladder = self.matters.ladder(group.matter, group.from_unit, self.plan.today)
        key = ladder.rungs, When(group.sent_at).on, group.due_on
        if key not in self.known:
            self.known[key] = reached(
                ladder.rungs, self.plan.calendar, sent_on=key[1], due_on=key[2], today=self.plan.today
            )
        return self.known[key]

    def due(self, office: Office, group: OpenGroup, found: Reached) -> Iterator[tuple[str, Person, DuePaper]]:
        mine = lacking(self.session, group, found, ADDRESSEE)
        above = lacking(self.session, group, found, SUPERIOR) if found.rung.escalate else []
        directory = self._directory(office, [*mine, *above])
        for paper in mine:
            yield office.code, directory.person(paper.post, paper.unit), DuePaper(paper, found)
        for paper in above:
            superior = directory.superior(paper.unit)
            if superior is not None:
                yield office.code, directory.person(superior.code, superior.unit), DuePaper(paper, found, superior)

    def _directory(self, office: Office, papers: Iterable[OpenPaper]) -> Directory:
        directory = self.plan.directories.setdefault(office.code, Directory(office, self.plan.today))
        unknown = {p.post for p in papers} - office.chart.post_by_code.keys() - directory.roster.keys()
        if unknown:
            directory.roster.update(roster_mail(self.session, office.code, sorted(unknown)))
        return directory
