"""Stamps are found by their frames and made level; what they say is searched for by their grammar."""

from itertools import product
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from workflow.parsers.page import Line
from workflow.parsers.pdf_file import page_picture
from workflow.parsers.recogniser.engine import OwnOcr
from workflow.parsers.recogniser.line_finder import FoundLine
from workflow.parsers.recogniser.page_reader import one_place
from workflow.parsers.recogniser.recognise import Letter, labels_of
from workflow.parsers.recogniser.search import search
from workflow.parsers.recogniser.stamp_grammar import page_number_grammar, stamp_grammar
from workflow.parsers.recogniser.stamp_reader import doubting_end
from workflow.parsers.recogniser.stamps import Frame, frames_of, little_page
from workflow.parsers.scan import Picture
from workflow.parsers.scanned_pages import read_scan

DPI = 200
CHAIN = Path("specimens/police-chain.pdf")


def _page() -> NDArray[np.uint8]:
    return np.full((800, 1000), 255, np.uint8)


def _frame(page: NDArray[np.uint8], middle: tuple[float, float], turn: float = 0.0) -> None:
    corners = cv2.boxPoints((middle, (420.0, 200.0), turn)).astype(np.int32)
    cv2.polylines(page, [corners], True, 0, 3)


def test_a_turned_frame_is_found_with_its_turn() -> None:
    page = _page()
    _frame(page, (500, 300), 4.0)
    (frame,) = frames_of(page, DPI)
    assert abs(frame.turn - 4) < 0.5 and abs(frame.size[0] - 422) < 10 and abs(frame.middle[1] - 300) < 4


def test_a_frame_with_pieces_hidden_by_print_is_found() -> None:
    page = _page()
    _frame(page, (500, 300), 2.0)
    page[190:420, 400:440] = 255
    assert len(frames_of(page, DPI)) == 1


def test_two_frames_that_touch_are_two() -> None:
    page = _page()
    _frame(page, (400, 200))
    _frame(page, (420, 400))
    assert len(frames_of(page, DPI)) == 2


def test_a_frame_within_the_border_of_the_sheet_or_the_cell_of_a_table_is_found() -> None:
    page = _page()
    _frame(page, (500, 300))
    cv2.rectangle(page, (20, 20), (980, 780), 0, 3)
    cv2.rectangle(page, (150, 120), (850, 600), 0, 3)
    assert any(abs(f.size[0] - 422) < 10 and abs(f.size[1] - 202) < 10 for f in frames_of(page, DPI))


def _mark(page: NDArray[np.uint8], left: int, top: int) -> None:
    """Draw the bold letters of an urgency, as if set right against a stamp."""
    for x in range(left, left + 130, 36):
        cv2.rectangle(page, (x, top), (x + 22, top + 40), 0, 5)


def test_a_mark_that_touches_a_frame_is_no_part_of_it() -> None:
    for turn, (left, top) in product((0.0, -2.0), ((295, 402), (560, 395), (300, 155), (712, 290))):
        page = _page()
        _frame(page, (500, 300), turn)
        _mark(page, left, top)
        (frame,) = frames_of(page, DPI)
        assert abs(frame.size[0] - 422) < 12 and abs(frame.size[1] - 202) < 12, (turn, left, top)


def test_a_frame_without_its_lower_side_ends_where_the_others_do_not_at_a_rule_within() -> None:
    page = _page()
    _frame(page, (500, 300))
    page[395:, :] = 255
    cv2.line(page, (310, 340), (690, 340), 0, 2)
    (frame,) = frames_of(page, DPI)
    assert frame.box[3] > 390


def test_a_line_of_letters_is_no_frame() -> None:
    page = _page()
    for x in range(100, 800, 16):
        cv2.rectangle(page, (x, 200), (x + 9, 216), 0, 2)
    assert frames_of(page, DPI) == []


def test_the_little_page_is_level_and_points_back_to_the_page() -> None:
    page = _page()
    _frame(page, (500, 300), 5.0)
    cv2.circle(page, (500, 300), 6, 0, -1)
    little = little_page(frames_of(page, DPI)[0], DPI)
    inside = little.cut(page)
    ys, xs = np.nonzero(inside[40:-40, 40:-40] < 100)
    x, y = float(xs.mean()) + 40, float(ys.mean()) + 40
    left, top, right, bottom = little.on_page((x - 3, y - 3, x + 3, y + 3))
    assert left < 500 < right and top < 300 < bottom


def _said(*steps: dict[str, float]) -> NDArray[np.float32]:
    """Return what a net would say that saw these letters, a blank after each."""
    sure = np.full((2 * len(steps), 200), 1e-5, np.float32)
    for n, letters in enumerate(steps):
        for letter, value in letters.items():
            sure[2 * n, labels_of(letter)[0]] = value
        sure[2 * n + 1, 0] = 0.99
    return sure


def _sharp(text: str) -> list[dict[str, float]]:
    return [{letter: 0.98} for letter in text]


def test_what_keeps_to_the_grammar_is_read_as_it_stands() -> None:
    for text in ("เลขรับ ๔๕๔๗", "วันที่ ๑๑ พ.ย. ๒๕๖๒", "เวลา 14.50 น.", "วันที่ 3 มกราคม 2568 เวลา 9:05"):
        found = search(_said(*_sharp(text)), stamp_grammar())
        assert found and found.text == text and found.cost < 0.01


def test_a_letter_between_digits_becomes_the_likeliest_digit() -> None:
    found = search(_said(*_sharp("เลขรับ ๔"), {"ธ": 0.6, "๕": 0.3, "๘": 0.05}, *_sharp("๗")), stamp_grammar())
    assert found and found.text == "เลขรับ ๔๕๗"
    assert found.letters[-2].confidence < 0.75 < found.letters[-1].confidence


def test_a_month_that_is_none_becomes_the_nearest_of_the_twelve() -> None:
    found = search(_said(*_sharp("วันที่ ๒๐ "), {"ร": 0.6, "ธ": 0.2, "ส": 0.1}, *_sharp(".ค. ๒๕๖๒")), stamp_grammar())
    assert found and found.text == "วันที่ ๒๐ ธ.ค. ๒๕๖๒" and min(x.confidence for x in found.letters) < 0.6


def test_a_name_costs_much_to_be_bent_into_a_number() -> None:
    found = search(_said(*_sharp("กองบังคับการอำนวยการ")), stamp_grammar())
    assert found is None or found.cost > 40


def _lines(page: int) -> tuple[Line, ...]:
    return read_scan(page_picture(CHAIN, page), page, ocr=OwnOcr()).lines


def test_the_stamps_of_a_page_are_told_apart_and_from_its_text() -> None:
    lines = _lines(1)
    texts = [{line.text for line in lines if line.stamp == n} for n in (0, 1)]
    assert {"เลขรับ ๔๒๗๙", "วันที่ ๑๕ ธ.ค. ๒๕๖๘"} <= texts[0] and "เลขรับ ๕๑๔" in texts[1]
    assert all(line.inked for line in lines if line.stamp is not None)
    assert next(line for line in lines if line.text == "สำเนาถูกต้อง").stamp is None


def test_a_page_number_is_searched_for_with_both_its_hyphens() -> None:
    found = search(_said({"-": 0.9}, {"๓": 0.98}, {" ": 0.5, "-": 0.2}), page_number_grammar())
    assert found and found.text == "-๓-" and found.cost < 6.5


def test_print_crossed_by_a_seal_is_read_on() -> None:
    picture = page_picture(CHAIN, 1)
    colours = np.asarray(cv2.imdecode(np.frombuffer(picture.image, np.uint8), cv2.IMREAD_COLOR), np.uint8)
    plain = {line.text for line in _lines(1) if line.stamp is None}
    seal = np.full_like(colours, 255)
    cv2.circle(seal, (900, 1100), 260, (70, 60, 200), 6, cv2.LINE_AA)
    crossed = np.minimum(colours, seal)
    coarse = cv2.imencode(".jpg", crossed, [cv2.IMWRITE_JPEG_QUALITY, 60])[1].tobytes()
    page = read_scan(Picture(coarse, picture.size, picture.dpi), 1, ocr=OwnOcr())
    assert len(plain & {line.text for line in page.lines}) >= 0.8 * len(plain)


def test_a_digit_before_unread_ink_is_in_doubt() -> None:
    letters = tuple(Letter(text, 10.0 + 12 * n, 0.99) for n, text in enumerate("๗๑๘"))
    read = FoundLine(100, 140, 50, 16, boxes=((100, 34, 110, 50), (112, 34, 140, 50)))
    longer = FoundLine(100, 190, 50, 16, boxes=((100, 34, 110, 50), (170, 34, 190, 50)))
    assert doubting_end(read, letters) == letters
    assert [x.confidence for x in doubting_end(longer, letters)] == [0.99, 0.99, 0.5]


def test_a_dark_frame_seen_in_ink_and_in_print_is_one_place() -> None:
    seen, again = Frame((500, 300), (420, 200), 2.0), Frame((503, 298), (424, 205), 2.4)
    assert one_place(seen, again)
    assert not one_place(seen, Frame((500, 480), (420, 200), 2.0))
