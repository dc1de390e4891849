"""A round's scores out of a workbook: what the template gives comes back; a mistake keeps nothing and names its cell."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.integration.services.police import DAY, police_desk
from workflow.bootstrap import read_workbook
from workflow.core.org_tables import Sheet, Workbook
from workflow.services.compare_rounds import compare_rounds
from workflow.services.desk import Desk
from workflow.services.import_scores import COLUMNS, ScoresImported, import_scores
from workflow.services.keep_round import Keeping
from workflow.services.promises import board
from workflow.templates.score_workbook import score_workbook

HEADINGS = ("หน่วย", "รหัส", "ตัวชี้วัด", "คะแนน", "ข้อเสนอแนะ")
TOTAL = ("ตร.", "", "คะแนนรวม", "๕๕.๕๔", "")


@pytest.fixture
def desk(database_url: str, tmp_path: Path) -> Desk:
    return police_desk(database_url, tmp_path)


def imported(
    desk: Desk, *rows: Sequence[str], headings: Sequence[str] = HEADINGS, formulas: tuple[tuple[int, int], ...] = ()
) -> ScoresImported:
    sheet = Sheet("คะแนน", (tuple(headings), *map(tuple, rows)), formulas)
    return import_scores(desk, lambda _: Workbook((sheet,)), Path("ผล.xlsx"), Keeping("police", 2562, "ตาราง", DAY.at))


def told(done: ScoresImported) -> list[tuple[int, str]]:
    return [(error.row, error.column) for error in done.errors]


def test_the_template_filled_in_is_kept_as_a_round(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "ผล.xlsx"
    file.write_bytes(score_workbook(tuple(COLUMNS)))
    book = load_workbook(file)
    book.worksheets[0].append(["ตร.", "", "คะแนนรวม", "55.54", "64.60"])
    book.worksheets[0].append(["ตร.", "2.10", "ตัวอย่าง", None, None, "", "ควรทำ"])
    book.save(file)
    done = import_scores(desk, read_workbook, file, Keeping("police", 2562, "ตาราง", DAY.at))
    assert done.kept and (done.kept.scores, done.kept.advices) == (1, 1)
    assert [line.code for line in board(desk, "police", 2562, today=DAY.on)] == ["2.10"]


def test_thai_digits_are_read_and_an_empty_code_is_the_total(desk: Desk) -> None:
    assert not imported(desk, TOTAL).errors
    assert [line.scores[2562].score for line in compare_rounds(desk, "police").lines] == [55.54]


def test_every_mistake_names_its_row_and_column_and_nothing_is_kept(desk: Desk) -> None:
    done = imported(
        desk, TOTAL, ("ไม่มี", "1", "", "5", ""), ("ตร.", "2", "", "ห้า", ""), ("ตร.", "3", "", "101", ""), TOTAL
    )
    assert told(done) == [(3, "หน่วย"), (4, "คะแนน"), (4, "คะแนน"), (5, "คะแนน"), (6, "รหัส")]
    assert compare_rounds(desk, "police").years == ()


@pytest.mark.parametrize("figure", ["nan", "inf", "-1", "1e3"])
def test_a_figure_that_is_no_percentage_is_refused(desk: Desk, figure: str) -> None:
    assert told(imported(desk, ("ตร.", "1", "", figure, "คำแนะนำ"))) == [(2, "คะแนน")]


def test_a_formula_and_an_unknown_heading_are_refused_before_any_row(desk: Desk) -> None:
    done = imported(desk, ("x",), headings=("ห", *HEADINGS[1:]), formulas=((2, 4),))
    assert told(done) == [(1, "ห"), (1, "หน่วย"), (2, "คะแนน")]


def test_a_workbook_without_rows_says_where_a_template_is(desk: Desk) -> None:
    done = import_scores(desk, lambda _: Workbook(()), Path("ผล.xlsx"), Keeping("police", 2562, "ตาราง", DAY.at))
    assert "rounds template" in done.errors[0].next_step
