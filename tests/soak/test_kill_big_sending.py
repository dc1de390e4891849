"""200,000 recipients, the worker killed three times with SIGKILL: everybody once, one number, counters that agree.

How long it takes is measured beside a sending that nobody kills: `python -m benchmarks.scale --only kills`.
"""

from pathlib import Path

import pytest

from tests.acceptance.fan_out import fan_out
from tests.promises import Seen, saw

PEOPLE = 200_000
KILLS = 3


@pytest.mark.soak
def test_three_kills_in_a_sending_to_two_hundred_thousand(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    big = fan_out(database_url, tmp_path, PEOPLE)
    took, at = big.survives(KILLS)
    assert at[-1] < PEOPLE
    with capsys.disabled():
        print(f"\n{database_url.partition(':')[0]}: {took:.1f} s, killed at {at}, {big.judged()}")
    dispatches, posts, counted, numbers, holes = big.judged()
    saw("P2", Seen(PEOPLE, KILLS, PEOPLE - posts + holes, dispatches - posts + numbers - 1, abs(counted - dispatches)))
