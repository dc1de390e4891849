"""How much work something is, told without a clock: neighbours slow a clock down, and a test that reads one fails on a busy day."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from sqlalchemy import Engine, event


def calls(of: Callable[[], object]) -> int:
    """Return how many functions, Python's own and built-in ones, are called for this; the same on every machine."""
    counted = 0

    def count(_frame: FrameType, what: str, _argument: object) -> None:
        nonlocal counted
        counted += what in {"call", "c_call"}

    known = sys.getprofile()
    sys.setprofile(count)
    try:
        of()
    finally:
        sys.setprofile(known)
    return counted


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """Gather what the database is asked meanwhile, a block of rows sent at once being one statement."""
    asked: list[str] = []

    def keep(*given: object) -> None:
        asked.append(str(given[2]))

    event.listen(engine, "before_cursor_execute", keep)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", keep)
