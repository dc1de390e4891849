"""The finder cuts lines high enough for their tones, keeps lines apart, and splits print from ink."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from workflow.parsers.recogniser.components import body_of
from workflow.parsers.recogniser.engine import OwnOcr
from workflow.parsers.recogniser.line_cuts import HEIGHT, cut_of, find_lines
from workflow.parsers.recogniser.line_finder import rows_of
from workflow.parsers.recogniser.page_image import open_page, split, turn
from workflow.parsers.recogniser.read_lines import doubting_mixed, read_once
from workflow.parsers.recogniser.recognise import Letter
from workflow.parsers.recogniser.skew import skew_of

DPI = 200
BODY = 16


def _page() -> NDArray[np.uint8]:
    return np.full((600, 900), 255, np.uint8)


def _row(page: NDArray[np.uint8], base: int, *, letters: int = 20, left: int = 100) -> None:
    """Print letters as hollow boxes with a first-storey mark and a second-storey one over each third letter."""
    for n in range(letters):
        x = left + n * 16
        cv2.rectangle(page, (x, base - BODY), (x + 9, base), 0, 2)
        if n % 3 == 0:
            cv2.rectangle(page, (x + 1, base - BODY - 7), (x + 9, base - BODY - 4), 0, -1)
            cv2.rectangle(page, (x + 6, base - BODY - 14), (x + 8, base - BODY - 10), 0, -1)


def test_a_row_of_letters_is_one_line_on_its_base() -> None:
    page = _page()
    _row(page, 200)
    (line,) = find_lines(page, dpi=DPI).lines
    assert abs(line.base - 201) <= 3 and abs(line.body - BODY) <= 4


def test_the_cut_keeps_the_tone_of_the_second_storey() -> None:
    page = _page()
    _row(page, 200)
    found = find_lines(page, dpi=DPI)
    cut = cut_of(found, 0)
    above_first_storey = cut[: round(HEIGHT * 0.33)]
    assert cut.shape[0] == HEIGHT and int((above_first_storey < 128).sum()) > 30


def test_lines_set_close_stay_two_and_the_lower_keeps_its_tones() -> None:
    page = _page()
    _row(page, 200)
    _row(page, 240)
    found = find_lines(page, dpi=DPI)
    assert len(found.lines) == 2
    assert int((cut_of(found, 1)[: round(HEIGHT * 0.33)] < 128).sum()) > 30


def test_a_line_stretched_about_its_colon_is_one() -> None:
    page = _page()
    _row(page, 200, letters=8)
    for top in (188, 198):
        cv2.rectangle(page, (264, top), (267, top + 3), 0, -1)
    _row(page, 200, letters=8, left=305)
    assert len(find_lines(page, dpi=DPI).lines) == 1


def test_a_frame_about_a_word_is_no_letter_of_it() -> None:
    page = _page()
    _row(page, 200, letters=8)
    cv2.rectangle(page, (80, 165), (245, 220), 0, 4)
    (line,) = find_lines(page, dpi=DPI).lines
    assert line.left >= 95 and line.right <= 235 and len(line.boxes) == 8


def test_two_columns_are_two_lines_of_one_row() -> None:
    page = _page()
    _row(page, 200, letters=8)
    _row(page, 200, letters=8, left=500)
    lines = find_lines(page, dpi=DPI).lines
    assert [len(row) for row in rows_of(lines)] == [2]


def test_a_wall_between_cells_parts_a_line() -> None:
    page = _page()
    _row(page, 200, letters=8)
    _row(page, 200, letters=8, left=262)
    cv2.line(page, (245, 140), (245, 260), 0, 2)
    assert len(find_lines(page, dpi=DPI).lines) == 2


def test_a_white_page_has_no_lines() -> None:
    assert find_lines(_page(), dpi=DPI).lines == ()


def test_a_turned_page_is_made_level() -> None:
    page = _page()
    for base in range(120, 520, 60):
        _row(page, base, letters=40)
    assert abs(skew_of(turn(page, -1.5)) - 1.5) <= 0.2


def test_red_ink_leaves_the_print_and_stands_alone() -> None:
    colours = np.full((100, 100, 3), 255, np.uint8)
    colours[20:30, 20:80] = (0, 0, 0)
    colours[60:70, 20:80] = (40, 40, 220)
    printed, ink = split(colours)
    assert printed[25, 50] < 50 and printed[65, 50] == 255
    assert ink[65, 50] < 100 and ink[25, 50] == 255


def test_noise_is_read_as_nothing_and_does_not_crash() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (400, 300, 3)).astype(np.uint8)
    words = OwnOcr().read(cv2.imencode(".png", noise)[1].tobytes(), dpi=200)
    assert sum(len(w.text) for w in words) < 20


def test_a_page_opens_with_its_print_and_ink_of_one_size() -> None:
    page = open_page(cv2.imencode(".png", _page())[1].tobytes())
    assert page.print.shape == page.ink.shape == (600, 900)


def test_print_under_coarsely_coloured_ink_stays_whole() -> None:
    colours = np.full((200, 200, 3), 255, np.uint8)
    colours[60:66, 20:180] = (190, 70, 60)
    colours[20:180, 90:96] = (20, 20, 20)
    coarse = cv2.imdecode(cv2.imencode(".jpg", colours, [cv2.IMWRITE_JPEG_QUALITY, 50])[1], cv2.IMREAD_COLOR)
    printed, ink = split(np.asarray(coarse, np.uint8))
    assert int((printed[30:170, 91:95] < 120).sum()) > 0.95 * 140 * 4
    assert int((ink[61:65, 30:80] < 150).sum()) > 0.9 * 4 * 50 and printed[61:65, 30:80].min() > 180


def test_digits_of_two_kinds_in_one_figure_are_doubted() -> None:
    letters = [Letter(text, n, 0.99) for n, text in enumerate("ที่ 0833/2781๑ ว๕")]
    doubted = [x.text for x in doubting_mixed(letters) if x.confidence < 0.9]
    assert doubted == ["๑"]


@pytest.mark.filterwarnings("error")
def test_few_letters_of_two_sizes_still_have_a_body() -> None:
    boxes = np.array([[0, 0, 5, height] for height in (17, 19, 9, 13, 9, 23, 9, 26)], np.int32)
    assert body_of(boxes, 100) == 9


@pytest.mark.parametrize("size", [(16, 40_000), (40_000, 16), (3, 9_000)])
def test_a_ribbon_of_paper_is_a_page(size: tuple[int, int]) -> None:
    packed, ribbon = cv2.imencode(".png", np.full(size, 255, np.uint8))
    assert packed and open_page(ribbon.tobytes(), DPI).skew == 0


def test_cells_that_stand_at_two_heights_are_two_lines_of_one_row() -> None:
    page = _page()
    _row(page, 206, letters=4)
    _row(page, 197, letters=8, left=208)
    lines = find_lines(page, dpi=DPI).lines
    assert sorted(len(line.boxes) for line in lines) == [4, 8]
    assert [len(row) for row in rows_of(lines)] == [2]


def test_a_wide_dash_is_one_and_a_speck_beside_a_dot_none() -> None:
    read = [Letter(char, 8.0 * n, 0.9) for n, char in enumerate("๒,.๓ ก -- ข 1,500 ---")]
    assert "".join(x.text for x in read_once(read)) == "๒.๓ ก - ข 1,500 ---"
