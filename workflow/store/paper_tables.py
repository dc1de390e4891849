"""What was done on paper and entered later, with its evidence; and who left a post without having acknowledged."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class PaperEvidenceRow(SQLModel, table=True):
    """บันทึกย้อนหลังจากกระดาษ: an act done on paper on a day, entered later by somebody; the scan's SHA-256, or why there is none."""

    __tablename__: ClassVar[str] = "paper_evidence"
    __table_args__ = (UniqueConstraint("dispatch_id", "act", "unit", "post"),)
    id: int | None = Field(default=None, primary_key=True)
    matter_id: int = Field(foreign_key="matter.id", index=True)
    dispatch_id: int = Field(foreign_key="dispatch.id")
    act: str
    unit: str
    post: str = ""
    done_on: date
    entered_by: str
    entered_at: datetime = instant()
    sha256: str = ""
    why_none: str = ""


class NegativeReceiptRow(SQLModel, table=True):
    """พ้นตำแหน่งโดยไม่ได้รับทราบ: a holder who left before he acknowledged what was sent to his post; the post's duty goes on."""

    __tablename__: ClassVar[str] = "negative_receipt"
    __table_args__ = (UniqueConstraint("dispatch_id", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    dispatch_id: int = Field(foreign_key="dispatch.id")
    post: str
    name: str
    left_on: date
    at: datetime = instant()
