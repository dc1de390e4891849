"""What stands beside or below something else: the sender by the mark of urgency, a wrapped purpose, a stamp's lines in black."""

from datetime import date

import pytest

from tests.unit.parsers.papers import drafts, placed
from workflow.core.reading import IndicatorScore, Instrument, Signatory, Stamp, Survey
from workflow.parsers.binding.opening import is_numbered
from workflow.parsers.checks import Context, headless
from workflow.parsers.draft import Draft
from workflow.parsers.fields.addressee import endorsement_addressees
from workflow.parsers.fields.receipts import StampFound, take_stamps
from workflow.parsers.page import Line
from workflow.parsers.rows import Row, rows_of

LETTER = "{first}\t{one}\n{second}\t{two}\n๒ มกราคม ๒๕๖๗\n\nเรื่อง ทดสอบ\n\nเรียน ปลัดกระทรวงสมมุติ\n\nด้วยมีเรื่องทดสอบ"


def _sender(first: str, one: str, second: str, two: str) -> str | None:
    return drafts(LETTER.format(first=first, one=one, second=second, two=two))[0].instrument.sender


def test_the_sender_may_stand_beside_the_mark_of_urgency() -> None:
    assert _sender("ด่วนที่สุด", "กรมสมมุติ", "ที่ สม ๐๒๑๐.๕/ว ๔๑", "ถนนสมมุติ กทม. ๑๐๒๐๐") == "กรมสมมุติ"


def test_the_sender_beside_the_number_stays() -> None:
    assert _sender("ด่วนที่สุด", "", "ที่ สม ๐๒๑๐.๕/ว ๔๑", "กรมสมมุติ") == "กรมสมมุติ"


@pytest.mark.parametrize("number", ["ที่ สม ๐๖๑๐/ท ๑๒๔", "ที่ สม ๐๕๐๕/ว(ล) ๔๕", "ที่ สม ๑/๑๒๓/๒๕๖๗", "ที่ สม ๐๕๐๕/๒๕๖๗/๑๒"])
def test_the_sender_beside_a_number_of_any_form_has_nothing_of_it(number: str) -> None:
    assert _sender("ด่วนที่สุด", "", number, "กรมสมมุติ") == "กรมสมมุติ"


def test_a_number_with_its_year_behind_the_slash_heads_a_paper() -> None:
    text = "ที่ สม 0505/2567/12"
    assert is_numbered(Row(text, text, 1))


def test_the_rest_of_a_purpose_is_no_addressee() -> None:
    indents = ((0, "เรียน ปลัดจังหวัดสมมุติ"), (40, "เพื่อโปรดทราบ และแจ้งดำเนิน"), (0, "การ"), (90, "(นายเก่ง ตัวอย่างดี)"))
    assert endorsement_addressees(rows_of(placed(indents).lines)[:3]) == ("ปลัดจังหวัดสมมุติ",)


def test_a_post_below_a_purpose_is_one_more_addressee() -> None:
    indents = ((0, "เรียน ผกก.๑"), (40, "เพื่อโปรดทราบ"), (0, "ผกก.๒"), (40, "เพื่อทราบ"))
    assert endorsement_addressees(rows_of(placed(indents).lines)) == ("ผกก.1", "ผกก.2")


def test_names_that_begin_with_a_vowel_sign_are_told() -> None:
    survey = Survey(indicators=(IndicatorScore("1.1", "ุคลากร"), IndicatorScore("1.2", "เครือข่าย")))
    draft = Draft(Instrument("letter", (1,), signatory=Signatory(None, "ัชรพล สมมุติ", None), survey=survey), "")
    found = [finding.field for finding in headless.check([draft], Context(()))]
    assert found == ["signatory.name", "survey.indicators[0].name"]


def _stamp(*coloured: int) -> list[StampFound]:
    """Read a stamp of four lines on a scan, those with the numbers given in colour, the others taken for black."""
    texts = ("ที่ว่าการอำเภอสมมุติ", "เลขรับ ๓๓๑๐", "วันที่ ๙ มิ.ย. ๒๕๖๘", "เวลา ๑๔.๒๐ น.")
    lines = [
        Line(
            text, 1, n, (350.0, 40 + 12.0 * n, 420.0, 48 + 12.0 * n), 11.0, inked=n in coloured, sure=(0.9,) * len(text)
        )
        for n, text in enumerate(texts)
    ]
    return take_stamps([*lines, Line("ข้อความของหนังสือ", 1, 9, (85.0, 300.0, 500.0, 310.0), 16.0)])[0]


@pytest.mark.parametrize("coloured", [(0, 1), (1, 2, 3), (0, 1, 2, 3)])
def test_lines_of_a_stamp_that_a_scan_took_for_black_are_the_stamps(coloured: tuple[int, ...]) -> None:
    (found,) = _stamp(*coloured)
    assert found.stamp == Stamp("ที่ว่าการอำเภอสมมุติ", "3310", date(2025, 6, 9), "14:20")
