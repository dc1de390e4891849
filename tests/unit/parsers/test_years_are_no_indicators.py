"""Tables that compare years, and those of levels and their bands, stand beside the scores: their rows are no indicators."""

import pytest

from workflow.parsers.fields.score_table import score_table
from workflow.parsers.page import Table

_YEARS = ("2564", "ปี 2565", "ปีงบประมาณ พ.ศ. 2566", "2567 (ปี)")


def test_the_years_of_a_comparison_are_no_indicators() -> None:
    rows = [("ปี", "คะแนนรวม"), *((year, f"5{n}.30") for n, year in enumerate(_YEARS))]
    assert score_table([Table(1, tuple(rows))], [], 2566).indicators == ()


@pytest.mark.parametrize("low", ["ต่ำกว่า", "น้อยกว่า", "ไม่ถึง"])
def test_the_bands_of_levels_are_no_indicators(low: str) -> None:
    rows = [("ระดับ", "ตั้งแต่", "ถึง"), *((f"{name} {low}", "49.99", "60.00") for name in ("ดีมาก", "ดี", "พอใช้"))]
    assert score_table([Table(1, tuple(rows))], [], 2566).indicators == ()
    bands = [("ระดับ", "คะแนน"), *((f"{name} {n}0.00 -", "79.99") for n, name in enumerate(("พอใช้", "ดี", "ดีมาก"), 4))]
    assert score_table([Table(1, tuple(bands))], [], 2566).indicators == ()


def test_a_name_with_a_span_of_years_or_ages_in_it_is_an_indicator() -> None:
    names = ("แผนปฏิบัติการ พ.ศ. 2564 - 2566", "ผู้รับบริการอายุ 18-25 ปี", "การใช้งานตั้งแต่ 3 ระบบขึ้นไป")
    rows = [("ตัวชี้วัด", "คะแนน"), *((name, f"6{n}.50") for n, name in enumerate(names))]
    assert [row.name for row in score_table([Table(1, tuple(rows))], [], 2566, own=True).indicators] == list(names)
