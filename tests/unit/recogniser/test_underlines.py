"""Letters that touch their underline are found one by one; frames, rules and print without underlines stay as they are."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from workflow.parsers.recogniser.components import components
from workflow.parsers.recogniser.line_cuts import cut_of, find_lines

DPI, BODY = 150, 13


def _row(base: int = 100, letters: int = 20) -> NDArray[np.uint8]:
    page = np.full((300, 700), 255, np.uint8)
    for n in range(letters):
        cv2.rectangle(page, (100 + n * 14, base - BODY), (108 + n * 14, base), 0, 2)
    return page


def _letters(page: NDArray[np.uint8]) -> int:
    return len(components(page, DPI)[1])


def test_letters_on_an_underline_are_as_many_as_without() -> None:
    page = _row()
    cv2.line(page, (96, 101), (380, 101), 0, 2)
    assert _letters(page) == _letters(_row()) == 20
    (line,) = find_lines(page, dpi=DPI).lines
    assert len(line.boxes) == 20 and line.left < 102 and line.right > 370


def test_an_underline_of_a_page_a_little_askew_is_one_too() -> None:
    page = _row()
    cv2.line(page, (96, 101), (380, 103), 0, 2)
    assert len(find_lines(page, dpi=DPI).lines[0].boxes) >= 18


def test_the_net_still_sees_the_underline() -> None:
    page = _row()
    cv2.line(page, (96, 101), (380, 101), 0, 2)
    found = find_lines(page, dpi=DPI)
    assert int((cut_of(found, 0).min(0) < 128).sum()) > 0.9 * (380 - 100) * cut_of(found, 0).shape[1] / (380 - 90)


@pytest.mark.parametrize("frame", [((90, 80), (390, 106)), ((90, 60), (390, 120))])
def test_a_frame_about_words_keeps_its_lower_side(frame: tuple[tuple[int, int], tuple[int, int]]) -> None:
    page = _row()
    cv2.rectangle(page, *frame, 0, 2)
    labels = components(page, DPI)[0]
    side = np.unique(labels[frame[1][1], 100:380])
    assert side.tolist() == [labels[frame[0][1], 200]] and side[0] > 0


def test_a_rule_in_the_middle_of_a_shape_stays() -> None:
    page = _row()
    cv2.line(page, (96, 93), (380, 93), 0, 2)
    assert _letters(page) < 3
