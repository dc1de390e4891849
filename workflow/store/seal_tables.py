"""The tables of the seal: the chain, what each link took, what sealed rows said before they were changed, and what left the server."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class ChangeRow(SQLModel, table=True):
    """A sealed row was changed by the program: `said` is `{column: [old, new]}`, a JSON column by its SHA-256; rows are only ever added.

    `row` is the changed row's key; None: many rows at once, those of the memo that `said` names under `memo_id`. A secret, too, is told by
    its SHA-256 alone.
    """

    __tablename__: ClassVar[str] = "row_change"
    __table_args__ = (Index("ix_row_change_row", "tab", "row"),)
    id: int | None = Field(default=None, primary_key=True)
    tab: str
    row: int | None = None
    said: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False), default_factory=dict)


class SealRow(SQLModel, table=True):
    """One link of the chain (core/seal.py)."""

    __tablename__: ClassVar[str] = "seal"
    __table_args__ = (Index("ix_seal_at", "at"),)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = instant()
    previous: str
    sha256: str
    rows: int


class SealBatchRow(SQLModel, table=True):
    """The rows of one table that a seal took (core/seal.py, `Batch`)."""

    __tablename__: ClassVar[str] = "seal_batch"
    __table_args__ = (Index("ix_seal_batch_tab_last", "tab", "last"),)
    seal: int = Field(primary_key=True, foreign_key="seal.number", sa_column_kwargs={"autoincrement": False})
    position: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    tab: str
    first: int
    last: int
    missing: list[Any] = Field(sa_column=Column(JSON, nullable=False), default_factory=list)
    late: list[Any] = Field(sa_column=Column(JSON, nullable=False), default_factory=list)
    rows: int
    sha256: str
    marks: bytes


class CheckpointRow(SQLModel, table=True):
    """A signed digest of the chain that left the server: `signed` is what was signed, `told` to whom it was mailed ("": to nobody yet)."""

    __tablename__: ClassVar[str] = "checkpoint"
    __table_args__ = (UniqueConstraint("seal"),)
    id: int | None = Field(default=None, primary_key=True)
    seal: int = Field(foreign_key="seal.number")
    at: datetime = instant()
    signed: str
    signature: str
    told: str = ""


class RestorationRow(SQLModel, table=True):
    """The database was restored from a backup: whatever was numbered after the backup is on paper only (`register confirm`)."""

    __tablename__: ClassVar[str] = "restoration"
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = instant()
    backup_at: datetime = instant()
    sha256: str
