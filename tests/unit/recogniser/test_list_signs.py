"""Signs before entries and between words are seen by their place and form where the net reads nothing in them."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from workflow.parsers.recogniser.holes import without_holes
from workflow.parsers.recogniser.line_cuts import find_lines, place_in_cut
from workflow.parsers.recogniser.list_signs import with_signs
from workflow.parsers.recogniser.parting_signs import with_parting_signs
from workflow.parsers.recogniser.recognise import Letter, text_of

DPI, BODY, LEFT, STEP = 200, 16, 300, 60
Grey = NDArray[np.uint8]
Draw = Callable[[Grey, int, int], object]


def _row(page: Grey, base: int, *, left: int = LEFT, letters: int = 20) -> None:
    for n in range(letters):
        cv2.rectangle(page, (left + n * BODY, base - BODY), (left + 9 + n * BODY, base), 0, 2)


def _page(*draws: Draw | None, before: int = 40) -> Grey:
    """Return a page with a row of letters for each drawing, made `before` pixels before its first letter on the middle of the row."""
    page = np.full((800, 900), 255, np.uint8)
    for n, draw in enumerate(draws):
        base = 100 + STEP * n
        _row(page, base)
        if draw:
            draw(page, LEFT - before, base - BODY // 2)
    return page


def _disc(page: Grey, x: int, y: int) -> None:
    cv2.circle(page, (x, y), 6, 0, -1)


def _diamond(page: Grey, x: int, y: int) -> None:
    cv2.fillConvexPoly(page, np.array([(x - 9, y), (x, y - 9), (x + 9, y), (x, y + 9)], np.int32), 0)


def _ring(page: Grey, x: int, y: int) -> None:
    cv2.circle(page, (x, y), 6, 0, 2)


def _dash(page: Grey, x: int, y: int) -> None:
    cv2.rectangle(page, (x - 6, y - 1), (x + 6, y + 1), 0, -1)


def _tick(page: Grey, x: int, y: int) -> None:
    cv2.polylines(page, [np.array([(x - 6, y), (x - 2, y + 5), (x + 6, y - 6)], np.int32)], False, 0, 2)


def _speck(page: Grey, x: int, y: int) -> None:
    cv2.rectangle(page, (x, y), (x + 2, y + 2), 0, -1)


def _read(page: Grey, *, first: str = "") -> list[str]:
    """Return the rows with their signs, the letters of each read as ก but for the sign, which is read as `first`."""
    found = find_lines(page, dpi=DPI)
    read: dict[int, list[Letter]] = {}
    for n, line in enumerate(found.lines):
        boxes = [box for box in line.boxes if first or box[0] > LEFT - 9]
        read[n] = [
            Letter("ก" if x0 > LEFT - 9 else first, place_in_cut(line, (x0 + x1) / 2), 0.99)
            for x0, _, x1, _ in sorted(boxes)
        ]
    return [text for n in read if (text := text_of(with_signs(found, read).get(n, read[n])).replace("ก" * 20, "ก"))]


@pytest.mark.parametrize(("draw", "sign"), [(_disc, "•"), (_diamond, "•"), (_ring, "•"), (_tick, "•"), (_dash, "-")])
@pytest.mark.parametrize("before", [20, 40, 80])
def test_signs_alike_at_one_edge_begin_entries(draw: Draw, sign: str, before: int) -> None:
    assert _read(_page(draw, None, draw, before=before)) == [f"{sign} ก", "ก", f"{sign} ก"]


@pytest.mark.parametrize("draw", [_disc, _diamond])
def test_one_alone_is_a_sign_where_it_is_large_and_filled(draw: Draw) -> None:
    assert _read(_page(draw, None)) == ["• ก", "ก"]


@pytest.mark.parametrize("draw", [_ring, _tick, _dash, _speck])
def test_one_alone_that_may_be_dirt_is_none(draw: Draw) -> None:
    assert _read(_page(draw, None)) == ["ก", "ก"]


def test_specks_in_the_margin_are_none() -> None:
    page = _page(None, None, None)
    for x, y in [(250, 90), (270, 150), (262, 214)]:
        _speck(page, x, y)
    assert _read(page) == ["ก", "ก", "ก"]


def test_a_letter_that_was_read_surely_stays() -> None:
    assert _read(_page(_ring, _ring, before=20), first="๐") == ["๐ก", "๐ก"]


def test_a_filled_sign_that_was_read_as_a_letter_is_a_sign() -> None:
    assert _read(_page(_diamond, _diamond, before=20), first="4") == ["• ก", "• ก"]


def test_a_bold_figure_alone_that_was_read_surely_is_no_bullet() -> None:
    assert _read(_page(_disc, None, before=20), first="๑")[0] == "๑ก"


def test_what_stands_behind_other_words_begins_nothing() -> None:
    page = _page(_dash, _dash, before=30)
    for n in range(2):
        _row(page, 100 + STEP * n, left=100, letters=10)
    assert not any(text.startswith("-") for text in _read(page))


def _parted(draw: Draw, *, read: str = "") -> str:
    """Return a row of ten letters, a drawing in the white behind them, and ten more, whatever was `read` in the white."""
    page = np.full((300, 900), 255, np.uint8)
    _row(page, 100, left=100, letters=10)
    _row(page, 100, left=310, letters=10)
    draw(page, 282, 92)
    found = find_lines(page, dpi=DPI)
    (line,) = found.lines
    letters = [Letter("ก", place_in_cut(line, x0), 0.99) for x0, _, _, _ in sorted(line.boxes) if not 258 < x0 < 300]
    letters[10:10] = [Letter(sign, place_in_cut(line, 282), 0.9) for sign in read]
    return text_of(with_parting_signs(found, {0: letters}).get(0, letters)).replace("ก" * 10, "ก")


def _colon(page: Grey, x: int, y: int) -> None:
    for at in (y - 5, y + 6):
        cv2.rectangle(page, (x - 1, at), (x + 1, at + 2), 0, -1)


def _wide_dash(page: Grey, x: int, y: int) -> None:
    cv2.rectangle(page, (x - 17, y), (x + 17, y + 1), 0, -1)


@pytest.mark.parametrize(("draw", "text"), [(_colon, "ก : ก"), (_wide_dash, "ก – ก")])
def test_a_sign_between_words_that_the_net_passed_over_is_read(draw: Draw, text: str) -> None:
    assert _parted(draw) == text
    assert _parted(draw, read=" ") == text


def test_nonsense_read_in_a_wide_dash_is_the_dash() -> None:
    assert _parted(_wide_dash, read="คน") == "ก – ก"


@pytest.mark.parametrize(("draw", "read"), [(_colon, ":"), (_colon, ";"), (_wide_dash, "-")])
def test_a_sign_that_was_read_stays(draw: Draw, read: str) -> None:
    assert _parted(draw, read=read) == f"ก{read}ก"


@pytest.mark.parametrize("draw", [_speck, _dash, _tick])
def test_other_shapes_between_words_are_left_to_the_net(draw: Draw) -> None:
    assert _parted(draw) == "กก"


@pytest.mark.parametrize("draw", [_disc, _diamond, _wide_dash])
def test_no_sign_is_taken_for_a_punch_hole(draw: Draw) -> None:
    page = cv2.cvtColor(_page(draw, draw, before=50), cv2.COLOR_GRAY2BGR)
    assert np.array_equal(without_holes(np.asarray(page, np.uint8), DPI), page)
