"""A worker process for the tests that kill it: `python -m tests.acceptance.durable_worker URL FOLDER NODE PIECE`."""

import signal
import sys
import threading
from datetime import datetime
from pathlib import Path

from tests.integration.services.police import police_desk
from workflow.entrypoints import scheduler
from workflow.services import sending
from workflow.store import sendings


def main(url: str, folder: str, node: str, piece: str, moment: str = "") -> None:
    """Work until told to stop; with a moment, the clock stands there."""
    sending.AT_ONCE = sendings.PIECE = int(piece)  # small enough to be killed between two
    if moment:
        scheduler.now = lambda: datetime.fromisoformat(moment)  # type: ignore[attr-defined]
    worker = scheduler.worker_with_clock(police_desk(url, Path(folder)), node)
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
