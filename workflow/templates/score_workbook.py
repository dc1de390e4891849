"""An empty workbook for a round's scores: headings, and every cell below as text, so that 2.10 stays 2.10."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

SHEET = "คะแนน"


def score_workbook(headings: Sequence[str]) -> bytes:
    """Return the workbook with one row of headings."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title, sheet.freeze_panes = SHEET, "A2"
    for number, heading in enumerate(headings, 1):
        sheet.cell(1, number, heading).font = Font(bold=True)
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width, column.number_format = (60 if heading == headings[-1] else 18), "@"
    out = BytesIO()
    book.save(out)
    return out.getvalue()
