"""Letters are compared in their own place, wherever the reader begins."""

from benchmarks.letters_read import Counted, Placed, counted
from workflow.parsers.page import Line, Page

LEFT, RIGHT = (80.0, 100.0, 200.0, 115.0), (320.0, 101.0, 500.0, 116.0)
BELOW = (80.0, 125.0, 400.0, 140.0)
TRUTH = [Placed("ที่ สวอ ๒๕๖๖/ว๔๕", LEFT), Placed("สถาบันวัดผล", RIGHT), Placed("๙ พฤษภาคม ๒๕๖๖", BELOW)]


def read(*lines: tuple[str, tuple[float, float, float, float]]) -> Counted:
    """Compare a page of these lines with the truth."""
    return counted(TRUTH, Page(1, tuple(Line(text, 1, n, box) for n, (text, box) in enumerate(lines))))


def test_a_letterhead_read_in_another_order_has_no_wrong_letter() -> None:
    got = read(("สถาบันวัดผล", RIGHT), ("๙ พฤษภาคม ๒๕๖๖", BELOW), ("ที่ สวอ ๒๕๖๖/ว๔๕", LEFT))
    assert (got.wrong, got.thai, got.thai_all) == (0, 4, 4)


def test_two_columns_read_as_one_line_have_no_wrong_letter() -> None:
    assert read(("ที่ สวอ ๒๕๖๖/ว๔๕ สถาบันวัดผล", (80, 100, 500, 116)), ("๙พฤษภาคม ๒๕๖๖", BELOW)).wrong == 0


def test_a_wrong_digit_spoils_its_string_only() -> None:
    got = read(("ที่ สวอ ๒๕๖๖/ว๔๔", LEFT), ("สถาบันวัดผล", RIGHT), ("๙ พฤษภาคม ๒๕๖๖", BELOW))
    assert (got.wrong, got.thai, got.thai_all) == (1, 3, 4)


def test_lines_missed_and_lines_made_up_are_all_wrong() -> None:
    got = read(("สถาบันวัดผล", RIGHT), ("๙ พฤษภาคม ๒๕๖๖", BELOW), ("จุด", (80, 700, 110, 712)))
    assert got.wrong == len("ที่สวอ๒๕๖๖/ว๔๕") + len("จุด")


def test_the_dots_of_a_rule_to_write_on_are_no_letters() -> None:
    assert read(("ที่ สวอ ๒๕๖๖/ว๔๕.......", LEFT), ("สถาบันวัดผล", RIGHT), ("๙ พฤษภาคม ๒๕๖๖ ...", BELOW)).wrong == 0
