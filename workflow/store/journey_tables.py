"""The tables of ทางเสนอ: a submitted memo's way up, one row for every time it was submitted and one for every post on the way."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class JourneyRow(SQLModel, table=True):
    """ทางเสนอครั้งหนึ่ง: `round` counts how often the memo was submitted; `sha256` and `version` say which words were submitted.

    `state` is `open`, `returned` or `decided`; `timed` is false where a paper tells the day alone.
    """

    __tablename__: ClassVar[str] = "journey"
    __table_args__ = (UniqueConstraint("memo_id", "round"),)
    id: int | None = Field(default=None, primary_key=True)
    matter_id: int = Field(foreign_key="matter.id", index=True)
    memo_id: int = Field(foreign_key="memo.id")
    round: int
    state: str = "open"
    sha256: str
    version: int
    submitted_at: datetime = instant()
    timed: bool = True


class JourneyStepRow(SQLModel, table=True):
    """One post at one place of a journey, and what was done there: by whom, in which capacity, on which order of appointment."""

    __tablename__: ClassVar[str] = "journey_step"
    __table_args__ = (UniqueConstraint("journey_id", "position", "post"),)
    id: int | None = Field(default=None, primary_key=True)
    journey_id: int = Field(foreign_key="journey.id")
    position: int
    role: str
    post: str
    needed: int = 1
    state: str = "waiting"
    by_post: str = ""
    by_rank: str = ""
    by_name: str = ""
    capacity: str = ""
    appointment: str = ""
    text: str = ""
    acted_at: datetime | None = instant(nullable=True)
    timed: bool = True
