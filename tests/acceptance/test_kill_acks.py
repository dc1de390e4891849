"""Kill -9 of the server while people press their links: whoever was answered is in the database, and counters agree."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest
from sqlmodel import select

from benchmarks.people_sent import send_to_people
from tests.conftest import ROOT
from tests.integration.services import police
from tests.kinds import POSTGRESQL_FIRST
from tests.promises import Seen, saw
from workflow.core.when import When
from workflow.entrypoints.clock import now
from workflow.services.check_tallies import check_tallies
from workflow.services.show_link import make_links
from workflow.store.tables import AcknowledgementRow

CLIENTS, PEOPLE = 16, 4000


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def press(port: int, tokens: list[tuple[int, str]], answered: list[int]) -> None:
    """Press link after link on one connection until the server is gone; note each that was answered 200."""
    line = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        for dispatch, token in tokens:
            line.request("POST", f"/a/{token}", headers={"Sec-Fetch-Site": "same-origin", "Content-Length": "0"})
            answer = line.getresponse()
            answer.read()
            if answer.status != 200:
                return
            answered.append(dispatch)
    except (OSError, HTTPException):
        return


def until_it_listens(port: int) -> None:
    for _ in range(1800):  # tenths of a second: a busy machine needs some of them
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")


def killed_under_load(environment: dict[str, str], tokens: list[tuple[int, str]], after: int) -> list[int]:
    """Start a server, press links from many connections, kill it once so many were answered; return who was answered."""
    port, answered = free_port(), list[int]()
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.ack_servers", "ours", str(port)], env={**os.environ, **environment}, cwd=ROOT
    )
    until_it_listens(port)
    people = [threading.Thread(target=press, args=(port, tokens[n::CLIENTS], answered)) for n in range(CLIENTS)]
    for person in people:
        person.start()
    while len(answered) < after and any(person.is_alive() for person in people):
        time.sleep(0.002)
    server.send_signal(signal.SIGKILL)
    server.wait()
    for person in people:
        person.join()
    return answered


def proved(database_url: str, folder: Path, kills: int) -> None:
    environment, desk = police.environment(database_url, folder), police.police_desk(database_url, folder)
    send_to_people(desk, "police", PEOPLE)
    tokens = [(link.dispatch, link.token) for link in make_links(desk, range(1, PEOPLE + 1), When(now()))]
    answered: list[int] = []
    for _ in range(kills):
        done = set(answered)
        answered += killed_under_load(environment, [pair for pair in tokens if pair[0] not in done], 100)
    with desk.store.read() as session:
        kept = session.exec(select(AcknowledgementRow.dispatch_id)).all()
    assert len(answered) >= 100 * kills
    assert len(kept) <= len(answered) + CLIENTS * kills
    lost, doubled = len(set(answered) - set(kept)), len(kept) - len(set(kept))
    saw("P2", Seen(len(answered), kills, lost, doubled, len(check_tallies(desk))))
    desk.store.engine.dispose()


@POSTGRESQL_FIRST
def test_whoever_was_answered_is_in_the_database_after_a_kill(database_url: str, tmp_path: Path) -> None:
    proved(database_url, tmp_path, 1)


@pytest.mark.soak
def test_also_after_many_kills(database_url: str, tmp_path: Path) -> None:
    proved(database_url, tmp_path, 12)
