"""The tables of one sending: how far it has come, where its recipients sit in the chart of that day, and the counters of each unit."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class SendingRow(SQLModel, table=True):
    """การส่งครั้งหนึ่ง: one memo to all its addressees; its dispatches are written in pieces when they are many.

    `plan` is what was decided at sending (clauses, reasons, findings); `planned` the number of recipients it comes to; `state` is
    `sending` until every piece is written, then `sent` (or `stopped` by a person, `failed` with its `trouble`); `tree` names the chart
    of that day (`chart_seat`), `touched_at` the last answer. `written` of `planned` dispatches are there, the roster is done up to
    `roster_id`; `round` counts how often the work was taken up. `begun_at` and `moved_at` are the first and the last piece by the clock
    of the worker (`sent_at` is the paper's own time). `moves` counts the
    transactions that moved its counters, so that a roll-up knows whether it is still true.
    """

    __tablename__: ClassVar[str] = "sending"
    memo_id: int = Field(primary_key=True, foreign_key="memo.id")
    matter_id: int = Field(foreign_key="matter.id", index=True)
    parent_id: int | None = Field(default=None, foreign_key="dispatch.id")
    from_unit: str
    predicate: str
    plan: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False), default_factory=dict)
    planned: int
    state: str
    due_on: date
    calendar_version: str
    tree: str
    sent_at: datetime = instant()
    touched_at: datetime = instant()
    moves: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    written: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    roster_id: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    round: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    trouble: str = Field(default="", sa_column_kwargs={"server_default": ""})
    begun_at: datetime | None = instant(nullable=True)
    moved_at: datetime | None = instant(nullable=True)


class SendingListRow(SQLModel, table=True):
    """Addressees named one by one, too many to write at once: a piece to a row, which goes when their dispatches are written."""

    __tablename__: ClassVar[str] = "sending_list"
    memo_id: int = Field(primary_key=True, foreign_key="sending.memo_id")
    number: int = Field(primary_key=True)
    addressees: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False), default_factory=list)


class WorkerRow(SQLModel, table=True):
    """A worker process of the distributed mode: `seen_at`, by the database's own clock, is when it last said it lives."""

    __tablename__: ClassVar[str] = "worker_node"
    name: str = Field(primary_key=True)
    seen_at: datetime = instant()


class SeatRow(SQLModel, table=True):
    """Where a unit sits in a tree of command: units are numbered from the root down, so that all below a unit are `seat`..`last`.

    `tree` is named by its content; a re-organisation makes a new tree and leaves the old one as it was.
    """

    __tablename__: ClassVar[str] = "chart_seat"
    __table_args__ = (Index("ix_chart_seat_parent", "tree", "parent"),)
    tree: str = Field(primary_key=True)
    unit: str = Field(primary_key=True)
    parent: str | None = None
    seat: int
    last: int
    depth: int


class TallyRow(SQLModel, table=True):
    """The counters of one unit in one sending: they move in the transaction of the answer they count.

    `answered` counts the dispatches nobody is reminded of any more; `closed` those of them that were recalled, refused or withdrawn.
    """

    __tablename__: ClassVar[str] = "tally"
    __table_args__ = (Index("ix_tally_seat", "memo_id", "seat"), Index("ix_tally_span", "matter_id", "seat"))
    memo_id: int = Field(primary_key=True, foreign_key="memo.id")
    unit: str = Field(primary_key=True)
    matter_id: int
    seat: int
    total: int = 0
    received: int = 0
    acknowledged: int = 0
    forwarded: int = 0
    answered: int = 0
    closed: int = 0


class RosterRow(SQLModel, table=True):
    """อัตรากำลัง: every position of a unit, for papers that each person acknowledges; the chart holds only the posts papers are addressed to.

    `post` is the number of the position, which stays when its holder changes.
    """

    __tablename__: ClassVar[str] = "roster"
    __table_args__ = (UniqueConstraint("office", "post"), Index("ix_roster_unit", "office", "unit"))
    id: int | None = Field(default=None, primary_key=True)
    office: str
    post: str
    unit: str
    title: str
    rank: str = ""
    name: str = ""
    email: str = ""
