"""Hand a memo out to its recipients: a few thousand at once, more of them in pieces by the durable engine.

A sending to at most `AT_ONCE` recipients is written in the transaction that takes its number. Above that the transaction takes the number,
keeps whom it goes to, and enqueues the work; every piece is one transaction of its own, and the last finds that all are there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlmodel import Session

from workflow import failpoints
from workflow.core.errors import NotFound, Refused, SarabanError
from workflow.core.office import Office
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.durable.port import EngineNotReady
from workflow.routing.plan import RoutingPlan
from workflow.routing.seats import tree_of
from workflow.services.desk import Desk
from workflow.store import sendings
from workflow.store.matters import Trail
from workflow.store.roster import lock_roster
from workflow.store.sending_tables import SendingRow
from workflow.store.sendings import Addressee, Crowd
from workflow.store.tables import MatterRow
from workflow.store.tallies import keep_tree

T = TypeVar("T")
WORK = "send"
AT_ONCE = 5_000  # the book of numbers waits meanwhile, so fewer than a worker's piece


@dataclass(frozen=True)
class Recipients:
    """Whom a sending goes to: named one by one, and people by the seats of their units; `count` of them all, seated in `tree`."""

    named: tuple[Addressee, ...]
    crowds: tuple[Crowd, ...]
    count: int
    tree: str


def once_ready(desk: Desk, act: Callable[[], T]) -> T:
    """Do something that may hand work in; the first time in the life of a database the engine's tables are made first."""
    try:
        return act()
    except EngineNotReady:  # the transaction was rolled back: no number is lost
        desk.engine.prepare()
        return act()


def recipients(session: Session, office: Office, on: date, routing: RoutingPlan) -> Recipients:
    """Return whom the plan comes to today; Refused when everybody of a unit is meant and the roster knows nobody there."""
    tree = tree_of(office.chart, on)
    keep_tree(session, tree)
    named = tuple(Addressee(d.post, d.unit, d.reason, d.downward) for d in routing.dispatches)
    if not routing.everyone:
        return Recipients(named, (), len(named), tree.name)
    lock_roster(session, office.code)
    crowds = tuple(_crowds(session, office.code, tree.name, routing))
    found = sendings.people(session, office.code, tree.name, crowds)
    if not found:
        units = ", ".join(e.unit for e in routing.everyone)
        raise Refused(
            f"ทะเบียนอัตรากำลังไม่มีบุคคลในสังกัด {to_thai(units)}",
            next_step=f"นำเข้ารายชื่อก่อนด้วย saraban roster import {office.code} แฟ้ม.csv",
        )
    return Recipients(named, crowds, len(named) + found, tree.name)


def _crowds(session: Session, office: str, tree: str, routing: RoutingPlan) -> list[Crowd]:
    return [
        Crowd(e.reason, e.downward, spans, sendings.on_roster(session, office, e.without))
        for e in routing.everyone
        for spans in sendings.crowds_of(session, tree, e.units)
    ]


def hand_out(session: Session, desk: Desk, sending: SendingRow, to: Recipients) -> None:
    """Write the dispatches of a sending now, or enqueue the work of writing them in pieces."""
    if to.count <= AT_ONCE:
        sendings.write_addressees(session, sending, to.named)
        _write_everybody(session, sending, to.crowds)
        return
    sending.state, sending.plan = "sending", {**sending.plan, "crowds": [vars(crowd) for crowd in to.crowds]}
    sendings.keep_lists(session, sending.memo_id, to.named)
    enqueue(session, desk, sending)


def enqueue(session: Session, desk: Desk, sending: SendingRow) -> None:
    """Hand in the work of writing what is left of a sending."""
    session.flush()
    desk.engine.enqueue(session, WORK, f"send:{sending.memo_id}:{sending.round}", sending.memo_id)
    failpoints.reached("sending.enqueued")


def _write_everybody(session: Session, sending: SendingRow, crowds: tuple[Crowd, ...]) -> None:
    office = _office_of(session, sending)
    if crowds and (last := sendings.next_place(session, 0, size=2**31 - 1)):
        sendings.write_people(session, office, sending, crowds, last)


def write_piece(session: Session, memo: int, at: datetime) -> bool:
    """Write the next few thousand dispatches; return whether there is more to do.

    The row of the sending is locked and says where to go on, so that nothing is written twice whoever does the work, and how often.
    """
    sending = sendings.sending_of(session, memo)
    if sending is None or sending.state != "sending":
        return False  # stopped by a person, or done by another round
    sending.begun_at = sending.begun_at or at
    sending.moved_at = at
    if named := sendings.take_list(session, memo):
        sendings.write_addressees(session, sending, named)
        failpoints.reached("sending.piece-written")
        return True
    crowds, office = sendings.crowds_from(sending.plan.get("crowds", ())), _office_of(session, sending)
    if crowds and (place := sendings.next_place(session, sending.roster_id)):
        sendings.write_people(session, office, sending, crowds, place)
        failpoints.reached("sending.piece-written")
        return True
    _finish(session, sending, at)
    return False


def _finish(session: Session, sending: SendingRow, at: datetime) -> None:
    """Say that all have it, after counting them; an error when they are not as many as were meant."""
    session.flush()
    there, counted = sendings.totals(session, sending.memo_id)
    if not there == counted == sending.written == sending.planned:
        raise SarabanError(
            f"เขียนผู้รับได้ {to_thai(there)} ราย (ตัวนับ {to_thai(counted)}) จากที่วางแผนไว้ {to_thai(sending.planned)} ราย",
            next_step="แจ้งผู้ดูแลระบบ",
        )
    sending.state = "sent"
    text = f"ส่งครบ {to_thai(there)} ราย"
    Trail(session, sending.matter_id).note("sent-out", sending.from_unit, text, When(at))


def record_failure(session: Session, error: str, memo: int, at: datetime) -> None:
    """Keep why a sending does not go on, for people; what was written stays, and it can be resumed."""
    sending = sendings.sending_of(session, memo)
    if sending is not None and sending.state == "sending":
        sending.state, sending.trouble, sending.moved_at = "failed", error.partition("\n")[0][:300], at


def stop_sending(session: Session, memo: int) -> SendingRow:
    """Let no further piece be written; Refused when it is not under way."""
    sending = _known(session, memo)
    if sending.state != "sending":
        raise Refused(f"บันทึกลำดับที่ {to_thai(memo)} ไม่ได้อยู่ระหว่างส่ง", next_step=f"ดูสถานะด้วย saraban sending show {memo}")
    sending.state = "stopped"
    return sending


def resume_sending(session: Session, desk: Desk, memo: int) -> SendingRow:
    """Go on with a sending that was stopped or failed: to whom it has not reached yet, by the roster as it is now."""
    sending = _known(session, memo)
    if sending.state not in {"stopped", "failed"}:
        raise Refused(f"บันทึกลำดับที่ {to_thai(memo)} ไม่ได้หยุดส่งไว้", next_step=f"ดูสถานะด้วย saraban sending show {memo}")
    office = _office_of(session, sending)
    lock_roster(session, office)
    crowds = sendings.crowds_from(sending.plan.get("crowds", ()))
    left = sendings.people(session, office, sending.tree, crowds, after=sending.roster_id)
    sending.planned = sending.written + sendings.waiting_addressees(session, memo) + left
    sending.state, sending.trouble, sending.round = "sending", "", sending.round + 1
    enqueue(session, desk, sending)
    return sending


def _known(session: Session, memo: int) -> SendingRow:
    sending = sendings.sending_of(session, memo)
    if sending is None:
        raise NotFound(f"บันทึกลำดับที่ {to_thai(memo)} ยังไม่เคยส่ง", next_step="ดูรายการด้วย saraban sendings")
    return sending


def _office_of(session: Session, sending: SendingRow) -> str:
    return session.get_one(MatterRow, sending.matter_id).office
