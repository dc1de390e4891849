"""Promised reminders and the mails they become: written together, claimed with a lease, never twice for one rung."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select, update

from workflow.store.tables import DispatchRow, OutboxRow, ReminderRow

LEASE = timedelta(minutes=15)  # longer than a sweep: it counts from the sweep's moment, not from the claim
UNANSWERED = ("sent", "received")
TO_SEND = ("created", "unknown", "sending")


@dataclass(frozen=True)
class Promise:
    """One rung of one dispatch, promised for a working day."""

    dispatch: int
    rung: str
    promised_for: date


def unanswered(session: Session) -> list[DispatchRow]:
    """Return every dispatch nobody has answered for."""
    return list(
        session.exec(select(DispatchRow).where(col(DispatchRow.state).in_(UNANSWERED)).order_by(col(DispatchRow.id)))
    )


def promised(session: Session) -> set[tuple[int, str]]:
    """Return which rungs of unanswered dispatches have been promised already."""
    joined = select(ReminderRow).join(DispatchRow, col(DispatchRow.id) == col(ReminderRow.dispatch_id))
    rows = session.exec(joined.where(col(DispatchRow.state).in_(UNANSWERED)))
    return {(row.dispatch_id, row.rung) for row in rows}


def promise(session: Session, made: Promise, at: datetime) -> int | None:
    """Write the promise; None when another sweep made it first (the unique key decides, not a look beforehand)."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    values = {"dispatch_id": made.dispatch, "rung": made.rung, "promised_for": made.promised_for, "promised_at": at}
    statement = insert(ReminderRow).values(**values).on_conflict_do_nothing().returning(col(ReminderRow.id))
    return session.exec(statement).scalar_one_or_none()


def withdraw(session: Session, at: datetime) -> None:
    """Take back the mails whose turn it is but whose dispatch was answered after the promise: nobody is reminded of what he did."""
    joined = select(ReminderRow.id).join(DispatchRow, col(DispatchRow.id) == col(ReminderRow.dispatch_id))
    answered = joined.where(col(DispatchRow.state).not_in(UNANSWERED))
    taken_back = update(OutboxRow).where(
        col(OutboxRow.state).in_(TO_SEND), col(OutboxRow.next_try) <= at, col(OutboxRow.reminder_id).in_(answered)
    )
    session.exec(taken_back.values(state="withdrawn", trouble="ตอบแล้วก่อนส่งเตือน"))


def claim(session: Session, at: datetime, limit: int = 10) -> list[OutboxRow]:
    """Take mails that are due, for the length of a lease; what a crashed sender had taken comes back when its lease ends."""
    waiting = col(OutboxRow.state).in_(TO_SEND)
    query = select(OutboxRow).where(waiting, col(OutboxRow.next_try) <= at).order_by(col(OutboxRow.id)).limit(limit)
    rows = list(session.exec(query.with_for_update(skip_locked=True)))
    for row in rows:
        row.state, row.next_try, row.tries = "sending", at + LEASE, row.tries + 1
    return rows


def settle(session: Session, outbox_id: int, state: str, trouble: str, at: datetime) -> None:
    """Record what became of a mail; a delivered one stamps its reminder, an unlucky one is tried again later and later."""
    row = session.get_one(OutboxRow, outbox_id)
    row.state, row.trouble = ("created" if state == "later" else state), trouble[:500]
    row.next_try = at + timedelta(minutes=min(5 * 2**row.tries, 24 * 60))
    if state == "delivered":
        session.get_one(ReminderRow, row.reminder_id).sent_at = at


def everything(session: Session) -> Sequence[OutboxRow]:
    """Return the whole outbox, oldest first."""
    return session.exec(select(OutboxRow).order_by(col(OutboxRow.id))).all()
