"""The main job from one file: read, receive, write, and, where the file already holds later papers, replay what they did.

A bundle such as the police one of 2562 holds the letter, the memo with its order, and the endorsements: each becomes the act it
records, with the dates and numbers the paper bears. What the paper does not tell is left undone, and said.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from workflow.core.bundle_facts import number_prefix, papers, result_letter, running_number
from workflow.core.errors import NotFound
from workflow.core.office import Office
from workflow.core.reading import Instrument, Reading, Stamp
from workflow.core.register import Book, RegisterKey
from workflow.core.thai_date import be_year, short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.units import find_unit, look_alike
from workflow.services.answer import AckRequest, StampRequest, acknowledge, forward, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.gather_case import paper_signature
from workflow.services.give_order import Decision, give_order
from workflow.services.receive_letter import Arrival, Received, receive_letter
from workflow.store.matters import Trail, dispatch_under, matter
from workflow.store.registers import EntryDraft, Registers

Tell = Callable[[str], None]


@dataclass(frozen=True)
class BundleRun:
    """A run of the main job: the desk, the office, what was read, and where to tell what happens."""

    desk: Desk
    office: Office
    received: Received
    tell: Tell

    @property
    def reading(self) -> Reading:
        """What was read."""
        return self.received.reading

    @property
    def matter(self) -> int:
        """The matter opened."""
        return self.received.matter


def run_bundle(desk: Desk, arrival: Arrival, tell: Tell) -> BundleRun:
    """Do all that the file allows; every step may be run again and finds its earlier self."""
    office = desk.office(arrival.office)
    reading = desk.read(arrival.path)
    tell(f"อ่านแล้ว {to_thai(reading.source.pages)} หน้า พบ {to_thai(len(reading.instruments))} ฉบับ")
    _tell_doubts(reading, tell)
    received = receive_letter(
        desk, _as_stamped(replace(arrival, unit=arrival.unit or office.owner_unit), office, reading)
    )
    run = BundleRun(desk, office, received, tell)
    tell(
        f"ลงรับที่ {arrival.unit or office.owner_unit} เลขรับ {to_thai(received.number)} เป็นเรื่องที่ {to_thai(received.matter)}"
    )
    _enter_other_stamps(run)
    _write_result_memo(run, arrival.when)
    for endorsement in papers(reading, "endorsement"):
        _replay_endorsement(run, endorsement)
    return run


def _tell_doubts(reading: Reading, tell: Tell) -> None:
    """Say what is doubtful before anything is built on it: the errors in words, the rest by number."""
    for finding in reading.findings:
        if finding.severity == "error":
            tell(f"ข้อสังเกต หน้า {to_thai(finding.page or '-')}: {finding.message}")
    milder = sum(finding.severity != "error" for finding in reading.findings)
    if milder:
        tell(f"ข้อสังเกตอื่นอีก {to_thai(milder)} ข้อ ดูด้วย saraban read")
    if reading.secrets:
        tell(f"ข้อมูลลับ {to_thai(len(reading.secrets))} แห่ง จะไม่ไปกับฉบับที่ส่งต่อ")


def own_memo(run: BundleRun) -> Instrument | None:
    """Return the office's own memo inside the bundle: the one under the owner's number prefix."""
    prefix = run.office.chart.unit(run.office.owner_unit).number_prefix
    memos = papers(run.reading, "memo")
    return next((m for m in memos if prefix and number_prefix(m.number) == prefix), memos[0] if memos else None)


def _as_stamped(arrival: Arrival, office: Office, reading: Reading) -> Arrival:
    """Return the arrival with the number and time of the unit's own stamp on the letter, if there is one."""
    letter = result_letter(reading)
    for stamp in letter.receipts if letter else ():
        number = running_number(stamp.number)
        if _unit_of(office, stamp) == arrival.unit and stamp.date and number:
            return replace(arrival, when=When.day(stamp.date, stamp.time), paper_number=number)
    return arrival


def _unit_of(office: Office, stamp: Stamp) -> str | None:
    """Return the unit a stamp names; a name with look-alike letters (ฟอ. for ฝอ.) counts when only one unit looks like it."""
    if not stamp.unit:
        return None
    try:
        return find_unit(office.chart, stamp.unit).code
    except NotFound:
        alike = look_alike(office.chart, stamp.unit)
        return alike.code if alike else None


def _enter_other_stamps(run: BundleRun) -> None:
    """Enter the letter's stamps of other registries (the central one, the unit's own desk) in those units' registers."""
    letter = result_letter(run.reading)
    for stamp in letter.receipts if letter else ():
        unit = _unit_of(run.office, stamp)
        if unit != run.office.owner_unit:
            _enter_stamp(run, stamp, unit, "registered")


def _enter_stamp(run: BundleRun, stamp: Stamp, unit: str | None, kind: str) -> None:
    number = running_number(stamp.number)
    if not (unit and stamp.date and number):
        run.tell(
            f"ตรารับ “{stamp.unit or 'อ่านชื่อหน่วยไม่ได้'}” เลข {to_thai(stamp.number or '-')} ยังไม่ลงทะเบียน: ให้เจ้าหน้าที่ยืนยัน"
        )
        return
    when = When.day(stamp.date, stamp.time)
    key = f"{kind}:{run.matter}:{unit}"
    with run.desk.store.write() as session:
        registers = Registers(session, run.office.code, run.office.openings)
        if registers.find(key):
            return
        row = matter(session, run.matter)
        draft = EntryDraft(key=key, at=when.at, subject=row.subject, matter_id=row.id)
        registers.record(RegisterKey(unit, Book.INCOMING, be_year(stamp.date)), number, draft)
        Trail(session, run.matter).note(kind, unit, f"ลงรับ เลขรับ {to_thai(number)}", when)
    run.tell(f"ลงรับที่ {unit} เลขรับ {to_thai(number)} {when.thai()}")


def _write_result_memo(run: BundleRun, fresh: When) -> None:
    paper = own_memo(run)
    when = When.day(paper.date) if paper and paper.date else fresh
    out = MemoOut(run.matter, "result-report", when)
    if paper:
        out = replace(out, block=paper_signature(paper.signatory), paper_number=running_number(paper.number))
    if not run.received.again:
        draft_memo(run.desk, out)
    written = submit_memo(run.desk, out)
    run.tell(f"เขียนบันทึกรายงานผล ที่ {written.number} เสนอ {run.office.chart.post(run.office.addressee_post).title}")
    if paper:
        for stamp in paper.receipts:
            _enter_stamp(run, stamp, _unit_of(run.office, stamp), "arrived")
        _replay_order(run, paper)


def _replay_order(run: BundleRun, paper: Instrument) -> None:
    order = paper.order
    if order is None or order.date is None:
        run.tell("ไม่พบคำสั่งการพร้อมวันที่บนกระดาษ: รอผู้บังคับบัญชาสั่งการ")
        return
    by_post = run.office.via_post or run.office.addressee_post
    name = order.signatory.name if order.signatory else None
    decision = Decision(run.matter, "\n".join(order.text), by_post, When.day(order.date), name=name)
    decided = give_order(run.desk, decision)
    run.tell(f"สั่งการ {short(order.date)} โดย {name} {decided.capacity}: {to_thai(' / '.join(order.text))}")


def _replay_endorsement(run: BundleRun, paper: Instrument) -> None:
    unit = _sender(run, paper)
    if unit is None or paper.date is None:
        run.tell(f"เกษียน ที่ {to_thai(paper.number or '-')} ไม่แน่ชัดว่าหน่วยใดหรือวันใด: ให้เจ้าหน้าที่ยืนยันก่อน")
        return
    request = DispatchRequest(
        run.matter, paper.to, When.day(paper.date), unit=unit, block=paper_signature(paper.signatory),
        paper_number=_number(run, paper), remark=_remark(run, paper),
    )  # fmt: skip
    own = unit == run.office.owner_unit
    if not own:
        name = paper.signatory.name if paper.signatory else None
        acknowledge(run.desk, AckRequest(run.matter, unit, request.when, name=name, evidence="paper"))
    sent = (dispatch_memo if own else forward)(run.desk, request)
    act = "เวียน" if own else "รับทราบและส่งต่อ"
    run.tell(f"{unit} {act} ที่ {sent.number} {short(paper.date)} ถึง {to_thai(len(sent.plan.dispatches))} ราย")
    for stamp in paper.receipts:
        _stamp_on_paper(run, stamp, sent.memo or 0)


def _stamp_on_paper(run: BundleRun, stamp: Stamp, memo: int) -> None:
    """Enter the stamp of a unit that got this very paper, or of a desk of that unit."""
    unit, number = _unit_of(run.office, stamp), running_number(stamp.number)
    dispatch = _dispatch_under(run, memo, unit, stamp) if unit else None
    if not (unit and dispatch and stamp.date and number):
        run.tell(f"ตรารับเลข {to_thai(stamp.number or '-')} ไม่แน่ว่าของหน่วยใด จึงยังไม่ลงทะเบียน: ให้เจ้าหน้าที่ยืนยัน")
        return
    when = When.day(stamp.date, stamp.time)
    stamp_receipt(run.desk, StampRequest(run.matter, unit, when, paper_number=number, dispatch=dispatch))
    run.tell(f"{unit} ลงรับ เลขรับ {to_thai(number)} {when.thai()}")


def _dispatch_under(run: BundleRun, memo: int, unit: str, stamp: Stamp) -> int | None:
    above = run.office.chart.ancestors(unit, stamp.date) if stamp.date else ()
    with run.desk.store.read() as session:
        return dispatch_under(session, memo, (unit, *above))


def _sender(run: BundleRun, paper: Instrument) -> str | None:
    """Return the unit that endorsed: whose number prefix it is, else whose post signed."""
    prefix = number_prefix(paper.number)
    by_prefix = next((u.code for u in run.office.chart.units if prefix and u.number_prefix == prefix), None)
    acted_for = paper.signatory.acting_for if paper.signatory else None
    post = run.office.chart.post_by_code.get(acted_for or "")
    return by_prefix or (post.unit if post else None)


def _candidates(run: BundleRun, paper: Instrument) -> list[int]:
    index = run.reading.instruments.index(paper)
    doubts = [f for f in run.reading.findings if f.instrument == index and f.field == "number"]
    return sorted({n for f in doubts for c in f.candidates if (n := running_number(c)) is not None})


def _number(run: BundleRun, paper: Instrument) -> int | None:
    candidates = _candidates(run, paper)
    return running_number(paper.number) or (candidates[0] if candidates else None)


def _remark(run: BundleRun, paper: Instrument) -> str:
    candidates = _candidates(run, paper)
    return f" (อ่านเลขได้ {' หรือ '.join(to_thai(c) for c in candidates)}: ยืนยันกับต้นฉบับ)" if len(candidates) > 1 else ""
