"""Copies of one memo for many recipients, and merges of many memos: how far they have come, and what was made."""

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
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("signed", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["memo_id"], ["memo.id"], name=op.f("fk_copy_master_memo_id_memo")),
        sa.PrimaryKeyConstraint("memo_id", name=op.f("pk_copy_master")),
    )
    op.create_table(
        "memo_copy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.Column("dispatch_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("delta", sa.LargeBinary(), nullable=True),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["memo_id"], ["memo.id"], name=op.f("fk_memo_copy_memo_id_memo")),
        sa.ForeignKeyConstraint(["dispatch_id"], ["dispatch.id"], name=op.f("fk_memo_copy_dispatch_id_dispatch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memo_copy")),
        sa.UniqueConstraint("memo_id", "dispatch_id", name=op.f("uq_memo_copy_memo_id_dispatch_id")),
        sa.UniqueConstraint("memo_id", "number", name=op.f("uq_memo_copy_memo_id_number")),
    )
    op.create_table(
        "merge_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge_run")),
        sa.UniqueConstraint("key", name=op.f("uq_merge_run_key")),
    )
    op.create_table(
        "merge_piece",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["merge_run.id"], name=op.f("fk_merge_piece_run_id_merge_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge_piece")),
        sa.UniqueConstraint("run_id", "number", name=op.f("uq_merge_piece_run_id_number")),
    )


def downgrade() -> None:
    for table in ("merge_piece", "merge_run", "memo_copy", "copy_master"):
        op.drop_table(table)
