"""The tables of links taken back and of counts rolled up for dashboards."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class LinkRow(SQLModel, table=True):
    """A link that was taken back: `edition` is the one good now. A dispatch without a row is at edition 0, so 200,000 links need no row."""

    __tablename__: ClassVar[str] = "ack_link"
    dispatch_id: int = Field(primary_key=True, foreign_key="dispatch.id")
    edition: int
    revoked_at: datetime = instant()


class RollRow(SQLModel, table=True):
    """When a matter's counts were rolled up, for which day, and at how many moves of how many sendings; its own totals."""

    __tablename__: ClassVar[str] = "roll"
    matter_id: int = Field(primary_key=True, foreign_key="matter.id")
    at: datetime = instant()
    as_of: date
    sendings: int
    moves: int
    settled: bool
    total: int = 0
    received: int = 0
    acknowledged: int = 0
    forwarded: int = 0
    answered: int = 0
    closed: int = 0
    overdue: int = 0


class RollUpRow(SQLModel, table=True):
    """The counts of everything at and below a unit in one matter and one tree, rolled up every few seconds from the units' counters."""

    __tablename__: ClassVar[str] = "roll_up"
    __table_args__ = (Index("ix_roll_up_parent", "matter_id", "parent"),)
    matter_id: int = Field(primary_key=True, foreign_key="matter.id")
    unit: str = Field(primary_key=True)
    tree: str = Field(primary_key=True)
    parent: str | None = None
    total: int = 0
    received: int = 0
    acknowledged: int = 0
    forwarded: int = 0
    answered: int = 0
    closed: int = 0
    overdue: int = 0
