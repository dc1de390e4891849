"""Rows of a table that could not be read are told by their codes, and nothing else that is numbered so is."""

from benchmarks.tables import read_table
from tests.unit.parsers.papers import rows
from workflow.parsers.fields.codes_in_cells import codes_in_cells

HEAD = "ที่\tรหัส\tตัวชี้วัด\tคะแนน\n"


def test_codes_stand_before_names_in_the_first_cells() -> None:
    table = "1\t2.1\tแผนสมมุติ\t58\n2\t(๒.๔)\tคลังสมมุติ\t61\n3\t4.3.\tงานสมมุติ\t3.5\nรวม\t\t\t2.5"
    assert codes_in_cells(rows(HEAD + table)) == ["2.1", "2.4", "4.3"]


def test_scores_times_and_clauses_are_no_codes() -> None:
    assert codes_in_cells(rows(f"{HEAD}แผนสมมุติ\t2.1\t3.5\n3.5\t4.5")) == []
    assert codes_in_cells(rows(f"{HEAD}1.1 เปิดประชุมเวลา 9.30 น.\n9.30\tเปิดประชุม")) == []
    assert codes_in_cells(rows("ระเบียบวาระ\tเรื่อง\n1.1\tเรื่องแจ้ง\n1.2\tเรื่องพิจารณา")) == []  # no head of marks or advice


def test_a_table_whose_rows_are_lost_is_not_lost_silently() -> None:
    read = read_table(5099)
    assert read.whole or read.doubted


def test_a_row_lost_on_the_next_page_and_rows_behind_closing_codes_are_not_lost_silently() -> None:
    worded, closed, named = read_table(9191), read_table(9037), read_table(9481)
    assert worded.whole or worded.doubted  # ตัวชี้วัดย่อยที่ ๔.๕ stands alone on its page
    assert named.whole or named.doubted  # ๓.๑. Digital Literacy… in one cell, the whole marks between its lines
    assert closed.whole  # names end in their codes, and a part's own row stands after the last that seemed coded
