"""How far sendings have come: n of total, how fast, what stopped them."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from workflow.core.errors import NotFound
from workflow.core.thai_digits import to_thai
from workflow.services.desk import Desk
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import MatterRow, MemoRow

STATES = {"sending": "กำลังส่ง", "sent": "ส่งครบแล้ว", "stopped": "หยุดไว้", "failed": "ขัดข้อง"}


@dataclass(frozen=True)
class SendingLine:
    """One sending: `written` of `planned` recipients have it, at `rate` a second (None: it was written at once)."""

    memo: int
    matter: int
    number: str
    unit: str
    state: str
    written: int
    planned: int
    sent_at: datetime
    rate: float | None = None
    trouble: str = ""

    @property
    def state_words(self) -> str:
        """Return the state as officers say it."""
        return STATES.get(self.state, self.state)


def list_sendings(
    desk: Desk, *, newest: int = 50, office: str | None = None, unit: str | None = None
) -> tuple[SendingLine, ...]:
    """Return the newest sendings, those under way first; of one unit of an office, where they are named."""
    asked = select(SendingRow).join(MatterRow, col(MatterRow.id) == col(SendingRow.matter_id))
    if office is not None:
        asked = asked.where(MatterRow.office == office, SendingRow.from_unit == unit)
    with desk.store.read() as session:
        rows = session.exec(
            asked.order_by(col(SendingRow.state) == "sent", col(SendingRow.memo_id).desc()).limit(newest)
        ).all()
        return tuple(_line(session, row) for row in rows)


def show_sending(desk: Desk, memo: int) -> SendingLine:
    """Return one sending by its memo; NotFound when it was never sent."""
    with desk.store.read() as session:
        row = session.get(SendingRow, memo)
        if row is None:
            raise NotFound(f"บันทึกลำดับที่ {to_thai(memo)} ยังไม่เคยส่ง", next_step="ดูรายการด้วย saraban sendings")
        return _line(session, row)


def _line(session: Session, row: SendingRow) -> SendingLine:
    number = session.get_one(MemoRow, row.memo_id).number
    seconds = (row.moved_at - row.begun_at).total_seconds() if row.begun_at and row.moved_at else 0
    return SendingLine(
        row.memo_id, row.matter_id, number, row.from_unit, row.state, row.written, row.planned, row.sent_at,
        row.written / seconds if seconds else None, row.trouble,
    )  # fmt: skip
