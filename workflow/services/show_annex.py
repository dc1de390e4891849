"""บัญชีแนบท้าย: the list of addressees that goes with a paper which does not name them all."""

from dataclasses import dataclass

from sqlmodel import col, select

from workflow.core.errors import NotFound
from workflow.core.thai_digits import to_thai
from workflow.services.desk import Desk
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import DispatchRow, MatterRow, MemoRow

PAGE = 500


@dataclass(frozen=True)
class Annex:
    """A page of the list: of which paper and matter, and its lines (post, unit, dispatch); the first bears the number `first`."""

    memo: int
    matter: int
    unit: str
    number: str
    subject: str
    first: int
    lines: tuple[tuple[str, str, int | None], ...]
    page: int
    pages: int


def is_annexed(desk: Desk, memo: int) -> bool:
    """Whether a sending's addressees stand in a list of their own."""
    with desk.store.read() as session:
        row = session.get(SendingRow, memo)
        return bool(row and row.plan.get("annexed"))


def show_annex(desk: Desk, memo: int, page: int = 1) -> Annex:
    """Return a page of the list, in the order in which they were named; NotFound for a paper that names its addressees itself."""
    with desk.store.read() as session:
        row = session.get(SendingRow, memo)
        pages = max(1, -(-(row.planned if row else 0) // PAGE))
        if row is None or not row.plan.get("annexed") or page > pages:
            raise NotFound(f"บันทึกลำดับที่ {to_thai(memo)} ไม่มีบัญชีแนบท้ายหน้าที่ {to_thai(page)}", next_step="ดูผู้รับที่หน้ารายชื่อผู้รับ")
        sent = (DispatchRow.matter_id == row.matter_id, DispatchRow.memo_id == memo)
        asked = select(DispatchRow.post, DispatchRow.unit, DispatchRow.id).where(*sent).order_by(col(DispatchRow.id))
        lines = tuple(session.exec(asked.offset(PAGE * (page - 1)).limit(PAGE)).all())
        paper, matter = session.get_one(MemoRow, memo), session.get_one(MatterRow, row.matter_id)
    named = (paper.number, matter.subject, PAGE * (page - 1) + 1)
    return Annex(memo, row.matter_id, row.from_unit, *named, lines, page, pages)
