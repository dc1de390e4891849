"""Accounts, the desks they may work at, sessions, one-time links, wrong passwords, second factors, identities at a provider."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013a"
branch_labels = None
depends_on = None

TABLES = (
    "oidc_identity", "recovery_code", "totp_used", "login_attempt", "one_time_link", "web_session", "account_desk",
    "account",
)  # fmt: skip


def upgrade() -> None:
    _create(
        "account",
        _id(),
        *_texts("login", "person", "password", "totp"),
        _flag("disabled"),
        _at("created_at"),
        unique="login",
    )
    desk = ("office", "unit", "role", "post")
    _create(
        "account_desk",
        _id(),
        _whole("account_id"),
        *_texts(*desk),
        account=True,
        unique="account_id office unit role post",
    )
    _create(
        "web_session", _id(), _whole("account_id"), *_texts("token", "desk", "agent", "address"), _flag("awaits_code"),
        _at("created_at"), _at("seen_at"), _at("ends_at"), _at("revoked_at", nullable=True), account=True, unique="token",
    )  # fmt: skip
    _create(
        "one_time_link", _id(), _whole("account_id", nullable=True), *_texts("token"), _at("created_at"), _at("ends_at"),
        _at("used_at", nullable=True), account=True, unique="token",
    )  # fmt: skip
    _create("login_attempt", *_texts("about"), _whole("count"), _at("last_at"), _at("free_at"), key=["about"])
    _create("totp_used", _whole("account_id"), _whole("step"), account=True, key=["account_id"])
    _create("recovery_code", _id(), _whole("account_id"), *_texts("code"), _at("used_at", nullable=True), account=True)
    _create(
        "oidc_identity",
        *_texts("issuer", "subject"),
        _whole("account_id"),
        _at("created_at"),
        account=True,
        key=["issuer", "subject"],
    )
    for name in ("account_desk", "web_session", "one_time_link", "recovery_code", "oidc_identity"):
        op.create_index(op.f(f"ix_{name}_account_id"), name, ["account_id"])


def downgrade() -> None:
    for name in TABLES:
        op.drop_table(name)


def _create(
    name: str, *columns: sa.Column[Any], key: Sequence[str] = ("id",), account: bool = False, unique: str = ""
) -> None:
    rules: list[Any] = [sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}"))]
    if account:
        rules.append(
            sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f(f"fk_{name}_account_id_account"))
        )
    if unique:
        rules.append(sa.UniqueConstraint(*unique.split(), name=op.f(f"uq_{name}_{'_'.join(unique.split())}")))
    op.create_table(name, *columns, *rules)


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _whole(name: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _at(name: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)
