"""The tables of the log-in: accounts, the desks they may work at, sessions, one-time links, wrong passwords, codes used."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class AccountRow(SQLModel, table=True):
    """บัญชีผู้ใช้: a person who may log in; `login` is kept in lower case, `password` is an argon2id hash ("": none set yet).

    `totp` is the sealed secret of the second factor ("": not in use).
    """

    __tablename__: ClassVar[str] = "account"
    __table_args__ = (UniqueConstraint("login"),)
    id: int | None = Field(default=None, primary_key=True)
    login: str
    person: str
    password: str = ""
    totp: str = ""
    disabled: bool = False
    created_at: datetime = instant()


class AccountDeskRow(SQLModel, table=True):
    """โต๊ะทำงาน: what an account may work as in a unit; `post` is the post held, for the role `officer` ("" at the other desks)."""

    __tablename__: ClassVar[str] = "account_desk"
    __table_args__ = (UniqueConstraint("account_id", "office", "unit", "role", "post"),)
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    office: str
    unit: str
    role: str
    post: str = ""


class WebSessionRow(SQLModel, table=True):
    """การเข้าใช้: `token` is the SHA-256 of what the browser holds; `desk` the key of the desk chosen ("": none yet).

    `awaits_code` until the second factor was given; `ends_at` is the latest moment of all, however busy the person is.
    """

    __tablename__: ClassVar[str] = "web_session"
    __table_args__ = (UniqueConstraint("token"),)
    id: int | None = Field(default=None, primary_key=True)
    token: str
    account_id: int = Field(foreign_key="account.id", index=True)
    desk: str = ""
    agent: str = ""
    address: str = ""
    awaits_code: bool = False
    created_at: datetime = instant()
    seen_at: datetime = instant()
    ends_at: datetime = instant()
    revoked_at: datetime | None = instant(nullable=True)


class OneTimeLinkRow(SQLModel, table=True):
    """ลิงก์ใช้ครั้งเดียว: opens the first account (`account_id` None), or lets an account set its password; kept as its SHA-256."""

    __tablename__: ClassVar[str] = "one_time_link"
    __table_args__ = (UniqueConstraint("token"),)
    id: int | None = Field(default=None, primary_key=True)
    token: str
    account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    created_at: datetime = instant()
    ends_at: datetime = instant()
    used_at: datetime | None = instant(nullable=True)


class AttemptRow(SQLModel, table=True):
    """Wrong passwords in a row: `about` is `account NAME` or `address IP`; nothing is tried before `free_at`."""

    __tablename__: ClassVar[str] = "login_attempt"
    about: str = Field(primary_key=True)
    count: int = 0
    last_at: datetime = instant()
    free_at: datetime = instant()


class TotpUsedRow(SQLModel, table=True):
    """The last time-step whose code an account used: that code, and every earlier one, is refused."""

    __tablename__: ClassVar[str] = "totp_used"
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    step: int


class RecoveryCodeRow(SQLModel, table=True):
    """รหัสสำรอง: a code for whoever lost the phone, kept as its SHA-256, good once."""

    __tablename__: ClassVar[str] = "recovery_code"
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    code: str
    used_at: datetime | None = instant(nullable=True)


class OidcIdentityRow(SQLModel, table=True):
    """Who somebody is at an OpenID Connect provider: the issuer and its lasting subject, never the e-mail address."""

    __tablename__: ClassVar[str] = "oidc_identity"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)
    id: int | None = Field(default=None, primary_key=True)
    issuer: str
    subject: str
    account_id: int = Field(foreign_key="account.id", index=True)
    created_at: datetime = instant()
