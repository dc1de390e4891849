"""What was done with a register's line beside giving out its number: rows are only ever added."""

from datetime import date, datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class RegisterActRow(SQLModel, table=True):
    """จอง, ใช้เลขที่จอง, ยกเลิก, บันทึกการส่ง: who did it with which line, when and why.

    `until` is the last day a reserved number is kept; `replaced_by` the number under which a voided paper went out after all.
    """

    __tablename__: ClassVar[str] = "register_act"
    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="register_entry.id", index=True)
    kind: str
    at: datetime = instant()
    by: str
    reason: str = ""
    until: date | None = None
    replaced_by: int | None = None
