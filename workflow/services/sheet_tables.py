"""A workbook that came back becomes tables: sheets by their names, columns by the Thai or the machine's names, every mistake by its cell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from workflow.core.likeness import nearest_of
from workflow.core.org_tables import HEADINGS, SHEETS, Sheet, Table, TableRow, Workbook
from workflow.core.thai_digits import to_thai
from workflow.store.chart_places import KEYS

ALWAYS = ("source", "note")
FORMULA = ("ช่องนี้เป็นสูตร", "แทนสูตรด้วยค่าของมัน (คัดลอก > วางเฉพาะค่า)")  # what is wrong, and what to do


@dataclass(frozen=True)
class CellError:
    """A mistake in a workbook: the sheet, the row and the column (0, empty: the whole sheet or row), what is wrong, what to do."""

    sheet: str
    row: int
    column: str
    message: str
    next_step: str


class _Stop(Exception):
    """A sheet that cannot be read further; its error is noted."""


@dataclass(frozen=True)
class SheetReader:
    """Reads sheets and hands each mistake to `note`."""

    note: Callable[[CellError], None]

    def tables(self, book: Workbook) -> dict[str, Table]:
        """Return the tables of the sheets that can be read, by their files' names; empty sheets that nobody named are passed over."""
        return dict(self._tables(book))

    def _tables(self, book: Workbook) -> Iterator[tuple[str, Table]]:
        files = {title: file for file, title in SHEETS.items()} | {file.removesuffix(".csv"): file for file in SHEETS}
        for sheet in book.sheets:
            file = files.get(sheet.title.strip())
            if file is None and sheet.rows:
                self.note(
                    CellError(
                        sheet.title, 0, "", "ไม่รู้จักแผ่นงานนี้", nearest(sheet.title, list(SHEETS.values()), "แผ่นงานที่มี")
                    )
                )
            elif file is not None and sheet.rows:
                try:
                    yield file, self._table(file, sheet)
                except _Stop:
                    continue

    def _table(self, file: str, sheet: Sheet) -> Table:
        columns, first = self._columns(file, sheet)
        for row, column in sheet.formulas:
            if row > first and column <= len(columns):
                heading = HEADINGS.get(columns[column - 1], columns[column - 1])
                self.note(CellError(sheet.title, row, heading, *FORMULA))
        rows = []
        for row, cells in enumerate(sheet.rows[first:], first + 1):
            number = sheet.number(row)
            if any(cells):
                rows.append(TableRow(number, self._row(sheet, number, columns, cells)))
        return Table(columns, tuple(rows))

    def _row(self, sheet: Sheet, number: int, columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
        if any(cells[len(columns) :]):
            self.note(CellError(sheet.title, number, "", "มีค่าอยู่นอกคอลัมน์ที่มีหัวตาราง", "ลบค่านั้น หรือย้ายไปคอลัมน์ที่ถูกต้อง"))
        padded = (*cells, *[""] * len(columns))
        return dict(zip(columns, padded, strict=False))

    def _columns(self, file: str, sheet: Sheet) -> tuple[tuple[str, ...], int]:
        """Return the columns and how many rows the headings take: the machine's row where there is one, else the Thai row."""
        known = KEYS[file][0]
        allowed = {*known.required, *known.optional, *ALWAYS}
        second = _trimmed(sheet.rows[1]) if len(sheet.rows) > 1 else ()
        taken, found = (2, second) if second and set(second) <= allowed else (1, _trimmed(sheet.rows[0]))
        thai = {HEADINGS.get(column, column): column for column in allowed}
        columns = tuple(thai.get(heading, heading) for heading in found)
        for heading, column in zip(found, columns, strict=True):
            if column not in allowed:
                self._stop(sheet, heading, "ไม่รู้จักหัวคอลัมน์นี้", nearest(heading, list(thai), "หัวคอลัมน์ที่มี"))
        if len(set(columns)) != len(columns):
            self._stop(sheet, "", "หัวคอลัมน์ซ้ำกัน", "ลบคอลัมน์ที่ซ้ำ")
        if missing := [HEADINGS.get(c, c) for c in known.required if c not in columns]:
            self._stop(sheet, missing[0], "ไม่มีคอลัมน์นี้", "เพิ่มหัวคอลัมน์ในแถวแรก")
        return columns, taken

    def _stop(self, sheet: Sheet, column: str, message: str, next_step: str) -> NoReturn:
        self.note(CellError(sheet.title, 1, column, message, next_step))
        raise _Stop


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Return headings without the empty ones at the end."""
    found = [cell.strip() for cell in cells]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def nearest(text: str, known: Sequence[str], what: str) -> str:
    """Return a next step that names the nearest of what is known."""
    listed = f"{what}: {', '.join(known[:8])}{' …' if len(known) > 8 else ''}" if known else f"ยังไม่มี{what}"
    return nearest_of(text, known, listed)


def counted(count: int, of: str) -> str:
    """Return a number of things as officers write it."""
    return f"{to_thai(f'{count:,}')} {of}"


def codes_of(tables: Mapping[str, Table], file: str, column: str = "code") -> dict[str, int]:
    """Return the values of a column and the row in which each stands first."""
    found: dict[str, int] = {}
    for row in tables[file].rows if file in tables else ():
        found.setdefault(row.cells.get(column, "").strip(), row.number)
    return found
