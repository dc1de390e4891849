"""The journeys of submitted memos; an order keeps which words it was given on, and the appointment it rests on.

Memos submitted before have no journey; the first act on one opens it. Orders given before keep "" and 0: nobody wrote down what was seen.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _journey()
    _step()
    for name in ("sha256", "appointment"):
        op.add_column("order_given", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("order_given", sa.Column("version", sa.Integer(), nullable=False, server_default="0"))


def _journey() -> None:
    op.create_table(
        "journey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("timed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_journey_matter_id_matter")),
        sa.ForeignKeyConstraint(["memo_id"], ["memo.id"], name=op.f("fk_journey_memo_id_memo")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journey")),
        sa.UniqueConstraint("memo_id", "round", name=op.f("uq_journey_memo_id_round")),
    )
    op.create_index(op.f("ix_journey_matter_id"), "journey", ["matter_id"])


def _step() -> None:
    texts = ("by_post", "by_rank", "by_name", "capacity", "appointment", "text")
    op.create_table(
        "journey_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("journey_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.Column("acted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("timed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["journey_id"], ["journey.id"], name=op.f("fk_journey_step_journey_id_journey")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journey_step")),
        sa.UniqueConstraint("journey_id", "position", "post", name=op.f("uq_journey_step_journey_id_position_post")),
    )


def downgrade() -> None:
    for name in ("version", "appointment", "sha256"):
        op.drop_column("order_given", name)
    op.drop_table("journey_step")
    op.drop_table("journey")
