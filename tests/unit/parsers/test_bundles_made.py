"""Bundles by the dozen: made papers shuffled, a page lost or there twice, read clean and read as scans are read."""

import pytest

from tests.unit.parsers.made_bundles import CATEGORIES, DIGITAL, OFFICE, measure
from workflow.parsers.binding.cover import best_links

# Without a page number or without a catchword the papers do not always say where a page belongs.
TOLD = [name for name in CATEGORIES if "no " not in name]
SEEDS = range(8)


@pytest.mark.parametrize("category", [name for name in TOLD if "first" not in name])
def test_born_digital_bundles_come_out_exactly(category: str) -> None:
    score = measure(category, DIGITAL, SEEDS)
    assert (score.order, score.missing, score.kinds) == (len(SEEDS),) * 3


def test_scanned_bundles_come_out_as_they_were() -> None:
    scores = [measure(category, OFFICE, SEEDS) for category in TOLD]
    assert sum(s.order for s in scores) >= 0.95 * sum(s.bundles for s in scores)


def test_the_best_links_are_the_best_together_and_never_a_circle() -> None:
    assert best_links({(1, 2): 3.0, (1, 3): 2.9, (4, 2): 2.8}) == {1: 3, 4: 2}
    assert best_links({(1, 2): 3.0, (2, 1): 2.0, (3, 1): 0.5}) == {1: 2, 3: 1}
    assert best_links({(1, 2): 0.0, (2, 3): -1.0}) == {}
