"""Send a paper anew under its own number: to another post instead of the one it was sent to, or to the same one again.

CorrespondenceDeleteGovernmentDocumentRequest withdraws in order to resend; here both are one act, so that nothing is lost between.
"""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, select

from workflow.core.dispatch import DispatchMove, DispatchState, after
from workflow.core.errors import Conflict, Refused
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.plan import PlannedDispatch, plan
from workflow.services.close_paper import close
from workflow.services.desk import Desk
from workflow.store.matters import Trail, dispatch_numbered, matter
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import DispatchRow
from workflow.store.tallies import add_to_tally, count


@dataclass(frozen=True)
class Resend:
    """Which dispatch is sent anew, to whom (a predicate that means one post; None: the same post), why, and when."""

    matter: int
    dispatch: int
    why: str
    when: When
    to: str | None = None


@dataclass(frozen=True)
class Resent:
    """The dispatch under which the paper is on its way now, and to whom."""

    dispatch: int
    post: str
    unit: str


def resend(desk: Desk, request: Resend) -> Resent:
    """Withdraw a dispatch and send the paper anew; Refused when it was answered, Conflict when the new addressee has it already."""
    with desk.store.write() as session:
        row = matter(session, request.matter)
        chart = desk.office(row.office).chart
        sent = dispatch_numbered(session, request.matter, request.dispatch)
        if request.to is None:
            return _again(session, desk, sent, request)
        found = plan(chart, (request.to,), sender=sent.from_unit, on=request.when.on).dispatches
        if len(found) != 1:
            raise Refused(
                f"“{request.to}” หมายถึง {to_thai(len(found))} ราย การส่งใหม่แทนฉบับเดิมต้องระบุผู้รับรายเดียว",
                next_step="ระบุตำแหน่งหรือหน่วยเดียว หรือส่งเพิ่มด้วย saraban dispatch",
            )
        return replace_dispatch(session, desk, sent, found[0], (DispatchMove.WITHDRAW, request.why, request.when))


def replace_dispatch(
    session: Session, desk: Desk, sent: DispatchRow, to: PlannedDispatch, act: tuple[DispatchMove, str, When]
) -> Resent:
    """Close a dispatch and open one to another post under the same number; the new one names the old."""
    move, why, when = act
    if to.post == sent.post:
        raise Refused(f"{to_thai(to.post)} คือผู้รับเดิม", next_step="ส่งซ้ำถึงผู้รับเดิมโดยไม่ต้องระบุ --to")
    where = (DispatchRow.memo_id == sent.memo_id, DispatchRow.post == to.post)
    if known := session.exec(select(DispatchRow.id).where(*where)).first():
        raise Conflict(
            f"{to_thai(to.post)} ได้รับหนังสือฉบับนี้อยู่แล้ว (ฉบับที่ {to_thai(known)})",
            next_step="ถอนฉบับเดิมอย่างเดียวด้วย saraban recall --dispatch",
        )
    close(session, sent, move, why, when)
    new = DispatchRow(
        matter_id=sent.matter_id, memo_id=sent.memo_id, parent_id=sent.parent_id, from_unit=sent.from_unit, unit=to.unit,
        post=to.post, reason=f"ส่งแทน {sent.post}: {why}", downward=to.downward, state=DispatchState.SENT,
        due_on=_due_anew(desk, sent, when), calendar_version=desk.calendar().version, sent_at=when.at, replaces_id=sent.id,
    )  # fmt: skip
    session.add(new)
    session.flush()
    add_to_tally(session, session.get_one(SendingRow, sent.memo_id), to.unit, when.at)
    text = to_thai(f"ส่งใหม่ถึง {to.post} แทน {sent.post}: {why}")
    Trail(session, sent.matter_id).note("resent", sent.from_unit, text, when, new.id)
    return Resent(new.id or 0, to.post, to.unit)


def _due_anew(desk: Desk, sent: DispatchRow, when: When) -> date:
    """Return the due day of a paper that goes out again: as many working days as it had the first time."""
    calendar = desk.calendar()
    return calendar.add(when.on, max(0, calendar.between(When(sent.sent_at).on, sent.due_on)))


def _again(session: Session, desk: Desk, sent: DispatchRow, request: Resend) -> Resent:
    """Send to the same post again; the answer days run from now."""
    before = DispatchState(sent.state)
    sent.state = after(before, DispatchMove.RESEND)
    sent.due_on = _due_anew(desk, sent, request.when)
    sent.sent_at, sent.closed_why = request.when.at, None
    count(session, sent, request.when.at, {"answered": -1, "closed": -1})
    text = to_thai(f"ส่งซ้ำถึง {sent.post}: {request.why}")
    Trail(session, sent.matter_id).note("resent", sent.from_unit, text, request.when, sent.id)
    return Resent(sent.id or 0, sent.post, sent.unit)
