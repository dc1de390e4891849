"""ใครลงนามแทนใคร: what was ordered, endorsed or acknowledged in another's name, and by which order of appointment."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from workflow.core.acting import ACTING_KINDS
from workflow.services.desk import Desk
from workflow.store.journey_tables import JourneyRow, JourneyStepRow
from workflow.store.tables import AcknowledgementRow, DispatchRow, MatterRow, OrderRow

AT_MOST = 200


@dataclass(frozen=True)
class SignedFor:
    """One act in another's name: when, what was done, by whom in which capacity (as printed), on which order ("": none was recorded)."""

    at: datetime
    act: str
    name: str
    capacity: str
    appointment: str
    matter: int
    subject: str


def signed_for(desk: Desk, office: str, matters: frozenset[int], units: Collection[str]) -> tuple[SignedFor, ...]:
    """Return the newest acts in another's name on these matters of an office, the newest first.

    Of words of receipt only those of papers that came to `units`, or of matters that these own: a branch is not shown its neighbours'.
    """
    with desk.store.read() as session:
        where = (MatterRow.office == office, col(MatterRow.id).in_(matters))
        subjects = {n or 0: words for n, words in session.exec(select(MatterRow.id, MatterRow.subject).where(*where))}
        acts = [*_orders(session, subjects), *_steps(session, subjects), *_words(session, subjects, units)]
    once: dict[tuple[object, ...], SignedFor] = {}
    for act in acts:  # who orders as he passes a paper on did one thing: the order stands first
        once.setdefault((act.at, act.name, act.matter), act)
    return tuple(sorted(once.values(), key=lambda act: act.at, reverse=True)[:AT_MOST])


def _orders(session: Session, subjects: dict[int, str]) -> Iterator[SignedFor]:
    where = (col(OrderRow.matter_id).in_(subjects), or_(col(OrderRow.appointment) != "", *_acting(OrderRow.capacity)))
    for row in session.exec(select(OrderRow).where(*where).order_by(col(OrderRow.at).desc()).limit(AT_MOST)):
        act = "ส่งคืน" if row.decision == "return" else "สั่งการ"
        yield SignedFor(row.at, act, row.by_name, row.capacity, row.appointment, row.matter_id, subjects[row.matter_id])


def _steps(session: Session, subjects: dict[int, str]) -> Iterator[SignedFor]:
    """Yield what officers on the way did."""
    asked = select(JourneyStepRow, JourneyRow.matter_id).join(
        JourneyRow, col(JourneyRow.id) == col(JourneyStepRow.journey_id)
    )
    where = (
        col(JourneyRow.matter_id).in_(subjects),
        col(JourneyStepRow.appointment) != "",
        col(JourneyStepRow.acted_at).is_not(None),
    )
    for row, matter in session.exec(asked.where(*where).order_by(col(JourneyStepRow.acted_at).desc()).limit(AT_MOST)):
        if row.acted_at:
            yield SignedFor(
                row.acted_at, "เสนอผ่าน", row.by_name, row.capacity, row.appointment, matter, subjects[matter]
            )


def _words(session: Session, subjects: dict[int, str], units: Collection[str]) -> Iterator[SignedFor]:
    asked = select(AcknowledgementRow, DispatchRow.matter_id).join(
        DispatchRow, col(DispatchRow.id) == col(AcknowledgementRow.dispatch_id)
    )
    asked = asked.join(MatterRow, col(MatterRow.id) == col(DispatchRow.matter_id))
    theirs = or_(col(DispatchRow.unit).in_(units), col(MatterRow.unit).in_(units))
    where = (col(DispatchRow.matter_id).in_(subjects), theirs, or_(*_acting(AcknowledgementRow.capacity)))
    for row, matter in session.exec(asked.where(*where).order_by(col(AcknowledgementRow.at).desc()).limit(AT_MOST)):
        yield SignedFor(row.at, "รับทราบ", row.name, row.capacity, "", matter, subjects[matter])


def _acting(capacity: str) -> list[ColumnElement[bool]]:
    """A capacity says by its phrase (ปรท., รรท.) that it is another's; a post's own name never has one."""
    return [col(capacity).contains(kind, autoescape=True) for kind in ACTING_KINDS]
