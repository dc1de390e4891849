"""The tables of reminders: what was promised, the day's message to a person, its tries, ladders of a matter, calendars once in force."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant

ADDRESSEE, SUPERIOR = (
    "addressee",
    "superior",
)  # whom a rung spoke to: the post that owes an answer, or the post above it


class NoticeRow(SQLModel, table=True):
    """เตือนรายวัน: the one message of a day to one person (`person`: a mailbox, or a post without one); `digest` is what it says."""

    __tablename__: ClassVar[str] = "notice"
    __table_args__ = (UniqueConstraint("office", "person", "day"), Index("ix_notice_day", "day"))
    id: int | None = Field(default=None, primary_key=True)
    office: str
    person: str
    post: str
    day: date
    digest: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False), default_factory=dict)
    made_at: datetime = instant()


class ReminderRow(SQLModel, table=True):
    """A promised reminder: one rung of one dispatch to one role, at most once; `memo_id` the numbered paper to the superior post."""

    __tablename__: ClassVar[str] = "reminder"
    __table_args__ = (
        UniqueConstraint("dispatch_id", "rung", "role"),
        Index("ix_reminder_notice", "notice_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    dispatch_id: int = Field(foreign_key="dispatch.id")
    rung: str
    role: str = ADDRESSEE
    promised_for: date
    promised_at: datetime = instant()
    sent_at: datetime | None = instant(nullable=True)
    notice_id: int | None = Field(default=None, foreign_key="notice.id")
    memo_id: int | None = Field(default=None, foreign_key="memo.id")


class OutboxRow(SQLModel, table=True):
    """A message to send by one channel, written in the transaction of its promise; `message_id` stays the same at every try.

    `notice_id` None: a message of its own, which no answer takes back.
    """

    __tablename__: ClassVar[str] = "outbox"
    __table_args__ = (
        UniqueConstraint("message_id"),
        Index("ix_outbox_next", "state", "next_try"),
        Index("ix_outbox_notice", "notice_id", "state"),
    )
    id: int | None = Field(default=None, primary_key=True)
    notice_id: int | None = Field(default=None, foreign_key="notice.id")
    channel: str = "mail"
    message_id: str
    sender: str
    address: str
    subject: str
    body: str
    state: str = "created"
    tries: int = 0
    next_try: datetime = instant()
    trouble: str = ""


class MatterLadderRow(SQLModel, table=True):
    """A ladder set for one matter by a person; it comes before those of the unit and the office."""

    __tablename__: ClassVar[str] = "matter_ladder"
    matter_id: int = Field(primary_key=True, foreign_key="matter.id")
    rungs: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False), default_factory=list)
    by: str
    at: datetime = instant()


class CalendarRow(SQLModel, table=True):
    """A table of holidays as it once was in force, so that a due date can be counted anew when the table changes."""

    __tablename__: ClassVar[str] = "calendar_version"
    version: str = Field(primary_key=True)
    holidays: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False), default_factory=dict)
    years: list[int] = Field(sa_column=Column(JSON, nullable=False), default_factory=list)


class FeedRow(SQLModel, table=True):
    """A secret address of a post's calendar; only the SHA-256 of the secret is kept, so that a copy of the database opens no calendar."""

    __tablename__: ClassVar[str] = "calendar_feed"
    __table_args__ = (Index("ix_calendar_feed_post", "office", "post"),)
    token_sha256: str = Field(primary_key=True)
    office: str
    post: str
    made_at: datetime = instant()
    revoked_at: datetime | None = instant(nullable=True)
