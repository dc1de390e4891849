"""Kill -9 in the midst of `saraban memo copies`, run it again: every recipient once, every copy whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.begun import begun
from tests.conftest import ROOT
from tests.integration.services import police
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.store.copies import copies

SLOW = """
import sys, time
from workflow.store import copies
copies.PAGE = 4
from workflow.services import make_copies
keep = make_copies.keep_copies
def slow(session, rows):
    keep(session, rows)
    print("kept", flush=True)
    time.sleep(0.2)
make_copies.keep_copies = slow
from workflow.entrypoints.cli.main import main
sys.argv = ["saraban", "memo", "copies", sys.argv[1]]
main()
"""


@pytest.mark.parametrize("batches", [pytest.param(1, marks=pytest.mark.soak), 3])
def test_killed_in_a_batch_and_run_again_every_recipient_has_one_copy(tmp_path: Path, batches: int) -> None:
    desk = begun(police.submitted_and_ordered, tmp_path)
    sent = dispatch_memo(desk, DispatchRequest(1, (police.EVERYONE,), police.DAY))
    settings = {**os.environ, "SARABAN_DATA": str(tmp_path), "SARABAN_CONFIG": str(ROOT / "config")}
    command = [sys.executable, "-c", SLOW, str(sent.memo)]
    with subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, text=True, cwd=ROOT) as doomed:
        assert doomed.stdout is not None
        for _ in range(batches):
            doomed.stdout.readline()
        time.sleep(0.05)
        os.kill(doomed.pid, signal.SIGKILL)
    left = len(list(copies(desk.store, sent.memo or 0)))
    assert left < len(sent.plan.dispatches)
    ended = subprocess.run(command, env=settings, capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 0, ended.stderr
    made = list(copies(desk.store, sent.memo or 0))
    assert [row.number for row in made] == list(range(1, len(sent.plan.dispatches) + 1))
    assert len({row.dispatch_id for row in made}) == len(made)
    desk.store.engine.dispose()
