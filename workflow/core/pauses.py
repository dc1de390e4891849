"""Reading a file or an office without pauses for the garbage collector: it leaves nothing that only the collector could find."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_pauses() -> Iterator[None]:
    """Hold the collector off, unless it is off already; what a reading makes is gone by its counts of references."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
