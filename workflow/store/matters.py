"""Questions about matters and what hangs on them, and the trail of events."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case
from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from workflow.core.dispatch import DispatchState
from workflow.core.errors import Conflict, NotFound
from workflow.core.matter import MatterMove, MatterState, after
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.acknowledging import no_such_dispatch
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import (
    AcknowledgementRow,
    DispatchRow,
    EventRow,
    MatterRow,
    MemoRow,
    OrderRow,
    ReceiptRow,
)

AT_A_GLANCE = defer(MatterRow.reading, raiseload=True)  # type: ignore[arg-type]
"""For lists of matters: what was read of each letter, by far the most of a row, stays where it is (asked for, it is an error)."""
ANSWERS = ("received", "acknowledged", "forwarded")  # kinds of events by which a unit answers


def matter(session: Session, number: int) -> MatterRow:
    """Return the matter, locked until the transaction ends; NotFound otherwise."""
    row = session.exec(select(MatterRow).where(MatterRow.id == number).with_for_update()).first()
    if row is None:
        raise _no_matter(number)
    return row


def look_at(session: Session, number: int) -> MatterRow:
    """Return the matter to look at, without a lock: whoever reads waits for no answer, and no answer for whoever reads."""
    row = session.get(MatterRow, number)
    if row is None:
        raise _no_matter(number)
    return row


def _no_matter(number: int) -> NotFound:
    return NotFound(f"ไม่พบเรื่องที่ {to_thai(number)}", next_step="ดูรายการเรื่องด้วย saraban matters")


def matter_of_file(session: Session, office: str, unit: str, sha256: str) -> MatterRow | None:
    """Return the matter this unit opened for this very file."""
    where = (MatterRow.office == office, MatterRow.unit == unit, MatterRow.sha256 == sha256)
    return session.exec(select(MatterRow).where(*where)).first()


def all_matters(session: Session) -> list[MatterRow]:
    """Return every matter, newest first, without what was read of its letter."""
    return list(session.exec(select(MatterRow).options(AT_A_GLANCE).order_by(col(MatterRow.id).desc())))


def move(row: MatterRow, step: MatterMove) -> None:
    """Apply a legal move; Refused otherwise."""
    row.state = after(MatterState(row.state), step)


def written_memo(session: Session, number: int) -> MemoRow:
    """Return a memo by its row number; NotFound otherwise."""
    row = session.get(MemoRow, number)
    if row is None:
        raise NotFound(f"ไม่พบบันทึกลำดับที่ {to_thai(number)}", next_step="ดูลำดับบันทึก (memo) ด้วย saraban status --json")
    return row


def memo_by_key(session: Session, key: str) -> MemoRow | None:
    """Return the memo an earlier, equal request wrote."""
    return session.exec(select(MemoRow).where(MemoRow.key == key)).first()


def memos(session: Session, matter_id: int) -> list[MemoRow]:
    """Return the matter's memos in the order they were written."""
    return list(session.exec(select(MemoRow).where(MemoRow.matter_id == matter_id).order_by(col(MemoRow.id))))


def last_memo(session: Session, matter_id: int, kind: str) -> MemoRow:
    """Return the newest memo of a kind; NotFound says which step is missing."""
    found = [m for m in memos(session, matter_id) if m.kind == kind]
    if not found:
        raise NotFound(
            f"เรื่องที่ {to_thai(matter_id)} ยังไม่มีบันทึกชนิด {kind}",
            next_step=f"ร่างก่อนด้วย saraban draft {matter_id} --kind {kind}",
        )
    return found[-1]


def last_order(session: Session, matter_id: int) -> OrderRow | None:
    """Return the order in force on a matter."""
    where = (OrderRow.matter_id == matter_id, OrderRow.decision == "order")
    return session.exec(select(OrderRow).where(*where).order_by(col(OrderRow.id).desc())).first()


def dispatches(session: Session, matter_id: int) -> list[DispatchRow]:
    """Return every dispatch of a matter in the order of sending."""
    return list(
        session.exec(select(DispatchRow).where(DispatchRow.matter_id == matter_id).order_by(col(DispatchRow.id)))
    )


def dispatch_to(session: Session, matter_id: int, unit: str) -> DispatchRow:
    """Return the one dispatch that the unit has to answer; all answered, the one answered last, so that an act repeated finds itself.

    NotFound when none was sent to it, Conflict when several wait. What the unit sent to posts of its own comes last: passing a
    paper on does not make it a new paper for the unit.
    """
    where = (DispatchRow.matter_id == matter_id, DispatchRow.unit == unit)
    rows = list(session.exec(select(DispatchRow).where(*where).order_by(col(DispatchRow.id)).with_for_update()))
    if not rows:
        raise NotFound(
            f"เรื่องที่ {to_thai(matter_id)} ไม่ได้ส่งถึง {unit}", next_step=f"ดูรายชื่อผู้รับด้วย saraban status {matter_id}"
        )
    from_outside = [row for row in rows if row.from_unit != unit] or rows
    waiting = [row for row in from_outside if not DispatchState(row.state).answered]
    if len(waiting) > 1:
        raise _several(session, unit, waiting)
    return waiting[0] if waiting else _answered_last(session, from_outside)


def dispatch_meant(session: Session, matter_id: int, unit: str, number: int | None) -> DispatchRow:
    """Return the dispatch of that number, or (None) the one the unit has to answer; errors as theirs."""
    return dispatch_to(session, matter_id, unit) if number is None else dispatch_numbered(session, matter_id, number)


def _several(session: Session, unit: str, waiting: list[DispatchRow]) -> Conflict:
    numbers = {row.id: session.get_one(MemoRow, row.memo_id).number for row in waiting}
    listed = ", ".join(f"{row.id} ({to_thai(row.post)} ที่ {numbers[row.id]})" for row in waiting)
    return Conflict(
        f"{to_thai(unit)} ได้รับหลายฉบับที่ยังไม่ตอบ: {listed}", next_step=f"ระบุฉบับ เช่น --dispatch {waiting[0].id}"
    )


def _answered_last(session: Session, rows: list[DispatchRow]) -> DispatchRow:
    by_number = {row.id: row for row in rows}
    where = (col(EventRow.dispatch_id).in_(by_number), col(EventRow.kind).in_(ANSWERS))
    last = session.exec(select(EventRow.dispatch_id).where(*where).order_by(col(EventRow.id).desc())).first()
    return by_number[last] if last is not None else rows[0]


def dispatch_under(session: Session, memo_id: int, units: Iterable[str]) -> int | None:
    """Return the dispatch of one paper to the first of these units that got it; None when none did."""
    rows = session.exec(select(DispatchRow).where(DispatchRow.memo_id == memo_id).order_by(col(DispatchRow.id))).all()
    return next((row.id for unit in units for row in rows if row.unit == unit), None)


def dispatch_numbered(session: Session, matter_id: int, number: int) -> DispatchRow:
    """Return one dispatch of a matter, locked until the transaction ends; NotFound otherwise."""
    where = (DispatchRow.matter_id == matter_id, DispatchRow.id == number)
    row = session.exec(select(DispatchRow).where(*where).with_for_update()).first()
    if row is None:
        raise no_such_dispatch(matter_id, number)
    return row


def dispatch_of(session: Session, matter_id: int, number: int) -> DispatchRow:
    """Return one dispatch of a matter to look at; NotFound otherwise."""
    row = session.get(DispatchRow, number)
    if row is None or row.matter_id != matter_id:
        raise no_such_dispatch(matter_id, number)
    return row


def passed_on(session: Session, dispatch: int) -> list[DispatchRow]:
    """Return the dispatches that were passed on from one, each under one of the notes that its unit sent."""
    # In two steps: as one, PostgreSQL walks all dispatches in their order, since it does not know how few notes there are.
    notes = session.exec(select(SendingRow.memo_id).where(SendingRow.parent_id == dispatch)).all()
    below = select(DispatchRow).where(col(DispatchRow.memo_id).in_(notes)).order_by(col(DispatchRow.id))
    return list(session.exec(below)) if notes else []


def dispatches_at(session: Session, matter_id: int, unit: str, part: tuple[int, int]) -> tuple[int, list[DispatchRow]]:
    """Return how many dispatches a unit got, and a part of them (start, length), those not answered first."""
    here = (DispatchRow.matter_id == matter_id, DispatchRow.unit == unit)
    count = session.exec(select(func.count()).select_from(DispatchRow).where(*here)).one()
    answered = case((col(DispatchRow.state).in_([s for s in DispatchState if s.answered]), 1), else_=0)
    rows = select(DispatchRow).where(*here).order_by(answered, col(DispatchRow.id)).offset(part[0]).limit(part[1])
    return count, list(session.exec(rows))


def receipts_of(session: Session, dispatches: Sequence[int]) -> list[ReceiptRow]:
    """Return the receipts of these dispatches."""
    asked = select(ReceiptRow).where(col(ReceiptRow.dispatch_id).in_(dispatches)).order_by(col(ReceiptRow.id))
    return list(session.exec(asked)) if dispatches else []


def acknowledgements_of(session: Session, dispatches: Sequence[int]) -> list[AcknowledgementRow]:
    """Return the acknowledgements of these dispatches."""
    where = col(AcknowledgementRow.dispatch_id).in_(dispatches)
    asked = select(AcknowledgementRow).where(where).order_by(col(AcknowledgementRow.id))
    return list(session.exec(asked)) if dispatches else []


def receipts(session: Session, matter_id: int) -> list[ReceiptRow]:
    """Return the receipts of a matter's dispatches."""
    joined = select(ReceiptRow).join(DispatchRow, col(DispatchRow.id) == col(ReceiptRow.dispatch_id))
    return list(session.exec(joined.where(DispatchRow.matter_id == matter_id).order_by(col(ReceiptRow.id))))


def acknowledgements(session: Session, matter_id: int) -> list[AcknowledgementRow]:
    """Return the acknowledgements of a matter's dispatches."""
    joined = select(AcknowledgementRow).join(DispatchRow, col(DispatchRow.id) == col(AcknowledgementRow.dispatch_id))
    return list(session.exec(joined.where(DispatchRow.matter_id == matter_id).order_by(col(AcknowledgementRow.id))))


def trunk(session: Session, matter_id: int) -> list[EventRow]:
    """Return the trail of the matter itself in order of time, without what happened at single addressees."""
    where = (EventRow.matter_id == matter_id, col(EventRow.dispatch_id).is_(None))
    return list(session.exec(select(EventRow).where(*where).order_by(col(EventRow.at), col(EventRow.id))))


def branch_answered_last(session: Session, matter_id: int) -> list[EventRow]:
    """Return the trail at the addressee whose answer was recorded last."""
    answers = (EventRow.matter_id == matter_id, col(EventRow.kind).in_(("acknowledged", "forwarded")))
    known = col(EventRow.dispatch_id).is_not(None)
    last = session.exec(
        select(EventRow.dispatch_id).where(*answers, known).order_by(col(EventRow.id).desc()).limit(1)
    ).first()
    where = (EventRow.matter_id == matter_id, EventRow.dispatch_id == last)
    return (
        []
        if last is None
        else list(session.exec(select(EventRow).where(*where).order_by(col(EventRow.at), col(EventRow.id))))
    )


def events(session: Session, matter_id: int) -> list[EventRow]:
    """Return the matter's trail in order of time."""
    where = EventRow.matter_id == matter_id
    return list(session.exec(select(EventRow).where(where).order_by(col(EventRow.at), col(EventRow.id))))


def first_told(session: Session, matter_id: int, kind: str, text: str) -> datetime | None:
    """Return when something first happened to a matter; None when it never did."""
    where = (EventRow.matter_id == matter_id, EventRow.kind == kind, EventRow.text == text)
    return session.exec(select(EventRow.at).where(*where).order_by(col(EventRow.at))).first()


@dataclass(frozen=True)
class Trail:
    """Writes the events of one matter."""

    session: Session
    matter_id: int

    def note(self, kind: str, unit: str, text: str, when: When, dispatch_id: int | None = None) -> None:
        """Add what happened; nothing on the trail is ever changed."""
        row = EventRow(
            matter_id=self.matter_id,
            dispatch_id=dispatch_id,
            at=when.at,
            timed=when.timed,
            kind=kind,
            unit=unit,
            text=text,
        )
        self.session.add(row)
