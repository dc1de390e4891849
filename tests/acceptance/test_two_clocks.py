"""Two workers with a clock each, on one database: one leads, and nobody is reminded twice."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select

from tests.conftest import ROOT
from tests.integration.services.police import police_desk, sent_to_everyone
from tests.kinds import POSTGRESQL_FIRST
from workflow.services.desk import Desk
from workflow.services.send_reminders import preview_reminders
from workflow.store.outbox import everything
from workflow.store.reminder_tables import OutboxRow
from workflow.store.sending_tables import SendingRow

PATIENCE = 60.0


@pytest.fixture
def desk(database_url: str, tmp_path: Path) -> Desk:
    """A matter that was sent to everybody at the head of a bureau."""
    made = police_desk(database_url, tmp_path)
    sent_to_everyone(made)
    return made


@POSTGRESQL_FIRST
def test_two_clocks_remind_once(desk: Desk, database_url: str, tmp_path: Path) -> None:
    with desk.store.read() as session:
        due = session.exec(select(SendingRow)).one().due_on
    expected = len(preview_reminders(desk, today=due))
    command = [sys.executable, "-m", "tests.acceptance.durable_worker", database_url, str(tmp_path)]
    ends = ["5000", f"{due.isoformat()}T10:00:00+07:00"]
    workers = [subprocess.Popen([*command, node, *ends], cwd=ROOT, env={**os.environ}) for node in ("n1", "n2")]
    try:
        _wait(lambda: all((tmp_path / f"{node}.started").exists() for node in ("n1", "n2")))
        _wait(lambda: bool(_tries(desk)) and all(tries for tries in _tries(desk)))
        time.sleep(3)  # whoever would remind a second time has had the time to
    finally:
        for worker in workers:
            worker.terminate()
        ended = [worker.wait(30) for worker in workers]
    assert ended == [0, 0]
    assert _tries(desk) == [1] * len(list((tmp_path / "outbox").glob("*.eml")))
    assert len({mail.notice_id for mail in _mails(desk)}) == expected > 0


def _mails(desk: Desk) -> list[OutboxRow]:
    with desk.store.read() as session:
        return list(everything(session))


def _tries(desk: Desk) -> list[int]:
    return [mail.tries for mail in _mails(desk) if mail.address]


def _wait(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until
        time.sleep(0.1)
