"""Links taken back, counts rolled up for dashboards, and indexes: a matter's counters by their seats, its trail by the addressee."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

COUNTERS = ("total", "received", "acknowledged", "forwarded", "answered", "closed", "overdue")


def upgrade() -> None:
    _links()
    _roll()
    _roll_up()
    op.add_column("sending", sa.Column("moves", sa.Integer(), nullable=False, server_default="0"))
    op.drop_index("ix_tally_matter", "tally")
    op.create_index("ix_tally_span", "tally", ["matter_id", "seat"])
    op.drop_index("ix_event_matter_id", "event")
    op.create_index("ix_event_trail", "event", ["matter_id", "dispatch_id"])


def _links() -> None:
    op.create_table(
        "ack_link",
        sa.Column("dispatch_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["dispatch_id"], ["dispatch.id"], name=op.f("fk_ack_link_dispatch_id_dispatch")),
        sa.PrimaryKeyConstraint("dispatch_id", name=op.f("pk_ack_link")),
    )


def _roll() -> None:
    op.create_table(
        "roll",
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("sendings", sa.Integer(), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in COUNTERS),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_roll_matter_id_matter")),
        sa.PrimaryKeyConstraint("matter_id", name=op.f("pk_roll")),
    )


def _roll_up() -> None:
    op.create_table(
        "roll_up",
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("tree", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in COUNTERS),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_roll_up_matter_id_matter")),
        sa.PrimaryKeyConstraint("matter_id", "unit", "tree", name=op.f("pk_roll_up")),
    )
    op.create_index("ix_roll_up_parent", "roll_up", ["matter_id", "parent"])


def downgrade() -> None:
    op.drop_index("ix_event_trail", "event")
    op.create_index("ix_event_matter_id", "event", ["matter_id"])
    op.drop_index("ix_tally_span", "tally")
    op.create_index("ix_tally_matter", "tally", ["matter_id"])
    op.drop_column("sending", "moves")
    for table in ("roll_up", "roll", "ack_link"):
        op.drop_table(table)
