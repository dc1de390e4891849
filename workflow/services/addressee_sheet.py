"""A table of addressees that somebody sends in: every row a post or a unit of the chart, every mistake told in its row, with names like it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import process

from workflow.core.errors import SarabanError
from workflow.core.org import OrgChart
from workflow.core.org_tables import Sheet, Workbook
from workflow.core.thai_digits import to_thai
from workflow.routing.addressees import resolve
from workflow.routing.spelling import spelling
from workflow.routing.units import Names, names_of

COLUMN = "ผู้รับ"
COLUMNS = (COLUMN, "หน่วย", "หน่วยงาน", "ตำแหน่ง", "รหัสหน่วย", "ผู้รับหนังสือ", "เรียน", "ถึง", "to", "unit", "post")
"""Headings under which the addressees may stand; any other column is the clerk's own and is left alone."""
SHOWN = 50  # rows and errors that a page shows
LIKE = 65  # percent


@dataclass(frozen=True)
class RowError:
    """A row that cannot be sent to: its number on the sheet, what it says, what is wrong, and the names most like it."""

    row: int
    text: str
    message: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetRead:
    """What the rows came to: the codes to send to, the first rows as they were read, every error, and rows that were there before."""

    codes: tuple[str, ...]
    first: tuple[tuple[int, str, str], ...]
    errors: tuple[RowError, ...]
    repeated: int = 0


def read_addressees(book: Workbook, chart: OrgChart, *, sender: str, on: date) -> SheetRead:
    """Return what the first sheet with rows comes to for a sender on a day; nothing is sent, whatever is wrong with it."""
    sheet = book.filled
    if sheet is None:
        return SheetRead((), (), (RowError(1, "", "แฟ้มนี้ว่างเปล่า"),))
    column = _column(sheet)
    if column is None:
        seen = ", ".join(filter(None, sheet.rows[0])) or "ไม่มีหัวคอลัมน์"
        return SheetRead((), (), (RowError(1, seen, f"แฟ้มไม่มีคอลัมน์ชื่อ “{COLUMN}”: ตั้งชื่อหัวคอลัมน์ในแถวแรก แล้วอัปโหลดใหม่"),))
    return _Reading(chart, names_of(chart), sender, on).read(sheet, column)


def _column(sheet: Sheet) -> int | None:
    headings = [spelling(cell) for cell in sheet.rows[0]]
    known = [spelling(name) for name in COLUMNS]
    return next((headings.index(name) for name in known if name in headings), None)


@dataclass(frozen=True)
class _Reading:
    chart: OrgChart
    names: Names
    sender: str
    on: date

    def read(self, sheet: Sheet, column: int) -> SheetRead:
        """Return what the rows under the heading come to."""
        codes: dict[str, None] = {}
        first: list[tuple[int, str, str]] = []
        errors: list[RowError] = []
        repeated = 0
        computed = {row for row, at in sheet.formulas if at == column + 1}
        for number, text in _rows(sheet, column):
            found = None if number in computed else self._code(text)
            wrong = self._wrong(number, text, found, computed)
            if wrong:
                errors.append(wrong if len(errors) < SHOWN else RowError(number, text, wrong.message))
                continue
            repeated += found in codes
            codes[found or ""] = None
            if len(first) < SHOWN:
                first.append((number, text, found or ""))
        if not codes and not errors:
            errors.append(RowError(2, "", f"ไม่มีรายชื่อใต้หัวคอลัมน์ “{sheet.rows[0][column]}”"))
        return SheetRead(tuple(codes), tuple(first), tuple(errors), repeated)

    def _wrong(self, number: int, text: str, found: str | None, computed: set[int]) -> RowError | None:
        if number in computed:
            return RowError(number, text, "ช่องนี้เป็นสูตร: แทนด้วยชื่อหน่วยหรือตำแหน่ง")
        if found is None:
            return RowError(number, text, f"ไม่พบ “{text[:80]}” ในผังหน่วย", self._like(text))
        try:
            resolve(found, self.chart, sender=self.sender, on=self.on)
        except SarabanError as error:
            return RowError(number, text, to_thai(str(error)))
        return None

    def _code(self, text: str) -> str | None:
        """Return the code of the one unit or post that a cell names."""
        known = self.names.unit(text) or self.names.post(text)
        return known.code if known else None

    def _like(self, text: str) -> tuple[str, ...]:
        """Return the names most like a text, the likest first."""
        by_key = vars(self.chart).setdefault("_by_key", {spelling(name): name for name in self.names.known()})
        found = process.extract(spelling(text[:80]), by_key.keys(), limit=3, score_cutoff=LIKE)
        return tuple(by_key[key] for key, *_ in found)


def _rows(sheet: Sheet, column: int) -> Iterator[tuple[int, str]]:
    """Yield the row numbers (as the spreadsheet counts them) and the cells of a column that hold something."""
    for number, cells in enumerate(sheet.rows[1:], 2):
        text = cells[column].strip() if column < len(cells) else ""
        if text:
            yield number, text


def template_rows(chart: OrgChart, units: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the rows of a template: the units one usually sends to, each with its name, to keep or to delete."""
    for code in units:
        yield code, chart.unit(code).name
