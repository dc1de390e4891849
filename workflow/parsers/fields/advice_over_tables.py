"""The headings that stand right above ruled tables of advice, and what they say stands under them. Pure."""

import re
from collections.abc import Sequence

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_found import SURE
from workflow.parsers.fields.advice_groups import Groups
from workflow.parsers.fields.advice_headings import Heading, heading_over_table
from workflow.parsers.fields.advice_items import SAID
from workflow.parsers.fields.advice_leads import ANNOUNCES
from workflow.parsers.fields.advice_rows import as_printed
from workflow.parsers.page import Table
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import bones

_ALIKE = 6  # letters that the lines above tables of one kind begin with alike
_LINE = re.compile(r"^[ก-ฮเ-ไ][^\d:]{7,60}$")
_TO_CODE = re.compile(r"\D{0,24}\d{1,2}(?:\.\d{1,2})+")


def groups_over(tables: Sequence[Table], rows: Sequence[Row]) -> tuple[list[str | None], Groups]:
    """Return the group that the last line above each table names, and what these headings say stands under them.

    A table at the top of a page goes on with the group of the one before.
    """
    named: list[str | None] = []
    over, done = Groups(), 0
    places: list[int | None] = []
    for table in tables:
        at = _place(table, rows, done)
        places.append(at)
        done = at + 1 if at is not None else done
    lines = [as_printed(rows[at - 1]) if at else None for at in places]
    texts = [line.text.strip() if line else "" for line in lines]
    alike = _in_series(tables, texts)
    for table, at, above, text in zip(tables, places, lines, texts, strict=True):
        heading = heading_over_table(text) or (Heading("", text) if text in alike else None)
        if heading:
            over.open(heading, SURE)
        elif above and above.page == table.page:
            over.leave()
        named.append(over.group if at is not None else None)
    return named, over


def _in_series(tables: Sequence[Table], texts: Sequence[str]) -> frozenset[str]:
    """Return the lines above tables of one head that begin alike and end otherwise: whatever they say, they tell the tables apart."""
    heads: dict[tuple[str, ...], set[str]] = {}
    for table, text in zip(tables, texts, strict=True):
        if table.rows and _LINE.match(text) and not (ANNOUNCES.search(text) or SAID.search(text)):
            heads.setdefault(tuple(map(bones, table.rows[0])), set()).add(text)
    return frozenset(
        t for held in heads.values() if len(held) > 1 and len({x[:_ALIKE] for x in held}) == 1 for t in held
    )


def _place(table: Table, rows: Sequence[Row], start: int) -> int | None:
    """Return the row in which the table's head stands, by the beginnings of all its cells; None when no row is like it.

    A head holds no code; the first record of a table without one does.
    """
    for cells in table.rows[:2]:
        if (at := _row_of(cells, table.page, rows, start)) is not None:
            return at
    return None


def _row_of(row: Sequence[str], page: int, rows: Sequence[Row], start: int) -> int | None:
    """Return the row of a page in which the first row of a table, or its first record, stands."""
    cells = [to_arabic(cell).strip() for cell in row if cell.strip()]
    begins = _TO_CODE.match(cells[0]) if cells else None
    short = None if len(cells) == 1 else 4  # letters: other cells of its row tell it from others; one alone does not
    wanted = [bones(begins[0])] if begins else [bones(cell)[:short] for cell in cells]
    for n, printed in enumerate(rows[start:], start):
        text = bones(printed.text)
        like = bool(wanted) and text.startswith(wanted[0]) and all(cell in text for cell in wanted)
        if printed.page == page and like and (begins or not _TO_CODE.match(printed.text)):
            return n
    return None
