"""The tables. Rows live here and nowhere else; the rules live in workflow/core."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Column, Index, UniqueConstraint, false
from sqlmodel import Field, SQLModel

from workflow.store.types import UtcDateTime

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING


def instant(nullable: bool = False) -> Any:
    return Field(sa_column=Column(UtcDateTime(), nullable=nullable), default=None)


def _json() -> Any:
    return Field(sa_column=Column(JSON, nullable=False), default_factory=dict)


class MatterRow(SQLModel, table=True):
    """เรื่อง: a letter with its whole trail, owned by one unit."""

    __tablename__: ClassVar[str] = "matter"
    __table_args__ = (UniqueConstraint("office", "unit", "sha256"),)
    id: int | None = Field(default=None, primary_key=True)
    office: str
    unit: str
    subject: str
    state: str
    sha256: str
    file_name: str
    opened_at: datetime = instant()
    reading: dict[str, Any] = _json()


class CounterRow(SQLModel, table=True):
    """The counter of one register; `last` moves only inside the transaction that uses the number, and not at all while `locked`."""

    __tablename__: ClassVar[str] = "register_counter"
    office: str = Field(primary_key=True)
    unit: str = Field(primary_key=True)
    book: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    opened_after: int
    last: int
    locked: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class EntryRow(SQLModel, table=True):
    """A line of a register: one number, or a range given out on paper (`number`..`number_to`).

    A paper that goes out has four dated acts: written (`created_at`; None: with its number), numbered (`at`), how it is sent (`method`,
    `method_at`), and to whom (`addressee`, `destination_at`). `request_id` is the caller's own name for the request ("": none given).
    """

    __tablename__: ClassVar[str] = "register_entry"
    __table_args__ = (UniqueConstraint("office", "unit", "book", "year", "number"), UniqueConstraint("key"))
    id: int | None = Field(default=None, primary_key=True)
    office: str
    unit: str
    book: str
    year: int
    number: int
    number_to: int
    kind: str
    key: str
    at: datetime = instant()
    letter_number: str = ""
    letter_date: date | None = None
    sender: str = ""
    addressee: str = ""
    subject: str = ""
    remark: str = ""
    matter_id: int | None = Field(default=None, foreign_key="matter.id", index=True)
    request_id: str = ""
    created_at: datetime | None = instant(nullable=True)
    method: str = ""
    method_at: datetime | None = instant(nullable=True)
    destination_at: datetime | None = instant(nullable=True)


class MemoRow(SQLModel, table=True):
    """A paper this program wrote; `document` is its content, from which the files can be made again at any time."""

    __tablename__: ClassVar[str] = "memo"
    __table_args__ = (UniqueConstraint("key"),)
    id: int | None = Field(default=None, primary_key=True)
    matter_id: int = Field(foreign_key="matter.id", index=True)
    kind: str
    unit: str
    key: str
    number: str = ""
    dated: date | None = None
    document: dict[str, Any] = _json()
    rendered: bool = False
    pages: int = 0


class OrderRow(SQLModel, table=True):
    """สั่งการ: what a commander decided on a memo, and in which capacity; `decision` is `order` or `return`.

    `sha256` and `version` say which words were decided on, `appointment` the order by which he acted for another ("": in his own post).
    """

    __tablename__: ClassVar[str] = "order_given"
    id: int | None = Field(default=None, primary_key=True)
    matter_id: int = Field(foreign_key="matter.id", index=True)
    memo_id: int = Field(foreign_key="memo.id")
    decision: str
    text: str
    by_post: str
    by_name: str
    capacity: str
    at: datetime = instant()
    sha256: str = ""
    version: int = 0
    appointment: str = ""


class DispatchRow(SQLModel, table=True):
    """การส่ง: one paper to one addressee, with the reason why the addressee is one.

    `replaces_id` is the dispatch it was sent instead of (withdrawn, or moved to a successor); `closed_why` why it was closed.
    """

    __tablename__: ClassVar[str] = "dispatch"
    __table_args__ = (
        UniqueConstraint("post", "memo_id"),  # in this order it also finds what a post has waiting
        Index("ix_dispatch_memo", "memo_id"),
        Index("ix_dispatch_open", "state", "due_on"),
        Index("ix_dispatch_unit", "matter_id", "unit"),
    )
    id: int | None = Field(default=None, primary_key=True)
    matter_id: int = Field(foreign_key="matter.id")
    memo_id: int = Field(foreign_key="memo.id")
    parent_id: int | None = Field(default=None, foreign_key="dispatch.id")
    from_unit: str
    unit: str
    post: str
    reason: str
    downward: bool
    state: str
    due_on: date
    calendar_version: str
    sent_at: datetime = instant()
    replaces_id: int | None = Field(default=None, foreign_key="dispatch.id")
    closed_why: str | None = None


class ReceiptRow(SQLModel, table=True):
    """การลงรับ: a registry stamped the paper; a unit's desk may stamp it a second time."""

    __tablename__: ClassVar[str] = "receipt"
    __table_args__ = (UniqueConstraint("dispatch_id", "unit"),)
    id: int | None = Field(default=None, primary_key=True)
    dispatch_id: int = Field(foreign_key="dispatch.id")
    unit: str
    number: int
    at: datetime = instant()


class AcknowledgementRow(SQLModel, table=True):
    """รับทราบ: a named person read it, in a capacity; `evidence` says how we know (core/evidence_level.py)."""

    __tablename__: ClassVar[str] = "acknowledgement"
    __table_args__ = (UniqueConstraint("dispatch_id", "post"),)
    id: int | None = Field(default=None, primary_key=True)
    dispatch_id: int = Field(foreign_key="dispatch.id")
    post: str
    name: str
    capacity: str
    evidence: str
    at: datetime = instant()


class EventRow(SQLModel, table=True):
    """What happened to a matter, in order; rows are only ever added."""

    __tablename__: ClassVar[str] = "event"
    __table_args__ = (Index("ix_event_trail", "matter_id", "dispatch_id"),)
    id: int | None = Field(default=None, primary_key=True)
    matter_id: int = Field(foreign_key="matter.id")
    dispatch_id: int | None = Field(default=None, foreign_key="dispatch.id")
    at: datetime = instant()
    timed: bool = True
    kind: str
    unit: str
    text: str


class CorrectionRow(SQLModel, table=True):
    """What a person says a field of a matter's paper really is; beside the reading, and rows are only ever added."""

    __tablename__: ClassVar[str] = "correction"
    id: int | None = Field(default=None, primary_key=True)
    matter_id: int = Field(foreign_key="matter.id", index=True)
    paper: int
    field: str
    value: str
    by: str
    at: datetime = instant()
    was: str | None = None
    printed: str | None = None
    page: int | None = None
    box: list[float] | None = Field(sa_column=Column(JSON, nullable=True), default=None)


class MemoVersionRow(SQLModel, table=True):
    """One state of a memo's words: as written from the case (`written`) or as an officer edited it (`edited`); rows are only ever added.

    `sha256` is that of the file that came back ("" for `written`); `changes` what it changed against the words written.
    """

    __tablename__: ClassVar[str] = "memo_versions"
    __table_args__ = (UniqueConstraint("memo_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    memo_id: int = Field(foreign_key="memo.id", index=True)
    number: int
    origin: str
    by: str
    at: datetime = instant()
    sha256: str = ""
    file_name: str = ""
    document: dict[str, Any] = _json()
    changes: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False), default_factory=list)
