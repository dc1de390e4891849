"""Two processes sweep one database in the same moment: each mail leaves once, each rung is promised once."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from sqlmodel import select

from tests import build
from tests.conftest import ROOT
from tests.integration.delivery.mail_server import mail_server
from tests.integration.services.test_reminders import office
from tests.kinds import POSTGRESQL_FIRST
from workflow.store.engine import open_store
from workflow.store.migrate import upgrade
from workflow.store.reminder_tables import OutboxRow, ReminderRow

POSTS = ("หัวหน้า สนง.", "ผบช.สทส.", "ผบช.สงป.", "รอง ผบช.สงป.", "ผบก.ก.")
MATTERS, PROCESSES = 8, 2


def prepare(url: str, folder: Path) -> None:
    store = open_store(url)
    upgrade(store)
    desk = replace(build.desk(store, folder), office=lambda _: office())
    for n in range(MATTERS):
        matter = build.matter(desk, f"เรื่องที่ {n}")
        memo = build.memo(desk, matter)
        for post in POSTS:
            build.sent(desk, matter, memo, post)
    store.engine.dispose()


def sweep_together(url: str, mail: str) -> list[list[int]]:
    script = Path(__file__).with_name("sweep_once.py")
    command = [sys.executable, str(script), url, mail]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    begun = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT)
        for _ in range(PROCESSES)
    ]
    for process in begun:
        assert process.stdout and process.stdout.readline() == "ready\n"
    for process in begun:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    return [[int(word) for word in process.communicate(timeout=60)[0].split()] for process in begun]


@POSTGRESQL_FIRST
def test_two_processes_on_one_database_send_each_mail_once(database_url: str, tmp_path: Path) -> None:
    prepare(database_url, tmp_path)
    with mail_server() as server:
        found = sweep_together(database_url, server.url)
        taken = list(server.taken)
    assert len(taken) == len(set(taken)) == len(POSTS)
    assert [sum(column) for column in zip(*found, strict=True)] == [len(POSTS) * MATTERS, len(POSTS)]
    store = open_store(database_url)
    with store.read() as session:
        assert len(session.exec(select(ReminderRow)).all()) == len(POSTS) * MATTERS
        assert {row.state for row in session.exec(select(OutboxRow))} == {"delivered"}
    store.engine.dispose()
