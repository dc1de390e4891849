"""The tables of an office as a workbook: which sheet is which file, what their columns are called in Thai, and what came back."""

from dataclasses import dataclass

SHEETS = {
    "units.csv": "หน่วย",
    "lines.csv": "สายงานและประสาน",
    "posts.csv": "ตำแหน่ง",
    "holders.csv": "ผู้ดำรงตำแหน่ง",
    "acting.csv": "การแทน",
    "absences.csv": "ผู้ไม่อยู่",
    "fields-of-work.csv": "งานที่มอบหมาย",
    "committees.csv": "กรรมการ",
    "meetings.csv": "การประชุม",
    "aliases.csv": "ชื่ออื่น",
}
"""Files and their sheets, in the order in which they are read."""

HEADINGS = {
    "code": "รหัส", "name": "ชื่อ", "level": "ระดับ", "parent": "หน่วยเหนือ", "number_prefix": "เลขประจำหน่วย",
    "prefix_source": "ที่มาของเลขประจำหน่วย", "phone": "โทรศัพท์", "email": "อีเมล", "successor": "หน่วยรับช่วง",
    "can_issue_number": "ออกเลขได้ (yes/no)", "valid_from": "เริ่มวันที่ (ค.ศ.)", "valid_to": "สิ้นสุดวันที่ (ค.ศ.)", "source": "ที่มา",
    "note": "หมายเหตุ", "child": "หน่วยล่าง", "kind": "ชนิด", "title": "ชื่อตำแหน่ง", "unit": "หน่วย", "grade": "ระดับตำแหน่ง",
    "head": "หัวหน้าหน่วย (yes)", "equivalent": "เทียบเท่า (yes)", "number": "เลขที่", "post": "ตำแหน่ง", "rank": "ยศ",
    "by_post": "ผู้แทน", "for_post": "แทนตำแหน่ง", "order_number": "คำสั่งที่", "scope": "ขอบเขต", "committee": "คณะกรรมการ",
    "role": "บทบาท", "year": "ปี พ.ศ.", "date": "วันที่ (ค.ศ.)", "place": "สถานที่", "alias": "ชื่ออื่น",
    "number_format": "แบบเลขหนังสือ", "order_format": "แบบเลขคำสั่ง", "own_circulars": "เลข ว แยก (yes)", "reason": "เหตุ", "field": "งาน",
}  # fmt: skip
"""Columns by the name the program knows, as officers read them; no two of one table are called alike."""


@dataclass(frozen=True)
class Sheet:
    """A sheet as it came: every row as text (the first is row 1); `formulas` are cells, by row and column from 1, that hold a formula.

    `lines` are the lines of a text file on which the rows stand ((): the rows are counted from 1).
    """

    title: str
    rows: tuple[tuple[str, ...], ...]
    formulas: tuple[tuple[int, int], ...] = ()
    lines: tuple[int, ...] = ()

    def number(self, row: int) -> int:
        """Return what a person calls a row, counted here from 1: its line in the file, or its number on the sheet."""
        return self.lines[row - 1] if self.lines else row


@dataclass(frozen=True)
class Workbook:
    """The sheets of a workbook in its order."""

    sheets: tuple[Sheet, ...]

    @property
    def filled(self) -> Sheet | None:
        """The first sheet that has rows: what a list of one table is read from."""
        return next((sheet for sheet in self.sheets if sheet.rows), None)


@dataclass(frozen=True)
class TableRow:
    """A row of a table: its number on the sheet or line of the file, and its cells by column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """A table: its columns in their order, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
