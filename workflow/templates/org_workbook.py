"""The tables of an office as an XLSX: a sheet each, Thai headings, the program's own names in a hidden row under them.

Every cell is text, so that a spreadsheet neither computes `=1+1` nor turns 0101 into 101 or 2019-10-01 into a number.
"""

from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from workflow.core.org_tables import HEADINGS, SHEETS, Table
from workflow.templates.row_files import COMPUTED

_TEXT = "@"
_BOLD = Font(bold=True)
_WIDEST = 60


def org_workbook(tables: Mapping[str, Table]) -> bytes:
    """Return the workbook of these tables, by their files' names."""
    book = Workbook(write_only=True)
    for file, title in SHEETS.items():
        if file in tables:
            _sheet(book.create_sheet(title), tables[file])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(sheet: WriteOnlyWorksheet, table: Table) -> None:
    sheet.freeze_panes = "B3"
    sheet.row_dimensions[2].hidden = True
    for number, column in enumerate(table.columns, 1):
        longest = max([len(HEADINGS.get(column, column)), *(len(row.cells[column]) for row in table.rows)])
        sheet.column_dimensions[get_column_letter(number)].width = min(longest + 2, _WIDEST)
    headings = [_cell(sheet, HEADINGS.get(column, column)) for column in table.columns]
    for heading in headings:
        heading.font = _BOLD
    sheet.append(headings)
    sheet.append([_cell(sheet, column) for column in table.columns])
    for row in table.rows:
        sheet.append([_cell(sheet, row.cells[column]) for column in table.columns])


def _cell(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, text or None)
    cell.number_format = _TEXT
    if text:
        cell.data_type = "s"
    if text.startswith(COMPUTED):
        cell.quotePrefix = True  # stays text when somebody edits the cell
    return cell
