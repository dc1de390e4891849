"""Sendings written in pieces, the trees of command their recipients sat in, counters per unit, and every position of a unit.

The index of dispatches by matter gains the unit (a unit asks for its own paper among 200,000); the ones on receipts and
acknowledgements by dispatch only repeated their unique keys.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _sending()
    _tree()
    _tally()
    _roster()
    op.drop_index("ix_dispatch_matter_id", "dispatch")
    op.create_index("ix_dispatch_unit", "dispatch", ["matter_id", "unit"])
    op.drop_index("ix_receipt_dispatch_id", "receipt")
    op.drop_index("ix_acknowledgement_dispatch_id", "acknowledgement")
    op.execute(SENDINGS_BEFORE)
    op.execute(TALLIES_BEFORE)


# What was sent before has no tree: its counters stand at seat 0 until somebody asks for them by unit.
SENDINGS_BEFORE = """
INSERT INTO sending (memo_id, matter_id, parent_id, from_unit, predicate, plan, planned, state, due_on, calendar_version, tree,
                     sent_at, touched_at)
SELECT memo_id, min(matter_id), min(parent_id), min(from_unit), '', '{}', count(*), 'sent', min(due_on), min(calendar_version), '',
       min(sent_at), max(sent_at)
FROM dispatch GROUP BY memo_id
"""
TALLIES_BEFORE = """
INSERT INTO tally (memo_id, unit, matter_id, seat, total, received, acknowledged, forwarded, answered, closed)
SELECT memo_id, unit, min(matter_id), 0, count(*),
       sum(CASE WHEN id IN (SELECT dispatch_id FROM receipt) THEN 1 ELSE 0 END),
       sum(CASE WHEN id IN (SELECT dispatch_id FROM acknowledgement) THEN 1 ELSE 0 END),
       sum(CASE WHEN state = 'forwarded' THEN 1 ELSE 0 END),
       sum(CASE WHEN state IN ('acknowledged', 'forwarded', 'acted', 'recalled') THEN 1 ELSE 0 END),
       sum(CASE WHEN state = 'recalled' THEN 1 ELSE 0 END)
FROM dispatch GROUP BY memo_id, unit
"""


def _sending() -> None:
    op.create_table(
        "sending",
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("from_unit", sa.String(), nullable=False),
        sa.Column("predicate", sa.String(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("calendar_version", sa.String(), nullable=False),
        sa.Column("tree", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["memo_id"], ["memo.id"], name=op.f("fk_sending_memo_id_memo")),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_sending_matter_id_matter")),
        sa.ForeignKeyConstraint(["parent_id"], ["dispatch.id"], name=op.f("fk_sending_parent_id_dispatch")),
        sa.PrimaryKeyConstraint("memo_id", name=op.f("pk_sending")),
    )
    op.create_index(op.f("ix_sending_matter_id"), "sending", ["matter_id"])


def _tree() -> None:
    op.create_table(
        "chart_seat",
        sa.Column("tree", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tree", "unit", name=op.f("pk_chart_seat")),
    )
    op.create_index("ix_chart_seat_parent", "chart_seat", ["tree", "parent"])


def _tally() -> None:
    counters = ("seat", "total", "received", "acknowledged", "forwarded", "answered", "closed")
    op.create_table(
        "tally",
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in counters),
        sa.ForeignKeyConstraint(["memo_id"], ["memo.id"], name=op.f("fk_tally_memo_id_memo")),
        sa.PrimaryKeyConstraint("memo_id", "unit", name=op.f("pk_tally")),
    )
    op.create_index("ix_tally_seat", "tally", ["memo_id", "seat"])
    op.create_index("ix_tally_matter", "tally", ["matter_id"])


def _roster() -> None:
    op.create_table(
        "roster",
        sa.Column("id", sa.Integer(), nullable=False),
        *(
            sa.Column(n, sa.String(), nullable=False)
            for n in ("office", "post", "unit", "title", "rank", "name", "email")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster")),
        sa.UniqueConstraint("office", "post", name=op.f("uq_roster_office_post")),
    )
    op.create_index("ix_roster_unit", "roster", ["office", "unit"])


def downgrade() -> None:
    op.create_index("ix_acknowledgement_dispatch_id", "acknowledgement", ["dispatch_id"])
    op.create_index("ix_receipt_dispatch_id", "receipt", ["dispatch_id"])
    op.drop_index("ix_dispatch_unit", "dispatch")
    op.create_index("ix_dispatch_matter_id", "dispatch", ["matter_id"])
    for table in ("roster", "tally", "chart_seat", "sending"):
        op.drop_table(table)
