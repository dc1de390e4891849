"""No file, however damaged or hostile, takes the program down or past its limits: every one is read or answered in words."""

from pathlib import Path

import pytest

from benchmarks.hostile import FILES, run
from tests.hostile_files import HARMLESS, REFUSED, Maker
from tests.promises import Seen, saw
from workflow.bootstrap import read
from workflow.core.errors import Refused, UnreadableFile
from workflow.parsers import limits

SLOW = {"endless_text_pdf"}


@pytest.mark.parametrize("make", [m for m in REFUSED if m.__name__ not in SLOW], ids=lambda m: m.__name__)
def test_a_bomb_is_answered_in_words_that_name_it(tmp_path: Path, make: Maker) -> None:
    path = make(tmp_path)
    with pytest.raises((Refused, UnreadableFile)) as caught:
        read(path)
    assert caught.value.next_step


@pytest.mark.parametrize("make", HARMLESS, ids=lambda m: m.__name__)
def test_what_only_looks_odd_is_read(tmp_path: Path, make: Maker) -> None:
    assert read(make(tmp_path)).source.pages >= 1


def test_eighty_damaged_files_crash_nothing() -> None:
    tally = run(80, seed=7, bombs=False)
    assert tally.crashes == [] and not tally.outcomes["all other"]
    assert tally.outcomes["all read"] > 8 < tally.outcomes["all unreadable"]


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_ten_thousand_damaged_and_hostile_files_crash_nothing_and_keep_the_limits() -> None:
    tally = run(FILES, seed=1, bombs=True)
    saw("P10", Seen(FILES, FILES, lost=len(tally.crashes), unseen=tally.outcomes["all other"]))
    assert tally.memory[0] < limits.MEMORY * 1.1 and tally.seconds[0] < limits.WAIT + 10
