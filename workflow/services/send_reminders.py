"""Reminders: one coarse sweep decides what is due, promises it, writes the mail in the same transaction, then sends.

Run as often as you like: one rung of one dispatch is promised once (unique key), nothing is promised after an answer, and
nothing outside government working days. A sweep that was missed is made up by the next.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from workflow.core.dispatch import DispatchState
from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import CaseFile, CitedPaper, OverdueItem
from workflow.core.office import Office
from workflow.core.reminder import DueReminder, OpenDispatch, due_reminders
from workflow.core.when import When, in_office_hours
from workflow.delivery.outgoing import Mail
from workflow.services.desk import Desk
from workflow.store import outbox
from workflow.store.matters import Trail
from workflow.store.tables import DispatchRow, MatterRow, MemoRow, OutboxRow
from workflow.templates.compose import compose


@dataclass(frozen=True)
class ReminderLine:
    """One reminder that is due: to whom, which rung, by which address."""

    matter: int
    dispatch: int
    unit: str
    post: str
    rung: str
    due_on: date
    address: str


@dataclass(frozen=True)
class Swept:
    """What a sweep promised and what became of the outbox."""

    promised: tuple[ReminderLine, ...]
    delivered: int
    waiting: int


@dataclass(frozen=True)
class _Due:
    office: Office
    matter: MatterRow
    row: DispatchRow
    reminder: DueReminder
    today: date

    @property
    def address(self) -> str:
        holder = self.office.chart.holder(self.row.post, self.today)
        return (holder.email if holder else None) or self.office.chart.unit(self.row.unit).email or ""

    def line(self) -> ReminderLine:
        row = self.row
        return ReminderLine(
            row.matter_id, row.id or 0, row.unit, row.post, self.reminder.rung.name, row.due_on, self.address
        )


def preview_reminders(desk: Desk, *, today: date) -> tuple[ReminderLine, ...]:
    """Return what a sweep on that day would promise; nothing is written."""
    with desk.store.read() as session:
        return tuple(due.line() for due in _due(session, desk, today))


def sweep_reminders(desk: Desk, *, at: datetime, any_hour: bool = False) -> Swept:
    """Promise and send what is due now; nothing on a day offices do not work, nor outside 08.30–16.30 unless `any_hour`."""
    if not (may_remind(desk, at) or (any_hour and desk.calendar().is_working_day(When(at).on))):
        return Swept((), 0, 0)
    with desk.store.write() as session:
        promised = promise_due(session, desk, at=at)
    delivered, waiting = send_outbox(desk, at=at)
    return Swept(promised, delivered, waiting)


def promise_due(session: Session, desk: Desk, *, at: datetime) -> tuple[ReminderLine, ...]:
    """Promise what is due now, each with its mail, in the caller's transaction."""
    return tuple(due.line() for due in _due(session, desk, When(at).on) if _promise(session, desk, due, at))


def may_remind(desk: Desk, at: datetime) -> bool:
    """Whether offices work at this moment."""
    return in_office_hours(at) and desk.calendar().is_working_day(When(at).on)


def send_outbox(desk: Desk, *, at: datetime) -> tuple[int, int]:
    """Send every mail whose turn it is; return how many were delivered and how many wait."""
    delivered = waiting = 0
    while True:
        with desk.store.write() as session:
            outbox.withdraw(session, at)
            rows = outbox.claim(session, at)
        if not rows:
            return delivered, waiting
        for row in rows:
            outcome, trouble = desk.channel.send(_mail(row))
            with desk.store.write() as session:
                outbox.settle(session, row.id or 0, outcome.value, trouble, at)
            delivered += outcome == "delivered"
            waiting += outcome in {"later", "unknown"}


def _due(session: Session, desk: Desk, today: date) -> Iterable[_Due]:
    promised = outbox.promised(session)
    for matter, rows in _by_matter(session).items():
        row_of = {row.id or 0: row for row in rows}
        case = session.get_one(MatterRow, matter)
        office = desk.office(case.office)
        open_ = [OpenDispatch(k, DispatchState(r.state), When(r.sent_at).on, r.due_on) for k, r in row_of.items()]
        for reminder in due_reminders(open_, office.rungs, desk.calendar(), today=today):
            if (reminder.dispatch, reminder.rung.name) not in promised:
                yield _Due(office, case, row_of[reminder.dispatch], reminder, today)


def _by_matter(session: Session) -> dict[int, list[DispatchRow]]:
    grouped: dict[int, list[DispatchRow]] = {}
    for row in outbox.unanswered(session):
        grouped.setdefault(row.matter_id, []).append(row)
    return grouped


def _promise(session: Session, desk: Desk, due: _Due, at: datetime) -> bool:
    made = outbox.Promise(due.row.id or 0, due.reminder.rung.name, due.reminder.promised_for)
    reminder_id = outbox.promise(session, made, at)
    if reminder_id is None:
        return False
    session.add_all(_outbox_rows(session, desk, due, (reminder_id, at)))
    text = f"เตือน {due.row.post} ({due.reminder.rung.name})"
    Trail(session, due.row.matter_id).note("reminded", due.row.unit, text, When(at), due.row.id)
    return True


def _outbox_rows(session: Session, desk: Desk, due: _Due, promise: tuple[int, datetime]) -> list[OutboxRow]:
    """Return the mail to the addressee and, on a rung that escalates, the same words to the post above (not to a named person)."""
    words = compose(due.office.worded(desk.kind("reminder")), _case(session, desk, due)).words()
    rows = [_outbox_row(due, promise, due.address, (f"เตือน: {due.matter.subject}", words))]
    if due.reminder.rung.escalate and (above := _superior(due)):
        post, address = above
        subject = f"รายงานเรื่องค้างของหน่วยในบังคับบัญชา: {due.matter.subject}"
        rows.append(_outbox_row(due, promise, address, (subject, f"เรียน {post}\n{words}"), copy="superior."))
    return rows


def _outbox_row(
    due: _Due, promise: tuple[int, datetime], address: str, mail: tuple[str, str], copy: str = ""
) -> OutboxRow:
    reminder_id, at = promise
    subject, body = mail
    domain = due.office.mail_from.rpartition("@")[2]
    identity = f"{copy}{due.office.code}.{due.matter.id}.{due.row.id}.{due.reminder.promised_for:%Y%m%d}@{domain}"
    return OutboxRow(
        reminder_id=reminder_id, message_id=identity, sender=due.office.mail_from, address=address, subject=subject, body=body,
        state="created" if address else "failed", trouble="" if address else "ไม่มีที่อยู่อีเมลของตำแหน่งหรือหน่วยนี้ในผังหน่วย",
        next_try=at,
    )  # fmt: skip


def _superior(due: _Due) -> tuple[str, str] | None:
    """Return the post that leads the unit above, and its address; None at the top of the chart."""
    chart = due.office.chart
    above = chart.parent(due.row.unit, due.today)
    head = chart.head(above) if above else None
    if head is None:
        return None
    holder = chart.holder(head.code, due.today)
    return head.title, (holder.email if holder else None) or chart.unit(head.unit).email or ""


def _case(session: Session, desk: Desk, due: _Due) -> CaseFile:
    row, memo = due.row, session.get_one(MemoRow, due.row.memo_id)
    chart, on = due.office.chart, due.today
    paper = CitedPaper(memo.unit, memo.number, memo.dated or on, due.matter.subject)
    late, post = desk.calendar().count(row.due_on, on), chart.post_by_code.get(row.post)  # None: abolished since
    return CaseFile(
        unit=chart.unit(row.from_unit), office=due.office.short_name, number="", on=on,
        to=(post.title if post else row.post,), subject=f"ขอให้ตอบรับทราบ {due.matter.subject}",
        # A reminder goes under the unit's seal: a vacant chair at the sender must not stop it, nor those of other matters.
        signature=SignatureBlock(None, chart.unit(row.from_unit).name, ()), host=paper,
        overdue=OverdueItem(row.unit, paper, When(row.sent_at).on, row.due_on, late), words=due.office.words,
    )  # fmt: skip


def _mail(row: OutboxRow) -> Mail:
    return Mail(row.message_id, row.sender, row.address, row.subject, row.body)
