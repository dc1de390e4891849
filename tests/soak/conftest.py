"""Long proofs begin first, so that no worker is left alone with one at the end: `make soak` hands out test by test."""

from collections.abc import Mapping
from typing import Final

import pytest

MINUTES: Final[Mapping[str, float]] = {
    "test_ten_thousand_damaged": 12, "test_failpoints.py": 9, "test_reminder_year.py": 6, "test_training_recipe.py": 5,
    "test_a_hundred_thousand_numbers": 9.5, "test_kills.py": 4, "test_relaid_by_libreoffice.py": 3, "test_also_after_many_kills": 2,
    "test_tampering.py": 2, "test_spoilt_cells.py": 1.5,
    "test_upgrades.py": 1.5, "test_at_most_one_honest_paper": 1.5, "test_kill_big_sending.py": 1,
    "test_every_page.py": 1, "test_every_schema.py": 0.5,
}  # fmt: skip
"""About how long a test takes beside others on two cores, by what its address holds; whatever is not named is short."""


def length(item: pytest.Item) -> float:
    """Return how long a test takes, in minutes; 0 for one of `make test`."""
    if item.get_closest_marker("soak") is None:
        return 0.0
    return max((minutes for part, minutes in MINUTES.items() if part in item.nodeid), default=0.1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put long proofs first; the tests of `make test` stay in their order."""
    items.sort(key=lambda item: -length(item))
