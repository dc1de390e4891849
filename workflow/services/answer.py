"""A unit answers: its registry stamps the paper, a person acknowledges it, or the unit passes it further down."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, select

from workflow.core.dispatch import DispatchMove, DispatchState, after
from workflow.core.errors import NotFound, SarabanError
from workflow.core.evidence_level import EvidenceLevel
from workflow.core.office import Office
from workflow.core.org import OrgChart
from workflow.core.register import Book, RegisterKey
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.acknowledging import REHEARSED, Word, not_before, wrong_unit
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import Dispatched, DispatchRequest, dispatch_in
from workflow.services.sending import once_ready
from workflow.services.take_words import Answered, Spoken, take_words
from workflow.services.write_memo import render_memos
from workflow.store.matters import Trail, dispatch_numbered, dispatch_to, matter
from workflow.store.registers import EntryDraft, Registers
from workflow.store.tables import DispatchRow, MatterRow, MemoRow, ReceiptRow
from workflow.store.tallies import answered_by, count

__all__ = ["REHEARSED", "AckRequest", "Answered", "StampRequest", "acknowledge", "forward", "stamp_receipt"]


@dataclass(frozen=True)
class StampRequest:
    """A registry stamps the paper of a matter; a unit's own desk (ฝ่ายอำนวยการ) may stamp what was sent to the unit above it.

    `dispatch` says which paper when the unit got several (None: the only one it has to answer).
    """

    matter: int
    unit: str
    when: When
    paper_number: int | None = None
    remark: str = ""
    dispatch: int | None = None


@dataclass(frozen=True)
class AckRequest:
    """A person says รับทราบ for a unit: by which post, and how we know (core/evidence_level.py); `dispatch` as in StampRequest."""

    matter: int
    unit: str
    when: When
    by_post: str | None = None
    name: str | None = None
    evidence: str = EvidenceLevel.COMMAND
    dispatch: int | None = None


def stamp_receipt(desk: Desk, request: StampRequest) -> Answered:
    """Enter the paper in the unit's incoming register; stamping twice gives the first number again, and says so of one sent anew."""
    with desk.store.write() as session:
        return stamp_in(session, desk, request)


def stamp_in(session: Session, desk: Desk, request: StampRequest) -> Answered:
    """Stamp inside a transaction that is already open (with the word of whoever reads the paper at the same desk)."""
    row = matter(session, request.matter)
    office = desk.office(row.office)
    sent = _to_desk(session, office.chart, request)
    known = session.exec(
        select(ReceiptRow).where(ReceiptRow.dispatch_id == sent.id, ReceiptRow.unit == request.unit)
    ).first()
    if known:
        if sent.state == DispatchState.SENT:
            # sent again since it was stamped: it is with the unit once more, under its old number
            sent.state = after(DispatchState(sent.state), DispatchMove.RECEIVE)
            text = f"ได้รับอีกครั้ง เลขรับเดิม {to_thai(known.number)}{request.remark}"
            Trail(session, request.matter).note("received", request.unit, text, request.when, sent.id)
        return Answered(to_thai(known.number), again=True)
    not_before(sent.sent_at, request.when)
    first = not session.exec(select(ReceiptRow.id).where(ReceiptRow.dispatch_id == sent.id).limit(1)).first()
    if sent.state == DispatchState.SENT:
        sent.state = after(DispatchState(sent.state), DispatchMove.RECEIVE)
    count(session, sent, request.when.at, {"received": int(first)})
    number = _enter(session, office, row, sent, request)
    session.add(ReceiptRow(dispatch_id=sent.id or 0, unit=request.unit, number=number, at=request.when.at))
    text = f"ลงรับ เลขรับ {to_thai(number)}{request.remark}"
    Trail(session, request.matter).note("received", request.unit, text, request.when, sent.id)
    return Answered(to_thai(number))


def acknowledge(desk: Desk, request: AckRequest) -> Answered:
    """Record that a named person acknowledged, in a capacity; the same person twice is one acknowledgement."""
    with desk.store.write() as session:
        desk.office(matter(session, request.matter).office).chart.unit(request.unit)
        number = request.dispatch or dispatch_to(session, request.matter, request.unit).id or 0
        word = Word(request.when, request.by_post, request.name, EvidenceLevel(request.evidence))
        (done,) = take_words(session, desk, [Spoken(number, word, request.matter, request.unit)])
    if isinstance(done, SarabanError):
        raise done
    return done


def forward(desk: Desk, request: DispatchRequest) -> Dispatched:
    """Pass the paper further down under the unit's own number; `request.unit` names the unit that does so, `parent` which paper."""
    desk.fonts()  # a missing typeface must stop us before a number is taken
    done = once_ready(desk, lambda: _forwarded(desk, request))
    render_memos(desk, request.matter)
    return done


def _forwarded(desk: Desk, request: DispatchRequest) -> Dispatched:
    unit = request.unit or ""
    with desk.store.write() as session:
        desk.office(matter(session, request.matter).office).chart.unit(unit)
        sent = _to_unit(session, request.matter, unit, request.parent)
        not_before(sent.sent_at, request.when)
        done = dispatch_in(session, desk, replace(request, parent=sent.id))
        if not done.again:
            before, sent.state = sent.state, after(DispatchState(sent.state), DispatchMove.FORWARD)
            first = int(before != DispatchState.FORWARDED)
            count(session, sent, request.when.at, {"forwarded": first, "answered": answered_by(before, sent.state)})
    return done


def _to_unit(session: Session, matter_id: int, unit: str, number: int | None) -> DispatchRow:
    """Return the dispatch with that number, or else the one the unit has to answer; Refused when it went to another unit."""
    return dispatch_to(session, matter_id, unit) if number is None else _named(session, matter_id, number, (unit,))


def _to_desk(session: Session, chart: OrgChart, request: StampRequest) -> DispatchRow:
    """Return the dispatch to the unit, or to the nearest unit above whose desk it is."""
    chart.unit(request.unit)
    units = (request.unit, *chart.ancestors(request.unit, request.when.on))
    if request.dispatch is not None:
        return _named(session, request.matter, request.dispatch, units)
    for unit in units:
        try:
            return dispatch_to(session, request.matter, unit)
        except NotFound:
            continue
    return dispatch_to(session, request.matter, request.unit)


def _named(session: Session, matter_id: int, number: int, units: tuple[str, ...]) -> DispatchRow:
    sent = dispatch_numbered(session, matter_id, number)
    if sent.unit not in units:
        raise wrong_unit(number, sent.unit, units[0], matter_id)
    return sent


def receipt_key(dispatch: int | None, unit: str) -> str:
    """Return the key of the register's line for a receipt: one unit stamps one dispatch once."""
    return f"receipt:{dispatch}:{unit}"


def receipt_draft(session: Session, row: MatterRow, sent: DispatchRow, unit: str, at: datetime) -> EntryDraft:
    """Return what a unit's incoming register says of a dispatch it received."""
    memo = session.get_one(MemoRow, sent.memo_id)
    return EntryDraft(
        key=receipt_key(sent.id, unit), at=at, matter_id=row.id, subject=row.subject, letter_number=memo.number,
        letter_date=memo.dated, sender=sent.from_unit, addressee=sent.post,
    )  # fmt: skip


def _enter(session: Session, office: Office, row: MatterRow, sent: DispatchRow, request: StampRequest) -> int:
    register = RegisterKey(request.unit, Book.INCOMING, be_year(request.when.on))
    draft = replace(receipt_draft(session, row, sent, request.unit, request.when.at), remark=request.remark.strip())
    registers = Registers(session, office.code, office.openings)
    if request.paper_number is None:
        return registers.issue(register, draft).number
    return registers.record(register, request.paper_number, draft).number
