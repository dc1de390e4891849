"""Reading a table of config/: every cell is checked, every complaint names the file and the line.

Columns are declared; a column that nobody declared is an error too, because a misspelt heading would otherwise drop a date in silence.
"""

import csv
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import NoReturn, TypeVar

from workflow.core.errors import ConfigError
from workflow.core.thai_digits import to_thai

T = TypeVar("T")
YES, NO = "yes", "no"
SPAN = ("valid_from", "valid_to")


@dataclass(frozen=True)
class Place:
    """A line of a configuration file, as officers are told: `config/police/posts.csv บรรทัด ๑๒`."""

    path: Path
    line: int | None = None

    def __str__(self) -> str:
        """Return the file from the configuration folder on, and the line in Thai digits."""
        parts = self.path.parts[-3:]
        name = "/".join(parts)
        return f"{name} บรรทัด {to_thai(self.line)}" if self.line else name

    def error(self, message: str, next_step: str) -> ConfigError:
        """Return the error that names this line."""
        return ConfigError(f"{self}: {message}", next_step=next_step)


@dataclass(frozen=True)
class Row:
    """One line of a table; the methods give a cell in the type it must have, or the error that names the line."""

    place: Place
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """Return a cell that must not be empty."""
        return self.cells.get(column, "") or self._wrong(column, "ว่างอยู่", "กรอกค่าในช่องนี้")

    def optional(self, column: str) -> str | None:
        """Return a cell, None when it is empty or the table has no such column."""
        return self.cells.get(column) or None

    def day(self, column: str) -> date | None:
        """Return a day written `2019-11-22` (Christian era); None when empty."""
        text = self.cells.get(column, "")
        if not text:
            return None
        try:
            found = date.fromisoformat(text)
        except ValueError:
            self._wrong(column, f"“{text}” ไม่ใช่วันที่", "เขียนเป็น ปี ค.ศ.-เดือน-วัน เช่น 2019-11-22")
        if found.year > 2400:
            self._wrong(column, f"“{text}” เป็นปี พ.ศ.", "เขียนเป็นปี ค.ศ. (พ.ศ. ลบ 543)")
        return found

    def required_day(self, column: str) -> date:
        """Return a day that must be there."""
        return self.day(column) or self._wrong(column, "ว่างอยู่", "เขียนเป็น ปี ค.ศ.-เดือน-วัน เช่น 2019-11-22")

    def flag(self, column: str) -> bool:
        """Return whether the cell says `yes`; empty and `no` are False."""
        text = self.cells.get(column, "")
        if text not in {"", YES, NO}:
            self._wrong(column, f"“{text}” ไม่ใช่ yes หรือ no", "เขียน yes หรือเว้นว่าง")
        return text == YES

    def yes_or_no(self, column: str) -> bool | None:
        """Return what the cell says outright, None when it is empty."""
        return self.flag(column) if self.cells.get(column) else None

    def number(self, column: str) -> int:
        """Return a whole number, zero or more."""
        text = self.text(column)
        if not (text.isascii() and text.isdigit()):
            self._wrong(column, f"“{text}” ไม่ใช่จำนวนเต็ม", "เขียนด้วยเลขอารบิก เช่น 30986")
        return int(text)

    def span(self) -> tuple[date | None, date | None]:
        """Return `valid_from` and `valid_to`, which must not be the wrong way round."""
        start, end = self.day("valid_from"), self.day("valid_to")
        if start and end and end < start:
            self._wrong("valid_to", "อยู่ก่อน valid_from", "แก้วันที่เริ่มหรือวันที่สิ้นสุด")
        return start, end

    def _wrong(self, column: str, what: str, next_step: str) -> NoReturn:
        raise self.place.error(f"ช่อง {column} {what}", next_step)


@dataclass(frozen=True)
class Columns:
    """The headings a table must have and may have; `source` (where a fact comes from) and `note` are allowed everywhere."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    def check(self, path: Path, found: list[str]) -> None:
        """Raise ConfigError for a heading that is missing, unknown or written twice."""
        place = Place(path, 1)
        missing = [c for c in self.required if c not in found]
        if missing:
            raise place.error(f"ไม่มีคอลัมน์ {', '.join(missing)}", "เพิ่มหัวคอลัมน์ในบรรทัดแรก")
        unknown = [c for c in found if c not in {*self.required, *self.optional, "source", "note"}]
        if unknown or len(set(found)) != len(found):
            listed = ", ".join(unknown or found)
            raise place.error(f"หัวคอลัมน์ไม่รู้จักหรือซ้ำ: {listed}", f"ใช้ได้เฉพาะ {', '.join(self.required + self.optional)}")


def read_rows(path: Path, columns: Columns) -> Iterator[Row]:
    """Yield the rows of a UTF-8 CSV file (a byte-order mark from Excel is allowed); empty lines are passed over."""
    reader = csv.reader(StringIO(text_of(path), newline=""), strict=True)
    try:
        heading = [cell.strip() for cell in next(reader, [])]
        columns.check(path, heading)
        for cells in reader:
            if any(cells):
                yield _row(Place(path, reader.line_num), heading, cells)
    except csv.Error as error:
        raise Place(path, reader.line_num).error("อ่านเป็น CSV ไม่ได้", "ตรวจเครื่องหมายคำพูดและจุลภาคในบรรทัดนี้") from error


def _row(place: Place, heading: list[str], cells: list[str]) -> Row:
    if len(cells) != len(heading):
        raise place.error(
            f"มี {to_thai(len(cells))} ช่อง แต่หัวตารางมี {to_thai(len(heading))} ช่อง",
            'ตรวจจำนวนจุลภาค ถ้าข้อความมีจุลภาคให้ครอบด้วย "…"',
        )
    return Row(place, {name: cell.strip() for name, cell in zip(heading, cells, strict=True)})


def text_of(path: Path) -> str:
    """Return the text of a configuration file; ConfigError when it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Place(path).error("ไม่มีไฟล์นี้", "สร้างไฟล์ตามตัวอย่างใน config/police/") from None
    except UnicodeDecodeError:
        raise Place(path).error("ไม่ใช่ UTF-8", "บันทึกใหม่เป็น CSV UTF-8 ในโปรแกรมตาราง") from None


def known_in(row: Row, column: str, known: Container[object], what: str) -> str:
    """Return a cell that must name something known; ConfigError says what is not."""
    code = row.text(column)
    if code not in known:
        raise row.place.error(f"ช่อง {column} ไม่รู้จัก{what} “{code}”", f"เพิ่ม{what}นี้ก่อน หรือแก้ตัวสะกดให้ตรงกับช่อง code")
    return code


def keyed(rows: list[tuple[Row, T]], key: Callable[[T], object], what: str) -> dict[object, Row]:
    """Return each key's row; ConfigError names both lines when a key is there twice."""
    seen: dict[object, Row] = {}
    for row, value in rows:
        first = seen.setdefault(key(value), row)
        if first is not row:
            raise row.place.error(
                f"{what} “{key(value)}” ซ้ำกับบรรทัด {to_thai(first.place.line)}", "ลบหรือแก้บรรทัดใดบรรทัดหนึ่ง"
            )
    return seen
