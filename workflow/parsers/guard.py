"""The wall between this program and the files strangers send: a function runs in a child process, and only data comes back.

Whatever a file does to its reader (crash, hang, swell), the caller gets an answer or a SarabanError in Thai, never its fate.
Safe from any thread: nothing is forked here, `worker` forks from a process that has one thread.
"""

import json
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import workflow
from workflow.core import errors
from workflow.core.plain import from_plain
from workflow.core.thai_digits import to_thai
from workflow.parsers import limits

_CODE = (
    "import sys, socket; sys.path[:] = {path!r}; from workflow.parsers.worker import serve;"
    "serve(socket.socket(fileno={fd}))"
)
_OUT_OF_TIME = (signal.SIGALRM, signal.SIGXCPU)
_DENIED = (signal.SIGABRT, signal.SIGTRAP, signal.SIGILL)  # how C code gives up when memory is denied to it
_ERRORS = {e.__name__: e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.SarabanError)}


@dataclass(frozen=True)
class Ended:
    """How the child ended: the signal that killed it (0: none), its exit code, its peak memory in bytes, processor seconds."""

    signal: int = 0
    exit: int = 0
    memory: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Outcome:
    """What came back: JSON-ready data of the value, or an error; and how the child ended."""

    data: Any
    error: errors.SarabanError | None
    ended: Ended


class Guard:
    """A worker process, started when first needed and started anew should it be gone.

    `before` names functions that it runs once it is asked again, to have ready what a single question does not need.
    """

    def __init__(self, before: tuple[str, ...] = ()) -> None:
        self._before, self._asked = before, 0
        self._lock = threading.Lock()
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def call(self, function: str, shape: Any, path: Path, **arguments: Any) -> Any:
        """Return what `module:function` makes of a file, a value of type `shape`; the errors it raises, UnreadableFile or Refused."""
        outcome = self.outcome(function, path, **arguments)
        if outcome.error:
            raise outcome.error
        try:
            return from_plain(shape, outcome.data)
        except (ValueError, TypeError, RecursionError) as error:
            raise _crashed(path) from error

    def outcome(self, function: str, path: Path, **arguments: Any) -> Outcome:
        """Return what came of it, without raising what the child raised."""
        answer = self._ask(function, {"path": path.absolute(), **arguments})
        told, ended = _parted(answer)
        if told is None or len(answer) > limits.MAX_ANSWER:
            return Outcome(None, _verdict(path, ended, too_long=len(answer) > limits.MAX_ANSWER), ended)
        if "error" in told:
            kind, message, next_step = told["error"]
            return Outcome(None, _ERRORS[kind](message, next_step=next_step), ended)
        if "memory" in told:
            return Outcome(None, _too_large(path), ended)
        return Outcome(told["value"], None, ended)

    def close(self) -> None:
        """End the worker and every child."""
        with self._lock:
            if self._control and self._process:
                self._control.close()
                self._process.wait()
            self._control = self._process = None

    def _ask(self, function: str, arguments: dict[str, Any]) -> bytes:
        for attempt in (1, 2):
            ours, theirs = socket.socketpair()
            with ours:
                try:
                    with theirs, self._lock:
                        self._asked += 1
                        request = pickle.dumps((function, arguments, self._before if self._asked > 1 else ()))
                        socket.send_fds(self._started(), [request], [theirs.fileno()])
                except OSError:
                    answer = b""
                else:
                    answer = _all(ours)
            if answer or attempt == 2:
                return answer
            self.close()  # the worker was ended from outside
        raise AssertionError

    def _started(self) -> socket.socket:
        if self._control is None or self._process is None or self._process.poll() is not None:
            self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            paths = [str(Path(workflow.__file__).parents[1]), *(os.path.abspath(p) for p in sys.path)]  # noqa: PTH100
            code = _CODE.format(path=list(dict.fromkeys(paths)), fd=theirs.fileno())
            with theirs:
                self._process = subprocess.Popen(
                    [sys.executable, "-I", "-S", "-c", code], pass_fds=[theirs.fileno()], start_new_session=True,
                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                    env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
                )  # fmt: skip
        return self._control


def _all(answer: socket.socket) -> bytes:
    parts: list[bytes] = []
    length = 0
    while length <= limits.MAX_ANSWER and (part := answer.recv(1 << 20)):
        parts.append(part)
        length += len(part)
    return b"".join(parts)


def _parted(answer: bytes) -> tuple[dict[str, Any] | None, Ended]:
    """Return what the child told, None when it was cut off, and the worker's word on how it ended."""
    told, _, end = answer.rstrip(b"\n").rpartition(b"\n")
    try:
        ended = Ended(**json.loads(end))
        return (json.loads(told) if told.endswith(b"\n") and not ended.signal else None), ended
    except (ValueError, TypeError, RecursionError):
        return None, Ended()


def _verdict(path: Path, ended: Ended, *, too_long: bool) -> errors.SarabanError:
    swollen = ended.memory > limits.MEMORY * (0.5 if ended.signal in _DENIED else 0.9)
    if too_long or swollen:
        return _too_large(path)
    if ended.signal in _OUT_OF_TIME:
        return errors.Refused(
            f"แฟ้ม {path.name} อ่านไม่เสร็จในเวลาที่กำหนด เนื้อในผิดปกติหรือซับซ้อนเกินไป จึงหยุดอ่าน",
            next_step=f"สั่งพิมพ์เป็น PDF ใหม่ หรือแยกเป็นแฟ้มละไม่เกิน {to_thai(50)} หน้า แล้วอ่านอีกครั้ง",
        )
    return _crashed(path)


def _too_large(path: Path) -> errors.Refused:
    return errors.Refused(
        f"แฟ้ม {path.name} ใช้หน่วยความจำเกินกำหนดเมื่อคลายออก จึงหยุดอ่าน",
        next_step="สั่งพิมพ์เป็น PDF ใหม่ หรือสแกนใหม่ที่ ๓๐๐ จุดต่อนิ้ว แล้วอ่านอีกครั้ง",
    )


def _crashed(path: Path) -> errors.UnreadableFile:
    return errors.UnreadableFile(
        f"แฟ้ม {path.name} อ่านไม่ได้ อาจเสียหายหรือรับมาไม่ครบ", next_step="ขอแฟ้มจากผู้ส่งใหม่ หรือสั่งพิมพ์เป็น PDF แล้วอ่านอีกครั้ง"
    )
