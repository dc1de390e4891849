"""What was entered from paper about one addressee: which act, of which day, entered by whom, and its evidence to open."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlmodel import col, select

from workflow.core.errors import NotFound
from workflow.core.thai_digits import to_thai
from workflow.services.desk import Desk
from workflow.services.paper_entry import ACTS
from workflow.store.paper_tables import PaperEvidenceRow


@dataclass(frozen=True)
class EnteredLine:
    """One entry; `scanned` when there is a file to open, else `why_none` says why there is none."""

    entry: int
    act: str
    done_on: date
    entered_by: str
    entered_at: datetime
    scanned: bool
    why_none: str


def paper_entries(desk: Desk, dispatch: int) -> tuple[EnteredLine, ...]:
    """Return what was entered from paper about a dispatch, in the order of entering."""
    asked = select(PaperEvidenceRow).where(PaperEvidenceRow.dispatch_id == dispatch).order_by(col(PaperEvidenceRow.id))
    with desk.store.read() as session:
        rows = session.exec(asked).all()
    return tuple(
        EnteredLine(
            row.id or 0, ACTS.get(row.act, row.act), row.done_on, row.entered_by, row.entered_at, bool(row.sha256), row.why_none
        )
        for row in rows
    )  # fmt: skip


def scan_of(desk: Desk, dispatch: int, entry: int) -> Path:
    """Return the evidence of an entry about this dispatch; NotFound when there is no such entry, or it came without a file."""
    with desk.store.read() as session:
        row = session.get(PaperEvidenceRow, entry)
    if row is None or row.dispatch_id != dispatch or not row.sha256:
        raise NotFound(f"ไม่พบหลักฐานลำดับที่ {to_thai(entry)} ของฉบับนี้", next_step="เลือกจากหน้าของผู้รับ")
    return desk.originals.path(row.sha256)
