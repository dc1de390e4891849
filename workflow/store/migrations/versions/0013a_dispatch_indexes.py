"""One index by post instead of two: a sending to 200,000 spent half its time on the second.

Rebuilding the table is SQLite's only way to another UNIQUE; `migrate.upgrade` has its references rest meanwhile.
"""

from alembic import op

revision = "0013a"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_dispatch_post", "dispatch")
    with op.batch_alter_table("dispatch") as batch:
        batch.drop_constraint(batch.f("uq_dispatch_memo_id_post"), type_="unique")
        batch.create_unique_constraint(batch.f("uq_dispatch_post_memo_id"), ["post", "memo_id"])
    op.create_index("ix_dispatch_memo", "dispatch", ["memo_id"])


def downgrade() -> None:
    op.drop_index("ix_dispatch_memo", "dispatch")
    with op.batch_alter_table("dispatch") as batch:
        batch.drop_constraint(batch.f("uq_dispatch_post_memo_id"), type_="unique")
        batch.create_unique_constraint(batch.f("uq_dispatch_memo_id_post"), ["memo_id", "post"])
    op.create_index("ix_dispatch_post", "dispatch", ["post", "state"])
