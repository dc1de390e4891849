"""A receipt number that is wrong: the sender says so (InvalidAcceptIDNotifier), the unit gives the right one; both stay to be seen."""

from dataclasses import dataclass

from sqlmodel import Session, select

from workflow.core.errors import NotFound
from workflow.core.register import Book, RegisterKey
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.answer import receipt_draft, receipt_key
from workflow.services.desk import Desk
from workflow.store.matters import Trail, dispatch_numbered, matter
from workflow.store.registers import Registers, add_remark
from workflow.store.tables import DispatchRow, EntryRow, ReceiptRow


@dataclass(frozen=True)
class WrongReceipt:
    """The sender doubts the receipt number of a unit for a dispatch, for a reason."""

    matter: int
    dispatch: int
    unit: str
    why: str
    when: When


@dataclass(frozen=True)
class RightReceipt:
    """The unit gives the receipt number that its book really has for a dispatch."""

    matter: int
    dispatch: int
    unit: str
    number: int
    when: When


def doubt_receipt(desk: Desk, request: WrongReceipt) -> None:
    """Tell a unit that its receipt number is wrong; the number stands until the unit mends it, with a remark in its register."""
    with desk.store.write() as session:
        sent, receipt = _receipt(session, request.matter, request.dispatch, request.unit)
        entry = _entry(session, sent, request.unit)
        if entry:
            add_remark(entry, f"ผู้ส่งทักท้วงเลขรับ: {request.why}")
        text = to_thai(f"ทักท้วงเลขรับ {receipt.number} ของ {request.unit}: {request.why}")
        Trail(session, request.matter).note("receipt-doubted", sent.from_unit, text, request.when, sent.id)


def mend_receipt(desk: Desk, request: RightReceipt) -> bool:
    """Enter the right number and void the wrong one's claim to the paper; return whether it was right already.

    Conflict when the right number is used for another paper.
    """
    with desk.store.write() as session:
        row = matter(session, request.matter)
        office = desk.office(row.office)
        sent, receipt = _receipt(session, request.matter, request.dispatch, request.unit)
        if receipt.number == request.number:
            return True
        wrong = _entry(session, sent, request.unit)
        if wrong:
            wrong.key = f"{wrong.key}:wrong:{wrong.number}"
            add_remark(wrong, f"เลขรับผิด แก้เป็น {to_thai(request.number)}")
            session.flush()
        register = RegisterKey(request.unit, Book.INCOMING, be_year(When(receipt.at).on))
        draft = receipt_draft(session, row, sent, request.unit, receipt.at)
        Registers(session, office.code, office.openings).record(register, request.number, draft)
        text = to_thai(f"แก้เลขรับ {receipt.number} เป็น {request.number}")
        receipt.number = request.number
        Trail(session, request.matter).note("receipt-mended", request.unit, text, request.when, sent.id)
    return False


def _receipt(session: Session, matter_id: int, dispatch: int, unit: str) -> tuple[DispatchRow, ReceiptRow]:
    sent = dispatch_numbered(session, matter_id, dispatch)
    receipt = session.exec(
        select(ReceiptRow).where(ReceiptRow.dispatch_id == dispatch, ReceiptRow.unit == unit)
    ).first()
    if receipt is None:
        raise NotFound(f"{to_thai(unit)} ยังไม่ได้ลงรับฉบับที่ {to_thai(dispatch)}", next_step="ลงรับด้วย saraban receipt")
    return sent, receipt


def _entry(session: Session, sent: DispatchRow, unit: str) -> EntryRow | None:
    return session.exec(select(EntryRow).where(EntryRow.key == receipt_key(sent.id, unit))).first()
