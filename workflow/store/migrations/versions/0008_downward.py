"""Dispatches sent instead of others, and why one was closed; acts done on paper with their evidence; holders who left unread."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("dispatch") as batch:
        batch.add_column(sa.Column("replaces_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("closed_why", sa.String(), nullable=True))
        batch.create_foreign_key(batch.f("fk_dispatch_replaces_id_dispatch"), "dispatch", ["replaces_id"], ["id"])
    op.create_table(
        "paper_evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("dispatch_id", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("act", "unit", "post", "entered_by", "sha256", "why_none")
        ),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_paper_evidence_matter_id_matter")),
        sa.ForeignKeyConstraint(["dispatch_id"], ["dispatch.id"], name=op.f("fk_paper_evidence_dispatch_id_dispatch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_evidence")),
        sa.UniqueConstraint(
            "dispatch_id", "act", "unit", "post", name=op.f("uq_paper_evidence_dispatch_id_act_unit_post")
        ),
    )
    op.create_index(op.f("ix_paper_evidence_matter_id"), "paper_evidence", ["matter_id"])
    op.create_table(
        "negative_receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispatch_id", sa.Integer(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch_id"], ["dispatch.id"], name=op.f("fk_negative_receipt_dispatch_id_dispatch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_negative_receipt")),
        sa.UniqueConstraint("dispatch_id", "name", name=op.f("uq_negative_receipt_dispatch_id_name")),
    )


def downgrade() -> None:
    op.drop_table("negative_receipt")
    op.drop_table("paper_evidence")
    with op.batch_alter_table("dispatch") as batch:
        batch.drop_constraint(batch.f("fk_dispatch_replaces_id_dispatch"), type_="foreignkey")
        batch.drop_column("closed_why")
        batch.drop_column("replaces_id")
