"""Recommendations set as a ruled table: code, name, indicator and advice in columns told by their heads. Pure.

A group is a row of one cell, or the heading right above the table.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from workflow.core.reading import Recommendation
from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_groups import headings_of_indicators, under_indicator
from workflow.parsers.fields.advice_headings import GROUP_NUMBER, PARTED, groups_indicators, indicator_named
from workflow.parsers.fields.advice_items import item_of
from workflow.parsers.fields.advice_leads import lead_end
from workflow.parsers.fields.advice_names import split_indicator, trimmed
from workflow.parsers.fields.advice_parts import part_heading, part_in, without_number
from workflow.parsers.fields.advice_table_heads import Columns, columns_of, subject_of, with_contents
from workflow.parsers.page import Table
from workflow.parsers.skeleton import bones, rough

_CODE = re.compile(r"^\D{0,24}?(?P<code>\d{1,2}(?:\.\d{1,2})+)[.)\]]{0,2}$")
_CODED_NAME = re.compile(r"^(?:[^\d\s]{0,24}\s*)?\d{1,2}(?:\.\d{1,2})+[.)\]]{0,2}\s+[ก-๙A-Za-z“\"(]")
_LABEL = rough(r"(?:(?:ตัวชี้วัด|มิติ|ด้าน|หมวด|องค์ประกอบ|เสาหลัก|ปัจจัย|ประเด็น|หัวข้อ|ข้อ|รหัส|ลำดับ|ที่|ย่อย|หลัก)\s*)*$")  # no name
_CODE_BEHIND = re.compile(
    r"^(?P<name>.*?[ก-๙A-Za-z)\]”\"])\s*(?:(?P<open>[(\[])\s*|\s[,–-]?\s*)(?:รหัส\s*)?(?P<code>\d{1,2}(?:\.\d{1,2})+)\s*(?(open)[)\]])$"
)
_ENDS_IN_CODE = re.compile(r"[(\[]\s*\d{1,2}(?:\.\d{1,2})+\s*[)\]]$")
_BRACKETED = re.compile(r"^[(\[]?(?P<code>\d{1,2}(?:\.\d{1,2})+)[)\]]\.?\s*(?P<name>[ก-๙A-Za-z“\"(].*)$")
_NUMBER_OF_GROUP = re.compile(rf"^{GROUP_NUMBER}{PARTED}(?=[ก-ฮเ-ไ])")
_COUNTED = re.compile(
    r"^\d{1,2}[.)]?\s(?=[(\[]?\d{1,2}\.\d{1,2}[.)\]]*\s[ก-๙A-Za-z])"
)  # the row's number before a code
_SERIAL = re.compile(r"^\(?\d{1,2}[.)]{0,2}$")
_CODES, _WHOLE = rough(r"รหัส|ตัวชี้วัดที่\s*$"), re.compile(r"\d{1,2}$")
_NONE = re.compile(r"^(?:[-–—.\s]+|ไม่มี(?:ข้อเสนอแนะ)?|N/?A)$", re.IGNORECASE)
_MARK = re.compile(r"\d{1,3}(?:\.\d+)?\s")
_NUMBER = re.compile(r"^(?:(?:\d{1,2}(?:\.\d+)*[.)]?|\(?[ก-ฮ][.)]|\(\d{1,2}\))\s+)?")


def recommendations_in(tables: Sequence[Table], groups: Sequence[str | None] = ()) -> list[Recommendation]:
    """Return the recommendations of tables whose heads name a column of advice; none of other tables.

    `groups` are the headings above the tables: of all rows under which the table itself names none.
    """
    over = groups or [None] * len(tables)
    done: list[Recommendation] = []
    parts: dict[str, str] = {}  # what heads the rows of each first number, of this table or of one before
    for before, table, group in zip((None, *tables), tables, over, strict=False):
        carried = done[-1].group if done and before and group is None and _goes_on(before, table) else group
        done += _read(table, carried, parts)
    naming = headings_of_indicators(done)
    return [under_indicator(given) if given.group in naming else given for given in done]


def _goes_on(before: Table, table: Table) -> bool:
    """Whether a table is the rest of the one before on another page: it repeats its head."""
    heads = [[bones(cell) for cell in rows[0]] for rows in (before.rows, table.rows) if rows]
    return before.page != table.page and len(heads) == 2 and heads[0] == heads[1]


def names_advice(cells: Sequence[str]) -> bool:
    """Whether a row of cells is the head of a table of advice."""
    return columns_of(_plain(cells)) is not None


def names_subject(cells: Sequence[str]) -> bool:
    """Whether a row of cells is the head of a table of advice that says what each advice is about."""
    found = columns_of(_plain(cells))
    return found is not None and subject_of(found) is not None


def _plain(cells: Sequence[str]) -> list[str]:
    """Return what cells say, in Arabic digits and without space around it."""
    return [to_arabic(cell).strip() for cell in cells]


def advice_column(head: Sequence[str]) -> int:
    """Return the column that gives the advice under a head that names one; ValueError under any other."""
    if (found := columns_of(_plain(head))) is None:
        raise ValueError("no column of advice")
    return found.advice


def begins_a_record(row: Sequence[str], head: Sequence[str]) -> bool:
    """Whether a row tells a code and a name under the head of its table."""
    columns = columns_of(_plain(head))
    return columns is not None and _head(_plain(row), columns) is not None


def is_coded(cell: str) -> bool:
    """Whether a cell holds the code of a sub-indicator and nothing else."""
    return bool(_CODE.match(to_arabic(cell).strip()))


def is_coded_name(cell: str) -> bool:
    """Whether a cell holds the code of a sub-indicator and its name."""
    return bool(_CODED_NAME.match(to_arabic(cell).strip()))


def ends_in_code(cell: str) -> bool:
    """Whether a cell ends in the code of a sub-indicator, in brackets."""
    return bool(_ENDS_IN_CODE.search(to_arabic(cell).strip()))


def is_serial(cell: str) -> bool:
    """Whether a cell only counts the rows."""
    return bool(_SERIAL.match(to_arabic(cell).strip()))


def _read(table: Table, group: str | None, parts: dict[str, str]) -> Iterator[Recommendation]:
    rows = [[_COUNTED.sub("", " ".join(to_arabic(cell).split())) for cell in row] for row in table.rows]
    coded = list(_coded(_codes_first(rows) or rows, group, table.page, parts))
    yield from coded or _uncoded(rows, group, table.page)


def _codes_first(rows: Sequence[list[str]]) -> list[list[str]]:
    """Return the rows with the codes before the names where all stand behind them, none where they do not: a name may end in a number."""
    turned: list[list[str]] = []
    named: int | None = None
    advice: int | None = None
    for row in rows:
        if found := columns_of(row):
            named, advice = subject_of(found), found.advice
        elif named is not None and len({cell for cell in row if cell}) > 1 and (cell := _cell(row, named)):
            behind = _CODE_BEHIND.match(cell)
            if behind is None and advice is not None and (advice >= len(row) or _NONE.match(row[advice] or "-")):
                turned.append(row)  # a part's own marks, or the whole's
                continue
            if behind is None or _LABEL.match(behind["name"]):
                return []
            row = [*row[:named], f"- {behind['code']} {_NUMBER.sub('', behind['name'])}", *row[named + 1 :]]
        turned.append(row)
    return turned


def _uncoded(rows: Sequence[Sequence[str]], group: str | None, page: int) -> Iterator[Recommendation]:
    """Yield the recommendations of a table whose indicators bear no numbers, as in the surveys' first years: named under a head that says so."""
    named, columns, indicator, over = None, None, None, None
    for row in rows:
        if found := columns_of(row):
            named, columns = subject_of(found), found
        elif named is not None and len({cell for cell in row if cell}) == 1:
            group, over = _over(next(cell for cell in row if cell), group)
        elif columns and named is not None and _cell(row, named) and (advice := _advice(row, columns)):
            indicator = _indicator(row, columns, {named}, indicator)
            name, under = trimmed(_NUMBER.sub("", row[named])), trimmed(_NUMBER.sub("", indicator or "")) or over
            code, name = _whole(row, columns, name)
            yield Recommendation(code, name, under, group, advice, page)


def _whole(row: Sequence[str], columns: Columns, name: str) -> tuple[str, str]:
    """Return the number of a whole indicator, in a column of codes or behind the word for it, and its name; empty where none is told."""
    coded = [n for n, head in enumerate(columns.heads) if _CODES.match(head) and n < len(row) and _WHOLE.match(row[n])]
    part = part_in(name) if name[:1].isalpha() else None
    return (row[coded[0]], name) if coded else part or ("", name)


def _coded(
    rows: Sequence[Sequence[str]], group: str | None, page: int, parts: dict[str, str]
) -> Iterator[Recommendation]:
    columns, indicator, over, held = None, None, None, None
    for n, row in enumerate(rows):
        filled = [cell for cell in row if cell]
        if found := columns_of(row):
            columns = with_contents(found, rows)
        elif columns and (part := part_heading(row, columns.advice)) and _next_under(part[0], rows[n + 1 :], columns):
            parts[part[0]], over = trimmed(part[1]), None
        elif columns and len(set(filled)) == 1:
            (group, over), held = _over(filled[0], group), None
        elif columns and (head := _head(row, columns)):
            indicator = _indicator(row, columns, head.taken, indicator)
            name, above, _ = split_indicator(head.name)
            told = without_number(indicator or above or "", head.code)
            first = head.code.rpartition(".")[0] if head.code.rpartition(".")[0] in parts else head.code.split(".")[0]
            under = trimmed(_NUMBER.sub("", told)) or over or parts.get(first)
            parts |= {first: under} if under else {}
            held = _group(row, columns) or held  # one cell merged over several rows has its text in the first
            yield Recommendation(head.code, trimmed(name), under, held or group, _advice(row, columns), page)


def _next_under(number: str, below: Sequence[Sequence[str]], columns: Columns) -> bool:
    """Whether the next record's code begins with the number of a part, or stands on the next page."""
    first = next((head for row in below if (head := _head(row, columns))), None)
    return first is None or first.code.startswith(f"{number}.")


def _group(row: Sequence[str], columns: Columns) -> str | None:
    """Return the group that a row names in a column for it; a mark with the word for its level is none."""
    cell = _cell(row, columns.group)
    return None if cell and _MARK.match(cell) else cell


def _advice(row: Sequence[str], columns: Columns) -> str:
    """Return the advice of a row without its lead-in; a dash alone is none."""
    advice = _cell(row, columns.advice) or ""
    return "" if _NONE.match(advice) else advice[lead_end(advice) or 0 :].strip(" :")


def _over(text: str, group: str | None) -> tuple[str | None, str | None]:
    """Return the group and the indicator of the rows below a row of one cell: it names one indicator by its kind, or a group."""
    title = trimmed(_NUMBER_OF_GROUP.sub("", _NUMBER.sub("", text)))
    named = None if groups_indicators(title) else indicator_named(title)
    return (group, trimmed(named)) if named else (title, None)


@dataclass(frozen=True)
class _Head:
    """Code and name of a record, and the columns they were taken from."""

    code: str
    name: str
    taken: tuple[int, ...]


def _head(row: Sequence[str], columns: Columns) -> _Head | None:
    """Return code and name, whether they share a cell or not."""
    subject = subject_of(columns)
    for n in columns.free(row):
        cell = row[n]
        if (code := _CODE.match(cell)) and (n != subject or _LABEL.match(cell[: code.start("code")].strip(" .:("))):
            named = columns.naming(n, row)
            if named is None:
                return _Head(code["code"], "", (n,))  # beside nothing but its advice
            return _Head(code["code"], row[named], (n, named)) if row[named] else None
        if marked := _BRACKETED.match(cell):
            return _Head(marked["code"], marked["name"], (n,))
        if (item := item_of(cell, []) or item_of(f"- {cell}", [])) and item.whole and item.name:
            return _Head(item.code, item.name, (n,))
    return None


def _indicator(row: Sequence[str], columns: Columns, taken: Collection[int], before: str | None) -> str | None:
    """Return the indicator in a column of its own, that of the row before where the cell is empty; a column of codes alone names none."""
    left = list(columns.above(taken, row))
    named = (cell for n in left if (cell := row[n]) and not _CODE.match(cell))
    return next(named, before if left else None)


def _cell(row: Sequence[str], column: int | None) -> str | None:
    return row[column] if column is not None and column < len(row) and row[column] else None
