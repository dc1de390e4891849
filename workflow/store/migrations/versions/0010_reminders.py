"""One message a day to a person, by several channels; ladders of a matter; calendars once in force; secret calendar addresses.

Messages of before, one for each reminder, become messages that say what they said.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _notices()
    _outbox()  # first: SQLite makes a changed table anew, which nothing may point to
    _reminders()
    _small_tables()
    op.create_index("ix_dispatch_post", "dispatch", ["post", "state"])


def _notices() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("digest", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("office", "person", "day", name=op.f("uq_notice_office_person_day")),
    )
    op.create_index("ix_notice_day", "notice", ["day"])
    op.execute(
        "INSERT INTO notice (office, person, post, day, digest, made_at) "
        "SELECT m.office, 'reminder:' || r.id, d.post, r.promised_for, '{}', r.promised_at FROM reminder r "
        "JOIN dispatch d ON d.id = r.dispatch_id JOIN matter m ON m.id = d.matter_id"
    )


def _reminders() -> None:
    with op.batch_alter_table("reminder") as table:
        table.add_column(sa.Column("role", sa.String(), nullable=False, server_default="addressee"))
        table.add_column(sa.Column("notice_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("memo_id", sa.Integer(), nullable=True))
        table.drop_constraint("uq_reminder_dispatch_id_rung", type_="unique")
        table.create_unique_constraint(op.f("uq_reminder_dispatch_id_rung_role"), ["dispatch_id", "rung", "role"])
        table.create_foreign_key(op.f("fk_reminder_notice_id_notice"), "notice", ["notice_id"], ["id"])
        table.create_foreign_key(op.f("fk_reminder_memo_id_memo"), "memo", ["memo_id"], ["id"])
        table.create_index("ix_reminder_notice", ["notice_id"], unique=False)
    op.execute(
        "UPDATE reminder SET notice_id = (SELECT n.id FROM notice n WHERE n.person = 'reminder:' || reminder.id)"
    )
    with op.batch_alter_table("reminder") as table:
        table.alter_column("role", server_default=None)


def _outbox() -> None:
    with op.batch_alter_table("outbox") as table:
        table.add_column(sa.Column("notice_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("channel", sa.String(), nullable=False, server_default="mail"))
    op.execute(
        "UPDATE outbox SET notice_id = (SELECT n.id FROM notice n WHERE n.person = 'reminder:' || outbox.reminder_id)"
    )
    with op.batch_alter_table("outbox") as table:
        table.drop_constraint("fk_outbox_reminder_id_reminder", type_="foreignkey")
        table.drop_column("reminder_id")
        table.alter_column("channel", server_default=None)
        table.create_foreign_key(op.f("fk_outbox_notice_id_notice"), "notice", ["notice_id"], ["id"])
        table.create_index("ix_outbox_notice", ["notice_id", "state"], unique=False)


def _small_tables() -> None:
    op.create_table(
        "matter_ladder",
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("rungs", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_matter_ladder_matter_id_matter")),
        sa.PrimaryKeyConstraint("matter_id", name=op.f("pk_matter_ladder")),
    )
    op.create_table(
        "calendar_version",
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("holidays", sa.JSON(), nullable=False),
        sa.Column("years", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_calendar_version")),
    )
    op.create_table(
        "calendar_feed",
        sa.Column("token_sha256", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_calendar_feed")),
    )
    op.create_index("ix_calendar_feed_post", "calendar_feed", ["office", "post"])


def downgrade() -> None:
    """Not back: messages to several reminders cannot be told apart again."""
    raise NotImplementedError("restore the backup of before")
