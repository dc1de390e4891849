"""A database of before: its messages, one a reminder, are still sent, or taken back when they were answered; on both databases."""

from dataclasses import replace
from pathlib import Path

from alembic import command
from sqlalchemy import text
from sqlmodel import select

from tests import build
from tests.integration.services.test_reminders import DUE, at, mails, office
from workflow.services.desk import Desk
from workflow.services.send_reminders import sweep_reminders
from workflow.store.engine import open_store
from workflow.store.migrate import alembic_config, upgrade
from workflow.store.reminder_tables import NoticeRow, ReminderRow

ROWS = (
    "INSERT INTO matter (id, office, unit, subject, state, sha256, file_name, opened_at, reading) "
    "VALUES (1, 'test', 'สทส.', 'เรื่อง', 'dispatched', 's', 'f', '2019-11-11 00:00:00+00:00', '{}')",
    "INSERT INTO memo (id, matter_id, kind, unit, key, number, dated, document, rendered, pages) "
    "VALUES (1, 1, 'forwarding-note', 'สทส.', 'k', '๑', '2019-12-06', '{}', true, 1)",
    *(
        "INSERT INTO dispatch (id, matter_id, memo_id, from_unit, unit, post, reason, downward, state, due_on, calendar_version, sent_at) "
        f"VALUES ({n}, 1, 1, 'สทส.', '{unit}', '{post}', 'r', false, '{state}', '2019-12-16', 'test', '2019-12-06 01:30:00+00:00')"
        for n, unit, post, state in ((1, "สงป.", "ผบช.สงป.", "sent"), (2, "กอง ก.", "ผบก.ก.", "acknowledged"))
    ),
    *(
        "INSERT INTO reminder (id, dispatch_id, rung, promised_for, promised_at) "
        f"VALUES ({n}, {n}, 'ครบกำหนด', '2019-12-16', '2019-12-16 02:00:00+00:00')"
        for n in (1, 2)
    ),
    *(
        "INSERT INTO outbox (reminder_id, message_id, sender, address, subject, body, state, tries, next_try, trouble) "
        f"VALUES ({n}, 'old{n}@x', 's@x.example', 'a{n}@x.example', 'เตือน', 'เดิม', 'created', 0, '2019-12-16 02:00:00+00:00', '')"
        for n in (1, 2)
    ),
)  # fmt: skip


def old_desk(url: str, folder: Path) -> Desk:
    store = open_store(url)
    config = alembic_config()
    with store.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0009")
        for row in ROWS:
            connection.execute(text(row))
    upgrade(store)
    return replace(build.desk(store, folder), office=lambda _: office())


def test_messages_of_before_are_sent_or_taken_back_and_their_rungs_not_repeated(
    empty_database_url: str, tmp_path: Path
) -> None:
    desk = old_desk(empty_database_url, tmp_path)
    swept = sweep_reminders(desk, at=at(DUE))
    assert (swept.promised, swept.delivered) == ((), 1)
    assert [(m.message_id, m.state) for m in mails(desk)] == [("old1@x", "delivered"), ("old2@x", "withdrawn")]
    with desk.store.read() as session:
        kept = session.exec(select(ReminderRow.id, NoticeRow.post).join(NoticeRow)).all()
        assert sorted(kept) == [(1, "ผบช.สงป."), (2, "ผบก.ก.")]
    desk.store.engine.dispose()
