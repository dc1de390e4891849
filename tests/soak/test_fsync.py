"""A disk that does not sync (strace puts EIO in place of fdatasync and fsync): nothing is said to be kept that is not, no number is lost."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.newest import sqlite_at
from tests.numbers_left import command, left, run
from tests.promises import saw

WRITERS, EACH = 2, 150
STRACE = shutil.which("strace")
pytestmark = [pytest.mark.soak, pytest.mark.timeout(600)]


@pytest.mark.skipif(STRACE is None, reason="no strace here: `apt-get install strace`")
def test_an_error_of_the_disk_at_every_few_syncs_loses_no_number(tmp_path: Path) -> None:
    url = sqlite_at(tmp_path / "office.sqlite3")
    calls, log = ("fdatasync", "fsync"), tmp_path / "strace"
    faults = [f"--inject={call}:error=EIO:when=25+9" for call in calls]
    words = [str(STRACE), "-f", "-qq", "-o", str(log), f"--trace={','.join(calls)}", *faults]
    found = left(url, tmp_path, run([*words, *command(url, tmp_path, WRITERS, EACH)], 300))
    struck = log.read_text().count("INJECTED")
    assert (struck > 10, found.told) == (True, WRITERS * EACH)
    saw("P2", replace(found.seen, faults=struck))
