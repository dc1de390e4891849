"""Who may act, what came in through the web, what was told and promised come under the seal; the sealer finds its place by an index.

An identity at a provider gets a number of its own, as every sealed row has. Rows of tables without one are noted once as they stand now.
"""

import hashlib
import json
from datetime import UTC, date, datetime

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0018"
branch_labels = None
depends_on = None

KEPT = ("vault_look", "commitment_report", "round_answer")
REFUSED = "rows are only ever added"
NOTED = {
    "sending": (
        "memo_id", ("matter_id", "parent_id", "from_unit", "predicate", "plan", "planned", "tree", "sent_at"),
    ),
    "matter_ladder": ("matter_id", ("rungs", "by", "at")),
    "ack_link": ("dispatch_id", ("edition", "revoked_at")),
}  # fmt: skip


def upgrade() -> None:
    op.create_index("ix_seal_at", "seal", ["at"])
    op.create_index("ix_seal_batch_tab_last", "seal_batch", ["tab", "last"])
    _number_identities()
    _keep()
    for table, (key, columns) in NOTED.items():
        _note(table, key, columns)


def _number_identities() -> None:
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT issuer, subject, account_id, created_at FROM oidc_identity")).all()
    op.drop_table("oidc_identity")
    op.create_table(
        "oidc_identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False), sa.Column("subject", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_oidc_identity_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_oidc_identity")),
        sa.UniqueConstraint("issuer", "subject", name=op.f("uq_oidc_identity_issuer_subject")),
    )  # fmt: skip
    op.create_index(op.f("ix_oidc_identity_account_id"), "oidc_identity", ["account_id"])
    for row in rows:  # as they are: SQLite keeps a moment as text
        given = dict(zip(("issuer", "subject", "account_id", "created_at"), row, strict=True))
        connection.execute(
            sa.text(
                "INSERT INTO oidc_identity (issuer, subject, account_id, created_at) VALUES (:issuer, :subject, :account_id, :created_at)"
            ),
            given,
        )


def _keep() -> None:
    for table in KEPT:
        if op.get_bind().dialect.name == "sqlite":
            for act in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER kept_{table}_{act.lower()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
                )
            continue
        op.execute(
            f"CREATE TRIGGER kept_{table} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION saraban_kept()"
        )
        op.execute(
            f"CREATE TRIGGER kept_{table}_whole BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION saraban_kept()"
        )


def _note(name: str, key: str, columns: tuple[str, ...]) -> None:
    """Say of every row what it says now, as the program says it of new ones (core/seal.py, `words_of`, as it is today)."""
    connection = op.get_bind()
    table = sa.Table(name, sa.MetaData(), autoload_with=connection)
    changes = sa.table("row_change", sa.column("tab"), sa.column("row"), sa.column("said", sa.JSON()))
    for row in connection.execute(sa.select(*(table.c[c] for c in (key, *columns))).order_by(table.c[key])).mappings():
        words = {c: _word(value, as_json=isinstance(table.c[c].type, sa.JSON)) for c, value in row.items()}
        said = {c: [None, word] for c, word in words.items() if word not in (None, "", 0)}
        connection.execute(sa.insert(changes).values(tab=name, row=row[key], said=said))


def _word(value: object, *, as_json: bool) -> object:
    if as_json:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest() if value else None
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def downgrade() -> None:
    for table in KEPT:
        if op.get_bind().dialect.name == "sqlite":
            for act in ("update", "delete"):
                op.execute(f"DROP TRIGGER IF EXISTS kept_{table}_{act}")
        else:
            op.execute(f"DROP TRIGGER kept_{table} ON {table}")
            op.execute(f"DROP TRIGGER kept_{table}_whole ON {table}")
    with op.batch_alter_table("oidc_identity", recreate="always") as identity:
        identity.drop_constraint("uq_oidc_identity_issuer_subject", type_="unique")
        identity.drop_constraint("pk_oidc_identity", type_="primary")
        identity.drop_column("id")
        identity.create_primary_key("pk_oidc_identity", ["issuer", "subject"])
    op.drop_index("ix_seal_batch_tab_last", "seal_batch")
    op.drop_index("ix_seal_at", "seal")
