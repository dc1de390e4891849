"""The process that reads files for another: it loads the readers once and forks a child, held to the limits, for each file.

It has one thread, so that forking is safe whatever threads its caller runs. A request comes over the control socket with the
socket to answer on. The child writes one line of JSON; when it is dead, this process adds a line telling how it ended:
`{"signal": 0, "exit": 0, "memory": bytes, "seconds": of the processor}`. When the caller goes, every child goes.
"""

import contextlib
import importlib
import json
import os
import pickle
import select
import shutil
import signal
import socket
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAX_REQUEST = 200_000
Work = Callable[[], None]


@dataclass(frozen=True)
class _Child:
    pid: int
    answer: socket.socket
    folder: str


def serve(control: socket.socket) -> None:
    """Answer requests until the caller closes the control socket; returns in each child too, once its work is done."""
    children: dict[int, _Child] = {}
    while True:
        ready, _, _ = select.select([control.fileno(), *children], [], [])
        for life in children.keys() & ready:
            os.close(life)
            _bury(children.pop(life))
        if control.fileno() not in ready:
            continue
        request, fds, _, _ = socket.recv_fds(control, MAX_REQUEST, 1)
        if not request:
            break
        if work := _started(request, socket.socket(fileno=fds[0]), control, children):
            work()
            return
    for child in children.values():
        _bury(child)


def _started(request: bytes, answer: socket.socket, control: socket.socket, children: dict[int, _Child]) -> Work | None:
    """Fork for a request; the child gets its work back, the server None."""
    name, arguments, before = pickle.loads(request)  # noqa: S301  from the caller, whose code this is
    function = _named(name)
    for preparation in before:
        _named(preparation)()
    life, held = os.pipe()
    folder = tempfile.mkdtemp(prefix="saraban-")
    if pid := os.fork():
        os.close(held)
        children[life] = _Child(pid, answer, folder)
        return None
    os.setpgid(0, 0)  # so that the programs it calls can be ended with it
    control.close()
    for other in children.values():
        other.answer.close()
    tempfile.tempdir = os.environ["TMPDIR"] = folder
    return lambda: _work(function, arguments, answer)


def _named(name: str) -> Callable[..., Any]:
    module, function = name.split(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found


def _work(function: Callable[..., Any], arguments: dict[str, Any], answer: socket.socket) -> None:
    """Call the function under the limits and send what it returns, or the error meant for the officer."""
    from workflow.core.errors import SarabanError
    from workflow.core.plain import to_plain
    from workflow.parsers import limits

    limits.bind()
    try:
        told = {"value": to_plain(function(**arguments))}
    except SarabanError as error:
        told = {"error": [type(error).__name__, str(error), error.next_step]}
    except MemoryError:
        told = {"memory": True}
    line = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    answer.sendall((line if len(line) < limits.MAX_ANSWER else b'{"memory": true}') + b"\n")
    os._exit(0)


def _bury(child: _Child) -> None:
    """End what is left of a child and of the programs it called, tell the caller how it went, remove its folder."""
    for end_it in (os.kill, os.killpg):  # one that was just forked leads no group yet
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end_it(child.pid, signal.SIGKILL)
    _, status, used = os.wait4(child.pid, 0)
    seconds = used.ru_utime + used.ru_stime
    end = {"signal": status & 0x7F, "exit": status >> 8, "memory": used.ru_maxrss * 1024, "seconds": seconds}
    child.answer.setblocking(False)
    with contextlib.suppress(OSError):  # the caller may read no more
        child.answer.sendall(b"\n" + json.dumps(end).encode() + b"\n")
    child.answer.close()
    _remove(child.folder)


def _remove(folder: str) -> None:
    """Remove a folder; one that is not empty in a process of its own, since what a mail unpacked may take minutes to remove."""
    with contextlib.suppress(OSError):
        Path(folder).rmdir()
        return
    if between := os.fork():
        os.waitpid(between, 0)
        return
    os.closerange(3, 4096)  # no caller shall wait for this
    if not os.fork():
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)
