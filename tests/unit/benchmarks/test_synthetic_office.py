"""The invented office of the scale benchmarks has the size asked for, in six levels, and is the same for all."""

from collections import Counter

import pytest

from benchmarks.synthetic_office import LEVELS, TOP, Size, invented, positions, widths


@pytest.mark.parametrize("units", [20, 1_520, 40_000])
def test_the_levels_come_to_the_units_asked_for_and_widen(units: int) -> None:
    rows = widths(units)
    assert len(rows) == LEVELS
    assert sum(rows) == units
    assert list(rows) == sorted(rows)


def test_every_unit_hangs_on_one_invented_before_it() -> None:
    seen = {"สทส."}
    for unit, edge, post in invented(1_520):
        assert edge.parent in seen
        assert post.unit == unit.code
        seen.add(unit.code)


def test_positions_are_spread_evenly_over_all_units() -> None:
    size = Size(100, 1_000)
    rows = list(positions(size))
    held = Counter(row[1] for row in rows)
    assert len({row[0] for row in rows}) == 1_000
    assert set(held.values()) == {10}
    assert TOP in held
