"""Every cell of imported tables, looked at before anything is written: what must be there, days, yes and no, and names of other rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from workflow.core.acting import ACTING_KINDS
from workflow.core.committee import Role
from workflow.core.org import ParentKind
from workflow.core.org_tables import HEADINGS, SHEETS, Table, TableRow
from workflow.services.sheet_tables import CellError, codes_of, nearest
from workflow.store.chart_places import KEYS

_UNITS, _POSTS = ("units.csv", "หน่วย"), ("posts.csv", "ตำแหน่ง")
NAMES = {
    "parent": _UNITS, "successor": _UNITS, "child": _UNITS, "unit": _UNITS, "committee": _UNITS, "post": _POSTS,
    "by_post": _POSTS, "for_post": _POSTS,
}  # fmt: skip
"""Columns that name a row of another table."""
DAYS, FLAGS, NUMBERS = (
    ("valid_from", "valid_to", "date"),
    ("head", "equivalent", "can_issue_number", "own_circulars"),
    ("year",),
)
CHOICES: dict[tuple[str, str], Sequence[str]] = {
    ("lines.csv", "kind"): get_args(ParentKind),
    ("acting.csv", "kind"): ACTING_KINDS,
    ("committees.csv", "role"): get_args(Role),
}
UNIQUE = {"units.csv": "code", "posts.csv": "code", "aliases.csv": "alias"}


@dataclass(frozen=True)
class RowChecks:
    """All tables as they would be, and the office's classes of posts."""

    tables: Mapping[str, Table]
    grades: Sequence[str]

    def errors(self, file: str) -> Iterator[CellError]:
        """Yield the mistakes of one table, row by row."""
        table, required = self.tables[file], KEYS[file][0].required
        choices = {
            **{c: v for (f, c), v in CHOICES.items() if f == file},
            **({"grade": self.grades} if file == "posts.csv" else {}),
        }
        known = {column: codes_of(self.tables, NAMES[column][0]) for column in table.columns if column in NAMES}
        for row in table.rows:
            for column in table.columns:
                text = row.cells[column].strip()
                told = _empty(column in required and column != "rank" and not _may_be_empty(file, column), text)
                told = told or (text and self._cell(column, text, choices, known)) or None
                if told:
                    yield CellError(SHEETS[file], row.number, HEADINGS.get(column, column), *told)
        yield from self._repeated(file, table)

    def _cell(
        self, column: str, text: str, choices: Mapping[str, Sequence[str]], known: Mapping[str, Mapping[str, int]]
    ) -> tuple[str, str] | None:
        if column in known and text not in known[column]:
            what = NAMES[column][1]
            return f"ไม่รู้จัก{what} “{text}”", nearest(text, list(known[column]), what)
        if column in choices and text not in choices[column]:
            return f"“{text}” ใช้ไม่ได้", nearest(text, choices[column], "ใช้ได้")
        if column in DAYS:
            return _day(text)
        if column in FLAGS and text not in {"yes", "no"}:
            return f"“{text}” ไม่ใช่ yes หรือ no", "เขียน yes, no หรือเว้นว่าง"
        if column in NUMBERS and not (text.isascii() and text.isdigit()):
            return f"“{text}” ไม่ใช่จำนวนเต็ม", "เขียนด้วยเลขอารบิก เช่น 2566"
        return None

    def _repeated(self, file: str, table: Table) -> Iterator[CellError]:
        if (column := UNIQUE.get(file)) is None:
            return
        first = codes_of(self.tables, file, column)
        for row in table.rows:
            text = row.cells[column].strip()
            if text and first[text] != row.number:
                yield CellError(
                    SHEETS[file], row.number, HEADINGS[column], f"“{text}” ซ้ำกับแถว {first[text]}", "ลบหรือแก้แถวใดแถวหนึ่ง"
                )


def _may_be_empty(file: str, column: str) -> bool:
    """Whether a column must be there although its cells need not say anything (the top unit has nothing above it)."""
    return (file, column) == ("units.csv", "parent")


def _empty(needed: bool, text: str) -> tuple[str, str] | None:
    return ("ว่างอยู่", "กรอกค่าในช่องนี้") if needed and not text else None


def _day(text: str) -> tuple[str, str] | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return f"“{text}” ไม่ใช่วันที่", "เขียนเป็น ปี ค.ศ.-เดือน-วัน เช่น 2019-11-22"
    return (f"“{text}” เป็นปี พ.ศ.", "เขียนเป็นปี ค.ศ. (พ.ศ. ลบ 543)") if found.year > 2400 else None


def changes(file: str, old: Table | None, new: Table) -> list["RowChange"]:
    """Return what is different between a table as it stands and as it would be, in the order of the new one, what is gone last."""
    key = KEYS[file][1]
    before, after = _by_key(old, key), _by_key(new, key)
    found = [_change(file, name, before.get(name, []), rows) for name, rows in after.items()]
    gone = [RowChange(file, "gone", " · ".join(name)) for name in before if name not in after]
    return [change for change in found if change] + gone


@dataclass(frozen=True)
class RowChange:
    """A row that is new, gone, closed (its last day was written) or changed, and which cells."""

    file: str
    kind: str
    name: str
    detail: str = ""


def _by_key(table: Table | None, key: Sequence[str]) -> dict[tuple[str, ...], list[TableRow]]:
    found: dict[tuple[str, ...], list[TableRow]] = {}
    for row in table.rows if table else ():
        found.setdefault(tuple(row.cells.get(column, "") for column in key), []).append(row)
    return found


def _change(file: str, name: tuple[str, ...], before: list[TableRow], after: list[TableRow]) -> RowChange | None:
    words = " · ".join(name)
    if not before:
        return RowChange(file, "added", words)
    pairs = [(b.cells, a.cells) for b, a in zip(before, after, strict=False)]
    cells = {c: (b.get(c, ""), a.get(c, "")) for b, a in pairs for c in {**b, **a} if b.get(c, "") != a.get(c, "")}
    if not cells and len(before) == len(after):
        return None
    closed = "valid_to" in cells and not cells["valid_to"][0]
    detail = ", ".join(f"{HEADINGS.get(c, c)}: {b or 'ว่าง'} → {a or 'ว่าง'}" for c, (b, a) in cells.items())
    return RowChange(file, "closed" if closed else "changed", words, detail or f"{len(before)} แถว → {len(after)} แถว")
