"""What is still to be done, asked of counters and indexes and never of all the rows: each question ends at a limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists
from sqlmodel import Session, col, func, select

from workflow.core.matter import MatterState
from workflow.store.journey_tables import JourneyRow, JourneyStepRow
from workflow.store.matters import AT_A_GLANCE
from workflow.store.outbox import UNANSWERED
from workflow.store.sending_tables import SendingRow, TallyRow
from workflow.store.tables import DispatchRow, MatterRow, MemoRow
from workflow.store.turns_up import its_turn


@dataclass(frozen=True)
class UnitPaper:
    """A paper of which a unit has recipients: how many, how many were stamped, answered, passed on."""

    matter: int
    subject: str
    from_unit: str
    memo: int
    due_on: date
    total: int
    received: int
    answered: int
    forwarded: int


@dataclass(frozen=True)
class PostPaper:
    """A paper sent to one post that has not answered."""

    matter: int
    subject: str
    from_unit: str
    dispatch: int
    due_on: date


@dataclass(frozen=True)
class SentPaper:
    """A paper a unit sent out that is due and not answered by all."""

    matter: int
    subject: str
    due_on: date
    waiting: int


@dataclass(frozen=True)
class MemoBefore:
    """A memo whose turn has come at a post."""

    step: int
    matter: int
    subject: str
    unit: str


def papers_of_unit(session: Session, office: str, unit: str, today: date, limit: int) -> list[UnitPaper]:
    """Return the papers of which the unit has recipients that are not stamped or not answered, the soonest due first.

    One that is answered stays until its day has passed, or it was passed on: its unit may still pass it on.
    Sending by sending, one counter each: how many recipients a sending has costs nothing here.
    """
    where = (
        TallyRow.unit == unit,
        (col(TallyRow.answered) < col(TallyRow.total))
        | (col(TallyRow.received) < col(TallyRow.total))
        | ((col(SendingRow.due_on) >= today) & (TallyRow.forwarded == 0)),
    )
    columns = (MatterRow.id, MatterRow.subject, SendingRow.from_unit, SendingRow.memo_id, SendingRow.due_on)
    counters = (TallyRow.total, TallyRow.received, TallyRow.answered, TallyRow.forwarded)
    asked = (
        select(*columns, *counters)  # type: ignore[call-overload]
        .join(TallyRow, col(TallyRow.memo_id) == SendingRow.memo_id)
        .join(MatterRow, col(MatterRow.id) == SendingRow.matter_id)
        .where(MatterRow.office == office, *where)
        .order_by(col(SendingRow.due_on), col(SendingRow.memo_id))
    )
    return [UnitPaper(*row) for row in session.execute(asked.limit(limit))]


def first_waiting(session: Session, matter: int, memo: int, unit: str) -> int | None:
    """Return the unit's first dispatch of a memo that nobody has answered, else its first."""
    where = (DispatchRow.matter_id == matter, DispatchRow.unit == unit, DispatchRow.memo_id == memo)
    asked = select(col(DispatchRow.id)).where(*where).order_by(col(DispatchRow.id)).limit(1)
    return session.exec(asked.where(col(DispatchRow.state).in_(UNANSWERED))).first() or session.exec(asked).first()


def papers_of_post(session: Session, office: str, post: str, limit: int) -> list[PostPaper]:
    """Return the papers sent to a post that it has not answered, the soonest due first."""
    asked = (
        select(MatterRow.id, MatterRow.subject, DispatchRow.from_unit, DispatchRow.id, DispatchRow.due_on)  # type: ignore[call-overload]
        .join(MatterRow, col(MatterRow.id) == DispatchRow.matter_id)
        .where(DispatchRow.post == post, col(DispatchRow.state).in_(UNANSWERED), MatterRow.office == office)
        .order_by(col(DispatchRow.due_on), col(DispatchRow.id))
    )
    return [PostPaper(*row) for row in session.execute(asked.limit(limit))]


def memos_before(session: Session, office: str, post: str, limit: int) -> list[MemoBefore]:
    """Return the memos whose turn has come at a post, the longest submitted first."""
    asked = (
        select(JourneyStepRow.id, MatterRow.id, MatterRow.subject, MatterRow.unit)
        .join(JourneyRow, col(JourneyRow.id) == JourneyStepRow.journey_id)
        .join(MatterRow, col(MatterRow.id) == JourneyRow.matter_id)
        .where(JourneyStepRow.post == post, its_turn())
        .where(JourneyRow.state == "open", MatterRow.office == office)
        .order_by(col(JourneyRow.submitted_at), col(JourneyStepRow.id))
    )
    return [
        MemoBefore(step or 0, matter or 0, subject, unit)
        for step, matter, subject, unit in session.exec(asked.limit(limit))
    ]


def matters_to_do(
    session: Session, office: str, unit: str, states: Sequence[MatterState], limit: int
) -> list[MatterRow]:
    """Return the unit's own matters that wait for its desk, the oldest first."""
    where = (MatterRow.office == office, MatterRow.unit == unit, col(MatterRow.state).in_(states))
    asked = select(MatterRow).options(AT_A_GLANCE).where(*where)
    return list(session.exec(asked.order_by(col(MatterRow.id)).limit(limit)))


def unanswered_of(session: Session, office: str, unit: str, due: date, limit: int) -> list[SentPaper]:
    """Return what the unit sent out that is due by that day and not answered by all, the longest due first."""
    open_ = exists().where(col(TallyRow.memo_id) == SendingRow.memo_id, col(TallyRow.answered) < col(TallyRow.total))
    some = (
        select(SendingRow.memo_id)
        .join(MatterRow, col(MatterRow.id) == SendingRow.matter_id)
        .join(MemoRow, col(MemoRow.id) == SendingRow.memo_id)
        .where(MatterRow.office == office, SendingRow.from_unit == unit, col(SendingRow.due_on) <= due, open_)
        .order_by(col(SendingRow.due_on), col(SendingRow.memo_id))
        .limit(limit)
    )
    waiting = func.sum(col(TallyRow.total) - col(TallyRow.answered))
    asked = (
        select(MatterRow.id, MatterRow.subject, SendingRow.due_on, waiting)  # type: ignore[call-overload]
        .join(SendingRow, col(SendingRow.matter_id) == MatterRow.id)
        .join(TallyRow, col(TallyRow.memo_id) == SendingRow.memo_id)
        .where(col(SendingRow.memo_id).in_(list(session.exec(some))))
        .group_by(col(MatterRow.id), col(MatterRow.subject), col(SendingRow.memo_id), col(SendingRow.due_on))
        .order_by(col(SendingRow.due_on))
    )
    return [SentPaper(matter or 0, subject, on, int(count)) for matter, subject, on, count in session.exec(asked)]
