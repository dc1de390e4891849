"""The heat map: the tiles fill the drawing, none lies on another, each as large as its unit's recipients are many."""

from hypothesis import given
from hypothesis import strategies as st

from workflow.core.tracking import NodeCounts
from workflow.entrypoints.web.heat_map import LYING, STANDING, heat_map
from workflow.services.track import TrackedUnit


def unit(n: int, total: int, answered: int = 0) -> TrackedUnit:
    return TrackedUnit(f"หน่วย {n}", "", "บก.", NodeCounts(total, answered=answered))


@given(st.lists(st.integers(1, 5_000), min_size=2, max_size=100), st.sampled_from([LYING, STANDING]))
def test_the_tiles_fill_the_drawing_each_by_its_share(totals: list[int], size: tuple[float, float]) -> None:
    tiles = heat_map([unit(n, total) for n, total in enumerate(totals)], size)
    share = size[0] * size[1] / sum(totals)
    assert sorted(t.unit.counts.total for t in tiles) == sorted(totals)
    assert all(abs(t.width * t.height - t.unit.counts.total * share) < 0.02 * (t.width + t.height + 1) for t in tiles)
    assert all(t.x + t.width <= size[0] + 0.1 and t.y + t.height <= size[1] + 0.1 for t in tiles)


@given(st.lists(st.integers(1, 500), min_size=2, max_size=25))
def test_no_tile_lies_on_another(totals: list[int]) -> None:
    tiles = heat_map([unit(n, total) for n, total in enumerate(totals)])
    for n, one in enumerate(tiles):
        for other in tiles[n + 1 :]:
            wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
            assert wide < 0.05 or high < 0.05


def test_the_look_tells_how_many_have_answered_and_only_all_is_all() -> None:
    tiles = heat_map([unit(0, 1000, 1000), unit(1, 999, 998), unit(2, 998, 400), unit(3, 997)])
    assert [tile.look for tile in tiles] == [5, 4, 2, 0]


def test_a_single_unit_is_no_map() -> None:
    assert heat_map([unit(0, 5)]) == ()
