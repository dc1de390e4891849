"""An XLSX that somebody sends in: looked into before it is opened, then every cell as text. Run behind the guard."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from workflow.core.errors import Refused, UnreadableFile
from workflow.core.org_tables import Sheet, Workbook
from workflow.core.thai_digits import to_thai
from workflow.parsers.docx_hazards import hazard_by_name
from workflow.parsers.limits import MAX_BYTES
from workflow.parsers.zip_guard import declares, oddity, xml_parts

MAX_ENTRIES, MAX_SHEETS, MAX_COLUMNS, MAX_ROWS, MAX_CELL = 200, 30, 60, 100_000, 5_000
_BROKEN = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, KeyError, ValueError, TypeError, AttributeError)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE_AS = "ใน Excel เลือก บันทึกเป็น > สมุดงาน Excel (.xlsx) โดยไม่มีรหัสผ่านและไม่มีมาโคร แล้วนำเข้าใหม่"


def read_xlsx(path: Path) -> Workbook:
    """Return the sheets of a workbook; Refused for bombs, macros and passwords, UnreadableFile when it is no whole XLSX."""
    if path.stat().st_size > MAX_BYTES:
        raise _refused(path, "ใหญ่เกินไป")
    with path.open("rb") as file:
        if file.read(len(_OLE)) == _OLE:
            raise _refused(path, "เป็น Excel แบบเก่าหรือมีรหัสผ่าน")
    try:
        _look_into(path)
        return Workbook(tuple(_sheets(path)))
    except (*_BROKEN, SyntaxError) as error:  # ElementTree's ParseError is a SyntaxError
        raise UnreadableFile(f"แฟ้ม {path.name} เปิดเป็น XLSX ไม่ได้ อาจเสียหายหรือรับมาไม่ครบ", next_step=SAVE_AS) from error


def _look_into(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        if why := oddity(entries, most=MAX_ENTRIES) or hazard_by_name([e.filename for e in entries]):
            raise _refused(path, why)
        for entry in xml_parts(entries):
            with archive.open(entry) as part:  # a document type stands before the root
                if why := declares(part.read(4096)):
                    raise _refused(path, why)


def _sheets(path: Path) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
    try:
        if len(book.worksheets) > MAX_SHEETS:
            raise _refused(path, f"มีเกิน {MAX_SHEETS} แผ่นงาน")
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what the file says of its own size is not believed
            yield _sheet(path, sheet)
    finally:
        book.close()


def _sheet(path: Path, sheet: Any) -> Sheet:
    rows: list[tuple[str, ...]] = []
    formulas: list[tuple[int, int]] = []
    for number, cells in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1), 1):
        texts = [_text(cell.value) for cell in cells]
        if (
            number > MAX_ROWS
            or (len(texts) > MAX_COLUMNS and texts[MAX_COLUMNS])
            or any(len(t) > MAX_CELL for t in texts)
        ):
            raise _refused(path, f"แผ่น {sheet.title} ใหญ่เกินไป (ไม่เกิน {MAX_ROWS} แถว {MAX_COLUMNS} คอลัมน์)")
        formulas += [(number, column) for column, cell in enumerate(cells, 1) if cell.data_type in {"f", "e"}]
        rows.append(tuple(texts))
    while rows and not any(rows[-1]):
        rows.pop()
    return Sheet(sheet.title, tuple(rows), tuple(formulas))


def _text(value: object) -> str:
    """Return a cell as the tables write it: a day as 2019-10-01, a whole number without a point, a tick as yes or no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _refused(path: Path, why: str) -> Refused:
    return Refused(f"แฟ้ม {path.name} {to_thai(why)} จึงไม่เปิด", next_step=SAVE_AS)
