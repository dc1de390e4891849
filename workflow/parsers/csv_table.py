"""A CSV that somebody sends in: UTF-8 or the Thai code page of Windows, every cell as text. Run behind the guard."""

import csv
from io import StringIO
from pathlib import Path

from workflow.core.errors import Refused, UnreadableFile
from workflow.core.org_tables import Sheet, Workbook
from workflow.core.thai_digits import to_thai
from workflow.parsers.limits import MAX_BYTES
from workflow.parsers.xlsx_file import MAX_CELL, MAX_COLUMNS, MAX_ROWS

_AGAIN = "ใน Excel เลือก บันทึกเป็น > CSV UTF-8 แล้วส่งใหม่"


def read_csv(path: Path) -> Workbook:
    """Return the table as a workbook of one sheet; UnreadableFile when it is no text, Refused when it is too large."""
    if path.stat().st_size > MAX_BYTES:
        raise Refused(f"แฟ้ม {path.name} ใหญ่เกินไป จึงไม่เปิด", next_step="แบ่งเป็นหลายแฟ้ม")
    try:
        rows = [
            tuple(cell.strip() for cell in row) for row in csv.reader(StringIO(_text(path), newline=""), strict=True)
        ]
    except csv.Error as error:
        raise UnreadableFile(f"แฟ้ม {path.name} อ่านเป็น CSV ไม่ได้", next_step=_AGAIN) from error
    if len(rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS or any(len(cell) > MAX_CELL for cell in row) for row in rows):
        most = to_thai(f"{MAX_ROWS:,}")
        raise Refused(
            f"แฟ้ม {path.name} ใหญ่เกินไป (ไม่เกิน {most} แถว {to_thai(MAX_COLUMNS)} คอลัมน์)", next_step="แบ่งเป็นหลายแฟ้ม"
        )
    while rows and not any(rows[-1]):
        rows.pop()
    return Workbook((Sheet("CSV", tuple(rows)),))


def _text(path: Path) -> str:
    raw = path.read_bytes()
    for encoding in ("utf-8-sig", "cp874"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableFile(f"แฟ้ม {path.name} ไม่ใช่ข้อความ", next_step=_AGAIN)
