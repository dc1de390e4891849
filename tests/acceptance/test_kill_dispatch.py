"""Kill -9 at any point of a dispatch, run it again: every recipient once, no number lost, none used twice."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

FEW, MANY = 8, 24


@pytest.fixture(scope="module", params=[FEW, pytest.param(MANY, marks=pytest.mark.soak)])
def outcomes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    script = Path(__file__).with_name("kill_points.py")
    work = tmp_path_factory.mktemp("kill")
    command = [sys.executable, str(script), str(work), str(request.param), "2562"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_as_many_dispatches_as_were_asked_for_really_died(outcomes: list[dict[str, object]]) -> None:
    assert sum(bool(o["killed"]) for o in outcomes) in {FEW, MANY}


def test_they_died_before_the_sending_was_kept_and_between_keeping_and_typesetting(
    outcomes: list[dict[str, object]],
) -> None:
    died = [(bool(o["sent_before"]), bool(o["finished_before"])) for o in outcomes if o["killed"]]
    assert {(False, False), (True, False)} <= set(died)


def test_a_killing_leaves_all_recipients_or_none(outcomes: list[dict[str, object]]) -> None:
    assert {o["sent_before"] for o in outcomes} <= {0, outcomes[0]["planned"]}


def test_every_recipient_is_dispatched_exactly_once(outcomes: list[dict[str, object]]) -> None:
    assert all(o["posts"] == o["different"] == o["planned"] for o in outcomes)
    assert all(o["notes"] == 1 for o in outcomes)


def test_no_number_is_lost_or_used_twice(outcomes: list[dict[str, object]]) -> None:
    assert all(o["holes"] == 0 for o in outcomes)
    assert len({json.dumps(o["numbers"]) for o in outcomes}) == 1


def test_both_files_of_the_memo_are_there_in_the_end(outcomes: list[dict[str, object]]) -> None:
    assert all(o["files"] == [".docx", ".pdf"] for o in outcomes)
