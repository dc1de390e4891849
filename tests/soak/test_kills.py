"""Three hundred processes killed in the midst of numbering, acknowledging, a large sending and mails, on both databases."""

from pathlib import Path

import pytest

from tests.faults.mixed_left import killed
from tests.promises import saw


@pytest.mark.soak
@pytest.mark.timeout(1200)
def test_three_hundred_kills_lose_and_double_nothing(database_url: str, tmp_path: Path) -> None:
    for promise, seen in killed(database_url, tmp_path, 300, 2000, 1000).items():
        saw(promise, seen)
