"""The table of files handed in through the web: what came, how far its reading is, and what people corrected before it was entered."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class IntakeRow(SQLModel, table=True):
    """แฟ้มที่รับเข้า: a file of one unit, by its SHA-256; `state` as core/intake.py has it, `trouble` and `next_step` when it was not read.

    `corrections` wait here, beside the reading, until the paper is entered and they stand beside the matter's; `tries` counts
    how often its reading was asked for.
    """

    __tablename__: ClassVar[str] = "intake"
    __table_args__ = (UniqueConstraint("office", "unit", "sha256"),)
    id: int | None = Field(default=None, primary_key=True)
    office: str
    unit: str
    sha256: str
    file_name: str
    size: int
    by: str
    came_at: datetime = instant()
    state: str
    tries: int = 1
    pages: int = 0
    subject: str = ""
    trouble: str = ""
    next_step: str = ""
    reading: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False), default_factory=dict)
    corrections: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False), default_factory=list)
    matter_id: int | None = Field(default=None, foreign_key="matter.id", index=True)
