"""Days kept by unit and by branch; what there is already is counted by the roll-up in the first seconds after the upgrade."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _table(
        "day_mark",
        (),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("sendings", "moves", "papers")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("version", "shape")),
    )
    _table(
        "day_line",
        (sa.Column("unit", sa.String(), nullable=False), sa.Column("step", sa.Integer(), nullable=False)),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("count", "median", "slowest")),
        sa.Column("days", sa.Text(), nullable=False),
    )
    _table("day_sum", (sa.Column("unit", sa.String(), nullable=False),), sa.Column("days", sa.Text(), nullable=False))


def _table(name: str, keys: "tuple[sa.Column[Any], ...]", *columns: "sa.Column[Any]") -> None:
    scope: tuple[sa.Column[Any], ...] = (
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=False),
    )
    named = [column.name for column in (*scope, *keys)]
    op.create_table(name, *scope, *keys, *columns, sa.PrimaryKeyConstraint(*named, name=op.f(f"pk_{name}")))


def downgrade() -> None:
    for table in ("day_sum", "day_line", "day_mark"):
        op.drop_table(table)
