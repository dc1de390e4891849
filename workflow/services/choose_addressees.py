"""Whom to send to, chosen on a page: kept until it is sent, looked at as often as one likes, sent once however often one presses."""

import uuid
from dataclasses import dataclass
from functools import cached_property

from sqlmodel import Session

from workflow.core.document import Document
from workflow.core.errors import NotFound, Refused, UsageError
from workflow.core.office import Office
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.routing.authority import stand_ins
from workflow.routing.plan import RoutingPlan, plan
from workflow.routing.plan_diff import PlanChange
from workflow.services.answer import StampRequest, forward, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo, preview_dispatch
from workflow.services.handle_papers import paper_before
from workflow.services.plan_sending import LAST, PlanQuestion, plan_sending
from workflow.services.sending import once_ready
from workflow.store.matters import look_at
from workflow.store.tables import DispatchRow, MatterRow
from workflow.store.ways_tables import DispatchChoiceRow

NAMED_AT_MOST = 20  # more addressees than that stand in a list of their own, not on the paper
SENDERS = (Role.DRAFTER, Role.REGISTRY, Role.OFFICER)


@dataclass(frozen=True)
class Start:
    """The page on which one chooses: the matter, the dispatch that is passed on (None: the owner sends), and what may be ticked.

    `usual` are predicates that the office usually sends to, `below` the units right below the sender with their names, `signers` the posts
    that may sign.
    """

    matter: int
    subject: str
    unit: str
    office: str
    parent: int | None
    from_unit: str
    usual: tuple[str, ...]
    below: tuple[tuple[str, str], ...]
    signers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Chosen:
    """What somebody chose: predicates one a line, ticks, codes out of a file (under its name), and who signs (None: as usual)."""

    words: str = ""
    ticked: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    file_name: str = ""
    by_post: str | None = None

    @cached_property
    def to(self) -> tuple[str, ...]:
        """The predicates, each once."""
        lines = (line.strip() for line in self.words.splitlines())
        return tuple(dict.fromkeys([*filter(None, lines), *self.ticked, *self.listed]))


@dataclass(frozen=True)
class ChoiceShown:
    """What would be sent: to how many and why, what is different from last time, under which number, in which words; or as what it was."""

    id: str
    start: Start
    chosen: Chosen
    plan: RoutingPlan
    count: int
    against: str | None
    changes: tuple[PlanChange, ...]
    number: str
    document: Document
    memo: int | None


@dataclass(frozen=True)
class ChoiceSent:
    """The memo under which it goes out, and whether it had been sent before."""

    memo: int
    number: str
    count: int
    again: bool


def start_choice(desk: Desk, who: WorkingAs, matter: int, parent: int | None, when: When) -> Start:
    """Return what one may choose from; NotFound where the matter is another unit's, Refused for a desk that sends nothing."""
    with desk.store.read() as session:
        return _start(session, desk, who, (matter, parent), when)


def _start(session: Session, desk: Desk, who: WorkingAs, what: tuple[int, int | None], when: When) -> Start:
    row, parent = look_at(session, what[0]), what[1]
    from_unit = _sender(session, who, row, parent)
    office = desk.office(row.office)
    below = tuple((code, office.chart.unit(code).name) for code in office.chart.children(who.unit, when.on))
    usual = office.circulate_to if parent is None else ()
    everybody = (f"ทุกหน่วยในสังกัด {who.unit}",) if below else ()
    return Start(
        row.id or 0, row.subject, who.unit, office.code, parent, from_unit, (*usual, *everybody), below, _signers(office, who.unit, when)
    )  # fmt: skip


def _sender(session: Session, who: WorkingAs, row: MatterRow, parent: int | None) -> str:
    """Return from which unit the paper came; only the owner sends a matter, only whom it reached passes it on."""
    if parent is not None:
        sent = paper_before(session, who, parent)
        if sent.matter_id == row.id:
            return sent.from_unit
    elif row.office == who.office and row.unit == who.unit:
        if who.role in SENDERS:
            return row.unit
        raise Refused(f"“{to_thai(who.title)}” เวียนหนังสือไม่ได้", next_step="ให้เจ้าหน้าที่เจ้าของเรื่องหรืองานสารบรรณของหน่วยเวียน")
    raise NotFound(f"ไม่พบเรื่องที่ {to_thai(row.id)}", next_step="กลับไปที่รายการเรื่อง แล้วเลือกจากหน้านั้น")


def _signers(office: Office, unit: str, when: When) -> tuple[tuple[str, str], ...]:
    """Return the posts with a holder that may sign for the unit's head: as usual first (who acts, else the head), each as people call it."""
    head = office.chart.receiver(unit, when.on)
    if head is None:
        return ()
    acting = stand_ins(office.chart, head.code, when.on, unit=unit)
    held = [(post, office.chart.holder(post, when.on)) for post in dict.fromkeys([*acting, head.code])]
    return tuple((post, f"{holder.rank or ''} {holder.name} ({post})".strip()) for post, holder in held if holder)


def keep_choice(desk: Desk, who: WorkingAs, what: tuple[int, int | None], chosen: Chosen, when: When) -> str:
    """Keep a choice and return its name; UsageError for an empty one, and the errors of words that mean nobody. Nothing is sent."""
    if not chosen.to:
        raise UsageError("ยังไม่ได้เลือกผู้รับ", next_step="พิมพ์เงื่อนไข ติ๊กเลือก หรือแนบแฟ้มรายชื่อ อย่างใดอย่างหนึ่งหรือหลายอย่าง")
    with desk.store.write() as session:
        start = _start(session, desk, who, what, when)
        plan(desk.office(start.office).chart, chosen.to, sender=start.unit, on=when.on)
        row = DispatchChoiceRow(
            id=uuid.uuid4().hex, matter_id=start.matter, parent_id=start.parent, unit=start.unit, account=who.account,
            by_post=chosen.by_post, words=chosen.words, ticked=list(chosen.ticked), listed=list(chosen.listed),
            file_name=chosen.file_name, made_at=when.at,
        )  # fmt: skip
        session.add(row)
    return row.id


def show_choice(desk: Desk, who: WorkingAs, name: str, when: When) -> ChoiceShown:
    """Return what a choice would send as of a moment; every rule that would stop it stops it here already. Nothing is kept."""
    with desk.store.read() as session:
        row = _kept(session, who, name)
        start = _start(session, desk, who, (row.matter_id, row.parent_id), when)
    chosen = _chosen(row)
    request = _request(start, chosen, when)
    shown = _against_last(desk, start, chosen, when)
    done, document = once_ready(desk, lambda: preview_dispatch(desk, request))
    return ChoiceShown(
        name, start, chosen, shown[0], done.count, shown[1], shown[2], done.number or "", document,
        row.memo_id or (done.memo if done.again else None),
    )  # fmt: skip


def send_choice(desk: Desk, who: WorkingAs, name: str, when: When) -> ChoiceSent:
    """Send what was chosen; a paper that is passed on is stamped first. Pressed again, it tells what was sent the first time."""
    with desk.store.read() as session:
        row = _kept(session, who, name)
        start = _start(session, desk, who, (row.matter_id, row.parent_id), when)
        if row.memo_id is not None:
            return ChoiceSent(row.memo_id, "", 0, again=True)
        unit = session.get_one(DispatchRow, start.parent).unit if start.parent else ""
    request = _request(start, _chosen(row), when)
    if start.parent is None:
        done = dispatch_memo(desk, request)
    else:
        once_ready(desk, lambda: preview_dispatch(desk, request))  # what cannot be passed on is not stamped either
        stamp_receipt(desk, StampRequest(start.matter, unit, when, dispatch=start.parent))
        done = forward(desk, request)
    with desk.store.write() as session:
        session.get_one(DispatchChoiceRow, name).memo_id = done.memo
    return ChoiceSent(done.memo or 0, done.number or "", done.count, done.again)


def _request(start: Start, chosen: Chosen, when: When) -> DispatchRequest:
    annexed = len(chosen.to) > NAMED_AT_MOST
    return DispatchRequest(
        start.matter, chosen.to, when, by_post=chosen.by_post, unit=start.unit, parent=start.parent, annexed=annexed
    )


def _against_last(
    desk: Desk, start: Start, chosen: Chosen, when: When
) -> tuple[RoutingPlan, str | None, tuple[PlanChange, ...]]:
    """Return the plan with what is different from the unit's last sending of the matter, where there was one."""
    try:
        shown = plan_sending(desk, PlanQuestion(start.matter, chosen.to, when, start.unit, LAST))
    except NotFound:
        shown = plan_sending(desk, PlanQuestion(start.matter, chosen.to, when, start.unit))
    return shown.plan, shown.against, shown.changes


def _kept(session: Session, who: WorkingAs, name: str) -> DispatchChoiceRow:
    row = session.get(DispatchChoiceRow, name)
    if row is None or row.unit != who.unit:
        raise NotFound("ไม่พบรายการผู้รับที่เลือกไว้", next_step="กลับไปเลือกผู้รับใหม่จากหน้าเรื่อง")
    return row


def _chosen(row: DispatchChoiceRow) -> Chosen:
    return Chosen(row.words, tuple(row.ticked), tuple(row.listed), row.file_name, row.by_post)
