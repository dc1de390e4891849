"""A round's scores and recommendations out of a workbook: every cell is looked at before anything is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.core.errors import NotFound
from workflow.core.org import OrgChart
from workflow.core.org_tables import Sheet, Workbook
from workflow.core.thai_digits import to_arabic
from workflow.services.desk import Desk
from workflow.services.keep_round import Keeping, RoundKept, RoundRow, keep_rows
from workflow.services.sheet_tables import FORMULA, CellError, nearest

COLUMNS = {
    "หน่วย": "unit", "รหัส": "code", "ตัวชี้วัด": "name", "คะแนน": "score", "ค่าเฉลี่ยกลุ่ม": "average", "หัวข้อ": "heading",
    "ข้อเสนอแนะ": "advice",
}  # fmt: skip
"""Headings of the sheet, in the template's order; only หน่วย must be there. An empty รหัส is the total."""
MOST = 100.0  # every framework scores in percent


@dataclass(frozen=True)
class ScoresImported:
    """What was wrong (then nothing was kept), else what was kept."""

    errors: tuple[CellError, ...]
    kept: RoundKept | None = None


def import_scores(desk: Desk, read: Callable[[Path], Workbook], file: Path, keeping: Keeping) -> ScoresImported:
    """Keep the rows of the workbook's first sheet with rows as a round's; all of them, or none and why."""
    sheet = read(file).filled
    if sheet is None:
        return ScoresImported(
            (CellError(file.name, 0, "", "ไม่มีแผ่นงานที่มีข้อมูล", "ขอแบบเปล่าด้วย saraban rounds template แฟ้ม.xlsx"),)
        )
    found = _Reader(sheet, desk.office(keeping.office).chart)
    rows = found.rows()
    if found.errors:
        return ScoresImported(tuple(found.errors))
    return ScoresImported((), keep_rows(desk, rows, keeping))


class _Reader:
    """Reads one sheet, and gathers its mistakes."""

    def __init__(self, sheet: Sheet, chart: OrgChart) -> None:
        self.sheet, self.chart, self.errors = sheet, chart, list[CellError]()
        self._seen: dict[tuple[str, str], int] = {}

    def rows(self) -> list[RoundRow]:
        """Return the rows that are right."""
        headings = [cell.strip() for cell in self.sheet.rows[0]]
        for heading in headings:
            if heading and heading not in COLUMNS:
                self._note(1, heading, "ไม่รู้จักหัวคอลัมน์นี้", nearest(heading, list(COLUMNS), "หัวคอลัมน์ที่มี"))
        if "หน่วย" not in headings:
            self._note(1, "หน่วย", "ไม่มีคอลัมน์นี้", "เพิ่มหัวคอลัมน์ในแถวแรก")
        for at, column in self.sheet.formulas:
            self._note(at, headings[column - 1] if column <= len(headings) else "", *FORMULA)
        if self.errors:
            return []
        numbered = [(n, cells) for n, cells in enumerate(self.sheet.rows[1:], 2) if any(cell.strip() for cell in cells)]
        return [row for n, cells in numbered if (row := self._row(n, headings, cells))]

    def _row(self, number: int, headings: Sequence[str], cells: Sequence[str]) -> RoundRow | None:
        said = {COLUMNS[h]: cell.strip() for h, cell in zip(headings, cells, strict=False) if h}
        unit, code = self._unit(number, said.get("unit", "")), to_arabic(said.get("code", ""))
        score, average = (
            self._figure(number, heading, said.get(COLUMNS[heading], "")) for heading in ("คะแนน", "ค่าเฉลี่ยกลุ่ม")
        )
        if score is None and not said.get("advice"):
            self._note(number, "คะแนน", "ไม่มีทั้งคะแนนและข้อเสนอแนะ", "กรอกอย่างน้อยหนึ่งอย่าง หรือลบแถว")
        if unit and (first := self._seen.setdefault((unit, code), number)) != number:
            self._note(number, "รหัส", f"ซ้ำกับแถว {first}", "ลบหรือแก้แถวใดแถวหนึ่ง")
        return RoundRow(
            unit, code, said.get("name", ""), score, average, said.get("heading", ""), said.get("advice", "")
        )

    def _unit(self, number: int, text: str) -> str:
        if not text:
            self._note(number, "หน่วย", "ว่างอยู่", "กรอกค่าในช่องนี้")
            return ""
        try:
            return self.chart.unit(text).code
        except NotFound:
            self._note(
                number, "หน่วย", f"ไม่รู้จักหน่วย “{text}”", nearest(text, [unit.code for unit in self.chart.units], "หน่วย")
            )
            return ""

    def _figure(self, number: int, heading: str, text: str) -> float | None:
        if not text:
            return None
        try:
            figure = float(to_arabic(text).replace(",", "").removesuffix("%"))
        except ValueError:
            self._note(number, heading, f"“{text}” ไม่ใช่ตัวเลข", "เขียนเป็นร้อยละ เช่น 55.54")
            return None
        if not 0 <= figure <= MOST:
            self._note(number, heading, f"“{text}” อยู่นอกช่วง 0–100", "เขียนเป็นร้อยละ เช่น 55.54")
        return figure

    def _note(self, row: int, column: str, message: str, next_step: str) -> None:
        self.errors.append(CellError(self.sheet.title, row, column, message, next_step))
