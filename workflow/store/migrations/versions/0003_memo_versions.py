"""Memos that officers edited: every version of their words."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "memo_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["memo_id"], ["memo.id"], name=op.f("fk_memo_versions_memo_id_memo")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memo_versions")),
        sa.UniqueConstraint("memo_id", "number", name=op.f("uq_memo_versions_memo_id_number")),
    )
    with op.batch_alter_table("memo_versions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_memo_versions_memo_id"), ["memo_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("memo_versions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_memo_versions_memo_id"))

    op.drop_table("memo_versions")
