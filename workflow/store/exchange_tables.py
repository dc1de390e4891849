"""The table of packages that crossed to or from another office."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class ExchangeRow(SQLModel, table=True):
    """ชุดแลกเปลี่ยน: a letter that went out for one dispatch, or came in and opened a matter; the reply code joins the two ends.

    `letter` is what the package of a letter that came in said (its manifest), `sha256` that package's; for one that went out they are
    empty, for its package is made anew from the matter. `answered` is the word or the refusal given here, once. `times` is how
    often the dispatch had been sent anew when its reply code was drawn.
    """

    __tablename__: ClassVar[str] = "exchange"
    __table_args__ = (
        UniqueConstraint("direction", "office", "unit", "reply_code"),
        UniqueConstraint("dispatch_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    direction: str
    office: str
    unit: str
    reply_code: str
    matter_id: int = Field(foreign_key="matter.id", index=True)
    dispatch_id: int | None = Field(default=None, foreign_key="dispatch.id")
    sha256: str = ""
    letter: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False), default_factory=dict)
    answered: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False), default_factory=dict)
    times: int = 0
    at: datetime = instant()
