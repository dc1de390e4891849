"""Ruling lines and the cells they make; on a page, and without one."""

from collections.abc import Iterable
from pathlib import Path

from tests.unit.parsers.printed import printed
from workflow.parsers.grids import Grid, Rule, tables_and_strips
from workflow.parsers.pdf_file import read_pdf

ACROSS = [Rule(y, 0, 100) for y in (0.0, 20.0, 40.0)]
DOWN = [Rule(x, 0, 40) for x in (0.0, 50.0, 100.0)]


def grids_of(across: Iterable[Rule], down: Iterable[Rule], *, rest: int = 0) -> list[Grid]:
    return tables_and_strips(across, down, rest=rest)[0]


def test_lines_that_cross_make_cells_row_by_row() -> None:
    assert grids_of(ACROSS, DOWN) == [
        [[(0, 0, 50, 20), (50, 0, 100, 20)], [(0, 20, 50, 40), (50, 20, 100, 40)]],
    ]


def test_the_two_edges_of_a_thin_bar_are_one_line_and_pieces_of_a_line_are_joined() -> None:
    bars = [Rule(y + d, x, x + 50) for y in (0.0, 20.0, 40.0) for d in (-0.25, 0.25) for x in (0, 50)]
    assert grids_of(bars, DOWN) == grids_of(ACROSS, DOWN)


def test_a_cell_over_two_columns_leaves_no_cell_behind_it() -> None:
    short = [DOWN[0], Rule(50.0, 20, 40), DOWN[2]]
    assert grids_of(ACROSS, short) == [[[(0, 0, 100, 20), None], [(0, 20, 50, 40), (50, 20, 100, 40)]]]


def test_a_row_that_a_page_tears_right_below_one_that_goes_over_all_columns_is_a_row() -> None:
    across = [Rule(y, 0, 100) for y in (0.0, 20.0, 40.0, 60.0)]
    uprights = [Rule(0.0, 0, 85), *(Rule(50.0, *part) for part in ((0, 20), (40, 85))), Rule(100.0, 0, 85)]
    (grid,) = grids_of(across, uprights)
    assert grid[2:] == [[(0, 40, 50, 60), (50, 40, 100, 60)], [(0, 60, 50, 85), (50, 60, 100, 85)]]


def test_tables_apart_are_two_and_a_single_row_is_none() -> None:
    lower = [Rule(rule.at + 100, rule.start, rule.stop) for rule in ACROSS]
    below = [Rule(rule.at, 100, 140) for rule in DOWN]
    row = [Rule(200.0, 0, 100), Rule(220.0, 0, 100)], [Rule(x, 200, 220) for x in (0.0, 50.0, 100.0)]
    grids = grids_of([*ACROSS, *lower, *row[0]], [*DOWN, *below, *row[1]])
    assert [grid[0][0] for grid in grids] == [(0, 0, 50, 20), (0, 100, 50, 120)]


def test_a_single_row_on_top_is_what_goes_over_the_page_of_a_table_of_as_many_columns() -> None:
    row = [Rule(0.0, 0, 100), Rule(20.0, 0, 100)], [Rule(x, 0, 20) for x in (0.0, 50.0, 100.0)]
    assert grids_of(*row, rest=2) == [[[(0, 0, 50, 20), (50, 0, 100, 20)]]]
    assert grids_of(*row, rest=3) == grids_of(*row) == []


def test_a_row_of_cells_that_is_no_table_is_a_strip_and_a_frame_is_none() -> None:
    row = [Rule(0.0, 0, 100), Rule(20.0, 0, 100)], [Rule(x, 0, 20) for x in (0.0, 50.0, 100.0)]
    cells = [[(0, 0, 50, 20), (50, 0, 100, 20)]]
    assert tables_and_strips(*row) == ([], [cells])
    assert tables_and_strips(*row, rest=2) == ([cells], [])
    assert tables_and_strips(row[0], row[1][::2]) == ([], [])


def test_what_stands_close_on_either_side_of_a_rule_in_a_strip_is_two_and_no_table(tmp_path: Path) -> None:
    cells = "[สำนักงานคณะกรรมการทดสอบ], [กองแผน], [ศูนย์ข้อมูล]"
    strip = f"#table(columns: (146pt, 146pt, 146pt), inset: (x: 3pt, y: 5pt), {cells})"
    (page,) = read_pdf(printed(tmp_path, f"{strip}\nด้วยมีผลการประเมินความพร้อม และ ข้อเสนอแนะ แล้ว")).pages
    assert [line.text for line in page.lines[:3]] == ["สำนักงานคณะกรรมการทดสอบ", "กองแผน", "ศูนย์ข้อมูล"]
    assert page.tables == () and len(page.lines) == 4


def test_no_lines_make_no_table() -> None:
    assert grids_of([], []) == []


CELLS = "[ก], [ข], [ค], [ง]"


def rows(folder: Path, words: str) -> list[tuple[tuple[str, ...], ...]]:
    return [table.rows for table in read_pdf(printed(folder, words)).pages[0].tables]


def test_a_table_that_is_turned_small_and_moved_is_read_where_it_stands(tmp_path: Path) -> None:
    words = f"#move(dx: 60pt, dy: 90pt, scale(70%, table(columns: (80pt, 80pt), {CELLS})))"
    assert rows(tmp_path, words) == [(("ก", "ข"), ("ค", "ง"))]


def test_a_table_ruled_by_filled_cells_alone_is_a_table(tmp_path: Path) -> None:
    words = f"#table(columns: (80pt, 80pt), stroke: none, fill: (x, y) => luma(200 + 20 * calc.rem(x + y, 2)), {CELLS})"
    assert rows(tmp_path, words) == [(("ก", "ข"), ("ค", "ง"))]
