"""Draft a memo of a matter, and submit it: a draft has no number; the number is taken when the memo leaves the unit.

A paper beside the matter (a receipt, an answer) is drafted and numbered the same way, but does not move the matter.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from workflow.core.document import SignatureBlock
from workflow.core.errors import Refused, UsageError
from workflow.core.letter_number import letter_number, number_form
from workflow.core.matter import MatterMove, MatterState, after
from workflow.core.memo_kind import CaseFile, MemoKind
from workflow.core.office import Office
from workflow.core.register import Book, RegisterKey
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.core.way_up import Stop, stop_of
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.gather_case import LetterHead, default_signature, result_case
from workflow.services.gather_kinds import Dossier, fitted
from workflow.services.write_memo import MemoRequest, put_memo, render_memos
from workflow.store.corrections import reading_in_force
from workflow.store.journeys import Way, last_journey, open_journey, steps_of
from workflow.store.matters import Trail, first_told, last_memo, matter, move
from workflow.store.registers import BY_THIS_PROGRAM, EntryDraft, Registers
from workflow.store.tables import MatterRow, MemoRow


@dataclass(frozen=True)
class MemoOut:
    """A memo to draft or submit: `by_post` signs (None: whoever acts for the unit's head); a paper may fix block and number.

    `via` names the officers it goes through, in order, as `core/way_up.py` reads them (None: the office's usual ones, (): none).
    """

    matter: int
    kind: str
    when: When
    by_post: str | None = None
    block: SignatureBlock | None = None
    paper_number: int | None = None
    via: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Written:
    """The memo's row number, its number as printed ("" for a draft), and whether it had been submitted before."""

    memo: int
    number: str
    again: bool = False


def draft_memo(desk: Desk, out: MemoOut) -> Written:
    """Write (or write again) the draft of a matter's memo."""
    desk.fonts()  # a missing typeface must stop us before anything is written
    with desk.store.write() as session:
        row = matter(session, out.matter)
        office = desk.office(row.office)
        kind = desk.kind(out.kind)
        if not kind.aside:
            move(row, MatterMove.DRAFT)
        case = case_of(session, row, office, out, number=draft_number(office, row))
        memo = put_memo(session, desk, _request(out), case)
        Trail(session, out.matter).note("drafted", row.unit, f"ร่าง{kind.title}", out.when)
        written = Written(memo.id or 0, "")
    render_memos(desk, out.matter)
    return written


def submit_memo(desk: Desk, out: MemoOut) -> Written:
    """Number the memo in the unit's outgoing register and send it up; submitting twice gives the first number again.

    A memo that was returned keeps its number within the year; in a new year it takes one of that year's register.
    """
    desk.fonts()  # a missing typeface must stop us before a number is taken
    with desk.store.write() as session:
        row = matter(session, out.matter)
        office = desk.office(row.office)
        draft = last_memo(session, out.matter, out.kind)
        kind = desk.kind(out.kind)
        if _is_out(row, draft, kind):
            return Written(draft.id or 0, draft.number, again=True)
        if not kind.aside:
            move(row, MatterMove.SUBMIT)
            _not_before_returned(session, out)
        case = case_of(session, row, office, out, number="")
        drafted = first_told(session, out.matter, "drafted", f"ร่าง{kind.title}")
        number = _number(session, office, row, (out, " / ".join(case.to), drafted))
        memo = put_memo(session, desk, _request(out), replace(case, number=number))
        if not kind.aside:
            open_journey(session, memo, Way(way_up(office, out), office.addressee_post), out.when)
        _note(session, memo, case, (out, kind))
        written = Written(memo.id or 0, memo.number)
    render_memos(desk, out.matter)
    return written


def preview_submit(desk: Desk, out: MemoOut) -> str:
    """Return to whom the memo would be sent up, refusing what `submit_memo` would refuse; nothing is numbered or written."""
    with desk.store.read() as session:
        row = matter(session, out.matter)
        office = desk.office(row.office)
        kind = desk.kind(out.kind)
        if not (kind.aside or _is_out(row, last_memo(session, out.matter, out.kind), kind)):
            after(MatterState(row.state), MatterMove.SUBMIT)
        return " / ".join(case_of(session, row, office, out, number="").to)


def _is_out(row: MatterRow, memo: MemoRow, kind: MemoKind) -> bool:
    """Whether the memo has left the unit: it bears a number, and the matter is not back on the drafter's desk."""
    back = not kind.aside and row.state in {MatterState.DRAFTED, MatterState.RETURNED}
    return not back and bool(memo.number) and not memo.number.endswith("/")


def _request(out: MemoOut) -> MemoRequest:
    return MemoRequest(out.matter, out.kind, key=f"{out.kind}:{out.matter}")


def draft_number(office: Office, row: MatterRow) -> str:
    """Return what stands for the number of a draft: the unit's own prefix, with room behind it."""
    prefix = letter_number(office.chart.unit(row.unit), 0, be_year(When(row.opened_at).on)).rpartition("/")[0]
    return f"{prefix}/" if prefix else ""


def case_of(session: Session, row: MatterRow, office: Office, out: MemoOut, *, number: str) -> CaseFile:
    """Return the case file of a matter's memo under this number."""
    return fitted(out.kind, case_before(session, row, office, out, number=number), Dossier(session, row, office))


def case_before(session: Session, row: MatterRow, office: Office, out: MemoOut, *, number: str) -> CaseFile:
    """Return what every kind of memo of the matter is written from, before it is made to fit one (`gather_kinds.fitted`)."""
    block = out.block or default_signature(office.chart, row.unit, out.when.on, out.by_post)
    letter_head = LetterHead(row.unit, number, out.when.on, block)
    case = result_case(reading_in_force(session, row), office, letter_head)
    return replace(case, via=office.via_words(way_up(office, out)))


def way_up(office: Office, out: MemoOut) -> tuple[Stop, ...]:
    """Return the places the memo goes through; UsageError and NotFound for officers who cannot be on its way."""
    if out.via is None:
        return office.way_up
    stops = tuple(map(stop_of, out.via))
    posts = [office.chart.post(post).code for stop in stops for post in stop.posts]
    twice = next((post for post in posts if posts.count(post) > 1 or post == office.addressee_post), None)
    if twice:
        raise UsageError(f"{twice} อยู่ในทางเสนอซ้ำ", next_step="ระบุ --via แต่ละตำแหน่งครั้งเดียว ไม่ต้องระบุผู้ที่เรียนถึง")
    return stops


def _not_before_returned(session: Session, out: MemoOut) -> None:
    """Refuse to submit again on a day before the memo came back."""
    journey = last_journey(session, out.matter)
    acts = [step.acted_at for step in steps_of(session, [journey.id or 0]) if step.acted_at] if journey else []
    if acts and out.when.on < When(max(acts)).on:
        raise Refused(
            f"เสนอ {out.when.thai()} อยู่ก่อนวันที่ส่งคืน ({When(max(acts)).thai()})", next_step="ตรวจวันที่ แล้วระบุ --at ใหม่"
        )


def _number(session: Session, office: Office, row: MatterRow, sent: tuple[MemoOut, str, datetime | None]) -> str:
    """Return the memo's number: the one it has in this year's register, else a new one; `sent`: memo, addressee, when drafted."""
    out, addressee, drafted = sent
    unit, year = office.chart.unit(row.unit), be_year(out.when.on)
    if not unit.can_issue_number:
        raise Refused(
            f"{unit.code} ไม่มีทะเบียนส่งของตนเอง", next_step="ให้หน่วยเหนือออกเลขแทน หรือกำหนด number_prefix ใน units.csv"
        )
    registers = Registers(session, office.code, office.openings)
    known = registers.find(_key(out, year))
    if known:
        known.letter_date = out.when.on
        return known.letter_number
    if earlier := registers.find(_key(out, year - 1)):
        earlier.remark = f"ส่งคืนแก้ไข ออกเลขใหม่ในปี {to_thai(year)}"
    draft = EntryDraft(
        key=_key(out, year), at=out.when.at, matter_id=row.id, subject=row.subject, letter_date=out.when.on,
        sender=row.unit, addressee=addressee, created_at=drafted, method=BY_THIS_PROGRAM, form=number_form(unit, Book.OUTGOING, year),
    )  # fmt: skip
    register = RegisterKey(row.unit, Book.OUTGOING, year)
    fixed = out.paper_number
    taken = registers.issue(register, draft) if fixed is None else registers.record(register, fixed, draft)
    return taken.letter_number


def _key(out: MemoOut, year: int) -> str:
    return f"submit:{out.matter}:{out.kind}:{year}"


def _note(session: Session, memo: MemoRow, case: CaseFile, sent: tuple[MemoOut, MemoKind]) -> None:
    out, kind = sent
    to = f"{' / '.join(case.to)}{f' ผ่าน {case.via}' if case.via else ''} ที่ {to_thai(memo.number)}"
    what = ("numbered", f"ออกเลข{kind.title} ถึง {to}") if kind.aside else ("submitted", f"เสนอ {to}")
    Trail(session, out.matter).note(what[0], memo.unit, what[1], out.when)
