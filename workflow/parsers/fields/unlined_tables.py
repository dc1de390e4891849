"""Tables of scores without upright lines, the advice for each beside them or not, as the cells of ruled ones. Pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_columns import MOST_PARTS, advising
from workflow.parsers.fields.advice_headings import heading_over_table
from workflow.parsers.fields.advice_parts import part_in
from workflow.parsers.fields.advice_table import ends_in_code, is_coded, is_coded_name, names_advice
from workflow.parsers.fields.unlined_area import (
    TIERS,
    below,
    head_rows,
    heads_advised_marks,
    heads_marks,
    packed,
    words_of,
)
from workflow.parsers.page import Table
from workflow.parsers.rows import Row
from workflow.parsers.unlined import Level, heads_of, level_of, numeric_of, without
from workflow.parsers.unlined_records import cells_of, parts_beside, records_of, runs_of

_FEWEST = 3  # columns, records
_APART = 8.0  # points: what stands farther below the last record is not of it
_WRAPPED = 0.2  # of the rows of names begin with a code
_PART = re.compile(r"^(?:[^\d\s]{2,14}\s?(?:ที่\s?)?)?\d{1,2}[.)]{0,2}\s+[ก-ฮเ-ไA-Z]")
_BEGINS = re.compile(r"\(?[1ก][.)]")  # an advice in several points
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2})+")

# a part of a table to each page, each under its head; and whether room parts its records
Parted = tuple[list[Table], bool]


def with_advised_scores(tables: Sequence[Table], rows: Sequence[Row]) -> tuple[Table, ...]:
    """Return the ruled tables, before them such a table of rows cut into columns where none of them gives advice.

    A ruled one within it, of shaded rows, is a piece of it.
    """
    if any(names_advice(row) for table in tables for row in table.rows[:TIERS]):
        return tuple(tables)
    found = tables_of(rows)
    said = {table.page: "".join(_cells(table)) for table in found}
    return (*found, *(table for table in tables if not all(cell in said.get(table.page, "") for cell in _cells(table))))


def _cells(table: Table) -> list[str]:
    return ["".join(to_arabic(cell).split()) for row in table.rows for cell in row]


def tables_of(rows: Sequence[Row]) -> list[Table]:
    """Return the first such table that gives advice too, of rows cut into columns; a part of it to each page, each under its head."""
    at = next((n for n in range(len(rows)) if heads_advised_marks(rows, n)), None)
    return [] if at is None else _table(rows, at, _advice_in)[0]


def records_without_code(tables: Sequence[Table]) -> int:
    """Return how many records of such tables bear no code that can be read; the rest of one that a page tears bears none."""
    pages = [None, *(table.page for table in tables)]
    rows = (
        row
        for before, table in zip(pages, tables, strict=False)
        for row in table.rows[1 + (before not in (None, table.page)) :]
    )
    return sum(sum(map(bool, row)) > 1 and not any(map(_is_coded, row)) for row in rows)


def _is_coded(cell: str) -> bool:
    return is_coded(cell) or is_coded_name(cell) or ends_in_code(cell)


def advice_of(rows: Sequence[Row]) -> list[Table]:
    """Return the tables of advice on coded sub-indicators, of rows cut into columns; a part of each to every page, under its head."""
    found, seen = list[Table](), set[str]()
    for n, row in enumerate(rows):
        if row.text not in seen and len(texts := words_of(row)) > 1 and names_advice(texts):
            found += _table(rows, n, _advice_in, coded=True)[0]
        seen.add(row.text)
    return found


def scores_of(rows: Sequence[Row]) -> list[Parted]:
    """Return each such table of rows cut into columns, with advice or without."""
    found, seen = list[Parted](), set[str]()
    for n, row in enumerate(rows):
        if row.text not in seen and heads_marks(rows, n) and (table := _table(rows, n, _names_in))[0]:
            found.append(table)
        seen.add(row.text)
    return found


def _table(
    rows: Sequence[Row],
    at: int,
    longest: Callable[[Sequence[str], Sequence[int], Sequence[Level]], int | None],
    *,
    coded: bool = False,
) -> Parted:
    """Return the table below a head; `longest` tells which column holds most words.

    Of a `coded` one codes tell where a record begins, and two columns are enough.
    """
    if any(row.box is None for row in rows[at:]):
        return [], False
    under, columns = below(rows, at, _FEWEST - coded)
    levels = [level_of(row, columns) for row in under] if columns else []
    numeric = numeric_of(levels, len(columns))
    if coded and not numeric:
        levels = [_with_codes(level) for level in levels]
        numeric = numeric_of(levels, len(columns), _WRAPPED)
    if not numeric:
        return [], False
    head = head_rows(rows, at, columns, numeric)
    heads, repeated = heads_of(head, columns), {packed(row) for row in head}
    levels = [level for row, level in zip(under, levels, strict=True) if packed(row) not in repeated]
    text = longest(heads, numeric, levels)
    return ([], False) if text is None else _set(heads, levels, numeric, text)


def _with_codes(level: Level) -> Level:
    """Return a level with the columns in which a code and its name begin told too."""
    return replace(level, begun=level.begun | {n for n in level.cells if is_coded_name(level.text(n))})


def _advice_in(heads: Sequence[str], numeric: Sequence[int], _levels: Sequence[Level]) -> int | None:
    """Return the column of advice."""
    advice = (n for n, text in enumerate(heads) if advising(text) is not None and n not in numeric)
    return next(advice, None) if names_advice(heads) else None


def _names_in(heads: Sequence[str], numeric: Sequence[int], levels: Sequence[Level]) -> int | None:
    """Return the column of names: of those before the last of the numbers the one with most letters."""
    before = [n for n in range(max(numeric)) if n not in numeric]
    return max(before, key=lambda n: sum(len(level.text(n)) for level in levels), default=None)


def _set(heads: tuple[str, ...], levels: Sequence[Level], numeric: Sequence[int], advice: int) -> Parted:
    """Return the records below a head; none where too few hold numbers."""
    beside = parts_beside(levels, numeric, advice, len(heads))
    own = [rest for level in levels if (rest := without(level, beside)).cells]
    records, roomy = records_of(own, numeric, advice, lambda level: _opens_a_part(level, numeric, advice))
    records = _whole(_down_to_the_last(records, numeric, advice), numeric, advice)
    if sum(any(level.numbers(numeric) for level in record) for record in records) < _FEWEST:
        return [], False
    made = [list(cells_of(record, len(heads))) for record in records]
    for column in beside:
        _name_parts(made, records, runs_of(levels, column, numeric), column)
    pages = groupby(zip(records, made, strict=True), key=lambda pair: pair[0][0].page)
    return [Table(page, (heads, *(tuple(cells) for _, cells in some))) for page, some in pages], roomy


def _opens_a_part(level: Level, numeric: Sequence[int], text: int) -> bool:
    """Whether a level holds nothing but the name of a part of the table; `text` is the column of names, or behind the numbers of advice."""
    if len(level.cells) != 1 or level.numbers(numeric) or (text in level.cells and text > max(numeric)):
        return False
    (words,) = (level.text(n) for n in level.cells)
    return level.across or bool(_PART.match(words)) or heading_over_table(words) is not None


def _down_to_the_last(records: Sequence[list[Level]], numeric: Sequence[int], advice: int) -> list[list[Level]]:
    """Return the records down to the last that holds numbers, and what goes on with its advice on the next page.

    Where records have codes, what stands apart from them by words of its own is of another table.
    """
    numbered = [any(level.numbers(numeric) for level in record) for record in records]
    coded = [
        n
        for n, record in enumerate(records)
        if any(_code(level.text(k)) or ends_in_code(level.text(k)) for level in record for k in level.cells)
    ]
    after = coded[-1] if len(coded) >= _FEWEST else 0
    closed = next((n for n in range(after, len(records)) if after and not numbered[n]), len(records))
    last = max((n for n, told in enumerate(numbered[:closed]) if told), default=-1)
    kept = list(records[: last + 1])
    if kept:
        over = (n for n, (a, b) in enumerate(pairwise(kept[-1]), 1) if b.across or b.top - a.bottom > _APART)
        kept[-1] = kept[-1][: next(over, len(kept[-1]))]
    for record in records[last + 1 : last + 2]:
        if kept and record[0].page != kept[-1][-1].page:
            whole = _is_rest(record, kept[-1], numeric, advice)
            rest = record if whole else list(takewhile(lambda level: set(level.cells) == {advice}, record))
            kept += [rest] if rest else []
    return kept


def _is_rest(record: Sequence[Level], before: Sequence[Level], numeric: Sequence[int], advice: int) -> bool:
    """Whether the first words of a page go on with the record before it: its advice alone, or that and other cells of it."""
    if all(set(level.cells) == {advice} for level in record):
        return True
    held = {n for level in before for n in level.cells}
    beside = len(record[0].cells) > 1 and advice in record[0].cells
    return beside and all(
        set(level.cells) <= held and not level.across and not level.numbers(numeric) for level in record
    )


def _whole(records: Sequence[list[Level]], numeric: Sequence[int], advice: int) -> list[list[Level]]:
    """Return the records with the rest of an advice that stands apart from its row put to it, else to the one it begins."""
    whole: list[list[Level]] = []
    held: list[Level] = []
    for record in records:
        alone = all(set(level.cells) == {advice} for level in record) and not _opens_a_part(record[0], numeric, advice)
        before = whole[-1] if whole and whole[-1][0].page == record[0].page else None
        if alone and _BEGINS.match(record[0].text(advice)):
            held += record
        elif alone and before:
            before += record
        else:
            same = bool(held) and held[0].page == record[0].page
            whole += [held] if held and not same else []
            whole.append([*held, *record] if same else list(record))
            held = []
    return [*whole, held] if held else whole


def _name_parts(
    made: Sequence[list[str]], records: Sequence[list[Level]], runs: Sequence[list[Level]], column: int
) -> None:
    """Put the name of each part, which stands around the middle of its records, into the first of them."""
    codes = _codes_in(made)
    firsts = [code and code.split(".")[0] for code in codes]
    if len([key for key, _ in groupby(firsts)]) > len(set(firsts)):  # groups of the indicators of several parts
        for run, first_record in _over_blocks(records, runs):
            made[first_record][column] = cells_of(run, column + 1)[column]
        return
    for run in runs:
        text = cells_of(run, column + 1)[column]
        middle = (run[0].top + run[-1].bottom) / 2
        near = [n for n, record in enumerate(records) if record[0].page == run[0].page]
        if near and not records[near[0]][0].top <= middle <= records[near[-1]][-1].bottom:
            continue  # above or below the table
        at = min(near, key=lambda n: max(records[n][0].top - middle, middle - records[n][-1].bottom), default=None)
        if at is None:
            continue
        part = part_in(text)
        first = part[0] if part and part[0] in firsts else firsts[at]
        if first is not None:
            at = next((n for n in near if firsts[n] == first), at)
        made[at][column] = text


def _over_blocks(records: Sequence[list[Level]], runs: Sequence[list[Level]]) -> Iterator[tuple[list[Level], int]]:
    """Yield each name with the first of the records that it stands beside the middle of, one block of a page below the other."""
    for page in {run[0].page for run in runs}:
        near = [n for n, record in enumerate(records) if record[0].page == page]
        for run in (run for run in runs if run[0].page == page):
            if not near:
                break
            yield run, near[0]
            end = (
                run[0].top + run[-1].bottom - records[near[0]][0].top
            )  # as far below the middle as its first begins above it
            last = min(near, key=lambda n: abs(records[n][-1].bottom - end))
            near = [n for n in near if n > last]


def _codes_in(made: Sequence[Sequence[str]]) -> list[str | None]:
    """Return the code of each record, from the column that holds most of them in their order."""
    columns = [[_code(cells[n]) for cells in made] for n in range(len(made[0]))]
    return max(columns, key=lambda codes: sum(a < b for a, b in pairwise(filter(None, codes))))


def _code(cell: str) -> str | None:
    """Return the code that a cell begins with, none where it is a difference or a mark."""
    coded = not cell.lstrip().startswith(("+", "-", "–")) and (is_coded(cell) or is_coded_name(cell))
    found = _CODE.search(to_arabic(cell)) if coded else None
    return found[0] if found and int(found[0].split(".")[0]) <= MOST_PARTS else None
