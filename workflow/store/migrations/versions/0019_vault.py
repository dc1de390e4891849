"""The vault: logins that came in letters, sealed, and every look at one."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vault_item",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("id", "matter_id", "place", "page")),
        sa.Column("masked", sa.String(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_vault_item_matter_id_matter")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vault_item")),
        sa.UniqueConstraint("matter_id", "place", name=op.f("uq_vault_item_matter_id_place")),
    )
    op.create_index(op.f("ix_vault_item_matter_id"), "vault_item", ["matter_id"])
    op.create_table(
        "vault_look",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("id", "item_id")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["vault_item.id"], name=op.f("fk_vault_look_item_id_vault_item")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vault_look")),
    )
    op.create_index(op.f("ix_vault_look_item_id"), "vault_look", ["item_id"])


def downgrade() -> None:
    op.drop_table("vault_look")
    op.drop_table("vault_item")
