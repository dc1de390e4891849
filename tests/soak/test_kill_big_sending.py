"""200,000 recipients, the worker killed three times with SIGKILL: everybody once, one number, counters that agree, in ten seconds."""

import time
from pathlib import Path

import pytest

from tests.acceptance.fan_out import fan_out
from tests.promises import Seen, saw

PEOPLE = 200_000
KILLS = 3
SECONDS = 10.0


@pytest.mark.soak
def test_three_kills_in_a_sending_to_two_hundred_thousand(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    big = fan_out(database_url, tmp_path, PEOPLE)
    began, at = time.monotonic(), []
    for kill in range(1, KILLS + 1):
        with big.worker("n1") as worker:
            big.wait_for(kill * PEOPLE // (KILLS + 1))
            worker.kill()
            worker.wait()
        at.append(big.written())
    assert at[-1] < PEOPLE
    with big.worker("n1"):
        big.wait_for(PEOPLE)
    took = time.monotonic() - began
    with capsys.disabled():
        print(f"\n{database_url.partition(':')[0]}: {took:.1f} s, killed at {at}, {big.judged()}")
    dispatches, posts, counted, numbers, holes = big.judged()
    saw("P2", Seen(PEOPLE, KILLS, PEOPLE - posts + holes, dispatches - posts + numbers - 1, abs(counted - dispatches)))
    assert took <= SECONDS
