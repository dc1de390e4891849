"""Score tables without ruling lines: parted where another head begins, heads of several rows, whole names, codes behind their part."""

from collections.abc import Sequence

import pytest

from workflow.parsers.fields.score_table import score_table
from workflow.parsers.page import Line
from workflow.parsers.rows import Row, rows_of

_Cell = tuple[float, float, str]
YEARS: list[Sequence[_Cell]] = [
    [(71, 400, "คะแนนรวมของกรมสมมุติเทียบกับปีที่ผ่านมา")],
    [(184, 190, "ปี"), (398, 445, "คะแนนรวม")],
    *([(177.0, 200.0, str(2563 + n)), (405.0, 438.0, f"5{n}.25")] for n in range(3)),
    [(71, 420, "คะแนนรายตัวชี้วัดของกรมสมมุติ")],
]
TOLD = [("1.1", "แผนดิจิทัล", 61.5, 55.25), ("1.2", "งบประมาณ", 72.0, 58.5), ("2.1", "ข้อมูลเปิด", 48.75, 60.0)]


def _rows(table: Sequence[Sequence[_Cell]]) -> list[Row]:
    lines = [
        Line(text, 1, n, (x0, 60.0 + 20 * n, x1, 74.0 + 20 * n), 14.0)
        for n, cells in enumerate(table)
        for x0, x1, text in cells
    ]
    return rows_of(lines)


def _read(
    table: Sequence[Sequence[_Cell]], year: int | None = None
) -> list[tuple[str, str | None, float | None, float | None]]:
    found = score_table((), _rows(table), year, own=True)
    return [(row.code, row.name, row.score, row.group_average) for row in found.indicators]


def _marks(*, decimals: int = 2) -> list[list[_Cell]]:
    return [
        [(75, 90, code), (110, 200, name), (390, 421, f"{score:.{decimals}f}"), (460, 491, f"{average:.{decimals}f}")]
        for code, name, score, average in TOLD
    ]


def test_a_comparison_of_years_lends_its_head_to_no_other_table() -> None:
    head: list[_Cell] = [(75, 99, "ข้อ"), (130, 170, "ตัวชี้วัดย่อย"), (380, 430, "ปี 2564"), (450, 500, "ปี 2565")]
    found = _read([*YEARS, head, *_marks()], 2565)
    assert [(code, score) for code, _, score, _ in found] == [(code, last) for code, _, _, last in TOLD]


@pytest.mark.parametrize("tier", ["ผลการประเมิน", "คะแนน (ร้อยละ)"])
def test_a_head_over_two_columns_names_both(tier: str) -> None:
    heads: list[list[_Cell]] = [
        [(410, 471, tier)], [(75, 99, "ข้อ"), (130, 170, "ตัวชี้วัดย่อย")], [(380, 431, "กรมสมมุติ"), (440, 501, "ค่าเฉลี่ยกลุ่ม")],
    ]  # fmt: skip
    assert _read([*heads, *_marks()]) == TOLD


def test_heads_joined_by_a_narrow_gap_are_told_apart() -> None:
    pieces = ("คะแนน (เต็ม 100)", 360.0, 425.0), ("ค่าเฉลี่ย", 440.0, 491.0)
    parts = tuple(Line(text, 1, 0, (x0, 60.0, x1, 74.0), 14.0) for text, x0, x1 in pieces)
    joined = Line(" ".join(text for text, *_ in pieces), 1, 0, (360.0, 60.0, 491.0, 74.0), 14.0, pieces=parts)
    head = [Line("ตัวชี้วัดย่อย", 1, 0, (110.0, 60.0, 200.0, 74.0), 14.0), joined]
    rows = [line for row in _rows([[], *_marks()]) for line in row.parts]
    found = score_table((), rows_of([*head, *rows]), own=True).indicators
    assert [(row.score, row.group_average) for row in found] == [(score, average) for *_, score, average in TOLD]


@pytest.mark.parametrize("decimals", [0, 2])
def test_a_name_goes_on_below_its_numbers(decimals: int) -> None:
    head: list[_Cell] = [(75, 99, "ข้อ"), (130, 170, "ตัวชี้วัดย่อย"), (385, 425, "คะแนน"), (450, 500, "ค่าเฉลี่ย")]
    table: list[list[_Cell]] = [head]
    for row in _marks(decimals=decimals):
        table += [row, [(110, 180, "(Digital Service)")]]
    table[4:4] = [[(60, 100, "และการกำกับ")], head]  # of a part's name before the codes; the head again
    assert [name for _, name, *_ in _read(table)] == [f"{name} (Digital Service)" for _, name, *_ in TOLD]


@pytest.mark.parametrize("form", ["{}", "({})", "{}."])
def test_a_code_stands_behind_the_part_it_belongs_to(form: str) -> None:
    head: list[_Cell] = [
        (60, 100, "ด้าน"),
        (205, 230, "ข้อ"),
        (260, 300, "ตัวชี้วัดย่อย"),
        (385, 425, "คะแนน"),
        (450, 500, "ค่าเฉลี่ย"),
    ]
    marks = ((row[2], row[3]) for row in _marks())
    table = [
        [(60, 180, f"ด้านที่ {code[0]} นโยบายสมมุติ"), (205, 225, form.format(code)), (250, 340, name), *numbers]
        for (code, name, *_), numbers in zip(TOLD, marks, strict=True)
    ]
    assert _read([head, *table]) == TOLD


def test_a_difference_behind_a_part_is_no_code() -> None:
    head: list[_Cell] = [(110, 200, "หัวข้อ"), (380, 430, "คะแนน"), (450, 500, "ค่าเฉลี่ย"), (520, 550, "ผลต่าง")]
    table: list[list[_Cell]] = [
        [(110, 200, f"{n} ด้านสมมุติ"), (390, 421, f"5{n}.25"), (460, 491, "50.11"), (525, 550, f"+{n}.14")]
        for n in (1, 2, 3)
    ]
    assert [code for code, *_ in _read([head, *table])] == ["1", "2", "3"]


def test_two_heads_that_name_the_same_columns_are_two_tables() -> None:
    years: list[Sequence[_Cell]] = [[(147, 152, "ปี"), (287, 328, "คะแนนรวม"), (340, 370, "ค่าเฉลี่ย")]]
    years += [[(138, 161, str(2563 + n)), (298, 318, f"4{n}.50"), (345, 365, f"5{n}.10")] for n in range(3)]
    head: list[_Cell] = [(130, 170, "ตัวชี้วัดย่อย"), (385, 425, "ร้อยละ"), (450, 500, "ค่าเฉลี่ยกรม")]
    named = [
        [(75, 200, f"({code}) {name}"), *marks] for (code, name, *_), (_, _, *marks) in zip(TOLD, _marks(), strict=True)
    ]
    assert _read([*years, head, *named]) == TOLD


def test_a_head_that_breaks_within_a_word_is_known() -> None:
    heads: list[list[_Cell]] = [
        [(130, 170, "ตัวชี้วัดย่อย"), (300, 340, "คะแนนต่ำ"), (385, 425, "คะแนน"), (450, 500, "ค่าเฉลี่ย")], [(305, 330, "สุด")],
    ]  # fmt: skip
    table = [[*row[:2], (305.0, 336.0, "11.25"), *row[2:]] for row in _marks()]
    assert _read([*heads, *table]) == TOLD
