"""A state enterprise's number tells the units and no owner's figures: it heads a paper behind its label, and slashes in prose do not."""

import pytest

from tests.unit.parsers.papers import rows
from workflow.parsers.binding.opening import heads, is_numbered
from workflow.parsers.fields.numbers import is_circular, is_known, number_of
from workflow.parsers.fields.references import references
from workflow.parsers.rows import Row

NUMBERS = ("ฝทส/กผด/0871", "MIS-0871/63", "ฝทส./กผด./0871/2563", "ก.บ.ส./12", "IT/DG/114/2563", "ฝผ-กท/ว 12")


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_of_units_alone_is_one(number: str) -> None:
    (head,) = rows(f"ที่ {number}")
    assert is_numbered(head) and is_known(number)
    found = number_of([head])
    assert found and found[0] == number.replace(" ", "")
    assert number_of(rows(f"ที่ {number}\tวันที่ ๙ ตุลาคม ๒๕๖๓")) is not None
    assert is_circular(found[0]) == ("ว 12" in number)


def test_it_may_be_dated_behind_and_cited() -> None:
    assert heads(rows("ที่ ฝทส/กผด/๐๘๗๑ ลว. ๑๖ ต.ค. ๖๓\nเรียน ผอ.ฝ่าย ทุกฝ่าย"), 0)
    (cited,) = references("ตามบันทึก ที่ ฝทส/กผด/0856 ลงวันที่ 9 ตุลาคม 2563 เสนอ")
    assert cited.number == "ฝทส/กผด/0856"


@pytest.mark.parametrize(
    "text",
    [
        "กทม/ปริมณฑล",
        "ที่ กทม/ปริมณฑล",
        "ที่ กฟน/กฟภ/กปน. ได้แจ้งผล",
        "ฝทส/กผด/0871",
        "ที่ กกต/12 ราย เข้าร่วม",
        "ที่ ฝทส/กผด/0871 แจ้งผล",
    ],
)
def test_slashes_of_prose_are_no_number(text: str) -> None:
    (row,) = rows(text)
    assert not is_numbered(row) and number_of([row]) is None


def test_what_a_scan_left_of_a_number_is_not_taken_for_one_of_units() -> None:
    text = "ที่ สพร/4099"
    assert number_of([Row(text, text, 1, sure=(0.9,) * len(text))]) is None
