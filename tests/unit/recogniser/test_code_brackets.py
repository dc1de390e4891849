"""The brackets about a code are read as such where the net wavered or took a vowel for one; a code that the net read surely stays."""

import pytest

from tests.unit.recogniser.test_second_choice import Doubts, _net
from workflow.parsers.recogniser.code_brackets import bracketed
from workflow.parsers.recogniser.recognise import letters_of


def _read(text: str, doubts: Doubts) -> str:
    sure = _net(text, doubts)
    return "".join(x.text for x in bracketed(letters_of(sure), sure))


@pytest.mark.parametrize(
    ("text", "printed"),
    [("ชื่อ (2.11", "ชื่อ (2.1)"), ("ชื่อ [2.11", "ชื่อ [2.1]"), ("ชื่อ (รหัส 5.31 แล้ว", "ชื่อ (รหัส 5.3) แล้ว")],
)
def test_a_figure_that_may_be_the_bracket_is_the_bracket(text: str, printed: str) -> None:
    assert _read(text, {text.rindex("1"): ("]", 0.4)}) == printed


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("ชื่อ (2.11 แล้ว", 0.01),
        ("แห่ง (ร้อยละ 88.61", 0.01),
        ("แห่ง (88.61", 0.01),
        ("คะแนน 2.11", 0.4),
        ("ชื่อ (2.11)", 0.01),
    ],
)
def test_what_is_a_figure_stays(text: str, share: float) -> None:
    assert _read(text, {text.rindex("1"): ("]", share)}) == text


def test_what_ends_a_line_closes_what_opened_in_it_however_surely_it_was_read_and_is_to_be_checked() -> None:
    sure = _net("ชื่อ (รหัส 2.11", {})
    read = bracketed(letters_of(sure), sure)
    assert "".join(x.text for x in read) == "ชื่อ (รหัส 2.1)"
    assert read[-1].confidence == 0.5


@pytest.mark.parametrize(("text", "printed"), [("คำขอ โ๓.๒) งาน", "คำขอ (๓.๒) งาน"), ("ด้าน โ4]", "ด้าน [4]")])
def test_a_vowel_before_a_code_that_closes_is_the_bracket_that_opens_it(text: str, printed: str) -> None:
    assert _read(text, {}) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("แผน (Plan) (๑.๒.๒] แล้ว", "แผน (Plan) [๑.๒.๒] แล้ว"),
        ("ชื่อ [รหัส 2.1) แล้ว", "ชื่อ (รหัส 2.1) แล้ว"),
        ("๓.๑ ระบบ (Backup) ๒.๒.๒)", "๓.๑ ระบบ (Backup) (๒.๒.๒)"),
    ],
)
def test_what_closes_a_code_tells_what_opened_before_it(text: str, printed: str) -> None:
    assert _read(text, {}) == printed


@pytest.mark.parametrize(
    "text", ["2.1) ชื่อ", "ชื่อ (ตัวชี้วัดย่อย 2.1)", "มี (ก) 2.1 (ข)", "(ข้อ 1 และ 2.1)", "ตามข้อ 1 และ 2.1)", "ละ ๘๘.๖)"]
)
def test_brackets_that_hang_together_stay(text: str) -> None:
    assert _read(text, {}) == text


@pytest.mark.parametrize("text", ["เป็นโ3)", "ชื่อ โ3.1", "โครงการ 3.1"])
def test_a_vowel_elsewhere_stays(text: str) -> None:
    assert _read(text, {}) == text


def test_a_figure_in_the_very_place_of_the_bracket_is_none() -> None:
    sure = _net("ชื่อ (3.1]", {})
    letters = letters_of(sure)
    again = [*letters[:-1], letters[-2].__class__("1", letters[-1].at - 4, 0.4), letters[-1]]
    assert "".join(x.text for x in bracketed(again, sure)) == "ชื่อ [3.1]"
