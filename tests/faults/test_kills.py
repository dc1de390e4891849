"""A small form of the three hundred kills of `make soak`: every kind of work at once, processes killed at random."""

from pathlib import Path

from tests.faults.mixed_left import killed
from tests.promises import saw

KILLS = 12


def test_a_dozen_kills_in_the_midst_of_everything_lose_and_double_nothing(database_url: str, tmp_path: Path) -> None:
    for promise, seen in killed(database_url, tmp_path, KILLS, 150, 100).items():
        saw(promise, seen)
