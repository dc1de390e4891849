"""What a reader may do to its process; each is called in a child by the tests of the guard."""

import ctypes
import os
import resource
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from workflow.core.errors import Conflict
from workflow.parsers.limits import allow_page


def behave(path: Path, *, times: int = 1) -> tuple[str, ...]:
    return (path.name,) * times


def object_to(path: Path) -> None:
    raise Conflict(f"แฟ้ม {path.name} ซ้ำ", next_step="ดูเรื่องเดิม")


def err(path: Path) -> None:
    raise KeyError(path.name)


def crash(path: Path) -> None:
    ctypes.string_at(0)


def abort(path: Path) -> None:
    os.abort()


def swell(path: Path) -> int:
    return len(bytearray(3_000_000_000))


def talk(path: Path) -> str:
    return "ก" * 70_000_000


def hang(path: Path) -> None:
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    time.sleep(60)


def burn(path: Path) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (1, 2))
    while True:
        pass


def lie(path: Path) -> tuple[int, ...]:
    return (1, 2)


def limits_in_force(path: Path) -> tuple[int, ...]:
    kinds = resource.RLIMIT_DATA, resource.RLIMIT_CPU, resource.RLIMIT_CORE
    return (*(resource.getrlimit(kind)[0] for kind in kinds), round(signal.getitimer(signal.ITIMER_REAL)[0]))


def limits_after_a_page(path: Path) -> tuple[int, ...]:
    signal.setitimer(signal.ITIMER_REAL, 5)
    resource.setrlimit(resource.RLIMIT_CPU, (5, 3600))
    allow_page()
    return limits_in_force(path)


def call_a_program_and_die(path: Path) -> None:
    """Leave a program running, its process number in the file, and a file in the folder for temporary files."""
    program = subprocess.Popen(["sleep", "60"])
    held = tempfile.mkstemp()[1]
    path.write_text(f"{program.pid} {held}", encoding="utf-8")
    os.abort()


def sleep(path: Path) -> None:
    time.sleep(60)
