"""A name too long for its cell runs over the rule, and over the score beside it; it stays in the cell in which it begins."""

import pytest

from workflow.parsers.grids import Grid
from workflow.parsers.pdf_lines import lines_of
from workflow.parsers.pdf_printed import Glyph, Style
from workflow.parsers.tabled import set_in

EM, WIDTH = 12.0, 6.0
GRID: Grid = [
    [(0.0, 0.0, 60.0, 20.0), (60.0, 0.0, 120.0, 20.0)],
    [(0.0, 20.0, 60.0, 40.0), (60.0, 20.0, 120.0, 40.0)],
]


def _run(text: str, left: float, top: float = 24.0) -> list[Glyph]:
    style = Style(EM, top + 10)
    places = [(char, left + n * WIDTH) for n, char in enumerate(text)]
    return [Glyph(char, x, x + WIDTH, (x, top, x + WIDTH, top + 12), style) for char, x in places]


@pytest.mark.parametrize("name", ["Journey Maps", "Journeys Map", "Journey (Map)"])
def test_a_name_that_runs_over_its_cell_is_one_beside_its_score(name: str) -> None:
    glyphs, (table,) = set_in(
        [GRID], [*_run("Name", 2, 4), *_run("Score", 80, 4), *_run(name, 2), *_run("83.3", 73)], 1
    )
    assert table.rows == (("Name", "Score"), (name, "83.3"))
    assert [line.text for line in lines_of(glyphs, 1)] == ["Name", "Score", name, "83.3"]


@pytest.mark.parametrize(("gap", "row"), [("  ", ("Journeys", "83.3")), ("   ", ("Journeys", "83.3"))])
def test_columns_that_were_typed_apart_in_one_run_stay_two(gap: str, row: tuple[str, str]) -> None:
    _, (table,) = set_in([GRID], _run(f"Journeys{gap}83.3", 2), 1)
    assert table.rows[1] == row


def test_a_name_below_another_stays_in_its_own_cell() -> None:
    _, (table,) = set_in([GRID], [*_run("Map", 2, 4), *_run("83.3", 80), *_run("Name", 2)], 1)
    assert table.rows == (("Map", ""), ("Name", "83.3"))


def test_a_word_that_runs_over_the_rule_of_a_strip_stays_whole() -> None:
    glyphs, tables = set_in([], [*_run("Organisation", 2, 4), *_run("Unit", 82, 4)], 1, [GRID[:1]])
    assert [line.text for line in lines_of(glyphs, 1)] == ["Organisation", "Unit"] and tables == ()
