"""Send a memo down the command: plan, number, write and send in one transaction, so that a crash leaves all of it or nothing.

An equal request made again (after a crash, or by a second click) finds the first one's number and only finishes its files.
"""

import hashlib
from dataclasses import dataclass, field, replace

from sqlmodel import Session

from workflow import failpoints
from workflow.core.bundle_facts import result_letter
from workflow.core.document import Document, SignatureBlock
from workflow.core.errors import Refused
from workflow.core.letter_number import book_for, number_form
from workflow.core.matter import MatterMove
from workflow.core.memo_kind import AddressGroup, CaseFile, CitedOrder, CitedPaper
from workflow.core.office import Office
from workflow.core.register import RegisterKey
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.plan import RoutingPlan, plan
from workflow.services import ask_evidence
from workflow.services.desk import Desk
from workflow.services.gather_case import LetterHead, default_signature, restated, result_case
from workflow.services.sending import Recipients, hand_out, once_ready, recipients
from workflow.services.write_memo import MemoRequest, number_memo, put_memo, render_memos
from workflow.store.corrections import reading_in_force
from workflow.store.json_shapes import document_from
from workflow.store.matters import Trail, last_memo, last_order, matter, memo_by_key, move
from workflow.store.registers import BY_THIS_PROGRAM, EntryDraft, Registers
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import DispatchRow, MatterRow, MemoRow

ANNEX = "ผู้รับตามบัญชีแนบท้าย"


@dataclass(frozen=True)
class DispatchRequest:
    """What to send to whom: `to` are predicates on the chart; `unit` sends (None: the owner); `parent` is the dispatch passed on.

    `annexed`: the addressees are too many to name on the paper, which says that they stand in a list of their own.
    """

    matter: int
    to: tuple[str, ...]
    when: When
    kind: str = "forwarding-note"
    by_post: str | None = None
    unit: str | None = None
    parent: int | None = None
    block: SignatureBlock | None = None
    paper_number: int | None = None
    remark: str = ""
    reports: str = "result-report"
    annexed: bool = False


@dataclass(frozen=True)
class Dispatched:
    """The number under which it went out (None in a dry run), the plan, and whether it had gone out before.

    `count` is to how many it goes; not `complete`, it is still being written in pieces (`show_sending` tells how far).
    """

    number: str | None
    plan: RoutingPlan
    memo: int | None = None
    again: bool = False
    count: int = 0
    complete: bool = True


@dataclass(frozen=True)
class _Sending:
    """The request with what the transaction found about it."""

    desk: Desk
    session: Session
    office: Office
    request: DispatchRequest
    row: MatterRow
    unit: str
    key: str
    plan: RoutingPlan = field(repr=False)
    to: Recipients = field(repr=False)


def count_recipients(desk: Desk, request: DispatchRequest, routing: RoutingPlan) -> int:
    """Return to how many a plan would go now; Refused when it means everybody of a unit and the roster knows nobody there."""
    if not routing.everyone:
        return len(routing.dispatches)
    with desk.store.write() as session:  # the seats of today's tree are kept on the way
        return recipients(session, desk.office(matter(session, request.matter).office), request.when.on, routing).count


def dispatch_memo(desk: Desk, request: DispatchRequest) -> Dispatched:
    """Send the memo; safe to run again after a crash at any point."""
    desk.fonts()  # a missing typeface must stop us before a number is taken
    done = once_ready(desk, lambda: _dispatched(desk, request))
    render_memos(desk, request.matter)
    return done


def _dispatched(desk: Desk, request: DispatchRequest) -> Dispatched:
    with desk.store.write() as session:
        return dispatch_in(session, desk, request)


def preview_dispatch(desk: Desk, request: DispatchRequest) -> tuple[Dispatched, Document]:
    """Return what would be sent, with its probable number and its words: it is done in a transaction that is then taken back."""
    try:
        with desk.store.write() as session:
            done = dispatch_in(session, desk, request)
            raise _OnlyTried(done, document_from(session.get_one(MemoRow, done.memo).document))
    except _OnlyTried as tried:
        return tried.done, tried.document


class _OnlyTried(Exception):
    """Takes the transaction back."""

    def __init__(self, done: Dispatched, document: Document) -> None:
        super().__init__()
        self.done, self.document = done, document


def dispatch_in(session: Session, desk: Desk, request: DispatchRequest) -> Dispatched:
    """Send inside a transaction that is already open (passing on also changes the state of what is passed on)."""
    row = matter(session, request.matter)
    office = desk.office(row.office)
    unit = request.unit or row.unit
    routing = plan(office.chart, request.to, sender=unit, on=request.when.on)
    key = _key(request, unit, routing)
    sent = memo_by_key(session, key)
    if sent:
        known = session.get_one(SendingRow, sent.id)
        return Dispatched(sent.number, routing, sent.id, True, known.planned, known.state == "sent")
    to = recipients(session, office, request.when.on, routing)
    sending = _Sending(desk, session, office, request, row, unit, key, routing, to)
    if request.parent is None:
        move(row, MatterMove.DISPATCH)
    line = _line(sending)
    memo = put_memo(session, desk, MemoRequest(request.matter, request.kind, key), _case(sending, line.expected))
    begun = _send(sending, memo)
    failpoints.reached("dispatch.handed-out")
    number = line.take()  # last: whoever has a number holds up everybody else at that book
    number_memo(memo, number)
    Trail(session, request.matter).note(
        "dispatched" if request.parent is None else "forwarded", unit,
        f"ส่ง {to_thai(to.count)} ราย ที่ {number}{request.remark}", request.when, request.parent,
    )  # fmt: skip
    return Dispatched(number, routing, memo.id, count=to.count, complete=begun.state == "sent")


def _key(request: DispatchRequest, unit: str, routing: RoutingPlan) -> str:
    """Return the same key for the same paper to the same posts, in whatever words or order they were named."""
    crowds = (f"everyone {unit} without {sorted(e.without)}" for e in routing.everyone for unit in e.units)
    words = "\n".join(
        [request.kind, str(request.parent), unit, *sorted(d.post for d in routing.dispatches), *sorted(crowds)]
    )
    return f"dispatch:{request.matter}:{hashlib.sha256(words.encode()).hexdigest()[:24]}"


@dataclass(frozen=True)
class _Line:
    """A line of the register that is ready to be written: all but its number."""

    registers: Registers
    register: RegisterKey
    draft: EntryDraft
    fixed: int | None

    @property
    def expected(self) -> str:
        """The number it will probably get; what is laid out with it has room for the one it does get."""
        number = self.fixed or self.registers.next_numbers(self.register, 1)[0]
        return self.draft.form.write(number) if self.draft.form else str(number)

    def take(self) -> str:
        """Take the number, and hold the register until the transaction ends."""
        if self.fixed is None:
            return self.registers.issue(self.register, self.draft).letter_number
        return self.registers.record(self.register, self.fixed, self.draft).letter_number


def _line(sending: _Sending) -> _Line:
    office, request = sending.office, sending.request
    unit = office.chart.unit(sending.unit)
    if not unit.can_issue_number:
        raise Refused(
            f"{unit.code} ไม่มีทะเบียนส่งของตนเอง", next_step="ให้หน่วยเหนือออกเลขแทน หรือกำหนด number_prefix ใน units.csv"
        )
    circular = sending.desk.kind(request.kind).circular
    register = RegisterKey(unit.code, book_for(unit, circular=circular), be_year(request.when.on))
    draft = EntryDraft(
        key=sending.key, at=request.when.at, matter_id=request.matter, subject=sending.row.subject,
        letter_date=request.when.on, sender=unit.code, addressee=_addressed(sending), remark=request.remark.strip(),
        method=BY_THIS_PROGRAM, form=number_form(unit, register.book, register.year, circular=circular),
    )  # fmt: skip
    return _Line(Registers(sending.session, office.code, office.openings), register, draft, request.paper_number)


def _case(sending: _Sending, number: str) -> CaseFile:
    """Return what the paper sent is written from: the result it tells of, the paper it rides on, the order, the groups."""
    office, request, on = sending.office, sending.request, sending.request.when.on
    block = request.block or default_signature(office.chart, sending.unit, on, request.by_post)
    groups = _groups(sending)
    reading = reading_in_force(sending.session, sending.row)
    case = replace(
        result_case(reading, office, LetterHead(sending.unit, number, on, block)),
        to=tuple(name for group in groups for name in group.to) if request.annexed else request.to, via=None,
        subject=restated(sending.row.subject), host=_host(sending), order=_order(sending), groups=groups,
    )  # fmt: skip
    return _asking(sending, case) if request.kind == ask_evidence.KIND else case


def _asking(sending: _Sending, case: CaseFile) -> CaseFile:
    """Return the case of a request for evidence; the kind refuses when no round lies ahead."""
    units = {to.unit for to in sending.plan.dispatches}
    coming = ask_evidence.next_round(
        sending.session, sending.desk, sending.office.code, on=sending.request.when.on, units=units
    )
    return replace(case, next_round=coming, subject=ask_evidence.subject_of(coming) if coming else case.subject)


def _groups(sending: _Sending) -> tuple[AddressGroup, ...]:
    """Return the groups as the paper names them: each outright, or by the list that goes with it."""
    if not sending.request.annexed:
        return sending.plan.groups
    return tuple(replace(group, to=(f"{ANNEX} ({to_thai(len(group.to))} ราย)",)) for group in sending.plan.groups)


def _addressed(sending: _Sending) -> str:
    """Return what the register says of the addressees."""
    return f"{ANNEX} ({to_thai(sending.to.count)} ราย)" if sending.request.annexed else " / ".join(sending.request.to)


def _host(sending: _Sending) -> CitedPaper:
    """Return the paper the note rides on: the result memo for the owner, the note received for a unit that passes it on."""
    session, request = sending.session, sending.request
    if request.parent is not None:
        return _cited(sending, session.get_one(MemoRow, session.get_one(DispatchRow, request.parent).memo_id))
    return _cited(sending, last_memo(session, request.matter, request.reports))


def _cited(sending: _Sending, paper: MemoRow) -> CitedPaper:
    subject = paper.document["head"].get("subject") or restated(sending.row.subject)
    return CitedPaper(paper.unit, paper.number, paper.dated or sending.request.when.on, subject)


def _order(sending: _Sending) -> CitedOrder | None:
    given = last_order(sending.session, sending.request.matter)
    if given is None:
        return None
    host = _cited(sending, sending.session.get_one(MemoRow, given.memo_id))
    return CitedOrder(sending.office.short_name, When(given.at).on, tuple(given.text.splitlines()), host)


def _send(sending: _Sending, memo: MemoRow) -> SendingRow:
    row = _sending_row(sending, memo)
    sending.session.add(row)
    sending.session.flush()
    hand_out(sending.session, sending.desk, row, sending.to)
    return row


def _sending_row(sending: _Sending, memo: MemoRow) -> SendingRow:
    calendar, request, routing = sending.desk.calendar(), sending.request, sending.plan
    letter = result_letter(reading_in_force(sending.session, sending.row))
    days = sending.office.due_days.get(letter.urgency if letter else None, sending.office.due_days[None])
    kept: dict[str, object] = {"findings": [finding.message for finding in routing.findings]}
    if request.annexed:
        kept["annexed"] = True
    return SendingRow(
        memo_id=memo.id or 0, matter_id=request.matter, parent_id=request.parent, from_unit=sending.unit,
        predicate=routing.predicate, plan=kept, planned=sending.to.count, state="sent",
        due_on=calendar.add(request.when.on, days), calendar_version=calendar.version, tree=sending.to.tree,
        sent_at=request.when.at, touched_at=request.when.at,
    )  # fmt: skip
