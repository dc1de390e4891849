"""A worker process for the tests that kill it: `python -m tests.acceptance.durable_worker URL FOLDER NODE PIECE`."""

import signal
import sys
import threading
from datetime import datetime
from pathlib import Path

from tests.conftest import ROOT
from workflow.bootstrap import make_desk
from workflow.entrypoints import scheduler
from workflow.services import sending
from workflow.settings import Settings
from workflow.store import sendings


def main(url: str, folder: str, node: str, piece: str, moment: str = "") -> None:
    """Work until told to stop; with a moment, the clock stands there."""
    sending.AT_ONCE = sendings.PIECE = int(piece)  # small enough to be killed between two
    if moment:
        scheduler.now = lambda: datetime.fromisoformat(moment)  # type: ignore[attr-defined]
    environment = {"SARABAN_DATA": folder, "SARABAN_CONFIG": str(ROOT / "config"), "SARABAN_DATABASE_URL": url}
    desk = make_desk(Settings.from_environment(environment))
    worker = scheduler.worker_with_clock(desk, node)
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    worker.start()
    sys.stdout.write("working\n")
    sys.stdout.flush()
    Path(folder, f"{node}.started").touch()
    stop.wait()
    worker.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
