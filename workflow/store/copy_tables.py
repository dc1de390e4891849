"""The tables of copies of one memo and of merges of many."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class CopyMasterRow(SQLModel, table=True):
    """What all copies of a memo share: the prepared PDF, byte for byte; `words` is the SHA-256 of the memo's words when it was made."""

    __tablename__: ClassVar[str] = "copy_master"
    memo_id: int = Field(primary_key=True, foreign_key="memo.id")
    words: str
    pdf: bytes
    signed: bool = False
    made_at: datetime = instant()


class CopyRow(SQLModel, table=True):
    """สำเนา: what makes the master one recipient's copy; `delta` None: it could not be made, `trouble` says why."""

    __tablename__: ClassVar[str] = "memo_copy"
    __table_args__ = (UniqueConstraint("memo_id", "dispatch_id"), UniqueConstraint("memo_id", "number"))
    id: int | None = Field(default=None, primary_key=True)
    memo_id: int = Field(foreign_key="memo.id")
    dispatch_id: int = Field(foreign_key="dispatch.id")
    number: int
    name: str
    delta: bytes | None = None
    trouble: str = ""


class MergeRow(SQLModel, table=True):
    """A merge of many memos of one kind; `key` is the SHA-256 of its cases with kind and office, so that it goes on where it stopped."""

    __tablename__: ClassVar[str] = "merge_run"
    __table_args__ = (UniqueConstraint("key"),)
    id: int | None = Field(default=None, primary_key=True)
    key: str
    kind: str
    office: str
    total: int
    begun_at: datetime = instant()


class MergePieceRow(SQLModel, table=True):
    """One memo of a merge: its case's line (from 1), its pages; 0 pages: it could not be made, `trouble` says why."""

    __tablename__: ClassVar[str] = "merge_piece"
    __table_args__ = (UniqueConstraint("run_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    run_id: int = Field(foreign_key="merge_run.id")
    number: int
    pages: int = 0
    trouble: str = ""
