"""Files handed in through the web, with the state of their reading and what was corrected before they were entered."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "intake",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("office", "unit", "sha256", "file_name")),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("came_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("tries", "pages")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("subject", "trouble", "next_step")),
        sa.Column("reading", sa.JSON(), nullable=False),
        sa.Column("corrections", sa.JSON(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_intake_matter_id_matter")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake")),
        sa.UniqueConstraint("office", "unit", "sha256", name=op.f("uq_intake_office_unit_sha256")),
    )
    op.create_index(op.f("ix_intake_matter_id"), "intake", ["matter_id"])


def downgrade() -> None:
    op.drop_table("intake")
