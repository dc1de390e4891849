"""A table of scores without ruling lines, as a scan gives it: which number is the score, which the average."""

from collections.abc import Sequence

import pytest

from workflow.parsers.fields.score_table import ScoreTable, score_table
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import rows_of


def _table(*rows: str) -> list[tuple[str, float | None, float | None]]:
    lines = [
        Line(text, 1, n, (80.0, 100.0 + 18 * n, 500.0, 112.0 + 18 * n), 12.0, confidence=0.99)
        for n, text in enumerate(rows)
    ]
    found = score_table([], rows_of(lines))
    return [(i.code, i.score, i.group_average) for i in found.indicators]


ROWS = ("๑  นโยบาย  ๖๐.๕๙  ๔๖.๙๘", "๑.๑  แผนงาน  ๕๘.๕๓  ๔๙.๒๐", "๒  บุคลากร  ๕๔.๑๖  ๖๐.๖๕")
READ = [("1", 60.59, 46.98), ("1.1", 58.53, 49.20), ("2", 54.16, 60.65)]


def test_a_head_over_the_codes_does_not_move_the_columns() -> None:
    assert _table("ลำดับ  ตัวชี้วัด  คะแนน  ค่าเฉลี่ยกลุ่ม", *ROWS) == READ


def test_an_average_that_lost_its_tone_in_the_scan_is_still_an_average() -> None:
    assert _table("ลำดับ  ตัวชี้วัด  คะแนน  ค่าเฉลียกลุ่ม", *ROWS) == READ


def _scan(*rows: Sequence[tuple[float, str]], sure: float = 0.99) -> ScoreTable:
    """Return the table of a scan whose runs stand at these left edges, four points for a letter."""
    lines = [
        Line(text, 1, n, (x, 100.0 + 18 * n, x + 4 * len(text), 112.0 + 18 * n), 11.0, confidence=sure)
        for n, runs in enumerate(rows)
        for x, text in runs
    ]
    return score_table([], rows_of(lines))


def _row(code: str, name: str, *numbers: str) -> list[tuple[float, str]]:
    return [(100.0, code), (138.0, name), *((400.0 + 70 * n, number) for n, number in enumerate(numbers))]


HEADS = _row("ลำดับ", "ตัวชี้วัด", "คะแนน ตย.", "ค่าเฉลี่ย")
BODY = [_row("๑", "นโยบาย", "๖๐.๕๙", "๔๖.๙๘"), _row("๑.๑", "แผน", "๕๘.๕๓", "๔๙.๒๐"), _row("๑.๒", "ข้อมูล", "๖๒.๖๕", "๔๔.๗๖"),
        _row("๒", "บุคลากร", "๓๒.๐๙", "๕๕.๖๓"), _row("๒.๑", "ทักษะ", "๓๒.๐๙", "๕๕.๖๓")]  # fmt: skip


def _read(found: ScoreTable) -> list[tuple[str, float | None, float | None]]:
    return [(i.code, i.score, i.group_average) for i in found.indicators]


FULL = [("1", 60.59, 46.98), ("1.1", 58.53, 49.2), ("1.2", 62.65, 44.76), ("2", 32.09, 55.63), ("2.1", 32.09, 55.63)]


def test_columns_of_a_scan_are_told_by_the_heads_above_them() -> None:
    assert _read(_scan(HEADS, *BODY)) == FULL


def test_full_marks_weights_and_last_year_are_other_columns() -> None:
    heads = _row("ลำดับ", "ตัวชี้วัด", "คะแนนเต็ม", "ปี ๒๕๖๖", "คะแนน ๒๕๖๗", "ค่าเฉลี่ย")
    wide = [[*row[:2], (400.0, "๑๐๐.๐๐"), (450.0, "๑๑.๑๑"), (500.0, row[2][1]), (550.0, row[3][1])] for row in BODY]
    assert _read(_scan([*heads[:2], *((400.0 + 50 * n, t) for n, (_, t) in enumerate(heads[2:]))], *wide)) == FULL


def test_a_column_headed_by_the_offices_name_is_its_score() -> None:
    found = _scan(_row("ลำดับ", "ตัวชี้วัด", "กปภ.", "ค่าเฉลี่ยกลุ่ม"), *BODY)
    assert (_read(found), found.named) == (FULL, True)


def test_letters_of_digits_outline_in_a_number_are_digits() -> None:
    torn = [list(row) for row in BODY]
    torn[1][2] = (400.0, "5B,53")
    assert _read(_scan(HEADS, *torn)) == FULL


def test_a_broken_code_is_put_right_where_one_fits_and_told() -> None:
    torn = [list(row) for row in BODY]
    torn[2][0] = (100.0, "๑.๗")
    found = _scan(HEADS, *torn, sure=0.9)
    assert _read(found) == FULL and found.doubts[0][0] == 2


def test_a_code_that_was_read_surely_stays_where_a_table_leaves_one_out_and_is_told() -> None:
    gap = [list(row) for row in BODY]
    gap[2][0] = (100.0, "๑.๗")
    found = _scan(HEADS, *gap)
    assert [code for code, *_ in _read(found)] == ["1", "1.1", "1.7", "2", "2.1"]
    assert found.doubts[0] == (2, "รหัส 1.7 ในตารางไม่ต่อจากแถวก่อน อาจเป็น 1.2")


def test_a_code_against_the_order_is_put_right_however_surely_it_was_read() -> None:
    torn = [list(row) for row in BODY]
    torn[1][0] = (100.0, "๗.๑")
    assert _read(_scan(HEADS, *torn)) == FULL


def test_a_number_that_lost_a_digit_or_is_missing_is_told() -> None:
    torn = [list(row) for row in BODY]
    torn[1][2] = (400.0, "๕๘.๕")
    del torn[4][3]
    found = _scan(HEADS, *torn)
    assert [n for n, _ in found.doubts] == [1, 4]


def test_a_total_row_gives_the_score_and_its_average() -> None:
    found = _scan(HEADS, *BODY, [(138.0, "รวม"), (400.0, "๔๖.๓๔"), (470.0, "๕๑.๓๐")])
    assert (found.score, found.average) == (46.34, 51.3)


def test_numbers_of_narrow_columns_that_a_scan_joined_are_told_apart() -> None:
    heads = [(100.0, "ตัวชี้วัด"), (400.0, "คะแนน ค่าเฉลี่ย ผลต่าง")]
    body = [
        [(100.0, f"{code} {name}"), (400.0, "20.64 48.47 -27.83")]
        for code, name in (("1", "นโยบาย"), ("1.1", "แผน"), ("1.2", "ข้อมูล"), ("2", "บุคลากร"))
    ]
    assert _read(_scan(heads, *body)) == [(code, 20.64, 48.47) for code in ("1", "1.1", "1.2", "2")]


def test_heads_in_the_middle_of_wide_cells_name_the_numbers_at_their_left_edge() -> None:
    heads = [[(100.0, "ด้าน"), (432.0, "ผล (ร้อยละ)")], [(392.0, "สำนักฯ"), (466.0, "ค่ากลางของกลุ่ม")]]
    assert _read(_scan(*heads, *([*row[:2], (370.0, row[2][1]), (460.0, row[3][1])] for row in BODY))) == FULL


def test_words_in_a_column_behind_the_last_number_do_not_name_it() -> None:
    heads = [*_row("ลำดับ", "ตัวชี้วัด", "คะแนน", "ค่าเฉลี่ย"), (542.0, "อันดับ")]
    assert _read(_scan(heads, *([*row, (542.0, "สูง")] for row in BODY))) == FULL


def test_signed_differences_are_a_column_of_their_own_and_take_their_own_head() -> None:
    heads = [(100.0, "ลำดับ"), (138.0, "ตัวชี้วัด"), (392.0, "ค่าเฉลี่ยกลุ่ม"), (464.0, "จังหวัดตัวอย่าง"), (498.0, "ผลต่าง")]
    differences = ("+๑๓.๖๑", "-๙.๓๓", "+๑๗.๘๙", "-๒๓.๕๔", "-๒๓.๕๔")
    rows = [
        [*row[:2], (400.0, row[3][1]), (470.0, row[2][1]), (496.0, d)] for row, d in zip(BODY, differences, strict=True)
    ]
    assert _read(_scan(heads, *rows, sure=1.0)) == FULL


def test_signed_differences_of_typed_rows_are_no_scores() -> None:
    lines = (
        "ลำดับ  ตัวชี้วัด  คะแนน  ค่าเฉลี่ยกลุ่ม  ผลต่าง",
        "1 นโยบาย 60.59 46.98 +13.61",
        "1.1 แผนงาน 58.53 49.20 +9.33",
        "2 บุคลากร 54.16 60.65 -6.49",
    )
    found = score_table([], rows_of([Line(text, 1, n) for n, text in enumerate(lines)]))
    assert _read(found) == READ


def test_a_head_at_the_left_of_its_wide_column_names_the_numbers_at_its_right() -> None:
    rows = [[(85, f"๑.{n} ตัวชี้วัด"), (263, f"๕{n}.๘๐"), (373, f"๖{n}.๘๐")] for n in range(1, 5)]
    read = _scan([(119, "ตัวชี้วัดของกลุ่ม"), (212, "ค่าเฉลี่ยจังหวัด"), (320, "คะแนนของหน่วยงาน")], *rows, sure=1.0)
    assert [(i.score, i.group_average) for i in read.indicators][:2] == [(61.8, 51.8), (62.8, 52.8)]


def test_a_head_over_the_names_names_no_numbers() -> None:
    rows = [[(85, f"๑.{n} ชื่อของตัวชี้วัดย่อย"), (263, f"๕{n}.๘๐"), (373, f"๖{n}.๘๐")] for n in range(1, 5)]
    read = _scan([(119, "กลุ่มตัวชี้วัด"), (255, "กรมสมมุติ"), (360, "ค่าเฉลี่ย")], *rows, sure=1.0)
    assert [(i.score, i.group_average) for i in read.indicators][:2] == [(51.8, 61.8), (52.8, 62.8)]


@pytest.mark.parametrize("row", ["๑.๑.แผนงาน  ๕๘.๕๓  ๔๙.๒๐", "๑.๑.  แผนงาน  ๕๘.๕๓  ๔๙.๒๐"])
def test_a_code_without_a_space_behind_its_dot_is_a_code(row: str) -> None:
    assert _table(
        "ลำดับ  ตัวชี้วัด  คะแนน  ค่าเฉลี่ยกลุ่ม", ROWS[0], row, "๒.บุคลากร  ๕๔.๑๖  ๖๐.๖๕", "๓.Usability  ๖๐.๑๒  ๖๐.๐๐"
    ) == [
        *READ,
        ("3", 60.12, 60.00),
    ]


def test_a_typed_row_without_a_space_behind_its_dot_is_a_row() -> None:
    rows = rows_of([Line(text, 1, n) for n, text in enumerate((
        "ตัวชี้วัด คะแนน ค่าเฉลี่ย", "1. นโยบาย 60.59 46.98", "2.บุคลากร 54.16 60.65", "3. บริการ 51.00 52.25"))])  # fmt: skip
    assert [(i.code, i.name) for i in score_table([], rows).indicators] == [
        ("1", "นโยบาย"),
        ("2", "บุคลากร"),
        ("3", "บริการ"),
    ]


@pytest.mark.parametrize(
    "head", ["ร้อยละความคืบหน้า", "ร้อยละความก้าวหน้า", "ผลสำเร็จ ร้อยละที่แล้วเสร็จ", "ร้อยละการเบิกจ่าย", "% Progress"]
)
@pytest.mark.parametrize("figures", [("100", "80", "60"), ("100.00", "80.50", "60.25")])
def test_how_far_something_is_done_is_no_score(head: str, figures: tuple[str, ...]) -> None:
    body = tuple((f"2.{n} ทักษะ", "ควรอบรม", "อบรมแล้ว", done) for n, done in enumerate(figures, 1))
    table = Table(1, (("ตัวชี้วัดย่อย", "ข้อเสนอแนะ", "ผลการดำเนินการ", head), *body))
    assert score_table([table], []).indicators == ()


def test_a_score_of_what_was_achieved_is_one() -> None:
    body = tuple((f"2.{n} ทักษะ", f"{n}0.50", f"{n}1.25") for n in (1, 2, 3))
    found = score_table([Table(1, (("ตัวชี้วัด", "คะแนนความสำเร็จ", "ค่าเฉลี่ย"), *body))], [])
    assert [i.score for i in found.indicators] == [10.5, 20.5, 30.5]
