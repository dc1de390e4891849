"""The table of what somebody has chosen to send and not sent yet."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class DispatchChoiceRow(SQLModel, table=True):
    """ผู้รับที่เลือกไว้: whom a unit means to send a matter to (or, `parent_id`, pass a dispatch on to), until it is sent as `memo_id`.

    `words` are predicates, one a line; `ticked` predicates that were ticked; `listed` the codes that the rows of `file_name` came to.
    `by_post` signs (None: as usual).
    """

    __tablename__: ClassVar[str] = "dispatch_choice"
    id: str = Field(primary_key=True)
    matter_id: int = Field(foreign_key="matter.id", index=True)
    parent_id: int | None = Field(default=None, foreign_key="dispatch.id")
    unit: str
    account: int
    by_post: str | None = None
    words: str = ""
    ticked: list[str] = Field(sa_column=Column(JSON, nullable=False), default_factory=list)
    listed: list[str] = Field(sa_column=Column(JSON, nullable=False), default_factory=list)
    file_name: str = ""
    made_at: datetime = instant()
    memo_id: int | None = Field(default=None, foreign_key="memo.id")
