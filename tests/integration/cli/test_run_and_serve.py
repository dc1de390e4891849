"""`saraban run` on the specimen bundle as `make run` calls it, and the tracking page that follows it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.integration.cli.conftest import Terminal
from tests.integration.services import police

RUN = ("run", str(police.CHAIN), "--office", "police", "--rehearse", "--json")


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal on an empty folder, its commands started as a shell starts them: this is what `make run` meets."""
    return Terminal(tmp_path_factory.mktemp("data"), cold=True)


@pytest.fixture(scope="module")
def status(terminal: Terminal) -> Any:
    said = terminal(*RUN)
    assert said.code == 0, said.err
    return said.json


def tree(recipients: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [r for recipient in recipients for r in (recipient, *tree(recipient["children"]))]


def test_thirty_recipients_are_in_three_states_at_least(status: Any) -> None:
    everyone = tree(status["recipients"])
    assert len(everyone) >= 30
    assert len({r["state"] for r in everyone}) >= 3


def test_what_was_rehearsed_says_so(status: Any) -> None:
    words = [a for r in tree(status["recipients"]) for a in r["acknowledgements"]]
    assert {a["evidence"] for a in words} == {"paper", "rehearsal"}


def test_four_memos_lie_as_docx_and_pdf(status: Any) -> None:
    assert len(status["memos"]) >= 4
    assert all((ROOT / memo[kind]).stat().st_size > 5000 for memo in status["memos"] for kind in ("docx", "pdf"))


def test_the_outbox_holds_reminders_and_no_register_a_hole(status: Any, terminal: Terminal) -> None:
    assert [f for f in terminal.files() if f.startswith("outbox/") and f.endswith(".eml")]
    desk = police.police_desk(f"sqlite:///{terminal.data / 'saraban.sqlite3'}", terminal.data)
    assert set(police.holes(desk).values()) == {0}


def test_running_it_again_changes_not_one_row_and_no_file(status: Any, terminal: Terminal) -> None:
    before = (terminal.rows(), terminal.files())
    assert terminal(*RUN).json == status
    assert (terminal.rows(), terminal.files()) == before


@pytest.fixture
def served(status: Any, terminal: Terminal) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "SARABAN_DATA": str(terminal.data), "SARABAN_CONFIG": str(ROOT / "config")}
    command = [str(Path(sys.executable).with_name("saraban")), "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield process, f"http://127.0.0.1:{port}"
    process.kill()
    process.wait()


def fetched(address: str) -> str:
    until = time.monotonic() + 90  # a busy machine needs some of it
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                text: str = answer.read().decode()
                return text
        except urllib.error.URLError:
            assert time.monotonic() < until, "the page was not served"
            time.sleep(0.1)


def test_the_page_is_served_until_interrupted(served: tuple[subprocess.Popen[bytes], str], status: Any) -> None:
    process, address = served
    assert "เข้าสู่ระบบ" in fetched(f"{address}/matters/{status['matter']}")  # nobody is logged in
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=15) in (0, 130)
