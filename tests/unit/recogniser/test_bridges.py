"""Letters that hang on a stroke of the pen are read with their line, and a picture between two columns joins none."""

from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.bridges import bridges, with_hidden
from workflow.parsers.recogniser.line_cuts import find_lines

DPI, BODY, BASE = 200, 16, 200
Grey = NDArray[np.uint8]


def _printed(*, letters: int = 24, without: range = range(0)) -> Grey:
    """Return a page with a row of letters, hollow boxes 16 pixels apart from 100 on."""
    page = np.full((600, 900), 255, np.uint8)
    for n in set(range(letters)) - set(without):
        cv2.rectangle(page, (100 + n * 16, BASE - BODY), (109 + n * 16, BASE), 0, 2)
    return page


def _signed(page: Grey, first: int, last: int) -> Grey:
    """Draw a signature high over the row that runs through its letters from `first` to `last`."""
    left, right = 100 + first * 16, 109 + last * 16
    strokes = [(left, BASE - 8), (right, BASE - 10), (left + 40, BASE - 90), (left + 20, BASE - 8)]
    cv2.polylines(page, [np.array(strokes, np.int32)], False, 0, 2)
    return page


def test_the_pieces_beside_letters_under_a_signature_are_joined() -> None:
    found = with_hidden(find_lines(_signed(_printed(), 6, 17), dpi=DPI))
    (bridge,) = bridges(found)
    (left, right), line = [found.lines[n] for n in bridge.places], bridge.page.lines[-1]
    assert left.right < 200 and right.left > 370
    assert line.left == left.left and line.right == right.right


def test_no_word_of_a_joined_line_ends_where_the_pen_hides_it() -> None:
    found = with_hidden(find_lines(_signed(_printed(), 6, 17), dpi=DPI))
    (bridge,) = bridges(found)
    hidden = [mark for mark in bridge.page.lines[-1].marks if 190 < mark[0] < 380]
    assert hidden and not any(b[0] - a[2] > 0.8 * BODY for a, b in pairwise(hidden))


def test_the_foot_of_a_letter_the_pen_hides_is_shown_with_both_its_lines() -> None:
    page = _signed(_printed(), 6, 17)
    cv2.rectangle(page, (262, BASE + 4), (266, BASE + 9), 0, -1)
    for n in range(24):  # the line below has a claim to it
        cv2.rectangle(page, (100 + n * 16, BASE + 14), (109 + n * 16, BASE + 14 + BODY), 0, 2)
    found = with_hidden(find_lines(page, dpi=DPI))
    (bridge,) = bridges(found)
    below = found.lines.index(max(found.lines, key=lambda line: line.base))
    foot = found.labels[BASE + 6, 264]
    assert found.owner[foot] == below and bridge.page.owner[foot] == -1


def test_the_shape_a_pen_makes_stays_with_every_line_it_was_shown_with() -> None:
    page = _signed(_printed(), 9, 11)
    for n in range(24):
        cv2.rectangle(page, (100 + n * 16, BASE - 60 - BODY), (109 + n * 16, BASE - 60), 0, 2)
    found = find_lines(page, dpi=DPI)
    shape = found.labels[BASE - 8, 250]
    assert with_hidden(found).owner[shape] == found.owner[shape]


def test_white_between_two_columns_joins_none() -> None:
    found = with_hidden(find_lines(_printed(without=range(6, 18)), dpi=DPI))
    assert len(found.lines) == 2 and not list(bridges(found))


def test_a_line_between_two_columns_joins_none() -> None:
    page = _printed(without=range(6, 18))
    cv2.line(page, (280, 60), (280, 400), 0, 3)
    assert not list(bridges(with_hidden(find_lines(page, dpi=DPI))))
