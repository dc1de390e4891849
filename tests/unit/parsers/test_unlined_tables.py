"""Tables of scores and of advice without upright lines: columns and records by the room between, as the cells of ruled ones."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from workflow.parsers.fields.score_columns import head_kind
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.fields.unlined_tables import advice_of, tables_of, with_advised_scores
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import Row, rows_of
from workflow.parsers.unlined import is_tabled, level_of, without_tiers

_Cell = tuple[float, float, str]  # left, right, text
_Set = tuple[float, Sequence[_Cell]]  # y of the top, what stands there
HEAD: list[_Cell] = [
    (60, 80, "รหัส"),
    (130, 180, "ตัวชี้วัดย่อย"),
    (250, 280, "คะแนน"),
    (300, 340, "ค่าเฉลี่ย"),
    (420, 480, "ข้อเสนอแนะ"),
]
TOLD = [
    ("1.1", "แผนปฏิบัติการดิจิทัล", "61.50", "55.25", "ควรทบทวนแผนให้เป็นปัจจุบัน"),
    ("1.2", "งบประมาณด้านดิจิทัล", "72.00", "58.50", "-"),
    ("2.1", "ข้อมูลเปิดภาครัฐ", "48.75", "60.00", "ควรเปิดเผยชุดข้อมูลเพิ่มทุกปี"),
    ("2.2", "บัญชีข้อมูล", "90.00", "70.25", "ควรจัดทำบัญชีข้อมูลให้ครบถ้วน"),
]


def _rows(placed: Sequence[_Set], page: int = 1) -> list[Row]:
    lines = [
        Line(text, page, n, (x0, top, x1, top + 14), 14.0)
        for n, (top, cells) in enumerate(sorted(placed, key=lambda one: one[0]))
        for x0, x1, text in cells
    ]
    return rows_of(lines)


def _centred(names: float = 100.0, step: float = 60.0) -> list[_Set]:
    """Return records of three lines, the numbers beside their middle, more room between records than between lines."""
    placed: list[_Set] = [(60, HEAD)]
    for n, (code, name, score, average, advice) in enumerate(TOLD):
        top = 90 + step * n
        placed += [(top, [(390, 520, advice[:6])]), (top + 34, [(390, 470, "และติดตามผล")])]
        middle: list[_Cell] = [(62, 78, code), (255, 278, score), (305, 328, average), (390, 500, advice[6:] or "ไป")]
        placed.append((top + 17, middle))
        placed += [(top + 8.5, [(names, names + 100, name)]), (top + 25.5, [(names, names + 60, "(Digital)")])]
    return placed


def _close(*, parts: bool = False) -> list[_Set]:
    """Return rows at one distance, all cells of a record beginning at one height."""
    placed: list[_Set] = [(60, HEAD)]
    top = 77.0
    for n, (code, name, score, average, advice) in enumerate(TOLD):
        if parts and n % 2 == 0:
            placed.append((top, [(60, 150, f"ด้านที่ {n // 2 + 1} ชื่อด้าน")]))
            top += 17
        first: list[_Cell] = [
            (62, 78, code),
            (100, 220, name),
            (255, 278, score),
            (305, 328, average),
            (390, 520, advice),
        ]
        placed += [(top, first), (top + 17, [(390, 470, "และติดตามผล")])]
        top += 34
    return placed


@pytest.mark.parametrize(
    "placed", [_centred(), _close(), _close(parts=True)], ids=["by room", "by numbers", "with parts"]
)
def test_scores_and_advice_beside_them_are_cells(placed: Sequence[_Set]) -> None:
    (table,) = tables_of(_rows(placed))
    assert table.rows[0] == ("รหัส", "ตัวชี้วัดย่อย", "คะแนน", "ค่าเฉลี่ย", "ข้อเสนอแนะ")
    records = [row for row in table.rows[1:] if row[2]]
    assert [(row[0], *row[2:4]) for row in records] == [(code, score, mean) for code, _, score, mean, _ in TOLD]
    assert all(row[1].startswith(name) for row, (_, name, *_) in zip(records, TOLD, strict=True))
    assert all(row[4].endswith("และติดตามผล") for row in records)


def test_the_name_of_a_part_is_a_row_of_its_own() -> None:
    (table,) = tables_of(_rows(_close(parts=True)))
    assert [row[0] for row in table.rows[1:] if not row[2]] == ["ด้านที่ 1 ชื่อด้าน", "ด้านที่ 2 ชื่อด้าน"]


def test_names_of_parts_beside_their_records_stand_in_the_first_of_them() -> None:
    wide = [(top, [(x0 + 60, x1 + 60, text) for x0, x1, text in cells]) for top, cells in _centred()]
    head = (60.0, [(50.0, 90.0, "ด้าน")])
    beside = [
        (130.0, [(40.0, 110.0, "1. แผนและ")]),
        (146.0, [(40.0, 110.0, "งบประมาณ")]),
        (253.0, [(40.0, 110.0, "2. ข้อมูล")]),
    ]
    rows = _rows([(wide[0][0], [*head[1], *wide[0][1]]), *wide[1:], *beside])
    (table,) = tables_of(rows)
    assert [row[0] for row in table.rows[1:]] == ["1. แผนและงบประมาณ", "", "2. ข้อมูล", ""]


def test_a_number_that_runs_into_the_advice_is_parted_from_it() -> None:
    placed = _close()
    for n, (top, cells) in enumerate(placed):
        if len(cells) == 5 and cells[0][2] == "1.1":
            placed[n] = top, [*cells[:3], (305, 520, f"{cells[3][2]} 1) {cells[4][2]}")]
    (table,) = tables_of(_rows(placed))
    assert table.rows[1][3] == "55.25"
    assert table.rows[1][4].startswith("1) ควรทบทวน")


def test_a_second_point_set_apart_goes_with_its_advice() -> None:
    placed = [*_centred(step=80), (90 + 34 + 24, [(390, 520, "2) ควรประเมินผลซ้ำ")])]
    (table,) = tables_of(_rows(placed))
    assert table.rows[1][4].endswith("2) ควรประเมินผลซ้ำ")
    assert [row[0] for row in table.rows[1:]] == [code for code, *_ in TOLD]


def test_a_table_ends_where_another_begins_and_at_its_total() -> None:
    last = max(top for top, _ in _close()) + 17
    total: _Set = (last, [(180, 220, "รวม"), (255, 278, "68.06"), (305, 328, "61.00")])
    legend: list[_Set] = [
        (last + 30, [(60, 140, "เกณฑ์การแปลผล")]),
        (last + 50, [(90, 120, "ระดับ"), (250, 300, "ช่วงคะแนน")]),  # whose marks are no codes
        (last + 70, [(62, 90, "ดีมาก"), (255, 330, "80.00 - 100.00")]),
    ]
    (table,) = tables_of(_rows([*_close(), total, *legend]))
    assert table.rows[-1][2:4] == ("68.06", "61.00")


def test_a_record_torn_by_the_edge_of_the_page_goes_on_under_the_next_head() -> None:
    torn = [(60.0, HEAD), (77.0, [(390.0, 470.0, "และรายงานผล")]), (94.0, [(62.0, 78.0, "3.1"), *_close()[1][1][1:]])]
    tables = tables_of([*_rows(_close()), *_rows(torn, page=2)])
    assert [table.page for table in tables] == [1, 2]
    assert tables[1].rows[1] == ("", "", "", "", "และรายงานผล")


def test_codes_and_advice_alone_are_cells_under_their_parts() -> None:
    placed: list[_Set] = [(60, [(70, 110, "ตัวชี้วัดที่"), (300, 360, "ข้อเสนอแนะ")]), (85, [(60, 190, "1. แผนและงบประมาณ")])]
    for n, (code, *_, advice) in enumerate(TOLD):
        first: list[_Cell] = [(80, 100, f"({code})"), (150, 500, advice)]
        placed += [(110 + 45 * n, first), (127 + 45 * n, [(150, 300, "และติดตามผล")])]
    (table,) = advice_of(_rows(placed))
    assert table.rows[1] == ("1. แผนและงบประมาณ", "")
    assert [row[0] for row in table.rows[2:]] == [f"({code})" for code, *_ in TOLD]


def test_names_behind_their_codes_begin_records_of_advice() -> None:
    placed: list[_Set] = [(60, [(90, 150, "ตัวชี้วัดย่อย"), (350, 410, "ข้อเสนอแนะ")])]
    for n, (code, name, *_, advice) in enumerate(TOLD):
        placed += [(85 + 60 * n, [(60, 220, f"ตัวชี้วัดย่อย {code} {name}"), (260, 520, advice)])]
        placed += [(102 + 60 * n, [(60, 120, "(Digital)"), (260, 400, "และติดตามผล")])]
    (table,) = advice_of(_rows(placed))
    assert [row[0] for row in table.rows[1:]] == [f"ตัวชี้วัดย่อย {code} {name} (Digital)" for code, name, *_ in TOLD]


def test_no_cells_are_seen_in_the_text_of_a_letter() -> None:
    text: list[_Set] = [
        (60, [(60, 180, "ที่ สพร 2568/ว 101"), (320, 500, "สำนักงานพัฒนารัฐบาลดิจิทัล")]),
        (80, [(320, 420, "กรุงเทพฯ 10400")]),
        *[(110 + 20 * n, [(60, 520, f"กรมได้คะแนน 61.5{n} ค่าเฉลี่ย 55.25 และมีข้อเสนอแนะแนบท้าย")]) for n in range(12)],
    ]
    rows = _rows(text)
    assert tables_of(rows) == []
    assert advice_of(rows) == []
    assert not is_tabled(rows)


def test_the_rows_of_a_scan_a_little_askew_are_the_cells_of_the_same_table() -> None:
    def moved(line: Line, n: int) -> Line:
        x0, y0, x1, y1 = line.box or (0.0, 0.0, 0.0, 0.0)
        return replace(line, box=(x0 + n % 3, y0 + x0 / 400, x1 + n % 3, y1 + x0 / 400), confidence=0.97)

    lines = [part for row in _rows(_close()) for part in row.parts]
    rows = rows_of([moved(line, n) for n, line in enumerate(lines)])
    assert [table.rows for table in tables_of(rows)] == [table.rows for table in tables_of(_rows(_close()))]


def test_shaded_rows_are_a_piece_of_the_table_and_no_other_one() -> None:
    rows = _rows(_close())
    shaded = Table(1, (tuple(TOLD[1]),))
    other = Table(1, (("ปี", "คะแนน"), ("2565", "60.10")))
    assert with_advised_scores([shaded, other], rows) == (*tables_of(rows), other)


def test_a_ruled_table_of_advice_is_taken_as_it_is() -> None:
    ruled = Table(1, (("รหัส", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"), ("1.1", "แผน", "ควรทบทวน")))
    assert with_advised_scores([ruled], _rows(_close())) == (ruled,)


def test_names_around_their_numbers_are_whole_in_a_table_of_scores() -> None:
    scores = [(top, [cell for cell in cells if cell[0] < 380]) for top, cells in _centred()]
    found = score_table((), _rows([one for one in scores if one[1]]), own=True)
    assert [(row.code, row.name) for row in found.indicators] == [
        (code, f"{name} (Digital)") for code, name, *_ in TOLD
    ]


@pytest.mark.parametrize("behind", [")", "."])
def test_a_code_with_a_bracket_or_a_full_stop_behind_the_name_is_no_mark(behind: str) -> None:
    head = ("ตัวชี้วัด", "รหัส", "คะแนน", "ค่าเฉลี่ยประเทศ")
    rows = [
        (name, f"{code}{behind}", f"{float(score):.0f}%", f"{float(mean):.0f}%") for code, name, score, mean, _ in TOLD
    ]
    found = score_table([Table(1, (head, *rows))], [], own=True)
    assert [(row.code, row.name) for row in found.indicators] == [(code, name) for code, name, *_ in TOLD]


def test_whole_marks_of_a_part_above_the_first_code_are_no_words_of_a_head() -> None:
    head = ("ตัวชี้วัด", "ข้อ", "กสม.", "คะแนนเฉลี่ยระดับกรม")
    rows = [(name, code, score[:2], mean[:2]) for code, name, score, mean, _ in TOLD]
    found = score_table([Table(1, (head, ("ชื่อด้าน", "1", "25", "47"), *rows))], [], own=True)
    assert [(row.code, row.score, row.group_average) for row in found.indicators][:2] == [
        ("1", 25, 47),
        ("1.1", 61, 55),
    ]


def test_the_whole_of_a_group_is_an_average_and_that_of_the_office_its_score() -> None:
    assert head_kind("ผลการประเมิน ภาพรวมระดับกรม") == "average"
    assert head_kind("ผลการประเมิน ภาพรวมของกรม") == "score"
    assert head_kind("ภาพรวมระดับ กรม") == "average"  # a narrow head breaks within it


def test_what_stands_over_other_columns_than_the_first_is_no_title() -> None:
    tiers: list[_Set] = [(30, [(250, 340, "ผลการสำรวจ")]), (44, [(270, 320, "(ร้อยละ)")])]
    title: _Set = (10, [(60, 400, "ตารางผลการสำรวจ")])
    rows = _rows([title, *tiers, (60, HEAD)])
    assert [row.text for row in without_tiers(rows)] == ["ตารางผลการสำรวจ", "  ".join(text for *_, text in HEAD)]


def test_a_page_of_columns_with_numbers_is_a_table() -> None:
    assert is_tabled(_rows(_centred()))


def _over_two_pages(rest: list[_Set]) -> list[Row]:
    heads: list[_Cell] = [(90, 150, "ตัวชี้วัดย่อย"), (350, 410, "ข้อเสนอแนะ")]
    placed: list[_Set] = [(60, heads)]
    for n, (code, name, *_, advice) in enumerate(TOLD):
        placed += [(85 + 60 * n, [(60, 220, f"ตัวชี้วัดย่อย {code} {name}"), (260, 520, advice)])]
        placed += [(102 + 60 * n, [(60, 120, "(Digital)"), (260, 400, "และติดตามผล")])]
    return [*_rows(placed), *_rows([(60, heads), *rest], page=2)]


def test_the_last_record_goes_on_at_the_head_of_the_next_page_with_name_and_advice() -> None:
    rest: list[_Set] = [(85, [(60, 140, "ของหน่วยงาน"), (260, 500, "ทุกไตรมาส")]), (102, [(60, 120, "ภาครัฐ")])]
    first, second = advice_of(_over_two_pages(rest))
    assert len(first.rows) == len(TOLD) + 1
    assert second.rows[1:] == (("ของหน่วยงานภาครัฐ", "ทุกไตรมาส"),)


def test_a_name_alone_at_the_head_of_the_next_page_is_no_rest_of_a_record() -> None:
    (table,) = advice_of(_over_two_pages([(85, [(60, 140, "หมายเหตุ")])]))
    assert len(table.rows) == len(TOLD) + 1


def test_narrow_heads_that_run_together_and_a_label_over_the_last_name_their_columns() -> None:
    heads: list[_Cell] = [(60, 80, "รหัส"), (130, 180, "ตัวชี้วัดย่อย"), (420, 480, "ข้อเสนอแนะ")]
    pieces = tuple(
        Line(text, 1, 0, (x0, 60, x1, 74), 14.0) for x0, x1, text in [(240, 270, "น้ำหนัก"), (290, 330, "คะแนนที่ได้")]
    )
    joined = Line("น้ำหนัก คะแนนที่ได้", 1, 0, (240, 60, 330, 74), 14.0, pieces=pieces)
    (head,) = rows_of([joined, *(Line(text, 1, 0, (x0, 60, x1, 74), 14.0) for x0, x1, text in heads)])
    (label,) = _rows([(42, [(440, 520, "สิ่งที่ส่งมาด้วย")])])
    (table,) = tables_of([label, head, *_rows(_close()[1:])])
    assert table.rows[0] == ("รหัส", "ตัวชี้วัดย่อย", "น้ำหนัก", "คะแนนที่ได้", "ข้อเสนอแนะ")
    assert [row[0] for row in table.rows[1:]] == [code for code, *_ in TOLD]


def test_marks_of_several_years_beside_advice_are_a_table_and_a_difference_run_into_it_is_apart() -> None:
    years: list[_Cell] = [(60, 80, "รหัส"), (130, 180, "ตัวชี้วัดย่อย"), (250, 280, "ปี 2566"), (300, 340, "ปี 2567")]
    placed: list[_Set] = [(60, [*years, (345, 370, "ผลต่าง"), (420, 480, "ข้อเสนอแนะ")])]
    for n, (code, name, score, average, _) in enumerate(TOLD):
        last: _Cell = (345, 510, f"+1.2{n} ควรทบทวนงานข้อ {code} ให้ครบทุกหน่วย")
        placed += [(85 + 40 * n, [(62, 78, code), (130, 230, name), (255, 278, score), (305, 328, average), last])]
        placed += [(102 + 40 * n, [(390, 470, "และติดตามผล")])]
    (table,) = tables_of(_rows(placed))
    assert [row[-2] for row in table.rows[1:]] == [f"+1.2{n}" for n in range(len(TOLD))]
    assert table.rows[1][-1] == "ควรทบทวนงานข้อ 1.1 ให้ครบทุกหน่วยและติดตามผล"


def test_names_of_parts_of_several_lines_are_beside_where_their_lines_stand_between_others() -> None:
    placed: list[_Set] = [(60, [(20, 50, "ด้าน"), *HEAD])]
    for n, (code, name, score, average, advice) in enumerate(TOLD):
        top = 90 + 68 * n
        first: list[_Cell] = [
            (62, 78, code),
            (100, 200, name),
            (255, 278, score),
            (305, 328, average),
            (390, 500, advice),
        ]
        placed += [(top, first), *((top + 17 * k, [(390, 470, "และติดตามผล")]) for k in (1, 2, 3))]
    for part, top in (("1", 128), ("2", 264)):
        placed += [(top + 17 * k, [(20, 55, word)]) for k, word in enumerate((f"{part} แผน", "และ", "ข้อมูล"))]
    (table,) = tables_of(_rows(placed))
    assert [row[1] for row in table.rows[1:]] == [code for code, *_ in TOLD]
    assert [row[0] for row in table.rows[1:] if row[0]] == ["1 แผนและข้อมูล", "2 แผนและข้อมูล"]


def test_lines_of_uneven_height_are_no_records_of_their_own() -> None:
    heads: list[_Cell] = [(60, 75, "ที่"), (120, 180, "ตัวชี้วัด"), (350, 410, "แนวทางการพัฒนา")]
    placed: list[_Set] = [(60, heads)]
    for n, (code, name, *_, advice) in enumerate(TOLD):
        top, step = 85 + 40 * n, 12 if n == 1 else 17
        placed += [(top, [(62, 68, str(n + 1)), (90, 250, f"ตัวชี้วัดย่อย {code} {name}"), (270, 520, advice)])]
        placed += [(top + step, [(90, 160, "ของหน่วยงาน"), (270, 400, "และติดตามผล")])]
    (table,) = advice_of(_rows(placed))
    assert [row[1] for row in table.rows[1:]] == [f"ตัวชี้วัดย่อย {code} {name}ของหน่วยงาน" for code, name, *_ in TOLD]


def test_a_code_that_runs_into_its_name_is_set_in_its_own_column() -> None:
    (row,) = _rows([(60, [(62, 222, "6.3 เทคโนโลยีด้านความมั่นคง"), (255, 278, "75")])])
    level = level_of(row, [(60, 82), (86, 240), (250, 280)])
    assert [level.text(n) for n in range(3)] == ["6.3", "เทคโนโลยีด้านความมั่นคง", "75"]
    assert level_of(row, [(60, 240), (250, 280)]).text(0) == "6.3 เทคโนโลยีด้านความมั่นคง"


def test_scored_parts_over_codes_and_names_leave_these_their_columns() -> None:
    placed: list[_Set] = [(60, [cell for cell in HEAD if cell[0] < 380])]
    for n in range(8):
        code, top = f"{n // 4 + 1}.{n % 4 + 1}", 90 + 60 * n + 30 * (n // 4)
        if n % 4 == 0:
            placed.append((top, [(45, 170, f"Pillar {code[0]} ด้านสมมุติ"), (255, 278, "50.00"), (305, 328, "51.00")]))
        placed += [(top + 30, [(100, 180, f"งานสมมุติ{'กขคงจฉชซ'[n]}")]), (top + 47, [(100, 160, "(Digital)")])]
        placed.append((top + 38.5, [(62, 78, code), (255, 278, f"6{n}.50"), (305, 328, f"5{n}.25")]))
    found = score_table((), _rows(placed), own=True).indicators
    named = [(row.code, row.name) for row in found if "." in row.code]
    assert named == [(f"{n // 4 + 1}.{n % 4 + 1}", f"งานสมมุติ{'กขคงจฉชซ'[n]} (Digital)") for n in range(8)]
    assert [row.name for row in found if "." not in row.code] == ["ด้านสมมุติ", "ด้านสมมุติ"]


def test_names_of_groups_beside_indicators_of_several_parts_stand_over_the_rows_around_their_middle() -> None:
    head: list[_Cell] = [(60, 85, "กลุ่ม"), (110, 130, "รหัส"), (150, 200, "ตัวชี้วัดย่อย"), (300, 380, "ข้อเสนอแนะ")]
    coded = ("2.1", "3.1", "4.2", "1.2", "2.3", "4.1", "1.1", "2.2")
    placed: list[_Set] = [(60, head)]
    for n, code in enumerate(coded):
        placed.append((90 + 40 * n, [(110, 124, code), (150, 240, f"ชื่อสมมุติที่ {n}"), (300, 520, "ควรทบทวนงานของหน่วย")]))
        placed.append((105 + 40 * n, [(300, 400, "ให้ครบทุกแห่ง")]))
    placed += [(137.5, [(60, 100, "กลุ่มหนึ่ง")]), (257.5, [(60, 100, "กลุ่มสอง")]), (357.5, [(60, 100, "กลุ่มสาม")])]
    (table,) = advice_of(_rows(placed))
    assert [row[0] for row in table.rows[1:]] == ["กลุ่มหนึ่ง", "", "", "กลุ่มสอง", "", "", "กลุ่มสาม", ""]
