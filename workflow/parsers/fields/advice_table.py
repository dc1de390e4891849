"""Recommendations set as a ruled table: code, name, indicator and advice in columns told by their heads. Pure.

A group is a row of one cell, or the heading right above the table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.core.reading import Recommendation
from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_found import SURE
from workflow.parsers.fields.advice_groups import Groups
from workflow.parsers.fields.advice_headings import heading_over_table
from workflow.parsers.fields.advice_lines import ADVICE, item_of, lead_end
from workflow.parsers.fields.advice_names import split_indicator, trimmed
from workflow.parsers.page import Table
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import bones, rough

_ADVISES = rough(rf"{ADVICE}|สิ่งที่ควรดำเนินการ|แนวทาง")
_REMARKS = rough(r"ข้อสังเกต|ข้อคิดเห็น")  # advice only where no other column gives any
_PART = rough(r"(?:ตัวชี้วัด|มิติ|ด้าน|หมวด|องค์ประกอบ|เสาหลัก)(?:หลัก)?\s*$")
_PROPER = rough(ADVICE)
_SAYS_WHAT = rough(r"(?:ชื่อ)?(?:ตัวชี้วัด|มิติ|ด้าน|หมวด|องค์ประกอบ|เสาหลัก|ประเด็น|หัวข้อ)")
_GROUP = rough(r"กลุ่ม|ระดับ|สถานะ|ผลการประเมิน")
_CODE = re.compile(r"^\D{0,24}?(?P<code>\d{1,2}(?:\.\d{1,2})+)\.?$")
_CODED_NAME = re.compile(r"^(?:[^\d\s]{0,24}\s*)?\d{1,2}(?:\.\d{1,2})+\.?\s+[ก-๙A-Za-z“\"(]")
_SERIAL = re.compile(r"^\(?\d{1,2}[.)]{0,2}$")
_NUMBER = re.compile(r"^(?:(?:\d{1,2}(?:\.\d+)*[.)]?|\(?[ก-ฮ][.)]|\(\d{1,2}\))\s+)?")


@dataclass(frozen=True)
class _Columns:
    advice: int
    indicator: int | None
    group: int | None


def recommendations_in(tables: Sequence[Table], groups: Sequence[str | None] = ()) -> list[Recommendation]:
    """Return the recommendations of tables whose heads name a column of advice; none of other tables.

    `groups` are the headings above the tables: of all rows under which the table itself names none.
    """
    over = groups or [None] * len(tables)
    done: list[Recommendation] = []
    for before, table, group in zip((None, *tables), tables, over, strict=False):
        carried = done[-1].group if done and before and group is None and _goes_on(before, table) else group
        done += _read(table, carried)
    return done


def _goes_on(before: Table, table: Table) -> bool:
    """Whether a table is the rest of the one before on another page: it repeats its head."""
    heads = [[bones(cell) for cell in rows[0]] for rows in (before.rows, table.rows) if rows]
    return before.page != table.page and len(heads) == 2 and heads[0] == heads[1]


def names_advice(cells: Sequence[str]) -> bool:
    """Whether a row of cells is the head of a table of advice."""
    return _columns([to_arabic(cell).strip() for cell in cells]) is not None


def names_subject(cells: Sequence[str]) -> bool:
    """Whether a row of cells is the head of a table of advice that says what each advice is about."""
    found = _columns([to_arabic(cell).strip() for cell in cells])
    return found is not None and _subject(cells, found.advice) is not None


def _subject(head: Sequence[str], advice: int) -> int | None:
    """Return the column that names what is advised about, where a column is headed as advice in so many words."""
    if not _PROPER.match(head[advice]):
        return None
    return next((n for n, cell in enumerate(head[:advice]) if _SAYS_WHAT.match(cell)), None)


def is_coded(cell: str) -> bool:
    """Whether a cell holds the code of a sub-indicator and nothing else."""
    return bool(_CODE.match(to_arabic(cell).strip()))


def is_coded_name(cell: str) -> bool:
    """Whether a cell holds the code of a sub-indicator and its name."""
    return bool(_CODED_NAME.match(to_arabic(cell).strip()))


def is_serial(cell: str) -> bool:
    """Whether a cell only counts the rows."""
    return bool(_SERIAL.match(to_arabic(cell).strip()))


def groups_over(tables: Sequence[Table], rows: Sequence[Row]) -> tuple[list[str | None], Groups]:
    """Return the group that the last line above each table names, and what these headings say stands under them.

    A table at the top of a page goes on with the group of the one before.
    """
    named: list[str | None] = []
    over, done = Groups(), 0
    for table in tables:
        at = _place(table, rows, done)
        above = rows[at - 1] if at else None
        heading = heading_over_table(above.text.strip()) if above else None
        if heading:
            over.open(heading, SURE)
        elif above and above.page == table.page:
            over.leave()
        named.append(over.group if at is not None else None)
        done = at + 1 if at is not None else done
    return named, over


def _place(table: Table, rows: Sequence[Row], start: int) -> int | None:
    """Return the row in which the table's head stands, by the beginnings of all its cells; None when no row is like it."""
    wanted = [bones(to_arabic(cell))[:4] for cell in table.rows[0] if cell.strip()] if table.rows else []
    for n, row in enumerate(rows[start:], start):
        text = bones(row.text)
        if row.page == table.page and wanted and text.startswith(wanted[0]) and all(cell in text for cell in wanted):
            return n
    return None


def _read(table: Table, group: str | None) -> Iterator[Recommendation]:
    rows = [[re.sub(r"\s+", " ", to_arabic(cell)).strip() for cell in row] for row in table.rows]
    coded = list(_coded(rows, group, table.page))
    yield from coded or _uncoded(rows, group, table.page)


def _uncoded(rows: Sequence[Sequence[str]], group: str | None, page: int) -> Iterator[Recommendation]:
    """Yield the recommendations of a table whose indicators bear no numbers, as in the surveys' first years: named under a head that says so."""
    named, advice = None, 0
    for row in rows:
        if found := _columns(row):
            named, advice = _subject(row, found.advice), found.advice
        elif named is not None and len({cell for cell in row if cell}) == 1:
            group = trimmed(_NUMBER.sub("", next(cell for cell in row if cell)))
        elif named is not None and row[named] and len(row) > advice and row[advice]:
            lead = lead_end(row[advice]) or 0
            name = trimmed(_NUMBER.sub("", row[named]))
            yield Recommendation("", name, None, group, row[advice][lead:].strip(" :"), page)


def _coded(rows: Sequence[Sequence[str]], group: str | None, page: int) -> Iterator[Recommendation]:
    columns, indicator = None, None
    for row in rows:
        filled = [cell for cell in row if cell]
        if found := _columns(row):
            columns = found
        elif columns and len(set(filled)) == 1:
            group = trimmed(_NUMBER.sub("", filled[0]))
        elif columns and (head := _head(row, columns)):
            code, name = head
            indicator = _indicator(row, columns) or (indicator if columns.indicator is not None else None)
            name, above, _ = split_indicator(name)
            advice = _cell(row, columns.advice) or ""
            lead = lead_end(advice) or 0
            under = trimmed(_NUMBER.sub("", indicator or above or "")) or None
            yield Recommendation(
                code, trimmed(name), under, _cell(row, columns.group) or group, advice[lead:].strip(" :"), page
            )


def _columns(row: Sequence[str]) -> _Columns | None:
    """Return what the columns hold when the row is a head that names a column of advice."""
    advising = [n for n, cell in enumerate(row) if n and len(cell) < 60 and _ADVISES.match(cell)]
    advice = min(advising, key=lambda n: _REMARKS.match(row[n]) is not None, default=None)
    if advice is None or any(re.search(r"\d\.\d", cell) for cell in row):
        return None
    parts = [n for n, cell in enumerate(row) if n != advice and _PART.match(cell)]
    groups = [n for n, cell in enumerate(row) if n != advice and _GROUP.match(cell)]
    return _Columns(advice, parts[0] if parts else None, groups[0] if groups else None)


def _head(row: Sequence[str], columns: _Columns) -> tuple[str, str] | None:
    """Return code and name, whether they share a cell or not."""
    for n, cell in enumerate(row[: columns.advice]):
        if code := _CODE.match(cell):
            names = [
                c
                for k, c in enumerate(row[n + 1 : columns.advice], n + 1)
                if c and k not in (columns.indicator, columns.group)
            ]
            return (code["code"], names[0]) if names else None
        if (item := item_of(cell, []) or item_of(f"- {cell}", [])) and item.whole and item.name:
            return item.code, item.name
    return None


def _indicator(row: Sequence[str], columns: _Columns) -> str | None:
    """Return the indicator in a column of its own; a column of codes alone names none."""
    cell = _cell(row, columns.indicator)
    return None if cell and _CODE.match(cell) else cell


def _cell(row: Sequence[str], column: int | None) -> str | None:
    return row[column] if column is not None and column < len(row) and row[column] else None
