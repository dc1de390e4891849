"""The running part of a number behind the abbreviation of its unit, of whatever length, with dots or without."""

import pytest

from tests.unit.parsers.papers import drafts
from workflow.parsers.fields.numbers import is_circular, is_known
from workflow.parsers.fields.references import references

UNITS = ["ศทส 41", "ศทส.41", "ศ.ท.ส. 41", "กพร.41", "สนผ 41", "กบ 41", "ศสทส 41"]
CITING = (
    "ตามบันทึกศูนย์เทคโนโลยี ที่ กค 0508/{} ลงวันที่ 10 มกราคม 2563 แจ้งว่า กรมได้มีหนังสือ ที่ สพร 2562/ว4127 ลงวันที่ 1 พฤศจิกายน 2562 นั้น"
)


@pytest.mark.parametrize("running", UNITS)
def test_a_number_cited_behind_its_units_abbreviation_keeps_its_day_and_the_next_keeps_its_own(running: str) -> None:
    cited = references(CITING.format(running))
    assert [(one.number, str(one.date)) for one in cited] == [
        (f"กค 0508/{running.replace(' ', '')}", "2020-01-10"),
        ("สพร 2562/ว4127", "2019-11-01"),
    ]


@pytest.mark.parametrize("running", UNITS)
def test_a_papers_own_number_may_bear_its_units_abbreviation(running: str) -> None:
    lines = f"บันทึกข้อความ\nส่วนราชการ กองแผน\nที่ กค 0508/{running}  วันที่ 16 มกราคม 2563\nเรื่อง ทดสอบ\nเรียน อธิบดี\nข้อความ"
    (draft,) = drafts(lines)
    assert draft.instrument.number == f"กค 0508/{running.replace(' ', '')}" and is_known(draft.instrument.number)


@pytest.mark.parametrize(
    ("number", "circular"), [("กค 1/ว 12", True), ("กค 1/ว.12", True), ("กค 1/วท 12", False), ("กค 1/ว.ท.12", False)]
)
def test_only_the_lone_letter_of_circulars_makes_one(number: str, circular: bool) -> None:
    assert is_circular(number) is circular


def test_a_word_behind_a_stroke_is_no_unit() -> None:
    assert not is_known("กค 0508/หน้า 41") and not is_known("กค 0508/ฉบับ 2")
