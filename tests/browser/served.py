"""The application on 127.0.0.1 in a thread of its own, on a desk that a test has seeded."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI

from workflow.entrypoints.web.listening import server_for

STARTS_WITHIN = 20.0  # seconds


@contextmanager
def listening(app: FastAPI) -> Iterator[str]:
    """Serve an application at a free port."""
    server = server_for(app, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + STARTS_WITHIN
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
