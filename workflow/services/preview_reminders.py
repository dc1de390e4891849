"""What the next sweep will do, counted before it runs: people, posts above, by channel, rung and office; nothing is written."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from workflow.core.thai_date import WEEKDAYS, short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.reminder_plan import Plan, groups_until, plan_reminders
from workflow.services.send_reminders import ReminderLine, lines_of
from workflow.store.reminder_tables import ADDRESSEE


@dataclass(frozen=True)
class Preview:
    """The reminders of one working day: `people` get one message each, `superiors` of them about units below, `unreachable` none.

    `papers`: so many stand on a rung that their people were not looked up (0: they were).
    """

    at: datetime
    people: int
    superiors: int
    unreachable: int
    by_channel: dict[str, int] = field(default_factory=dict)
    by_rung: dict[str, int] = field(default_factory=dict)
    by_office: dict[str, int] = field(default_factory=dict)
    lines: tuple[ReminderLine, ...] = ()
    findings: tuple[str, ...] = ()
    asked: date | None = None  # the day asked for, where offices do not work on it
    papers: int = 0

    @property
    def sentence(self) -> str:
        """`จันทร์ ๕ ม.ค.๖๙ ๐๘.๓๐ น.: ๓๑๒ คน ผู้บังคับบัญชา ๔๑`."""
        day = When(self.at).on
        if self.papers:
            papers = to_thai(f"{self.papers:,}")
            return f"{WEEKDAYS[day.weekday()]} {short(day)} ๐๘.๓๐ น.: ไม่เกิน {papers} ฉบับ"
        return f"{WEEKDAYS[day.weekday()]} {short(day)} ๐๘.๓๐ น.: {to_thai(self.people)} คน ผู้บังคับบัญชา {to_thai(self.superiors)}"


def preview_day(desk: Desk, *, on: date, most: int | None = None) -> Preview:
    """Return what the sweep of that day will do; of a day offices do not work, what that of the next working day will do.

    Where more than `most` papers stand on a rung, they are counted and nobody is looked up (None: however many they are).
    """
    (shown,) = preview_days(desk, [on], most=most)
    return shown


def preview_days(desk: Desk, days: Sequence[date], *, most: int | None = None) -> list[Preview]:
    """Return the same of several days; the papers that wait are asked for once."""
    calendar = desk.calendar()
    swept = {on: on if calendar.works_on(on) else calendar.next_working_day(on) or on for on in days}
    with desk.store.read() as session:
        groups = groups_until(session, max(swept.values()))
        plans = {day: plan_reminders(session, desk, today=day, most=most, groups=groups) for day in set(swept.values())}
    return [_preview(on, day, plans[day]) for on, day in swept.items()]


def _preview(on: date, day: date, plan: Plan) -> Preview:
    if plan.papers:
        return Preview(When.day(day).at, 0, 0, 0, asked=on if day != on else None, papers=plan.papers)
    lines = lines_of(plan.people)
    return Preview(
        When.day(day).at, len(plan.people), sum(who.superior for who in plan.people), sum(not w.person.reachable for w in plan.people),
        _counted(way.channel for who in plan.people for way in who.person.ways if way.address),
        _counted(line.rung for line in lines if line.role == ADDRESSEE), _counted(who.office.code for who in plan.people), lines,
        tuple(plan.findings),
        on if day != on else None,
    )  # fmt: skip


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())
