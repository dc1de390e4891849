"""Packages exchanged with other offices: the reply code by which an answer finds its dispatch."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exchange",
        sa.Column("id", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("direction", "office", "unit", "reply_code", "sha256")
        ),
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("dispatch_id", sa.Integer(), nullable=True),
        sa.Column("letter", sa.JSON(), nullable=False),
        sa.Column("answered", sa.JSON(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_exchange_matter_id_matter")),
        sa.ForeignKeyConstraint(["dispatch_id"], ["dispatch.id"], name=op.f("fk_exchange_dispatch_id_dispatch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange")),
        sa.UniqueConstraint(
            "direction", "office", "unit", "reply_code", name=op.f("uq_exchange_direction_office_unit_reply_code")
        ),
        sa.UniqueConstraint("dispatch_id", name=op.f("uq_exchange_dispatch_id")),
    )
    op.create_index(op.f("ix_exchange_matter_id"), "exchange", ["matter_id"])


def downgrade() -> None:
    op.drop_table("exchange")
