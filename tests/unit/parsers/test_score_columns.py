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


def scan_of(*rows: Sequence[tuple[float, str]], sure: float = 0.99) -> ScoreTable:
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


def read_of(found: ScoreTable) -> list[tuple[str, float | None, float | None]]:
    return [(i.code, i.score, i.group_average) for i in found.indicators]


FULL = [("1", 60.59, 46.98), ("1.1", 58.53, 49.2), ("1.2", 62.65, 44.76), ("2", 32.09, 55.63), ("2.1", 32.09, 55.63)]


def test_columns_of_a_scan_are_told_by_the_heads_above_them() -> None:
    assert read_of(scan_of(HEADS, *BODY)) == FULL


def test_full_marks_weights_and_last_year_are_other_columns() -> None:
    heads = _row("ลำดับ", "ตัวชี้วัด", "คะแนนเต็ม", "ปี ๒๕๖๖", "คะแนน ๒๕๖๗", "ค่าเฉลี่ย")
    wide = [[*row[:2], (400.0, "๑๐๐.๐๐"), (450.0, "๑๑.๑๑"), (500.0, row[2][1]), (550.0, row[3][1])] for row in BODY]
    assert read_of(scan_of([*heads[:2], *((400.0 + 50 * n, t) for n, (_, t) in enumerate(heads[2:]))], *wide)) == FULL


def test_a_column_headed_by_the_offices_name_is_its_score() -> None:
    found = scan_of(_row("ลำดับ", "ตัวชี้วัด", "กปภ.", "ค่าเฉลี่ยกลุ่ม"), *BODY)
    assert (read_of(found), found.named) == (FULL, True)


def test_letters_of_digits_outline_in_a_number_are_digits() -> None:
    torn = [list(row) for row in BODY]
    torn[1][2] = (400.0, "5B,53")
    assert read_of(scan_of(HEADS, *torn)) == FULL


def test_a_broken_code_is_put_right_where_one_fits_and_told() -> None:
    torn = [list(row) for row in BODY]
    torn[2][0] = (100.0, "๑.๗")
    found = scan_of(HEADS, *torn, sure=0.9)
    assert read_of(found) == FULL and found.doubts[0][0] == 2


def test_a_code_that_was_read_surely_stays_where_a_table_leaves_one_out_and_is_told() -> None:
    gap = [list(row) for row in BODY]
    gap[2][0] = (100.0, "๑.๗")
    found = scan_of(HEADS, *gap)
    assert [code for code, *_ in read_of(found)] == ["1", "1.1", "1.7", "2", "2.1"]
    assert found.doubts[0] == (2, "รหัส 1.7 ในตารางไม่ต่อจากแถวก่อน อาจเป็น 1.2")


def test_a_code_against_the_order_is_put_right_however_surely_it_was_read() -> None:
    torn = [list(row) for row in BODY]
    torn[1][0] = (100.0, "๗.๑")
    assert read_of(scan_of(HEADS, *torn)) == FULL


def test_a_number_that_lost_a_digit_or_is_missing_is_told() -> None:
    torn = [list(row) for row in BODY]
    torn[1][2] = (400.0, "๕๘.๕")
    del torn[4][3]
    found = scan_of(HEADS, *torn)
    assert [n for n, _ in found.doubts] == [1, 4]


@pytest.mark.parametrize("whole", ["รวม", "ดัชนีรวม", "คะแนนรวม"])
def test_a_total_row_gives_the_score_and_its_average(whole: str) -> None:
    found = scan_of(HEADS, *BODY, [(138.0, whole), (400.0, "๔๖.๓๔"), (470.0, "๕๑.๓๐")])
    assert (found.score, found.average) == (46.34, 51.3)


def test_numbers_of_narrow_columns_that_a_scan_joined_are_told_apart() -> None:
    heads = [(100.0, "ตัวชี้วัด"), (400.0, "คะแนน ค่าเฉลี่ย ผลต่าง")]
    body = [
        [(100.0, f"{code} {name}"), (400.0, "20.64 48.47 -27.83")]
        for code, name in (("1", "นโยบาย"), ("1.1", "แผน"), ("1.2", "ข้อมูล"), ("2", "บุคลากร"))
    ]
    assert read_of(scan_of(heads, *body)) == [(code, 20.64, 48.47) for code in ("1", "1.1", "1.2", "2")]


def test_heads_in_the_middle_of_wide_cells_name_the_numbers_at_their_left_edge() -> None:
    heads = [[(100.0, "ด้าน"), (432.0, "ผล (ร้อยละ)")], [(392.0, "สำนักฯ"), (466.0, "ค่ากลางของกลุ่ม")]]
    assert read_of(scan_of(*heads, *([*row[:2], (370.0, row[2][1]), (460.0, row[3][1])] for row in BODY))) == FULL


def test_words_in_a_column_behind_the_last_number_do_not_name_it() -> None:
    heads = [*_row("ลำดับ", "ตัวชี้วัด", "คะแนน", "ค่าเฉลี่ย"), (542.0, "อันดับ")]
    assert read_of(scan_of(heads, *([*row, (542.0, "สูง")] for row in BODY))) == FULL


def test_signed_differences_are_a_column_of_their_own_and_take_their_own_head() -> None:
    heads = [(100.0, "ลำดับ"), (138.0, "ตัวชี้วัด"), (392.0, "ค่าเฉลี่ยกลุ่ม"), (464.0, "จังหวัดตัวอย่าง"), (498.0, "ผลต่าง")]
    differences = ("+๑๓.๖๑", "-๙.๓๓", "+๑๗.๘๙", "-๒๓.๕๔", "-๒๓.๕๔")
    rows = [
        [*row[:2], (400.0, row[3][1]), (470.0, row[2][1]), (496.0, d)] for row, d in zip(BODY, differences, strict=True)
    ]
    assert read_of(scan_of(heads, *rows, sure=1.0)) == FULL


def test_signed_differences_of_typed_rows_are_no_scores() -> None:
    lines = (
        "ลำดับ  ตัวชี้วัด  คะแนน  ค่าเฉลี่ยกลุ่ม  ผลต่าง",
        "1 นโยบาย 60.59 46.98 +13.61",
        "1.1 แผนงาน 58.53 49.20 +9.33",
        "2 บุคลากร 54.16 60.65 -6.49",
    )
    found = score_table([], rows_of([Line(text, 1, n) for n, text in enumerate(lines)]))
    assert read_of(found) == READ


def test_a_head_at_the_left_of_its_wide_column_names_the_numbers_at_its_right() -> None:
    rows = [[(85, f"๑.{n} ตัวชี้วัด"), (263, f"๕{n}.๘๐"), (373, f"๖{n}.๘๐")] for n in range(1, 5)]
    read = scan_of([(119, "ตัวชี้วัดของกลุ่ม"), (212, "ค่าเฉลี่ยจังหวัด"), (320, "คะแนนของหน่วยงาน")], *rows, sure=1.0)
    assert [(i.score, i.group_average) for i in read.indicators][:2] == [(61.8, 51.8), (62.8, 52.8)]


def test_a_head_over_the_names_names_no_numbers() -> None:
    rows = [[(85, f"๑.{n} ชื่อของตัวชี้วัดย่อย"), (263, f"๕{n}.๘๐"), (373, f"๖{n}.๘๐")] for n in range(1, 5)]
    read = scan_of([(119, "กลุ่มตัวชี้วัด"), (255, "กรมสมมุติ"), (360, "ค่าเฉลี่ย")], *rows, sure=1.0)
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


def test_heads_that_ran_together_are_told_apart_where_another_table_stands_above() -> None:
    def line(n: int, x0: float, text: str, x1: float, *pieces: Line) -> Line:
        return Line(text, 1, n, (x0, 100.0 + 18 * n, x1, 112.0 + 18 * n), 11.0, pieces=pieces)

    def row(n: int, code: str, *numbers: str) -> list[Line]:
        return [
            line(n, x, text, x + 25) for x, text in zip((60, 300, 340, 390, 450), (code, *numbers), strict=True) if text
        ]

    heads = [(280.0, "น้ำหนัก"), (330.0, "คะแนน เต็ม"), (380.0, "คะแนน (ร้อยละ)"), (436.0, "ค่าเฉลี่ยกรม")]
    pieces = [line(4, x, text, x + 46) for x, text in heads]
    lines = [
        *row(0, "ปี", "", "คะแนนรวม", "", "ค่าเฉลี่ย"),
        *(cell for n in (1, 2, 3) for cell in row(n, f"256{n}", "", "60.10", "", "50.10")),
        line(4, 60, "ที่", 75), line(4, 280, " ".join(text for _, text in heads), 482, *pieces),
        *(cell for n in range(5, 9) for cell in row(n, f"1.{n - 4} นโยบาย", "15", "100", f"{n}1.10", "51.10")),
    ]  # fmt: skip
    assert read_of(score_table([], rows_of(lines), own=True))[:2] == [("1.1", 51.1, 51.1), ("1.2", 61.1, 51.1)]


BEHIND = (
    ("ตัวชี้วัด", "รหัส", "คะแนน", "ค่าเฉลี่ยกรม"),
    ("นโยบาย", "1", "60.10", "50.10"), ("แผน", "1.1.", "61.10", "51.10"), ("แนวทาง", "1.2.", "62.10", "52.10"),
    ("บุคลากร", "2", "63.10", "53.10"), ("ทักษะ", "2.1.", "64.10", "54.10"),
)  # fmt: skip


def test_in_a_column_of_codes_behind_the_names_a_whole_number_is_a_code_too() -> None:
    found = score_table([Table(1, BEHIND)], [])
    assert [(i.code, i.name) for i in found.indicators] == [(code.rstrip("."), name) for name, code, *_ in BEHIND[1:]]


def test_a_weight_behind_the_names_is_no_code() -> None:
    weighed = [(f"{code} {name}", "15", *marks) for name, code, *marks in BEHIND[1:]]
    found = score_table([Table(1, (("ตัวชี้วัด", "น้ำหนัก", "คะแนน", "ค่าเฉลี่ยกรม"), *weighed))], [])
    assert [i.code for i in found.indicators] == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_column_headed_by_its_year_alone_is_of_marks_beside_those_of_another_year() -> None:
    body = [(f"1.{n}", "แผน", f"6{n}.10", f"5{n}.10") for n in range(1, 4)]
    found = score_table([Table(1, (("รหัส", "หัวข้อ", "ปี 2562", "คะแนนปี 2561"), *body))], [], 2562)
    assert found.named
    assert [i.score for i in found.indicators] == [61.1, 62.1, 63.1]


def test_heads_stand_above_the_lines_of_a_tall_name_around_its_number() -> None:
    lines = [[(400.0, "คะแนน"), (470.0, "ค่าเฉลี่ยกรม")]]
    for n in (1, 2, 3):
        lines += [[(138.0, "การจัดทำ")], [(138.0, "แผนของ")], [(138.0, "หน่วยงาน")], [(138.0, "ตามกรอบ")]]
        lines += [[(100.0, f"2.{n})"), (400.0, f"6{n}"), (470.0, f"5{n}")], [(138.0, "การพัฒนา")], [(138.0, "ทั้งหมด")]]
    found = scan_of(*lines, sure=1.0)
    assert read_of(found) == [("2.1", 61.0, 51.0), ("2.2", 62.0, 52.0), ("2.3", 63.0, 53.0)]


@pytest.mark.parametrize("shape", ["{} ดีมาก", "{}% (ปานกลาง)", "{} ควรพัฒนา -", "{}"])
def test_a_mark_may_stand_with_the_word_for_its_level(shape: str) -> None:
    body = [(f"{n} 1.{n} แผน", "61", shape.format(f"5{n}")) for n in range(1, 4)]  # the rows are counted too
    found = score_table([Table(1, (("ลำดับ ข้อ รายการ", "คะแนน", "ค่าเฉลี่ยกรม"), *body))], [])
    assert read_of(found) == [("1.1", 61.0, 51.0), ("1.2", 61.0, 52.0), ("1.3", 61.0, 53.0)]


def _around(code: str, *, below: str = "ของหน่วยงาน") -> list[list[tuple[float, str]]]:
    """Return a name of three lines around its weight and its mark."""
    return [[(90.0, f"ตัวชี้วัดย่อยที่ {code} แผนปฏิบัติการดิจิทัล")], [(90.0, "ตามกรอบการพัฒนารัฐบาลดิจิทัล"), (300.0, "4"), (380.0, f"6{code}")],
            [(90.0, below)]]  # fmt: skip


def test_the_code_in_the_line_above_its_numbers_is_theirs() -> None:
    head = [(100.0, "หัวข้อการประเมิน"), (290.0, "น้ำหนัก"), (380.0, "คะแนน")]
    found = scan_of(head, *(row for n in (1, 2, 3, 4) for row in _around(f"1.{n}")), sure=1.0)
    assert read_of(found) == [(f"1.{n}", float(f"61.{n}"), None) for n in (1, 2, 3, 4)]
    assert found.indicators[0].name == "แผนปฏิบัติการดิจิทัลตามกรอบการพัฒนารัฐบาลดิจิทัลของหน่วยงาน"


def test_codes_beside_their_numbers_take_nothing_from_a_coded_line_above() -> None:
    rows = [
        row for n in (1, 2, 3) for row in (_row(f"{n}.1", "แผน", f"6{n}.10", f"5{n}.10"), [(100.0, f"{n}.2 ไม่ประเมิน")])
    ]
    assert read_of(scan_of(HEADS, *rows, sure=1.0)) == [
        (f"{n}.1", float(f"6{n}.1"), float(f"5{n}.1")) for n in (1, 2, 3)
    ]


def test_a_whole_indicators_code_may_stand_in_brackets_behind_its_name_too() -> None:
    body = [
        ("นโยบายและการขับเคลื่อนรัฐบาลดิจิทัล (1)", "60.10"),
        ("แผน (1.1)", "61.10"),
        ("คน (1.2)", "62.10"),
        ("ทักษะ (ตัวชี้วัดที่ 2)", "63.10"),
    ]
    found = score_table([Table(1, (("ตัวชี้วัด", "คะแนน"), *body))], [])
    assert [(i.code, i.name) for i in found.indicators] == [
        ("1", "นโยบายและการขับเคลื่อนรัฐบาลดิจิทัล"), ("1.1", "แผน"), ("1.2", "คน"), ("2", "ทักษะ"),
    ]  # fmt: skip
