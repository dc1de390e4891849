"""A process that has loaded the program once and forks itself for each command: `python -m tests.forked_server FD`.

A command is then a process like any other (its own environment, streams, exit status) but for the second it takes to load SQLAlchemy and
the rest; what is loaded before matters to none, for no module is imported in a circle (tests/architecture/test_house_rules.py).
It has one thread, so that forking is safe. A request comes over the control socket (words, environment, folder) with the socket to answer
on and the files for stdout and stderr; the answers are the command's process and its exit code.
"""

import atexit
import gc
import importlib
import json
import os
import pkgutil
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import memos
import workflow

MAX_REQUEST = 200_000
AT_NEED = ("dbos", "docx", "openpyxl", "typst")  # the program imports them inside functions
NOT_A_COMMANDS = ("workflow.entrypoints.web", "workflow.store.migrations", "workflow.parsers")


def modules() -> Iterator[str]:
    """Yield what commands load: the program without its web pages, and without the readers, which run in a process of their own."""
    for package in (workflow, memos):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.startswith(NOT_A_COMMANDS):
                yield found.name
    yield from AT_NEED


def serve(control: socket.socket) -> Callable[[], None]:
    """Fork for each request; returns in each child what it has to do, and in this process, when the caller is gone, nothing to do."""
    while True:
        request, fds, _, _ = socket.recv_fds(control, MAX_REQUEST, 3)
        if not request:
            return lambda: None
        if os.fork() == 0:
            control.close()
            return watched(json.loads(request), fds)
        for fd in fds:
            os.close(fd)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def watched(asked: dict[str, object], fds: list[int]) -> Callable[[], None]:
    """Fork the command and tell how it ended; returns in the command alone."""
    answer = socket.socket(fileno=fds[0])
    if child := os.fork():
        answer.sendall(f"{child}\n".encode())
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        answer.sendall(f"{code}\n".encode())
        os._exit(0)
    answer.close()
    for fd, stream in zip(fds[1:], (1, 2), strict=True):
        os.dup2(fd, stream)
        os.close(fd)
    return lambda: command(**asked)  # type: ignore[arg-type]


def command(words: list[str], environment: dict[str, str], folder: str) -> None:
    """Be the command, to the end of its process."""
    from workflow.entrypoints.cli.main import main

    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["saraban", *words]
    try:
        main()
    except SystemExit as ended:
        _end(ended.code if isinstance(ended.code, int) else bool(ended.code))
    except BaseException:  # noqa: BLE001 - what Python does with what nobody caught
        sys.excepthook(*sys.exc_info())
        _end(1)


def _end(code: int) -> None:
    """End as Python does, but do not take down every module first: that takes as long as the command."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    for name in modules():
        importlib.import_module(name)
    if len(list(Path("/proc/self/task").iterdir())) > 1:
        sys.exit("a module starts threads when it is imported: forks of this process might hang")
    gc.freeze()  # else the first collection in a child would copy every page
    serve(socket.socket(fileno=int(sys.argv[1])))()
