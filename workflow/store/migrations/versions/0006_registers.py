"""The four dated acts of a paper that goes out, the caller's name for a request, and what was done with a line: reserved, used, void."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENTS = ("created_at", "method_at", "destination_at")


def upgrade() -> None:
    for name in ("request_id", "method"):
        op.add_column("register_entry", sa.Column(name, sa.String(), nullable=False, server_default=""))
    for name in MOMENTS:
        op.add_column("register_entry", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "register_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("replaced_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["register_entry.id"], name=op.f("fk_register_act_entry_id_register_entry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_act")),
    )
    op.create_index(op.f("ix_register_act_entry_id"), "register_act", ["entry_id"])


def downgrade() -> None:
    op.drop_table("register_act")
    for name in ("request_id", "method", *MOMENTS):
        op.drop_column("register_entry", name)
