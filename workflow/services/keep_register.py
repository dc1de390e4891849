"""A registry keeps its books: numbers for papers written elsewhere, one or a block; numbers kept for later; how a paper was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workflow.core.errors import Conflict, NotFound, Refused, UsageError
from workflow.core.letter_number import NumberForm, book_for, number_form
from workflow.core.office import Office
from workflow.core.org import Unit
from workflow.core.register import Book, EntryKind, RegisterKey
from workflow.core.thai_date import be_year, short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.units import find_unit
from workflow.services.desk import Desk
from workflow.store.registers import Act, EntryDraft, Registers
from workflow.store.tables import EntryRow

MOST_AT_ONCE = 20_000  # a slip of the finger must not burn a year's numbers


@dataclass(frozen=True)
class NumberRequest:
    """Numbers for papers that this program does not write: `count` lines alike, in one book, on one day.

    `book` ว means a circular: it is numbered in the unit's general series or in its own, as the unit's data say. `sender`,
    `letter_number` and `letter_date` are those of a paper received by hand. `request_id`: the same request twice is one request.
    """

    office: str
    unit: str
    book: Book
    when: When
    request_id: str
    subject: str = ""
    addressee: str = ""
    count: int = 1
    sender: str = ""
    letter_number: str = ""
    letter_date: date | None = None
    method: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Reservation:
    """Numbers kept for later (จองเลข): how many, why, for whom, and until which day (None: until they are used or voided)."""

    office: str
    unit: str
    book: Book
    when: When
    request_id: str
    reason: str
    by: str
    count: int = 1
    until: date | None = None


@dataclass(frozen=True)
class LineName:
    """One line of one book, as an officer names it."""

    office: str
    unit: str
    book: Book
    year: int
    number: int


@dataclass(frozen=True)
class Paper:
    """What is entered for a paper that takes a number kept for it."""

    subject: str
    addressee: str = ""
    letter_date: date | None = None
    method: str = ""


@dataclass(frozen=True)
class Numbers:
    """The numbers given out, as printed and as numbers; whether an equal request had got them before."""

    letter_numbers: tuple[str, ...]
    numbers: tuple[int, ...]
    book: Book
    again: bool = False


def issue_numbers(desk: Desk, request: NumberRequest) -> Numbers:
    """Give out numbers in one transaction under one lock; Conflict when the request's id was used for something else."""
    office, unit = _of(desk, request.office, request.unit)
    register, form = _register(unit, request.book, request.when)
    drafts = _drafts(request, form)
    with desk.store.write() as session:
        registers = Registers(session, office.code, office.openings)
        rows, again = _once(registers, register, drafts)
        return _numbers(rows, register, again=again)


def reserve_numbers(desk: Desk, request: Reservation) -> Numbers:
    """Keep numbers for later; each is a line of the register that says why, for whom and until when."""
    office, unit = _of(desk, request.office, request.unit)
    register, form = _register(unit, request.book, request.when)
    until = f" ถึง {short(request.until)}" if request.until else ""
    remark = f"จองโดย {request.by}{until}: {request.reason}"
    drafts = [
        EntryDraft(
            _key(request, n), request.when.at, sender=unit.code if form else "", remark=remark,
            request_id=request.request_id, form=form,
        )
        for n in _counted(request.count)
    ]  # fmt: skip
    with desk.store.write() as session:
        registers = Registers(session, office.code, office.openings)
        rows, again = _once(registers, register, drafts)
        for row in () if again else rows:
            row.kind = EntryKind.RESERVED
            registers.note(row, "reserved", request.by, Act(request.when.at, request.reason, request.until))
        return _numbers(rows, register, again=again)


def use_reserved(desk: Desk, name: LineName, paper: Paper, when: When) -> Numbers:
    """Enter a paper under the number kept for it; Refused when the number is not reserved, or only until an earlier day."""
    office, unit = _of(desk, name.office, name.unit)
    register = RegisterKey(unit.code, name.book, name.year)
    with desk.store.write() as session:
        registers = Registers(session, office.code, office.openings)
        registers.lock(register)
        kept = line_of(registers, register, name.number)
        if kept.kind != EntryKind.RESERVED:
            raise Refused(
                f"เลข {to_thai(name.number)} ไม่ได้จองไว้ ({EntryKind(kept.kind).thai})",
                next_step="ดูเลขที่จองด้วย saraban register show",
            )
        draft = EntryDraft(
            kept.key, when.at, kept.letter_number, paper.letter_date or when.on, unit.code, paper.addressee, paper.subject,
            request_id=kept.request_id, method=paper.method,
        )  # fmt: skip
        return _numbers([registers.record(register, name.number, draft)], register)


def record_sending(desk: Desk, name: LineName, *, method: str, addressee: str, when: When) -> str:
    """Record how and to whom a numbered paper was sent ("": not now); return its letter number. What is recorded is not changed."""
    office, unit = _of(desk, name.office, name.unit)
    with desk.store.write() as session:
        registers = Registers(session, office.code, office.openings)
        register = RegisterKey(unit.code, name.book, name.year)
        registers.lock(register)
        row = line_of(registers, register, name.number)
        if row.kind != EntryKind.ISSUED or not name.book.goes_out:
            raise Refused(
                f"เลข {to_thai(name.number)} ไม่ใช่หนังสือที่ส่งออก", next_step="ตรวจเล่มและเลขด้วย saraban register show"
            )
        for told, known in ((method, row.method), (addressee, row.addressee)):
            if told and known and told != known:
                raise Conflict(f"บันทึกไว้แล้วว่า “{known}”", next_step="ถ้าบันทึกผิด ให้ยกเลิกเลขแล้วออกเลขใหม่ หรือหมายเหตุในเล่ม")
        if method and not row.method:
            row.method, row.method_at = method, when.at
        if addressee and not row.addressee:
            row.addressee, row.destination_at = addressee, when.at
        return row.letter_number


def next_numbers(desk: Desk, request: NumberRequest) -> Numbers:
    """Return the next numbers as they will be printed (of ทะเบียนรับ: the bare เลขรับ); nothing is taken or kept."""
    office, unit = _of(desk, request.office, request.unit)
    register, form = _register(unit, request.book, request.when)
    with desk.store.read() as session:
        found = Registers(session, office.code, office.openings).next_numbers(register, len(_counted(request.count)))
    printed = (form.write(n) if form else to_thai(n) for n in found)
    return Numbers(tuple(printed), tuple(found), register.book)


def _of(desk: Desk, office: str, unit: str) -> tuple[Office, Unit]:
    found = desk.office(office)
    return found, find_unit(found.chart, unit)


def _register(unit: Unit, book: Book, when: When) -> tuple[RegisterKey, NumberForm | None]:
    """Return the book with the form of its letter numbers; ทะเบียนรับ has none, for its papers bear their senders' numbers."""
    if book.goes_out and not unit.can_issue_number:
        raise Refused(
            f"{unit.code} ไม่มีทะเบียนส่งของตนเอง", next_step="ให้หน่วยเหนือออกเลขแทน หรือกำหนด number_prefix ใน units.csv"
        )
    circular = book == Book.CIRCULAR
    register = RegisterKey(unit.code, book_for(unit, circular=True) if circular else book, be_year(when.on))
    if book == Book.INCOMING:
        return register, None
    return register, number_form(unit, register.book, register.year, circular=circular)


def _counted(count: int) -> range:
    if not 1 <= count <= MOST_AT_ONCE:
        raise UsageError(f"ออกเลขครั้งละ ๑ ถึง {to_thai(MOST_AT_ONCE)} เลข", next_step="ตรวจ --count")
    return range(1, count + 1)


def _drafts(request: NumberRequest, form: NumberForm | None) -> list[EntryDraft]:
    return [
        EntryDraft(
            key=_key(request, n), at=request.when.at, letter_number=request.letter_number,
            letter_date=request.letter_date or (request.when.on if form else None),
            sender=request.sender or (request.unit if form else ""), addressee=request.addressee, subject=request.subject,
            remark=request.remark, request_id=request.request_id, method=request.method, form=form,
        )
        for n in _counted(request.count)
    ]  # fmt: skip


def _key(request: NumberRequest | Reservation, n: int) -> str:
    return f"request:{request.office}:{request.request_id}:{n}"


def _once(registers: Registers, register: RegisterKey, drafts: Sequence[EntryDraft]) -> tuple[Sequence[EntryRow], bool]:
    """Give out the numbers, or find those that the same request got before; Conflict when its id was used for something else."""
    registers.lock(register)
    first = drafts[0].key
    if registers.find(first) is None:
        return registers.issue_block(register, drafts), False
    stem = first.removesuffix("1")
    known = registers.known([*(draft.key for draft in drafts), f"{stem}{len(drafts) + 1}"])
    if len(known) != len(drafts) or not all(_told(register, known.get(draft.key), draft) for draft in drafts):
        raise Conflict(
            f"คำขอ {drafts[0].request_id} เคยใช้ออกเลขให้รายการอื่นแล้ว", next_step="ใช้ --request-id ใหม่ หรือไม่ต้องระบุ"
        )
    return [known[draft.key] for draft in drafts], True


def _told(register: RegisterKey, row: EntryRow | None, draft: EntryDraft) -> bool:
    """Whether the line is the one this draft asked for; what was done with it since is no difference."""
    return (
        row is not None
        and (row.unit, row.book, row.year) == (register.unit, register.book, register.year)
        and draft.subject in ("", row.subject)
        and draft.remark in row.remark
    )


def _numbers(rows: Sequence[EntryRow], register: RegisterKey, *, again: bool = False) -> Numbers:
    return Numbers(tuple(r.letter_number for r in rows), tuple(r.number for r in rows), register.book, again)


def line_of(registers: Registers, register: RegisterKey, number: int) -> EntryRow:
    """Return the line that accounts for a number; NotFound when the book has not come to it."""
    row = registers.line(register, number)
    if row is None:
        raise NotFound(
            f"{register.book.cover} {register.unit} ปี {to_thai(register.year)} ยังไม่มีเลข {to_thai(number)}",
            next_step=f"ดูด้วย saraban register show {register.unit} --book {register.book} --year {register.year}",
        )
    return row
