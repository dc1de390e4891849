"""Long proofs begin first, so that no worker is left alone with one at the end: `make soak` hands out test by test."""

from collections.abc import Mapping
from typing import Final

import pytest

MINUTES: Final[Mapping[str, float]] = {}
"""About how long a test takes beside others on two cores; whatever is not named is short."""


def length(item: pytest.Item) -> float:
    """Return how long a test takes, in minutes; 0 for one of `make test`."""
    if item.get_closest_marker("soak") is None:
        return 0.0
    name = item.nodeid.rpartition("/")[2]
    return max((minutes for part, minutes in MINUTES.items() if part in name), default=0.1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put long proofs first; the tests of `make test` stay in their order."""
    items.sort(key=lambda item: -length(item))
