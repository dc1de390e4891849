"""A real server whose files may grow no longer (RLIMIT_FSIZE): pages go on, presses are refused in words, and it comes back by itself."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

import pytest
from sqlmodel import select

from benchmarks.people_sent import send_to_people
from tests.acceptance.test_kill_acks import free_port, until_it_listens
from tests.conftest import ROOT
from tests.integration.services import police
from tests.promises import Seen, saw
from workflow.core.when import When
from workflow.entrypoints.clock import now
from workflow.services.check_tallies import check_tallies
from workflow.services.desk import Desk
from workflow.services.show_link import make_links
from workflow.store.tables import AcknowledgementRow

PEOPLE, ROUNDS, SOON = 3000, 3, 60.0
pytestmark = [pytest.mark.soak, pytest.mark.timeout(600)]


class Server:
    """`saraban serve` in a process of its own."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.port = free_port()
        words = [sys.executable, "-m", "workflow.entrypoints.cli.main", "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(words, env={**os.environ, **environment}, cwd=ROOT, stderr=subprocess.DEVNULL)
        until_it_listens(self.port)

    def says(self, path: str, method: str = "GET") -> tuple[int, str]:
        """Ask, and return status and words."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=60)
        line.request(method, path, headers={"Sec-Fetch-Site": "same-origin", "Content-Length": "0"})
        answer = line.getresponse()
        return answer.status, answer.read().decode()

    def may_write(self, most: int) -> None:
        """Let no file of the server grow beyond so many bytes."""
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def until(comes: Callable[[], bool]) -> bool:
    """Wait until it comes, a minute at most; return whether it came."""
    end = time.monotonic() + SOON
    while not (came := comes()) and time.monotonic() < end:
        time.sleep(0.5)
    return came


def test_a_full_disk_is_told_everywhere_and_passes(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/s.sqlite3"
    environment, desk = police.environment(url, tmp_path), police.police_desk(url, tmp_path)
    send_to_people(desk, "police", PEOPLE)
    tokens = [link.token for link in make_links(desk, range(1, PEOPLE + 1), When(now()))]
    server, told, unseen, faults = Server(environment), list[int](), 0, 0
    try:
        for _ in range(ROUNDS):
            server.may_write(1)
            answers = [_press(server, told, tokens, len(told) + n) for n in range(20)]
            faults += answers.count(503)
            unseen += answers.count(503) == 0
            unseen += not until(lambda: "ดิสก์" in server.says("/login")[1])
            unseen += not until(lambda: '"writable":"alarm"' in server.says("/readyz")[1].replace(" ", ""))
            server.may_write(resource.RLIM_INFINITY)
            unseen += not until(lambda: "บันทึกไม่ได้" not in server.says("/login")[1])
            _ = [_press(server, told, tokens, len(told)) for _ in range(20)]
    finally:
        server.process.kill()
        server.process.wait()
    lost, doubled = _kept(desk, told)
    saw("P15", Seen(ROUNDS * 4, faults, unseen=unseen))
    saw("P2", Seen(len(told), faults, lost, doubled, len(check_tallies(desk))))


def _press(server: Server, told: list[int], tokens: list[str], n: int) -> int:
    status, _ = server.says(f"/a/{tokens[n]}", "POST")
    if status == 200:
        told.append(n + 1)
    return status


def _kept(desk: Desk, told: list[int]) -> tuple[int, int]:
    with desk.store.read() as session:
        kept = [row.dispatch_id for row in session.exec(select(AcknowledgementRow)).all()]
    return len(set(told) - set(kept)), len(kept) - len(set(kept))
