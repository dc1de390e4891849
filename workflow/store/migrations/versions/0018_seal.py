"""The seal: a hash chain over what counts, what sealed rows said before, checkpoints; registers locked after a restore."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0015"
branch_labels = None
depends_on = None

KEPT = (
    "event",
    "acknowledgement",
    "register_act",
    "correction",
    "row_change",
    "seal",
    "seal_batch",
    "checkpoint",
    "restoration",
)
MAY_BE_TOLD = ("checkpoint",)  # whom it was mailed to is entered later
REFUSED = "rows are only ever added"


def _instant(name: str) -> "sa.Column[object]":
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _text(name: str) -> "sa.Column[object]":
    return sa.Column(name, sa.String(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "row_change",
        sa.Column("id", sa.Integer(), nullable=False), _text("tab"), sa.Column("row", sa.Integer(), nullable=True),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_row_change")),
    )  # fmt: skip
    op.create_index("ix_row_change_row", "row_change", ["tab", "row"])
    op.create_table(
        "seal",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False), _instant("at"), _text("previous"), _text("sha256"),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_seal")),
    )  # fmt: skip
    whole = [sa.Column(name, sa.Integer(), nullable=False) for name in ("first", "last", "rows")]
    listed = [sa.Column(name, sa.JSON(), nullable=False) for name in ("missing", "late")]
    keys = [sa.Column(name, sa.Integer(), autoincrement=False, nullable=False) for name in ("seal", "position")]
    op.create_table(
        "seal_batch",
        *keys, _text("tab"), *whole, *listed, _text("sha256"), sa.Column("marks", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["seal"], ["seal.number"], name=op.f("fk_seal_batch_seal_seal")),
        sa.PrimaryKeyConstraint("seal", "position", name=op.f("pk_seal_batch")),
    )  # fmt: skip
    op.create_table(
        "checkpoint",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("seal", sa.Integer(), nullable=False), _instant("at"),
        *map(_text, ("signed", "signature", "told")),
        sa.ForeignKeyConstraint(["seal"], ["seal.number"], name=op.f("fk_checkpoint_seal_seal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkpoint")),
        sa.UniqueConstraint("seal", name=op.f("uq_checkpoint_seal")),
    )  # fmt: skip
    op.create_table(
        "restoration",
        sa.Column("id", sa.Integer(), nullable=False), _instant("at"), _instant("backup_at"), _text("sha256"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restoration")),
    )  # fmt: skip
    op.add_column("register_counter", sa.Column("locked", sa.Boolean(), server_default=sa.false(), nullable=False))
    _keep()


def _keep() -> None:
    """Let nobody change these rows by a slip; who may drop a trigger is caught by the chain."""
    if op.get_bind().dialect.name == "sqlite":
        for table in KEPT:
            for act in ("UPDATE", "DELETE") if table not in MAY_BE_TOLD else ("DELETE",):
                op.execute(
                    f"CREATE TRIGGER kept_{table}_{act.lower()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
                )
        return
    op.execute(
        f"CREATE FUNCTION saraban_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$"
    )
    for table in KEPT:
        acts = "DELETE" if table in MAY_BE_TOLD else "UPDATE OR DELETE"
        op.execute(f"CREATE TRIGGER kept_{table} BEFORE {acts} ON {table} FOR EACH ROW EXECUTE FUNCTION saraban_kept()")
        op.execute(
            f"CREATE TRIGGER kept_{table}_whole BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION saraban_kept()"
        )


def downgrade() -> None:
    for table in KEPT:
        if op.get_bind().dialect.name == "sqlite":
            for act in ("update", "delete"):
                op.execute(f"DROP TRIGGER IF EXISTS kept_{table}_{act}")
        else:
            op.execute(f"DROP TRIGGER kept_{table} ON {table}")
            op.execute(f"DROP TRIGGER kept_{table}_whole ON {table}")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION saraban_kept()")
    with op.batch_alter_table("register_counter") as counter:
        counter.drop_column("locked")
    for name in ("restoration", "checkpoint", "seal_batch", "seal", "row_change"):
        op.drop_table(name)
