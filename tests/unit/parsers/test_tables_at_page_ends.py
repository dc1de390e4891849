"""Tables whose sides, titles and last rows a page break leaves open or few."""

import pytest

from workflow.parsers.binding.sheet import sheet_of
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.grids import Rule, tables_and_strips
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.rows import rows_of

TOP, LEVELS = 60.0, (60.0, 80.0, 100.0)
DOWN = (50.0, 150.0, 250.0)


def _cells(across: list[Rule], down: list[Rule]) -> list[tuple[int, int]]:
    return [(len(grid), len(grid[0])) for grid in tables_and_strips(across, down)[0]]


@pytest.mark.parametrize("part", [[], [Rule(130.0, 150, 250)]])
def test_a_row_torn_at_the_foot_of_the_page_is_closed_where_its_sides_end(part: list[Rule]) -> None:
    levels = [Rule(y, 50, 250) for y in LEVELS]
    assert _cells([*levels, *part], [Rule(x, TOP, 130) for x in DOWN]) == [(3, 2)]


def test_a_row_torn_at_the_head_of_the_page_is_closed_where_its_sides_begin() -> None:
    assert _cells([Rule(y, 50, 250) for y in LEVELS], [Rule(x, 30, 100) for x in DOWN]) == [(3, 2)]


def test_lines_that_hang_from_one_line_close_nothing() -> None:
    assert _cells([Rule(60.0, 50, 250)], [Rule(x, TOP, 130) for x in DOWN]) == []
    assert _cells([Rule(60.0, 50, 250), Rule(80.0, 50, 250)], [Rule(x, TOP, 130) for x in DOWN]) == []


@pytest.mark.parametrize(("label", "opens"), [("สิ่งที่ส่งมาด้วย", "table"), ("ผลการสำรวจของกรมสมมุติ", None)])
def test_a_page_of_small_print_under_an_enclosures_label_opens_a_table_however_many_rows(
    label: str, opens: str | None
) -> None:
    cells = [("ข้อ", "ตัวชี้วัดย่อย", "คะแนน"), *((f"1.{n}", f"งานสมมุติ{n}", f"{n}.50") for n in range(1, 67))]
    lines = [Line(label, 1, 0, (400.0, 20.0, 500.0, 30.0), 9.0)]
    lines += [
        Line(text, 1, n, (x, 30.0 + 11 * n, x + 40, 40.0 + 11 * n), 9.0)
        for n, row in enumerate(cells, 1)
        for x, text in zip((60.0, 120.0, 400.0), row, strict=True)
    ]
    assert sheet_of(Page(1, tuple(lines), 595.0, 842.0, (Table(1, tuple(cells)),))).opens == opens


def test_the_few_rows_of_a_list_on_its_last_page_begin_paragraphs_as_those_before() -> None:
    told = (
        (99, 500, "๑.๑ แผนสมมุติตามกรอบการพัฒนาของหน่วยงาน (Plan)"), (114, 544, "ควรทบทวนแผนของหน่วยงานให้เป็นปัจจุบันและรายงานผลต่อผู้บริหารทุกไตรมาส"),
        (71, 300, "ภายในปีงบประมาณถัดไป"), (99, 500, "๑.๒ ข้อมูลสมมุติตามกรอบการพัฒนาของหน่วยงาน (Data)"), (114, 400, "ควรเปิดเผยข้อมูล"),
    )  # fmt: skip
    last = ((99, 544, "๑.๓ บริการสมมุติตามกรอบการพัฒนาของหน่วยงาน (Trusted"), (99, 160, "Service)"),
            (114, 461, "พิจารณานำเครื่องมือกลางมาใช้สนับสนุนบริการ"))  # fmt: skip
    lines = [
        Line(text, page, n, (float(x0), 60.0 + 20 * n, float(x1), 74.0 + 20 * n), 14.0)
        for page, rows in ((1, told), (2, last))
        for n, (x0, x1, text) in enumerate(rows)
    ]
    given = recommendations_of(rows_of(lines)).given
    assert [one.code for one in given] == ["1.1", "1.2", "1.3"]
    assert given[2].text == "พิจารณานำเครื่องมือกลางมาใช้สนับสนุนบริการ"


@pytest.mark.parametrize("above", [(), ("ตารางผลการสำรวจ ปี 2567",)])
def test_words_of_an_advice_below_the_heads_of_columns_are_no_title(above: tuple[str, ...]) -> None:
    told = [(f"งานสมมุติ (3.{n})", f"7{n}.5", f"5{n}.4", "ควรรายงานผลต่อผู้บริหาร") for n in range(1, 6)]
    cells = [*((text,) for text in above), ("ตัวชี้วัด", "คะแนน", "ค่าเฉลี่ย", "ข้อเสนอแนะ"), *told]
    lines = [
        Line(text, 1, n, (x, 60.0 + 40 * n, x + 5 * len(text), 74.0 + 40 * n), 14.0)
        for n, row in enumerate(cells)
        for x, text in zip((60.0, 240.0, 300.0, 380.0), row, strict=False)
    ]
    lines += [Line("ทุกไตรมาส", 1, n, (380.0, 77.0 + 40 * n, 440.0, 91.0 + 40 * n), 14.0) for n in range(1, len(cells))]
    assert sheet_of(Page(1, tuple(lines), 595.0, 842.0)).sure == bool(above)


@pytest.mark.parametrize(("page", "first", "opens"), [(3, "2566", None), (3, "งานที่ 1", "table"), (1, "2566", "table")])
def test_a_comparison_of_years_alone_on_a_page_goes_on_with_the_scores_before(
    page: int, first: str, opens: str | None
) -> None:
    cells = [("ปี", "คะแนนรวม", "ค่าเฉลี่ย"), (first, "54.6", "58.0"), ("2567", "59.9", "61.0")]
    lines = [Line("ผลคะแนนรวมของกรมสมมุติ เปรียบเทียบกับปีที่ผ่านมา", page, 0, (60.0, 60.0, 360.0, 74.0), 14.0)]
    lines += [
        Line(text, page, n, (x, 60.0 + 24 * n, x + 40, 74.0 + 24 * n), 14.0)
        for n, row in enumerate(cells, 1)
        for x, text in zip((60.0, 220.0, 380.0), row, strict=True)
    ]
    assert sheet_of(Page(page, tuple(lines), 595.0, 842.0, (Table(page, tuple(cells)),))).opens == opens
