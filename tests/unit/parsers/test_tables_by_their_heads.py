"""Several ruled tables in one paper: each is read by its own head; weighted marks, a repeated part and codes beside names."""

import pytest

from workflow.core.reading import IndicatorScore
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import Row, rows_of

_YEARS = Table(
    1,
    (
        ("ปี พ.ศ.", "คะแนนรวม", "ค่าเฉลี่ย"),
        ("2565", "58.10", "60.20"),
        ("2566", "60.10", "61.20"),
        ("2567", "61.30", "62.20"),
    ),
)
_ROWS = tuple((f"1.{n}", f"งานที่ {n}", f"7{n}.50", f"6{n}.25") for n in range(1, 5))
_HEAD = ("รหัส", "ตัวชี้วัดย่อย", "คะแนน", "ค่าเฉลี่ย")
_READ = tuple(IndicatorScore(f"1.{n}", f"งานที่ {n}", 70 + n + 0.5, 60 + n + 0.25) for n in range(1, 5))


def test_a_comparison_of_years_above_a_table_of_scores_lends_it_no_head() -> None:
    assert score_table([_YEARS, Table(1, (_HEAD, *_ROWS))], [], 2567).indicators == _READ


def test_a_table_goes_on_in_another_with_its_head_repeated_or_without_one() -> None:
    for more in ((_HEAD, *_ROWS[2:]), _ROWS[2:]):
        assert score_table([Table(1, (_HEAD, *_ROWS[:2])), Table(2, more)], [], 2567).indicators == _READ


def test_whole_scores_beside_weighted_ones_with_decimals_are_the_scores() -> None:
    rows = [("ตัวชี้วัดย่อย", "น้ำหนัก", "คะแนนที่ได้", "คะแนนถ่วงน้ำหนัก")] + [
        (f"2.{n} งานที่ {n}", "5", f"6{n}", f"3.0{n}") for n in range(1, 5)
    ]
    assert [row.score for row in score_table([Table(1, tuple(rows))], [], 2567).indicators] == [61, 62, 63, 64]


def test_the_part_repeated_on_each_row_is_neither_code_nor_name() -> None:
    rows = [("ตัวชี้วัดหลัก", "ข้อ", "รายการ", "คะแนน")] + [
        ("มิติที่ 3 บุคลากร", f"3.{n}", f"งานที่ {n}", f"8{n}.10") for n in range(1, 5)
    ]
    found = score_table([Table(1, tuple(rows))], [], 2567).indicators
    assert [(row.code, row.name) for row in found] == [(f"3.{n}", f"งานที่ {n}") for n in range(1, 5)]


def _unruled(*rows: tuple[str, ...]) -> list[Row]:
    edges = {3: (100.0, 300.0, 420.0), 4: (100.0, 140.0, 380.0, 450.0)}
    return rows_of(
        [
            Line(text, 1, n, (x0, 60.0 + 20 * n, x0 + 5 * len(text), 74.0 + 20 * n), 14.0)
            for n, row in enumerate(rows)
            for x0, text in zip(edges[len(row)], row, strict=True)
        ]
    )


_FREE_YEARS = (("ปี", "คะแนนรวม", "ค่าเฉลี่ย"), ("2565", "53", "64"), ("2566", "55", "66"), ("2567", "57", "67"))
_COUNTED = tuple((str(n), f"งานสมมุติที่ควรทำ{word}", f"6{n}", f"5{n}") for n, word in enumerate("กขค", 1))


@pytest.mark.parametrize("above", [(), _FREE_YEARS])
def test_whole_marks_of_indicators_counted_up_are_read_without_ruling_lines(above: tuple[tuple[str, ...], ...]) -> None:
    rows = _unruled(*above, ("ข้อ", "ตัวชี้วัด", "คะแนน", "ค่าเฉลี่ย"), *_COUNTED)
    found = score_table([], rows, 2567, own=True)
    assert [(row.code, row.score, row.group_average) for row in found.indicators] == [
        ("1", 61, 51),
        ("2", 62, 52),
        ("3", 63, 53),
    ]
    assert not score_table([], rows, 2567).indicators


@pytest.mark.parametrize("heads", [("ที่", "หน่วยงาน", "คะแนน", "ค่าเฉลี่ย"), ("ที่", "ตัวชี้วัด", "จำนวน", "ร้อยละ")])
def test_whole_numbers_of_offices_or_of_no_marks_are_no_indicators(heads: tuple[str, ...]) -> None:
    assert not score_table([], _unruled(heads, *_COUNTED), 2567, own=True).indicators


def test_a_head_over_two_rows_that_tells_its_words_in_both_still_heads_the_codes() -> None:
    heads = (("ตัวชี้วัดย่อย", "ตัวชี้วัดที่", "ผลการประเมิน", ""), ("ตัวชี้วัดย่อย", "ตัวชี้วัดที่", "คะแนน (ร้อยละ)", "ภาพรวมระดับกรม"))
    rows = tuple((name, code, score, mean) for code, name, score, mean in _COUNTED)
    found = score_table([Table(1, (*heads, *rows))], [], 2567, own=True).indicators
    assert [(row.code, row.score, row.group_average) for row in found] == [("1", 61, 51), ("2", 62, 52), ("3", 63, 53)]
