"""The number of a part is no score, and all parts together are none; a right-aligned label begins no sentence."""

import pytest

from workflow.core.reading import Count, Instrument, Recommendation
from workflow.parsers.binding.among_tables import running
from workflow.parsers.binding.furniture import furniture
from workflow.parsers.binding.sheet import Sheet
from workflow.parsers.bundle import Paper
from workflow.parsers.draft import Draft
from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.survey import survey_of
from workflow.parsers.fields.surveyed import counts
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import rows_of
from workflow.parsers.survey_facts import add_table


@pytest.mark.parametrize("all_parts", ["ทุกตัวชี้วัด", "ทุกด้าน", "ทั้ง 6 ด้าน", "รายตัวชี้วัด"])
def test_a_mean_told_behind_the_score_over_all_parts_is_the_groups(all_parts: str) -> None:
    text = f"โดยมีคะแนนเฉลี่ยรวม{all_parts} 61.80 คะแนน และค่าเฉลี่ยรวมของหน่วยงานระดับกรม 56.41 คะแนน"
    found = scores_of(text, 2562)
    assert (found.score, found.average) == (61.8, 56.41)


def test_the_score_of_one_part_is_still_not_the_wholes() -> None:
    text = "กรมสมมุติได้คะแนนรวม 61.80 คะแนน และด้านที่ 2 ได้คะแนน 40.00 คะแนน ตัวชี้วัด 2.1 ได้คะแนน 35.50 คะแนน"
    assert scores_of(text, 2562).score == 61.8


@pytest.mark.parametrize("part", ["ตัวชี้วัดที่ 1", "ด้านที่ 2", "องค์ประกอบที่ 3", "ตัวชี้วัดย่อยที่ 1.1"])
def test_the_number_of_a_part_below_the_heads_of_columns_is_no_average(part: str) -> None:
    assert scores_of(f"คะแนนที่ได้ ค่าเฉลี่ย {part} แนวนโยบายและหลักปฏิบัติ", 2562).average is None


def _rows(first: tuple[float, float]) -> set[int]:
    spans = [first, (71.0, 543.0), (288.0, 327.0)]
    lines = [Line(f"แถวที่ {n}", 1, n, (x0, 66.0 + 25 * n, x1, 82.0 + 25 * n), 16.0) for n, (x0, x1) in enumerate(spans)]
    return running(rows_of(lines), [False] * 3)


def test_a_label_at_the_right_margin_above_a_title_is_no_sentence_that_wraps() -> None:
    assert _rows((455.0, 544.0)) == set()


def test_an_indented_row_that_fills_the_line_is_one() -> None:
    assert _rows((142.0, 544.0)) == {0, 1}


@pytest.mark.parametrize(("caption", "told"), [("ตารางที่ 1 คะแนนการสำรวจของ", set()), ("ตามตารางที่ 1 กรมได้", {0, 1})])
def test_a_caption_that_wraps_above_its_table_is_no_sentence_that_runs_on(caption: str, told: set[int]) -> None:
    lines = [Line(caption, 1, 0, (71.0, 60.0, 543.0, 76.0), 16.0), Line("กรม", 1, 1, (71.0, 85.0, 200.0, 101.0), 16.0),
             Line("1.1", 1, 2, (71.0, 110.0, 90.0, 126.0), 16.0)]  # fmt: skip
    assert running(rows_of(lines), [False, False, True]) == told


@pytest.mark.parametrize(
    ("title", "told"),
    [("แบบรายงานผลการสำรวจระดับความพร้อมรัฐบาลดิจิทัล ประจำปี", set()), ("กองแผนได้รับผลการสำรวจระดับความพร้อมประจำปี", {0, 1})],
)
def test_the_title_of_a_page_that_wraps_above_its_table_is_no_sentence(title: str, told: set[int]) -> None:
    lines = [Line(title, 1, 0, (71.0, 60.0, 543.0, 76.0), 16.0), Line("2567", 1, 1, (71.0, 85.0, 100.0, 101.0), 16.0),
             Line("1.1", 1, 2, (71.0, 110.0, 90.0, 126.0), 16.0)]  # fmt: skip
    assert running(rows_of(lines), [False, False, True]) == told


@pytest.mark.parametrize("ruled", [True, False])
def test_a_name_in_brackets_in_a_cell_signs_nothing_but_one_below_no_lines_does(*, ruled: bool) -> None:
    texts = ("๓.๑ ความสามารถ ๕๕", "(ประสบการณ์ ผู้ใช้งาน)", "๓.๒ การเข้าถึง ๕๗")
    cells = (("๓.๑ ความสามารถ ๕๕ (ประสบการณ์ ผู้ใช้งาน)",), ("๓.๒ การเข้าถึง ๕๗",))
    rows = rows_of(
        [Line(text, 3, n, (88.0, 66.0 + 25 * n, 225.0, 82.0 + 25 * n), 16.0) for n, text in enumerate(texts)]
    )
    sheet = Sheet(3, tuple(rows), (), None, None, None, (Table(3, cells),) if ruled else ())
    assert sheet.ended is not ruled


@pytest.mark.parametrize(
    ("told", "score", "average"),
    [
        ("กรมได้คะแนนอยู่ที่ร้อยละ 79.84 นับว่าอยู่ในเกณฑ์ดี เมื่อเทียบกับกรมด้วยกันซึ่งมีค่าเฉลี่ยร้อยละ 77.12", 79.84, 77.12),
        ("มีคะแนนร้อยละ 70.10 เพิ่มขึ้นจากร้อยละ 67.90 ในปี 2564 ทว่ายังไม่ถึงค่าเฉลี่ยของทุกกรมซึ่งสูงถึงร้อยละ 71.26", 70.1, 71.26),
        ("มีผู้ตอบคิดเป็นร้อยละ 93.2 และสำหรับกรมตัวอย่าง ผลรวมออกมาที่ร้อยละ 58.76", 58.76, None),
    ],
)
def test_other_words_around_a_score_and_a_mean(told: str, score: float, average: float | None) -> None:
    found = scores_of(told, 2565)
    assert (found.score, found.average) == (score, average)


def test_how_many_each_has_is_no_number_of_all() -> None:
    told = "ส่งแบบไป 532 หน่วยงาน (76 จังหวัด จังหวัดละ 7 หน่วยงาน) ได้รับคืนมา 497 หน่วยงาน คิดเป็นร้อยละ 93.4"
    assert counts(told) == {"total": Count(532, 497, 93.4)}


@pytest.mark.parametrize(("told", "year"), [("ในการสำรวจปี 2566 ได้", 2566), ("ดีกว่าการสำรวจปี 2565 มาก", None)])
def test_the_year_of_the_surveying_is_the_surveys(told: str, year: int | None) -> None:
    found = survey_of("แจ้งผลการสำรวจ", told).survey
    assert (found.year if found else None) == year


@pytest.mark.parametrize(("second", "told"), [(104.0, {0, 1}), (262.0, set()), (73.0, {0, 1}), (88.0, {0, 1})])
def test_a_point_of_a_list_runs_on_where_it_begins_and_a_title_of_two_lines_does_not(
    second: float, told: set[int]
) -> None:
    spans = [(99.0, 540.0), (second, 350.0), (71.0, 200.0)]
    lines = [Line(f"แถวที่ {n}", 1, n, (x0, 66.0 + 25 * n, x1, 82.0 + 25 * n), 16.0) for n, (x0, x1) in enumerate(spans)]
    assert running(rows_of(lines), [False] * 3, hanging=True) == told


@pytest.mark.parametrize(("row", "number"), [(9, None), (10, 57)])
def test_the_last_cell_of_a_row_at_the_foot_is_no_page_number(row: int, number: int | None) -> None:
    above = [Line(f"แถวที่ {n}", 1, n, (60.0, 66.0 + 25 * n, 500.0, 82.0 + 25 * n), 16.0) for n in range(9)]
    last = [
        Line("๑๕ ๖.๒) Cyber", 1, 9, (60.0, 767.0, 175.0, 782.0)),
        Line("๕๗ -", 1, row, (324.0, 767.0, 365.0, 782.0)),
    ]
    assert furniture([*above, *last], 595.0, 842.0).number == number


def test_the_name_of_a_part_in_a_table_of_scores_is_no_advice() -> None:
    total = "ค่าเฉลี่ยรวม 58.39 56.45 ข้อเสนอแนะในการพัฒนา"
    given = [
        ("5.2", "ระบบงาน", "ระบบภายใน", "6 ความมั่นคงปลอดภัย"),
        ("6.3", "ไซเบอร์", "", total),
        ("6.1", "คลาวด์", "ความมั่นคงปลอดภัย", "ควรจัดอบรม"),
    ]
    advice = tuple(Recommendation(code, name, part, None, text, 1) for code, name, part, text in given)
    table = Table(1, (("ตัวชี้วัด", "คะแนน"), ("5.2 ระบบงาน", "44.10"), ("6.1 คลาวด์", "40.10"), ("6.2 ไซเบอร์", "70.10")))
    draft = Draft(Instrument("table", (1,), recommendations=advice))
    add_table(draft, Paper("table", (Sheet(1, (), (), None, None, "table", (table,)),)))
    assert [one.code for one in draft.instrument.recommendations] == ["6.1"]


def test_words_of_a_table_of_advice_are_no_other_advice() -> None:
    texts = ("5.1 ระบบงาน 44.10 ควรทบทวน", "ควรจัดสอบ")
    told = tuple(Recommendation(code, "", None, None, text, 1) for code, text in zip("12", texts, strict=True))
    table = Table(1, (("รหัส", "ตัวชี้วัด", "คะแนน", "ข้อเสนอแนะ"), ("5.1", "ระบบงาน", "44.10", "ควรทบทวน")))
    draft = Draft(Instrument("letter", (1,), recommendations=told))
    add_table(draft, Paper("letter", (Sheet(1, (), (), None, None, "letter", (table,)),)))
    assert [one.code for one in draft.instrument.recommendations] == ["2", "5.1"]


def test_what_the_rows_of_a_table_say_from_cell_to_cell_is_no_other_advice() -> None:
    cells = ("มิติที่ 3 บริการภาครัฐ", "3.1) บริการสมมุติ", "31.5", "ควรประเมินตนเองด้านบริการอย่างน้อยปีละสองครั้งทุกหน่วย")
    placed = (
        ("มิติที่ 3", "3.1) บริการ", "31.5", "ควรประเมินตนเองด้าน"),
        ("บริการภาครัฐ", "สมมุติ", "", "บริการอย่างน้อยปีละ"),
        ("", "", "", "สองครั้งทุกหน่วย"),
    )
    lines = [
        Line(text, 1, n, (x0, 60.0 + 17 * n, x0 + 60, 74.0 + 17 * n), 14.0)
        for n, row in enumerate(placed)
        for x0, text in zip((60.0, 130.0, 220.0, 300.0), row, strict=True)
        if text
    ]
    rows = rows_of(lines)
    table = Table(1, (("มิติ", "ตัวชี้วัด", "คะแนน", "ข้อเสนอแนะ"), cells))
    texts = ("ควรประเมินตนเองด้านบริการภาครัฐ สมมุติ บริการอย่างน้อยปีละ สองครั้งทุกหน่วย", "ควรจัดอบรมบุคลากรของหน่วยงานทุกคนปีละสองครั้ง")
    told = tuple(Recommendation(code, "", None, None, text, 1) for code, text in zip("38", texts, strict=True))
    draft = Draft(Instrument("memo", (1,), recommendations=told))
    add_table(draft, Paper("memo", (Sheet(1, tuple(rows), (), None, None, "memo", (table,)),), rows=tuple(rows)))
    assert [one.code for one in draft.instrument.recommendations] == ["8", "3.1"]


def test_a_row_of_scores_whose_name_goes_on_in_its_numbers_is_no_advice() -> None:
    told = "ควรทบทวนประสบการณ์ของผู้รับบริการให้เป็นปัจจุบันและรายงานผลต่อผู้บริหารทุกไตรมาส"
    given = [("3.3", "Experience 100 63.56% 45.74%", "ผลการประเมิน"), ("4.2", "Data 6 88.55 45.27 ดีมาก", "ควรพัฒนามิติที่ 5"),
             ("4.3", "Geospatial 6 23.33 43.95", told), ("5.1", "Continuity", "ควรซักซ้อม")]  # fmt: skip
    advice = tuple(Recommendation(code, name, None, None, text, 1) for code, name, text in given)
    rows = (
        ("3.3 Experience", "63.56"),
        ("4.2 Data", "88.55"),
        ("4.3 Geospatial", "23.33"),
        ("5.1 Continuity", "50.00"),
    )
    draft = Draft(Instrument("table", (1,), recommendations=advice))
    add_table(draft, Paper("table", (Sheet(1, (), (), None, None, "table", (Table(1, (("ตัวชี้วัด", "คะแนน"), *rows)),)),)))
    assert [one.code for one in draft.instrument.recommendations] == ["4.3", "5.1"]
