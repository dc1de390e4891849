"""The memory of survey rounds: what was scored, recommended, promised and answered, and whom a coming round was announced to."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class RoundScoreRow(SQLModel, table=True):
    """A score of one respondent in one round, as published; `code` is empty for the total, which is never worked out from parts."""

    __tablename__: ClassVar[str] = "round_score"
    __table_args__ = (UniqueConstraint("office", "unit", "year", "code"),)
    id: int | None = Field(default=None, primary_key=True)
    office: str
    unit: str
    year: int
    code: str
    name: str = ""
    score: float
    average: float | None = None
    source: str
    matter_id: int | None = Field(default=None, foreign_key="matter.id")
    at: datetime = instant()


class RoundAdviceRow(SQLModel, table=True):
    """ข้อเสนอแนะ: a recommendation of a round for one sub-indicator, as printed."""

    __tablename__: ClassVar[str] = "round_advice"
    __table_args__ = (UniqueConstraint("office", "unit", "year", "code"),)
    id: int | None = Field(default=None, primary_key=True)
    office: str
    unit: str
    year: int
    code: str
    name: str
    heading: str = ""
    text: str
    source: str
    matter_id: int | None = Field(default=None, foreign_key="matter.id")
    at: datetime = instant()


class CommitmentRow(SQLModel, table=True):
    """What a unit promised to do about a recommendation; what became of it are its reports, rows only ever added."""

    __tablename__: ClassVar[str] = "commitment"
    __table_args__ = (Index("ix_commitment_code", "office", "year", "code"),)
    id: int | None = Field(default=None, primary_key=True)
    office: str
    year: int
    code: str
    unit: str
    text: str
    due_on: date | None = None
    by: str
    at: datetime = instant()


class CommitmentReportRow(SQLModel, table=True):
    """รายงานผล: how far a promise has come; `done` closes it, a later report may open it again; `sha256` is of the evidence kept."""

    __tablename__: ClassVar[str] = "commitment_report"
    id: int | None = Field(default=None, primary_key=True)
    commitment_id: int = Field(foreign_key="commitment.id", index=True)
    text: str
    done: bool
    by: str
    sha256: str = ""
    at: datetime = instant()


class RoundAnswerRow(SQLModel, table=True):
    """What a unit handed in for one sub-indicator of a coming round: evidence, or (`missing`) that it has none and why; rows are added."""

    __tablename__: ClassVar[str] = "round_answer"
    __table_args__ = (Index("ix_round_answer_year", "office", "year", "code", "unit"),)
    id: int | None = Field(default=None, primary_key=True)
    office: str
    year: int
    code: str
    unit: str
    text: str
    missing: bool = False
    sha256: str = ""
    by: str
    at: datetime = instant()


class RoundNoticeRow(SQLModel, table=True):
    """A reminder before a round opens: one owner, one rung, at most once."""

    __tablename__: ClassVar[str] = "round_notice"
    __table_args__ = (UniqueConstraint("office", "year", "unit", "days_before"),)
    id: int | None = Field(default=None, primary_key=True)
    office: str
    year: int
    unit: str
    days_before: int
    promised_for: date
    at: datetime = instant()


class AttendeeRow(SQLModel, table=True):
    """ผู้เข้าร่วม: a name that a unit sent in for an event a matter invites to; `withdrawn` when the unit sends another instead."""

    __tablename__: ClassVar[str] = "attendee"
    __table_args__ = (UniqueConstraint("matter_id", "unit", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    matter_id: int = Field(foreign_key="matter.id", index=True)
    unit: str
    name: str
    position: str = ""
    by: str
    withdrawn: bool = False
    at: datetime = instant()
