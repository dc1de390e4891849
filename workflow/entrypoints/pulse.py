"""The pulse of a process that serves: every few seconds it writes, and looks whether the clock can be believed; changes go to the log."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import structlog
from sqlalchemy.exc import SQLAlchemyError

from workflow.core.clock_doubt import Doubt
from workflow.core.errors import SarabanError
from workflow.core.read_only import Why
from workflow.entrypoints.believing import believe
from workflow.entrypoints.clock import CLOCK, SteadyClock
from workflow.services.pulse import beat
from workflow.store.engine import Store

EVERY = 10.0  # seconds
_log = structlog.get_logger("saraban.pulse")


class Pulse:
    """Beats for one store; `data` is the folder whose disk must have room."""

    def __init__(self, store: Store, data: Path, clock: SteadyClock = CLOCK) -> None:
        self._store, self._data, self._clock = store, data, clock
        self._told: tuple[Why | None, Doubt | None] = (None, None)
        self._beat_at = float("-inf")

    def beat(self) -> None:
        """Look at the clock, write, and log what has changed since the last beat."""
        doubt = believe(self._store, self._clock)
        if self._store.read_only is not Why.CLOCK:
            beat(self._store, self._data, self._clock.now())
        now = (self._store.read_only, doubt)
        if now != self._told:
            _log.warning("pulse", read_only=now[0] or "no", clock=now[1] or "believed")
        self._told = now

    def beat_when_due(self, running: Callable[[], float] = time.monotonic) -> None:
        """Beat when the last beat is `EVERY` seconds old: for whoever looks more often than that."""
        if running() - self._beat_at >= EVERY:
            self._beat_at = running()
            self.beat()


async def beating(beat_once: Callable[[], None]) -> None:
    """Beat until cancelled; a database that is away for a while does not end it."""
    while True:
        try:
            await asyncio.to_thread(beat_once)
        except (SarabanError, SQLAlchemyError, OSError):
            _log.exception("a beat was missed")
        await asyncio.sleep(EVERY)
