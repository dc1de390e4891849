"""A power cut takes back no number that somebody was told; with a laxer setting of SQLite the same cuts do, so that this would show it."""

from pathlib import Path

from tests.faults.power import cuts
from tests.promises import saw

CUTS = 80


def test_a_power_cut_loses_no_number_that_was_told(newest_sqlite: Path, tmp_path: Path) -> None:
    saw("P2", cuts(newest_sqlite, tmp_path, CUTS, numberings=20))


def test_the_same_cuts_with_a_laxer_setting_lose_numbers(newest_sqlite: Path, tmp_path: Path) -> None:
    assert cuts(newest_sqlite, tmp_path, CUTS, synchronous="NORMAL", numberings=20).lost > 10
