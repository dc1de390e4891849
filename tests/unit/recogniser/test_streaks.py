"""Streaks and dark edges that a scanner draws down the whole page go; print under them and the walls of tables stay."""

import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.streaks import without_streaks

DPI = 200


def _page() -> NDArray[np.uint8]:
    return np.full((900, 700, 3), 252, np.uint8)


def test_a_dark_streak_goes_and_the_stroke_it_crosses_goes_on() -> None:
    page = _page()
    page[400:406, 250:350] = 20
    page[:, 300:302] = 30
    clean = without_streaks(page, DPI)
    assert clean[100, 300:302].min() > 240 and clean[403, 300:302].max() < 60


def test_a_pale_fold_is_lifted_and_print_on_it_stays_dark() -> None:
    page = _page()
    page[:, 300] = 205
    page[400:440, 298:303] = 20
    clean = without_streaks(page, DPI)
    assert clean[100, 300].min() > 240 and clean[420, 300].max() < 60


def test_a_fold_across_the_page_goes_too() -> None:
    page = _page()
    page[500] = 190
    assert without_streaks(page, DPI)[500].min() > 240


def test_a_dark_edge_becomes_paper() -> None:
    page = _page()
    page[:, :12] = 60
    assert without_streaks(page, DPI)[:, :12].min() > 240


def test_the_wall_of_a_table_stays() -> None:
    page = _page()
    page[100:700, 300:303] = 20
    assert without_streaks(page, DPI)[400, 301].max() < 60


def test_a_clean_page_is_handed_back_untouched() -> None:
    page = _page()
    assert without_streaks(page, DPI) is page or np.array_equal(without_streaks(page, DPI), page)
