"""Heads of a score table that stand on more lines than those beside them, or tell nothing of their column."""

from collections.abc import Sequence

from tests.unit.parsers.test_score_columns import BODY, FULL, HEADS, read_of, scan_of
from workflow.core.reading import Instrument
from workflow.parsers.binding.sheet import Sheet
from workflow.parsers.bundle import Paper
from workflow.parsers.draft import Draft
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import rows_of
from workflow.parsers.score_facts import add_scores

Runs = Sequence[tuple[float, str]]
CELLS = (("ตัวชี้วัดย่อย", "คะแนน", "ค่าเฉลี่ย"), ("แผนสมมุติขององค์กร", "๗๒.๓๕", "๖๕.๑๐"), ("บริการสมมุติเคลื่อนที่", "๖๖.๘๐", "๖๑.๔๕"),
         ("ความเสี่ยงสมมุติ", "๓๗.๑๕", "๔๙.๙๐"))  # fmt: skip


def scan(sure: float) -> Draft:
    """A scan's enclosure: names on two lines, so that no row holds a name and its numbers, and the cells that ruling lines make."""
    lines = []
    for n, (name, *numbers) in enumerate(CELLS):
        half = len(name) // 2
        runs = [
            (80.0, 0, name[:half]),
            (80.0, 1, name[half:]),
            *((230.0 + 150 * m, 0, t) for m, t in enumerate(numbers)),
        ]
        for x, k, text in runs:
            top = 100.0 + 40 * n + 16 * k
            lines.append(Line(text, 1, 2 * n + k, (x, top, x + 4 * len(text), top + 12), 12.0, confidence=sure))
    table = Table(1, CELLS, tuple((sure, sure, sure) for _ in CELLS))
    draft = Draft(Instrument("table", (1,)), recognised=True)
    add_scores(draft, Paper("table", (Sheet(1, tuple(rows_of(lines)), (), None, None, "table", (table,)),)), (table,))
    return draft


def test_a_scans_cells_tell_the_scores_where_its_rows_do_not() -> None:
    survey = scan(0.99).instrument.survey
    assert survey
    assert [(row.name, row.score, row.group_average) for row in survey.indicators] == [
        ("แผนสมมุติขององค์กร", 72.35, 65.1), ("บริการสมมุติเคลื่อนที่", 66.8, 61.45), ("ความเสี่ยงสมมุติ", 37.15, 49.9)
    ]  # fmt: skip


def test_a_number_in_a_cell_that_was_hardly_read_is_told() -> None:
    doubts = {finding.field for finding in scan(0.8).findings}
    assert {"survey.indicators[0]", "survey.indicators[2]"} <= doubts
    assert not {field for field in (finding.field for finding in scan(0.99).findings) if field and "[" in field}


def test_a_head_of_two_lines_beside_heads_of_one_names_its_column() -> None:
    upper, lower = [(470.0, "ค่าเฉลี่ย")], [(468.0, "รัฐวิสาหกิจ")]
    found = scan_of(upper, HEADS[:3], lower, *BODY)
    assert read_of(found) == FULL
    assert not found.unnamed


def test_a_title_over_one_column_is_no_head_of_it() -> None:
    title: Runs = [(468.0, "ค่าเฉลี่ย")]
    found = scan_of(title, [*HEADS[:3], (470.0, "ผลปีก่อน")], *BODY)
    assert [row.group_average for row in found.indicators] == [None] * len(FULL)


def test_a_title_of_two_rows_over_the_first_column_is_no_head_of_it() -> None:
    title: Runs = [(192.0, "ผลการสำรวจระดับความพร้อมรัฐบาลดิจิทัล ประจำปี 2567")]
    assert read_of(scan_of(title, [(281.0, "กรมตัวอย่าง")], HEADS, *BODY)) == FULL


def test_a_column_whose_head_tells_nothing_of_it_is_left_open() -> None:
    found = scan_of([*HEADS[:3], (470.0, "รัฐวิสาหกิจ")], *BODY)
    assert [row.score for row in found.indicators] == [score for _, score, _ in FULL]
    assert found.unnamed


def test_a_column_of_another_year_is_none_to_ask_about() -> None:
    assert not scan_of([*HEADS[:3], (470.0, "ปี ๒๕๖๖")], *BODY).unnamed
