"""The tables of the vault: sealed logins, and every look at one."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, UniqueConstraint
from sqlalchemy import Text as SqlText
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class VaultItemRow(SQLModel, table=True):
    """A login found in a matter's letter; `sealed` is base64 of nonce and AES-256-GCM text, bound to the matter and its place."""

    __tablename__: ClassVar[str] = "vault_item"
    __table_args__ = (UniqueConstraint("matter_id", "place"),)
    id: int | None = Field(default=None, primary_key=True)
    matter_id: int = Field(foreign_key="matter.id", index=True)
    place: int
    page: int
    masked: str
    sealed: str = Field(sa_column=Column(SqlText, nullable=False))
    at: datetime = instant()


class VaultLookRow(SQLModel, table=True):
    """A look at a login: who, when and why. Rows are only added."""

    __tablename__: ClassVar[str] = "vault_look"
    id: int | None = Field(default=None, primary_key=True)
    item_id: int = Field(foreign_key="vault_item.id", index=True)
    at: datetime = instant()
    by: str
    why: str
