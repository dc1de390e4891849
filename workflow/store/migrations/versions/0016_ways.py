"""What somebody has chosen to send, kept until it is sent: a page to look at, to share, and to press once."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dispatch_choice",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("by_post", sa.String(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("ticked", sa.JSON(), nullable=False),
        sa.Column("listed", sa.JSON(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("memo_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_dispatch_choice_matter_id_matter")),
        sa.ForeignKeyConstraint(["parent_id"], ["dispatch.id"], name=op.f("fk_dispatch_choice_parent_id_dispatch")),
        sa.ForeignKeyConstraint(["memo_id"], ["memo.id"], name=op.f("fk_dispatch_choice_memo_id_memo")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispatch_choice")),
    )
    op.create_index(op.f("ix_dispatch_choice_matter_id"), "dispatch_choice", ["matter_id"])


def downgrade() -> None:
    op.drop_table("dispatch_choice")
