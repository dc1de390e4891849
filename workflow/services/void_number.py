"""ยกเลิกเลข: a number is burnt and never given out again; the line stays and says why, by whom and what took its place.

What it means for the paper that bears it: a draft that came back loses the number and gets a new one when it is submitted again; a paper
that somebody still has before him keeps it, and the void is refused until the paper has been taken back.
"""

from dataclasses import dataclass

from sqlmodel import Session, col, select, update

from workflow.core.dispatch import CLOSED, DispatchState
from workflow.core.errors import NotFound, Refused
from workflow.core.matter import MatterState
from workflow.core.register import Book, EntryKind, RegisterKey
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.units import find_unit
from workflow.services.desk import Desk
from workflow.services.draft_memo import draft_number
from workflow.services.keep_register import LineName, line_of
from workflow.store.changes import note_many
from workflow.store.matters import Trail, matter
from workflow.store.registers import Act, Registers
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import DispatchRow, EntryRow, MatterRow, MemoRow, ReceiptRow

BEFORE_A_COMMANDER = frozenset({MatterState.SUBMITTED, MatterState.ORDERED, MatterState.DISPATCHED})


@dataclass(frozen=True)
class VoidRequest:
    """Which number, why, by whom (a clerk's name), and the number under which the paper went out after all (None: it did not)."""

    line: LineName
    reason: str
    by: str
    when: When
    replaced_by: int | None = None


@dataclass(frozen=True)
class Voided:
    """The letter number that is void, the memo that lost it (None: no memo did), and whether it had been void before."""

    letter_number: str
    memo: int | None = None
    again: bool = False


def void_number(desk: Desk, request: VoidRequest) -> Voided:
    """Void a number; Refused, with what must be done first, while the paper that bears it is on its way."""
    office = desk.office(request.line.office)
    unit = find_unit(office.chart, request.line.unit).code
    register = RegisterKey(unit, request.line.book, request.line.year)
    with desk.store.write() as session:
        registers = Registers(session, office.code, office.openings)
        row = _locked(session, registers, register, request.line.number)
        if row.kind == EntryKind.VOID:
            return Voided(row.letter_number or to_thai(row.number), again=True)
        if row.kind == EntryKind.PAPER:
            row = registers.single_out(register, request.line.number, request.when.at)
        if request.replaced_by is not None:
            _replacing(registers, register, row.number, request.replaced_by)
        memo = _loosened(session, desk, row)
        _burn(registers, row, request)
        if row.matter_id is not None:
            text = f"ยกเลิกเลข{request.line.book} {row.letter_number or to_thai(row.number)} ({request.reason})"
            Trail(session, row.matter_id).note("voided", unit, text, request.when)
        return Voided(row.letter_number or to_thai(row.number), memo)


def _locked(session: Session, registers: Registers, register: RegisterKey, number: int) -> EntryRow:
    """Return the line with its matter and its register locked, in the order in which everybody takes these locks."""
    row = line_of(registers, register, number)
    if row.matter_id is not None:
        matter(session, row.matter_id)
    registers.lock(register)
    session.refresh(row)
    return row


def _burn(registers: Registers, row: EntryRow, request: VoidRequest) -> None:
    new = f"แทนด้วยเลข {to_thai(request.replaced_by)}" if request.replaced_by else ""
    told = f"{request.reason} โดย {request.by} {short(request.when.on)}"
    row.kind, row.remark = (
        EntryKind.VOID,
        " ".join(part for part in (told, new, row.remark and f"(เดิม: {row.remark})") if part),
    )
    if not row.key.startswith("request:"):  # the paper may ask for a number again; a request stays the request it was
        row.key = f"void:{row.id}:{row.key}"
    registers.note(row, "void", request.by, Act(request.when.at, request.reason, replaced_by=request.replaced_by))


def _replacing(registers: Registers, register: RegisterKey, number: int, new: int) -> None:
    other = registers.line(register, new)
    if other is None or other.kind != EntryKind.ISSUED or new == number:
        raise NotFound(
            f"เลข {to_thai(new)} ที่ว่าแทน ยังไม่ได้ออกในเล่มเดียวกัน", next_step="ออกเลขใหม่ก่อน แล้วยกเลิกเลขเดิมพร้อม --replaced-by"
        )
    other.remark = " ".join(part for part in (other.remark, f"แทนเลข {to_thai(number)} ที่ยกเลิก") if part)


def _loosened(session: Session, desk: Desk, row: EntryRow) -> int | None:
    """Take the number off the paper that bears it and return its memo; Refused while somebody has that paper."""
    if row.matter_id is None:
        return None
    of = session.get_one(MatterRow, row.matter_id)
    if row.book == Book.INCOMING:
        _not_in_use(session, row, of)
        return None
    where = (MemoRow.matter_id == row.matter_id, MemoRow.unit == row.unit, MemoRow.number == row.letter_number)
    memo = session.exec(select(MemoRow).where(*where).order_by(col(MemoRow.id).desc())).first()
    if memo is None:
        return None
    if _sent(session, memo):
        _taken_back(session, memo)
        _for_good(session, memo)
        memo.key = f"void:{memo.id}:{memo.key}"  # sent anew, it is another paper with another number
        return memo.id
    if row.key.startswith("submit:") and of.state in BEFORE_A_COMMANDER and not desk.kind(memo.kind).aside:
        raise Refused(
            f"บันทึก ที่ {row.letter_number} เสนอผู้บังคับบัญชาไปแล้ว ({MatterState(of.state).thai})",
            next_step=f"ให้ผู้บังคับบัญชาส่งคืนก่อน (saraban return {of.id}) ถ้าสั่งการแล้ว เลขนี้ยกเลิกไม่ได้",
        )
    blank = draft_number(desk.office(of.office), of)
    memo.number, memo.rendered = blank, False
    memo.document = {**memo.document, "head": {**memo.document["head"], "number": blank}}
    return memo.id


def _sent(session: Session, memo: MemoRow) -> bool:
    dispatch = select(DispatchRow.id).where(DispatchRow.memo_id == memo.id).limit(1)
    return session.exec(dispatch).first() is not None or session.get(SendingRow, memo.id) is not None


def _taken_back(session: Session, memo: MemoRow) -> None:
    where = (DispatchRow.memo_id == memo.id, col(DispatchRow.state).not_in(CLOSED))
    first = session.exec(select(DispatchRow).where(*where).order_by(col(DispatchRow.id))).first()
    sending = session.get(SendingRow, memo.id)
    if first is None and (sending is None or sending.state != "sending"):
        return
    held = f"อยู่ที่ {to_thai(first.post)} ({DispatchState(first.state).thai})" if first else "กำลังส่งอยู่"
    raise Refused(
        f"หนังสือ ที่ {memo.number} ส่งไปแล้ว {held} จึงยังยกเลิกเลขไม่ได้",
        next_step=f"เรียกคืนจากผู้รับทุกรายก่อนด้วย saraban recall {memo.matter_id} --why …",
    )


def _for_good(session: Session, memo: MemoRow) -> None:
    """What a unit sent back could be sent again under the same number: no longer, once that is void."""
    note_many(session, "dispatch", memo.id or 0, state=(None, DispatchState.RECALLED))
    session.exec(update(DispatchRow).where(col(DispatchRow.memo_id) == memo.id).values(state=DispatchState.RECALLED))


def _not_in_use(session: Session, row: EntryRow, of: MatterRow) -> None:
    """Refuse to void เลขรับ on which something was done already."""
    stamped = select(ReceiptRow).join(DispatchRow, col(DispatchRow.id) == col(ReceiptRow.dispatch_id))
    where = (DispatchRow.matter_id == of.id, ReceiptRow.unit == row.unit, ReceiptRow.number == row.number)
    if session.exec(stamped.where(*where)).first():
        raise Refused(
            f"เลขรับ {to_thai(row.number)} ประทับบนหนังสือที่ส่งถึงหน่วยแล้ว",
            next_step="ถ้าส่งผิดหน่วย ให้หน่วยปฏิเสธหรือแจ้งส่งผิด เลขรับคงไว้เป็นหลักฐาน",
        )
    if row.key == f"receive:{of.id}" and of.state != MatterState.RECEIVED:
        raise Refused(
            f"เรื่องที่ {to_thai(of.id)} ดำเนินการไปแล้ว ({MatterState(of.state).thai}) เลขรับจึงยกเลิกไม่ได้",
            next_step=f"ดูเรื่องด้วย saraban status {of.id}",
        )
