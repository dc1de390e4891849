"""A thousand power cuts on SQLite, in a hundred and twenty numberings."""

from pathlib import Path

import pytest

from tests.faults.power import cuts
from tests.promises import saw


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_a_thousand_power_cuts_lose_no_number_that_was_told(newest_sqlite: Path, tmp_path: Path) -> None:
    saw("P2", cuts(newest_sqlite, tmp_path, 1000, numberings=120))
