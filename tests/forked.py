"""Commands as processes that are forked from one that has loaded the program; the server ends with the process that asked it."""

import json
import os
import signal
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

from tests.conftest import ROOT


@cache
def _server() -> socket.socket:
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with its:
        command = [sys.executable, "-m", "tests.forked_server", str(its.fileno())]
        one_thread = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}  # else NumPy starts some when it is imported
        subprocess.Popen(command, pass_fds=[its.fileno()], stdin=subprocess.DEVNULL, cwd=ROOT, env=one_thread)
    return ours


def run(
    words: list[str], environment: dict[str, str], folder: Path, timeout: float
) -> subprocess.CompletedProcess[str]:
    """Run `saraban` with these words in a folder; as subprocess.run does, with its output captured."""
    asked = json.dumps({"words": words, "environment": environment, "folder": str(folder)}).encode()
    ours, its = socket.socketpair()
    with ours, TemporaryFile("w+", encoding="utf-8") as out, TemporaryFile("w+", encoding="utf-8") as err:
        with its:
            socket.send_fds(_server(), [asked], [its.fileno(), out.fileno(), err.fileno()])
        code = _ended(ours, words, timeout)
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(words, code, out.read(), err.read())


def _ended(answer: socket.socket, words: list[str], timeout: float) -> int:
    answer.settimeout(timeout)
    with answer.makefile() as lines:
        child = int(lines.readline())  # nothing: the server is gone, and has said why
        try:
            return int(lines.readline())
        except TimeoutError as error:
            os.kill(child, signal.SIGKILL)
            raise subprocess.TimeoutExpired(words, timeout) from error
