"""What was done to the sheet is no letter: punch holes, their rims, black edges, staple marks. What is printed stays."""

import tracemalloc

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from workflow.parsers.recogniser.holes import without_holes
from workflow.parsers.recogniser.line_cuts import find_lines
from workflow.parsers.recogniser.margins import without_strays

Page = NDArray[np.uint8]
RESOLUTIONS = pytest.mark.parametrize("dpi", [150, 200, 300])


def _page(dpi: int) -> Page:
    return np.full((round(11.7 * dpi), round(8.27 * dpi), 3), 252, np.uint8)


def _circle(
    page: Page, middle: tuple[float, float], across: float, dpi: int, *, shade: int = 40, rim: float = 0
) -> None:
    x, y = (round(v * dpi) for v in middle)
    cv2.circle(page, (x, y), round(across * dpi / 2), (shade,) * 3, round(rim * dpi) if rim else -1, cv2.LINE_AA)


def _letters(page: Page, dpi: int, left: float, top: float, many: int = 12) -> None:
    for n in range(many):
        x, y = round((left + 0.13 * n) * dpi), round(top * dpi)
        cv2.rectangle(page, (x, y), (x + round(0.08 * dpi), y + round(0.11 * dpi)), (0, 0, 0), max(2, dpi // 80))


def _white(page: Page) -> bool:
    return bool(page.min() > 240)


@RESOLUTIONS
@pytest.mark.parametrize("across", [0.2, 0.24, 0.32])
@pytest.mark.parametrize("shade", [0, 70, 150])
def test_a_punch_hole_becomes_paper(dpi: int, across: float, shade: int) -> None:
    page = _page(dpi)
    _circle(page, (0.45, 4), across, dpi, shade=shade)
    _circle(page, (4, 0.45), across, dpi, shade=shade)
    assert _white(without_holes(page, dpi))


@RESOLUTIONS
def test_the_rim_of_a_hole_becomes_paper(dpi: int) -> None:
    page = _page(dpi)
    _circle(page, (0.45, 4), 0.22, dpi, rim=0.015)
    assert _white(without_holes(page, dpi))


@RESOLUTIONS
def test_one_side_of_a_rim_becomes_paper(dpi: int) -> None:
    page = _page(dpi)
    cv2.ellipse(
        page, (round(0.45 * dpi), 4 * dpi), (round(0.11 * dpi),) * 2, 0, 90, 270, (60, 60, 60), max(2, dpi // 60)
    )
    assert _white(without_holes(page, dpi))


@RESOLUTIONS
def test_half_a_hole_at_the_edge_of_the_sheet_becomes_paper(dpi: int) -> None:
    page = _page(dpi)
    _circle(page, (0, 4), 0.24, dpi)
    assert _white(without_holes(page, dpi))


@RESOLUTIONS
def test_a_black_wedge_of_the_glass_becomes_paper(dpi: int) -> None:
    page = _page(dpi)
    cv2.fillPoly(
        page,
        [np.array([(0, 0), (round(0.25 * dpi), 0), (round(0.1 * dpi), 8 * dpi), (0, 8 * dpi)], np.int32)],
        (20, 20, 20),
    )
    assert _white(without_holes(page, dpi))


@RESOLUTIONS
def test_the_round_digit_of_a_title_stays(dpi: int) -> None:
    page = _page(dpi)
    for x in (3.0, 3.25, 3.5):
        _circle(page, (x, 1), 0.18, dpi, rim=0.03)
    assert without_holes(page, dpi) is page


@RESOLUTIONS
def test_a_bullet_and_a_lone_small_zero_stay(dpi: int) -> None:
    page = _page(dpi)
    _circle(page, (1.5, 3), 0.1, dpi)
    _circle(page, (7, 0.6), 0.1, dpi, rim=0.015)
    assert without_holes(page, dpi) is page


@RESOLUTIONS
def test_print_on_a_shaded_cell_stays(dpi: int) -> None:
    page = _page(dpi)
    page[3 * dpi : round(3.3 * dpi), dpi : 3 * dpi] = 170
    _letters(page, dpi, 1.2, 3.1)
    assert without_holes(page, dpi) is page


@RESOLUTIONS
def test_a_speck_in_the_margin_is_no_line(dpi: int) -> None:
    page = _page(dpi)
    _letters(page, dpi, 1.3, 3)
    _letters(page, dpi, 0.5, 3.02, many=1)
    found = find_lines(page[:, :, 0], dpi=dpi)
    kept = without_strays(found.lines, found.walls, page.shape[1], dpi)
    assert len(found.lines) == 2 and [found.lines[n].left > dpi for n in kept] == [True]


def test_a_column_of_codes_in_the_margin_is_text() -> None:
    page, dpi = _page(200), 200
    for n in range(4):
        _letters(page, dpi, 1.3, 3 + 0.4 * n)
        _letters(page, dpi, 0.5, 3 + 0.4 * n, many=1)
    found = find_lines(page[:, :, 0], dpi=dpi)
    assert len(without_strays(found.lines, found.walls, page.shape[1], dpi)) == len(found.lines) == 8


def test_a_page_number_over_the_text_is_text() -> None:
    page, dpi = _page(200), 200
    _letters(page, dpi, 1.3, 3)
    _letters(page, dpi, 2, 0.6, many=1)
    found = find_lines(page[:, :, 0], dpi=dpi)
    assert len(without_strays(found.lines, found.walls, page.shape[1], dpi)) == 2


def test_a_picture_said_to_be_coarse_is_never_blown_up() -> None:
    page = np.full((60, 60, 3), 255, np.uint8)
    tracemalloc.start()
    without_holes(page, 1)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()
