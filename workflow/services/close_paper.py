"""A unit sends a paper back, or the sender takes it back: what closes a dispatch, always with a reason, never by deleting anything.

Of a unit: it does not take the paper (RejectLetterNotifier), or the paper was sent to the wrong one (InvalidLetterNotifier). Of the
sender: a dispatch or a whole sending is recalled, and with it all that was passed on below.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select, update

from workflow.core.dispatch import CLOSED, DispatchMove, DispatchState, after
from workflow.core.errors import Conflict, NotFound, UsageError
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.acknowledging import wrong_unit
from workflow.services.desk import Desk
from workflow.store.changes import note_many
from workflow.store.matters import Trail, dispatch_meant, dispatch_numbered, matter
from workflow.store.registers import add_remark
from workflow.store.sending_tables import SendingRow, TallyRow
from workflow.store.tables import DispatchRow, EntryRow, MemoRow
from workflow.store.tallies import answered_by, count

EVENTS = {
    DispatchMove.REJECT: "rejected", DispatchMove.MISSEND: "missent", DispatchMove.WITHDRAW: "withdrawn", DispatchMove.MOVE: "moved",
    DispatchMove.RECALL: "recalled",
}  # fmt: skip


@dataclass(frozen=True)
class SentBack:
    """A unit's refusal of a paper: why, and whether it was sent to the wrong unit (`wrong_unit`); `dispatch` says which paper."""

    matter: int
    unit: str
    why: str
    when: When
    wrong_unit: bool = False
    dispatch: int | None = None


@dataclass(frozen=True)
class Recall:
    """The sender takes back one dispatch, or (None) everything that `memo` was sent to; with a reason."""

    matter: int
    why: str
    when: When
    memo: int | None = None
    dispatch: int | None = None


@dataclass(frozen=True)
class Closed:
    """How many dispatches were closed by the act, how many of them had been acknowledged, and whether it had been done before."""

    dispatches: int
    acknowledged: int = 0
    again: bool = False


def send_back(desk: Desk, request: SentBack) -> Closed:
    """Record that a unit does not take a paper; the sender sees why, and nobody is reminded of it any more."""
    move = DispatchMove.MISSEND if request.wrong_unit else DispatchMove.REJECT
    why = _reason(request.why)
    with desk.store.write() as session:
        desk.office(matter(session, request.matter).office).chart.unit(request.unit)
        sent = dispatch_meant(session, request.matter, request.unit, request.dispatch)
        if sent.unit != request.unit:
            raise wrong_unit(sent.id or 0, sent.unit, request.unit, request.matter)
        if sent.state == after(DispatchState.SENT, move):
            return Closed(0, again=True)
        close(session, sent, move, why, request.when)
    return Closed(1)


def recall(desk: Desk, request: Recall) -> Closed:
    """Take back what was sent, with everything passed on below it; what was taken back before is told as such."""
    why = _reason(request.why)
    with desk.store.write() as session:
        row = matter(session, request.matter)
        if request.dispatch is not None:
            sent = dispatch_numbered(session, request.matter, request.dispatch)
            if sent.state == DispatchState.RECALLED:
                return Closed(0, again=True)
            acknowledged = int(sent.state in {DispatchState.ACKNOWLEDGED, DispatchState.FORWARDED})
            close(session, sent, DispatchMove.RECALL, why, request.when)
            passed_on = session.exec(select(SendingRow.memo_id).where(SendingRow.parent_id == sent.id))
            below = _recall_sendings(session, _with_all_below(session, passed_on), why, request.when)
            return Closed(1 + below.dispatches, acknowledged + below.acknowledged)
        memo = _memo_to_recall(session, request)
        done = _recall_sendings(session, _with_all_below(session, [memo]), why, request.when)
        if not done.dispatches:
            return Closed(0, again=True)
        _may_be_sent_again(session, memo)
        text = f"เรียกคืน ที่ {session.get_one(MemoRow, memo).number} จาก {to_thai(done.dispatches)} ราย: {why}"
        Trail(session, request.matter).note("recalled", row.unit, text, request.when)
    return done


def close(session: Session, sent: DispatchRow, move: DispatchMove, why: str, when: When) -> None:
    """Close one dispatch by a legal move: its state, the reason, the counters and the trail, in the transaction that is open."""
    before = sent.state
    sent.state = after(DispatchState(before), move)
    sent.closed_why = why
    closed = int(not DispatchState(before).closed)
    count(session, sent, when.at, {"answered": answered_by(before, sent.state), "closed": closed})
    text = f"{move.thai} {sent.post}: {why}"
    Trail(session, sent.matter_id).note(EVENTS[move], sent.unit, to_thai(text), when, sent.id)


def _reason(why: str) -> str:
    """Return the reason; UsageError without one: what nobody gave a reason for cannot be put right."""
    if not why.strip():
        raise UsageError("ยังไม่ได้บอกเหตุผล", next_step='ระบุ --why เช่น --why "ไม่อยู่ในอำนาจหน้าที่"')
    return why.strip()


def _memo_to_recall(session: Session, request: Recall) -> int:
    """Return the sending meant: the one named, else the only one the owner sent; Conflict when several could be."""
    where = (SendingRow.matter_id == request.matter, col(SendingRow.parent_id).is_(None))
    sent = list(session.exec(select(SendingRow.memo_id).where(*where).order_by(col(SendingRow.memo_id))))
    if request.memo is not None:
        named = session.get(SendingRow, request.memo)
        if named is None or named.matter_id != request.matter:
            raise NotFound(
                f"เรื่องที่ {to_thai(request.matter)} ไม่มีการส่งของบันทึกลำดับที่ {to_thai(request.memo)}",
                next_step="ดูเลข memo ด้วย saraban status --json",
            )
        return request.memo
    if not sent:
        raise NotFound(
            f"เรื่องที่ {to_thai(request.matter)} ยังไม่ได้ส่งถึงใคร", next_step=f"ดูสถานะด้วย saraban status {request.matter}"
        )
    if len(sent) > 1:
        raise Conflict(
            f"เรื่องนี้ส่งออกหลายครั้ง: บันทึกลำดับที่ {', '.join(to_thai(m) for m in sent)}",
            next_step=f"ระบุครั้งที่จะเรียกคืน เช่น --memo {sent[-1]}",
        )
    return sent[0]


def _with_all_below(session: Session, memos: Iterable[int]) -> list[int]:
    """Return these sendings and every sending that hangs on one of their dispatches, however far down."""
    level, found = list(memos), []
    while level:
        found += level
        below = select(DispatchRow.id).where(col(DispatchRow.memo_id).in_(level))
        level = list(session.exec(select(SendingRow.memo_id).where(col(SendingRow.parent_id).in_(below))))
    return found


def _recall_sendings(session: Session, memos: Iterable[int], why: str, when: When) -> Closed:
    """Recall every dispatch of these memos that is not closed yet, by whole sets: a sending may have 200,000."""
    listed = list(memos)
    if not listed:
        return Closed(0)
    open_here = (col(DispatchRow.memo_id).in_(listed), col(DispatchRow.state).not_in(CLOSED))
    acknowledged = session.exec(
        select(func.count()).select_from(DispatchRow).where(
            *open_here, col(DispatchRow.state).in_([DispatchState.ACKNOWLEDGED, DispatchState.FORWARDED, DispatchState.ACTED])
        )
    ).one()  # fmt: skip
    for memo in listed:
        note_many(session, "dispatch", memo, state=(None, DispatchState.RECALLED), closed_why=(None, why))
    done = session.exec(
        update(DispatchRow).where(*open_here).values(state=DispatchState.RECALLED, closed_why=why)
    ).rowcount
    here = col(TallyRow.memo_id).in_(listed)
    session.exec(update(TallyRow).where(here).values(answered=col(TallyRow.total), closed=col(TallyRow.total)))
    session.exec(
        update(SendingRow)
        .where(col(SendingRow.memo_id).in_(listed))
        .values(touched_at=when.at, state="recalled", moves=col(SendingRow.moves) + 1)
    )
    return Closed(done, acknowledged)


def _may_be_sent_again(session: Session, memo: int) -> None:
    """Let an equal sending be a new one: the recalled one keeps its number, with a remark, but is not found as having been done."""
    row = session.get_one(MemoRow, memo)
    entry = session.exec(select(EntryRow).where(EntryRow.key == row.key)).first()
    row.key = f"{row.key}:recalled:{memo}"
    if entry:
        entry.key = row.key
        add_remark(entry, "เรียกคืนแล้ว")
