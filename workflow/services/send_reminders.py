"""Reminders: one coarse sweep decides what is due, promises it, writes the messages in the same transaction, then sends.

Run as often as you like: one rung of one dispatch is promised once (unique key), one person gets one message a day (unique key), nothing
is promised after an answer, and nothing outside government working days. A sweep that was missed is made up by the next.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from workflow import failpoints
from workflow.core.errors import SarabanError
from workflow.core.when import When, in_office_hours
from workflow.services.desk import Desk
from workflow.services.promise_reminders import promise_reminders
from workflow.services.reach_again import reach_again
from workflow.services.redate import Redated, redate
from workflow.services.reminder_plan import PersonDue, plan_reminders
from workflow.services.round_notices import promise_notices
from workflow.services.send_outbox import send_outbox
from workflow.services.write_memo import render_memos
from workflow.store.reminder_tables import ADDRESSEE


@dataclass(frozen=True)
class ReminderLine:
    """One reminder that is due: of whose paper, which rung, by which address; as `superior` to the post above the unit that is late."""

    matter: int
    dispatch: int
    unit: str
    post: str
    rung: str
    due_on: date
    address: str
    role: str = ADDRESSEE
    to: str = ""
    channels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Swept:
    """What a sweep promised, what became of the outbox, which due days moved, and what somebody must see to."""

    promised: tuple[ReminderLine, ...]
    delivered: int
    waiting: int
    redated: tuple[Redated, ...] = ()
    findings: tuple[str, ...] = ()


def preview_reminders(desk: Desk, *, today: date) -> tuple[ReminderLine, ...]:
    """Return what a sweep on that day would promise; nothing is written."""
    with desk.store.read() as session:
        return lines_of(plan_reminders(session, desk, today=today).people)


def sweep_reminders(desk: Desk, *, at: datetime, any_hour: bool = False) -> Swept:
    """Promise and send what is due now; nothing on a day offices do not work, nor outside 08.30–16.30 unless `any_hour`."""
    calendar, when = desk.calendar(), When(at)
    if not calendar.works_on(when.on):
        warning = calendar.warning(when.on)
        return Swept((), 0, 0, findings=(warning,) if warning and when.on.weekday() < 5 else ())
    if not (any_hour or in_office_hours(at)):
        return Swept((), 0, 0)
    moved = redate(desk, when=when)
    reach_again(desk, at=at)
    with desk.store.read() as session:
        plan = plan_reminders(session, desk, today=when.on)
    promised = list(promise_reminders(desk, plan, when))
    failpoints.reached("reminders.promised")
    _make_papers(desk, promised)
    promise_notices(desk, at=at)
    sent = send_outbox(desk, at=at)
    return Swept(lines_of(promised), sent.delivered, sent.waiting, moved, tuple(plan.findings))


def may_remind(desk: Desk, at: datetime) -> bool:
    """Whether offices work at this moment."""
    return in_office_hours(at) and desk.calendar().works_on(When(at).on)


def lines_of(people: Iterable[PersonDue]) -> tuple[ReminderLine, ...]:
    """Return a line for every rung of every paper, in the order of the papers."""
    lines = (
        ReminderLine(
            one.paper.matter, one.paper.dispatch, one.paper.unit, one.paper.post, one.reached.rung.name, one.paper.due_on,
            who.person.address, one.role, who.person.title, tuple(way.channel for way in who.person.ways if way.address),
        )
        for who in people for one in who.due
    )  # fmt: skip
    return tuple(sorted(lines, key=lambda line: (line.dispatch, line.role)))


def _make_papers(desk: Desk, promised: Iterable[PersonDue]) -> None:
    """Make the files of the papers to superiors; what cannot be made now is made by the next command on the matter."""
    for matter in sorted({one.paper.matter for who in promised if who.superior for one in who.due}):
        with suppress(SarabanError, OSError):
            render_memos(desk, matter)
