"""The memory of survey rounds: scores, recommendations, promises and their reports, answers, notices; attendees of an event."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TEXT, WHOLE, AT = sa.String(), sa.Integer(), sa.DateTime(timezone=True)


def _columns(kind: Any, *names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=nullable) for name in names]


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name, sa.Column("id", WHOLE, nullable=False), *parts, *_columns(AT, "at"), sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}"))
    )  # fmt: skip


def _to_matter(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f(f"fk_{name}_matter_id_matter"))


def upgrade() -> None:
    _scores()
    _promises()
    _answers()
    _table(
        "round_notice",
        *_columns(TEXT, "office", "unit"), *_columns(WHOLE, "year", "days_before"), *_columns(sa.Date(), "promised_for"),
        sa.UniqueConstraint("office", "year", "unit", "days_before", name=op.f("uq_round_notice_office_year_unit_days_before")),
    )  # fmt: skip
    _table(
        "attendee",
        *_columns(WHOLE, "matter_id"), *_columns(TEXT, "unit", "name", "position", "by"), *_columns(sa.Boolean(), "withdrawn"),
        _to_matter("attendee"),
        sa.UniqueConstraint("matter_id", "unit", "name", name=op.f("uq_attendee_matter_id_unit_name")),
    )  # fmt: skip
    op.create_index(op.f("ix_attendee_matter_id"), "attendee", ["matter_id"])


def _scores() -> None:
    for name, extra in (
        ("round_score", [*_columns(sa.Float(), "score"), *_columns(sa.Float(), "average", nullable=True)]),
        ("round_advice", _columns(TEXT, "heading", "text")),
    ):
        _table(
            name,
            *_columns(TEXT, "office", "unit", "code", "name", "source"), *_columns(WHOLE, "year"), *extra,
            *_columns(WHOLE, "matter_id", nullable=True),
            _to_matter(name),
            sa.UniqueConstraint("office", "unit", "year", "code", name=op.f(f"uq_{name}_office_unit_year_code")),
        )  # fmt: skip


def _promises() -> None:
    _table(
        "commitment",
        *_columns(TEXT, "office", "code", "unit", "text", "by"), *_columns(WHOLE, "year"),
        *_columns(sa.Date(), "due_on", nullable=True),
    )  # fmt: skip
    op.create_index("ix_commitment_code", "commitment", ["office", "year", "code"])
    _table(
        "commitment_report",
        *_columns(WHOLE, "commitment_id"), *_columns(TEXT, "text", "by", "sha256"), *_columns(sa.Boolean(), "done"),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name=op.f("fk_commitment_report_commitment_id_commitment")
        ),
    )  # fmt: skip
    op.create_index(op.f("ix_commitment_report_commitment_id"), "commitment_report", ["commitment_id"])


def _answers() -> None:
    _table(
        "round_answer",
        *_columns(TEXT, "office", "code", "unit", "text", "sha256", "by"), *_columns(WHOLE, "year"),
        *_columns(sa.Boolean(), "missing"),
    )  # fmt: skip
    op.create_index("ix_round_answer_year", "round_answer", ["office", "year", "code", "unit"])


def downgrade() -> None:
    for name in (
        "attendee", "round_notice", "round_answer", "commitment_report", "commitment", "round_advice", "round_score",
    ):  # fmt: skip
        op.drop_table(name)
