"""Turns at the one writer of a SQLite file: first come, first served among the threads of a process, short naps between processes.

SQLite lets a waiting writer sleep up to a tenth of a second before it looks again, and whoever looks at the right moment is next: of 32
threads one write in a hundred waited 180 ms, of 32 processes 2 s (`python -m benchmarks.scale_numbers`). Here a thread that has finished
wakes the one that has waited longest, and processes look every millisecond. It is courtesy, not safety: SQLite's own lock is taken
behind it all the same, and decides when somebody does not queue or the patience is over.
"""

import fcntl
import os
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

NAP = 0.001  # seconds between two looks at another process's turn


class Turns:
    """The queue of one file; `path` is where processes see each other (None: a database that only this process has)."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._mutex = Lock()
        self._waiting: deque[Lock] = deque()
        self._taken = False
        self._file: tuple[int, int] | None = None

    @contextmanager
    def turn(self, patience: float) -> Iterator[bool]:
        """Wait for this writer's turn, at most so many seconds; give whether it came."""
        until = time.monotonic() + patience
        came = self._wait(patience)
        mine = came and self._first_of_processes(until)
        try:
            yield mine
        finally:
            if mine and self._path is not None:
                fcntl.flock(self._handle(self._path), fcntl.LOCK_UN)
            if came:
                self._pass_on()

    def _wait(self, patience: float) -> bool:
        with self._mutex:
            if not self._taken:
                self._taken = True
                return True
            mine = Lock()
            mine.acquire()
            self._waiting.append(mine)
        if mine.acquire(timeout=patience):
            return True
        with self._mutex:
            if mine not in self._waiting:  # it was passed to us in the last moment
                return True
            self._waiting.remove(mine)
            return False

    def _pass_on(self) -> None:
        with self._mutex:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False

    def _first_of_processes(self, until: float) -> bool:
        """Whether no other process has the turn before the time is over: one that was stopped must not stop us for ever."""
        while self._path is not None:
            try:
                fcntl.flock(self._handle(self._path), fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > until:
                    return False
                time.sleep(NAP)
            else:
                break
        return True

    def _handle(self, path: Path) -> int:
        """Return this process's own handle: one that a fork handed down would share its lock with the parent."""
        if self._file is None or self._file[0] != os.getpid():
            self._file = os.getpid(), os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        return self._file[1]
