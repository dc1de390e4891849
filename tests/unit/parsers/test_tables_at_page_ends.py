"""Tables whose sides, titles and last rows a page break leaves open or few."""

import pytest

from workflow.parsers.grids import Rule, tables_and_strips

TOP, LEVELS = 60.0, (60.0, 80.0, 100.0)
DOWN = (50.0, 150.0, 250.0)


def _cells(across: list[Rule], down: list[Rule]) -> list[tuple[int, int]]:
    return [(len(grid), len(grid[0])) for grid in tables_and_strips(across, down)[0]]


@pytest.mark.parametrize("part", [[], [Rule(130.0, 150, 250)]])
def test_a_row_torn_at_the_foot_of_the_page_is_closed_where_its_sides_end(part: list[Rule]) -> None:
    levels = [Rule(y, 50, 250) for y in LEVELS]
    assert _cells([*levels, *part], [Rule(x, TOP, 130) for x in DOWN]) == [(3, 2)]


def test_a_row_torn_at_the_head_of_the_page_is_closed_where_its_sides_begin() -> None:
    assert _cells([Rule(y, 50, 250) for y in LEVELS], [Rule(x, 30, 100) for x in DOWN]) == [(3, 2)]


def test_lines_that_hang_from_one_line_close_nothing() -> None:
    assert _cells([Rule(60.0, 50, 250)], [Rule(x, TOP, 130) for x in DOWN]) == []
    assert _cells([Rule(60.0, 50, 250), Rule(80.0, 50, 250)], [Rule(x, TOP, 130) for x in DOWN]) == []
