"""Copies for recipients: the shared body of a memo by its SHA-256, and what each recipient's copy adds to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from workflow.core.errors import NotFound
from workflow.store.tables import CopyMasterRow, CopyRow, DispatchRow, MemoRow


@dataclass(frozen=True)
class Recipient:
    """Who gets a copy: the dispatch's row number, its post and unit."""

    dispatch: int
    post: str
    unit: str


def memo_of(session: Session, memo: int) -> MemoRow:
    """Return the memo; NotFound when there is none of this number."""
    row = session.get(MemoRow, memo)
    if row is None:
        raise NotFound(f"ไม่มีบันทึกหมายเลข {memo}", next_step="ดูหมายเลขบันทึกด้วย saraban status MATTER --json")
    return row


def master_of(session: Session, memo: int) -> CopyMasterRow | None:
    """Return the shared body of a memo's copies, None before the first copy."""
    return session.get(CopyMasterRow, memo)


def without_copy(session: Session, memo: int, limit: int) -> Sequence[Recipient]:
    """Return the next recipients of a memo that have no copy yet, in the order of dispatch."""
    asked = (
        select(DispatchRow.id, DispatchRow.post, DispatchRow.unit)
        .outerjoin(CopyRow, col(CopyRow.dispatch_id) == col(DispatchRow.id))
        .where(DispatchRow.memo_id == memo, col(CopyRow.dispatch_id).is_(None))
        .order_by(col(DispatchRow.id))
        .limit(limit)
    )
    return [Recipient(number or 0, post, unit) for number, post, unit in session.exec(asked)]


def count_recipients(session: Session, memo: int) -> int:
    """Return how many recipients the memo has."""
    return session.exec(select(func.count()).select_from(DispatchRow).where(DispatchRow.memo_id == memo)).one()


def last_number(session: Session, memo: int) -> int:
    """Return the number of the memo's last copy, 0 before the first."""
    return session.exec(select(func.max(CopyRow.number)).where(CopyRow.memo_id == memo)).one() or 0


def copies(session: Session, memo: int, after: int, limit: int) -> Sequence[CopyRow]:
    """Return the memo's copies numbered above `after`, in order."""
    asked = select(CopyRow).where(CopyRow.memo_id == memo, col(CopyRow.number) > after)
    return session.exec(asked.order_by(col(CopyRow.number)).limit(limit)).all()


def copy_of_dispatch(session: Session, dispatch: int) -> CopyRow:
    """Return a recipient's copy; NotFound before it is made."""
    row = session.get(CopyRow, dispatch)
    if row is None:
        raise NotFound("ยังไม่ได้ทำสำเนาของผู้รับรายนี้", next_step="ทำด้วย saraban memo copies")
    return row
