"""Small papers for tests: pages built of typed lines, without boxes as a transcript has them, or with boxes as a PDF has them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from workflow.core.reading import Box, Instrument, Reading
from workflow.parsers.bundle import papers_of
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.draft import Draft
from workflow.parsers.page import Line, Page
from workflow.parsers.read_file import read_file
from workflow.parsers.rows import Row, rows_of
from workflow.parsers.text_file import pages_of_text
from workflow.parsers.understand import understand

LETTERHEAD = "ที่ ทส {number}\nกรมตัวอย่างวิทยา\nถนนสมมุติ กทม. ๑๐๐๐๐\n{date}\n"
SIGNED_MEMO = """บันทึกข้อความ
ส่วนราชการ  สำนักปลัดสมมุติ
ที่ สม ๐๑๐๒/๘๘\tวันที่ ๒ มิถุนายน ๒๕๖๘
เรื่อง  ขออนุมัติยืมพัสดุ
เรียน  นายกเทศมนตรีสมมุติ
สำนักปลัดขอยืมเครื่องพิมพ์หนึ่งเครื่อง
จึงเรียนมาเพื่อโปรดพิจารณา
(นายเก่ง ตัวอย่างดี)
หัวหน้าสำนักปลัดสมมุติ
"""  # what is ordered on it stands below
MARGIN, LEADING = 85.0, 20.0


def page(text: str, number: int = 1) -> Page:
    """Return typed lines as a page without places; a tab parts the columns of a row."""
    typed = pages_of_text(text.strip("\n")).pages[0]
    return numbered(typed, number)


def numbered(made: Page, number: int) -> Page:
    """Return the page as page `number` of its file."""
    lines = tuple(Line(**{**vars(line), "page": number}) for line in made.lines)
    return Page(number, lines, made.width, made.height, made.tables)


def placed(rows: Sequence[tuple[float, str]], number: int = 1) -> Page:
    """Return rows (indent in points, text) as a page with places, one below the other."""
    lines = [Line(text, number, n, _box(indent, n, text), 16.0) for n, (indent, text) in enumerate(rows)]
    return Page(number, tuple(lines), 595.0, 842.0)


def rows(text: str) -> list[Row]:
    """Return typed lines as rows."""
    return rows_of(page(text).lines)


def set_out(lines: Iterable[tuple[float, float, str]]) -> list[Row]:
    """Return lines (left and right edge in points, text) as rows, one below the other."""
    return rows_of(
        Line(text, 1, n, (float(left), 60.0 + 18 * n, float(right), 71.0 + 18 * n), 11.0)
        for n, (left, right, text) in enumerate(lines)
    )


def drafts(*texts: str) -> list[Draft]:
    """Return what is understood of typed pages, before any check."""
    return understand(papers_of([page(text, n) for n, text in enumerate(texts, 1)]))


def codes(*texts: str) -> list[str]:
    """Return the codes of the findings on typed pages."""
    papers = papers_of([page(text, n) for n, text in enumerate(texts, 1)])
    return [finding.code for finding in run_checks(understand(papers), Context(tuple(papers)))]


def read_text(folder: Path, text: str) -> Reading:
    """Return the reading of a transcript."""
    path = folder / "transcript.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def only(reading: Reading) -> Instrument:
    """Return the one paper of a reading."""
    assert len(reading.instruments) == 1, [i.kind for i in reading.instruments]
    return reading.instruments[0]


def _box(indent: float, row: int, text: str) -> Box:
    top = 90 + row * LEADING
    return MARGIN + indent, top, MARGIN + indent + 6 * len(text), top + 14
