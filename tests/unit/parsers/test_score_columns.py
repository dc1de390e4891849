"""A table of scores without ruling lines, as a scan gives it: which number is the score, which the average."""

from workflow.parsers.fields.score_table import score_table
from workflow.parsers.page import Line
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
