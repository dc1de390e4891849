"""How far a sending in pieces has come, the addressees its pieces still have to write, and which workers are alive."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("sending") as table:
        table.add_column(sa.Column("written", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("roster_id", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("round", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("trouble", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("moved_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE sending SET written = planned")
    op.create_table(
        "sending_list",
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("addressees", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["memo_id"], ["sending.memo_id"], name=op.f("fk_sending_list_memo_id_sending")),
        sa.PrimaryKeyConstraint("memo_id", "number", name=op.f("pk_sending_list")),
    )
    op.create_table(
        "worker_node",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_worker_node")),
    )


def downgrade() -> None:
    op.drop_table("worker_node")
    op.drop_table("sending_list")
    with op.batch_alter_table("sending") as table:
        for column in ("written", "roster_id", "round", "trouble", "begun_at", "moved_at"):
            table.drop_column(column)
