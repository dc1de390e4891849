"""A file may do what it likes to its reader: the caller gets an answer or a Thai sentence, and reads the next file."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workflow.bootstrap import read, read_here
from workflow.core.errors import Conflict, NotFound, Refused, SarabanError, UnreadableFile
from workflow.parsers import limits
from workflow.parsers.guard import Guard

HERE = Path("หนังสือ.pdf")
SPECIMEN = ROOT / "specimens" / "police-chain.pdf"


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    made = Guard()
    yield made
    made.close()


def call(guard: Guard, name: str, path: Path = HERE, **more: int) -> tuple[str, ...]:
    got: tuple[str, ...] = guard.call(f"tests.unit.parsers.misbehaviour:{name}", tuple[str, ...], path, **more)
    return got


def test_what_a_reader_returns_comes_back_as_the_same_values(guard: Guard) -> None:
    assert call(guard, "behave", times=2) == (HERE.name, HERE.name)
    assert read(SPECIMEN) == read_here(SPECIMEN)


@pytest.mark.parametrize(
    ("deed", "verdict"),
    [
        ("crash", UnreadableFile), ("abort", UnreadableFile), ("err", UnreadableFile), ("lie", UnreadableFile),
        ("swell", Refused), ("talk", Refused), ("hang", Refused), ("burn", Refused),
    ],
)  # fmt: skip
def test_whatever_happens_to_the_reader_is_a_sentence_that_names_the_file(
    guard: Guard, deed: str, verdict: type[SarabanError]
) -> None:
    with pytest.raises(verdict, match=HERE.name) as caught:
        call(guard, deed)
    assert caught.value.next_step
    assert call(guard, "behave") == (HERE.name,)


def test_an_error_meant_for_the_officer_arrives_whole(guard: Guard) -> None:
    with pytest.raises(Conflict, match=r"หนังสือ\.pdf ซ้ำ") as caught:
        call(guard, "object_to")
    assert caught.value.next_step == "ดูเรื่องเดิม"
    with pytest.raises(NotFound):
        read(Path("ไม่มี.pdf"))


def test_the_kernel_holds_every_reader_to_the_limits(guard: Guard) -> None:
    held = guard.outcome("tests.unit.parsers.misbehaviour:limits_in_force", HERE).data
    assert held == [limits.MEMORY, limits.SECONDS, 0, limits.WAIT]


def test_a_page_to_recognise_gets_its_own_time(guard: Guard) -> None:
    _, processor, _, clock = guard.outcome("tests.unit.parsers.misbehaviour:limits_after_a_page", HERE).data
    assert limits.SECONDS <= processor <= limits.SECONDS + 2 and clock == limits.WAIT


def test_a_worker_ended_from_outside_is_started_anew(guard: Guard) -> None:
    call(guard, "behave")
    assert guard._process
    os.kill(guard._process.pid, signal.SIGKILL)
    assert call(guard, "behave") == (HERE.name,)


def test_many_threads_may_ask_at_once(guard: Guard) -> None:
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda n: call(guard, "behave", times=n), range(1, 25)))
    assert [len(names) for names in got] == list(range(1, 25))


def test_nothing_is_left_of_a_reader_that_died(guard: Guard, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        call(guard, "call_a_program_and_die", tmp_path / "a.pdf")
    program, held = (tmp_path / "a.pdf").read_text(encoding="utf-8").split(" ", 1)
    deadline = time.monotonic() + 30
    while (_alive(int(program)) or Path(held).exists()) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _alive(int(program)) and not Path(held).parent.exists()


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split(") ")[1][0] != "Z"
    except FileNotFoundError:
        return False


def test_a_reader_ends_with_the_command_that_asked(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from workflow.parsers.guard import Guard; import os, threading, time\n"
        "g = Guard(); threading.Timer(1, lambda: os._exit(0)).start(); g._started()\n"
        "print(g._process.pid, flush=True)\n"
        "g.outcome('tests.unit.parsers.misbehaviour:sleep', Path('a'))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    deadline = time.monotonic() + 30
    while _alive(int(done.stdout)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _alive(int(done.stdout))


def test_the_caller_of_the_guard_loads_no_reader_of_files() -> None:
    code = (
        "import sys; from pathlib import Path; from workflow.bootstrap import read; read(Path(sys.argv[1]));"
        "print({'pypdfium2', 'docx', 'numpy', 'cv2', 'PIL'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SPECIMEN)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
