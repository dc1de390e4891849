"""Copies for recipients: one shared body a memo, a small addition a recipient."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "copy_master",
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["memo_id"], ["memo.id"], name=op.f("fk_copy_master_memo_id_memo")),
        sa.PrimaryKeyConstraint("memo_id", name=op.f("pk_copy_master")),
    )
    op.create_table(
        "memo_copy",
        sa.Column("dispatch_id", sa.Integer(), nullable=False),
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("added", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch_id"], ["dispatch.id"], name=op.f("fk_memo_copy_dispatch_id_dispatch")),
        sa.ForeignKeyConstraint(["memo_id"], ["memo.id"], name=op.f("fk_memo_copy_memo_id_memo")),
        sa.PrimaryKeyConstraint("dispatch_id", name=op.f("pk_memo_copy")),
        sa.UniqueConstraint("memo_id", "number", name=op.f("uq_memo_copy_memo_id_number")),
    )


def downgrade() -> None:
    op.drop_table("memo_copy")
    op.drop_table("copy_master")
