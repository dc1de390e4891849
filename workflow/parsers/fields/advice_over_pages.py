"""Tables of advice that go on over a page: rests without a head of their own, and rows torn by the edge of the page. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from rapidfuzz import fuzz

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_headings import heading_over_table, indicator_named
from workflow.parsers.fields.advice_headless import with_head
from workflow.parsers.fields.advice_table import advice_column, begins_a_record, ends_in_code, names_advice
from workflow.parsers.page import Table
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import bones

_SAME = 85  # percent
_COUNTED = re.compile(r"\W*[\dlIO]")
_FIGURE = re.compile(r"\s*\d{1,3}(?:\.\d+)?\s*%?\s*$")
_THAI = re.compile(r"[ก-ฮะ-ูเ-ๆ็-์]")
_WORDS = re.compile(r"[ก-ฮเ-ไ][ก-๙\s]{6,}")
_Cells = tuple[str, ...]


def over_pages(tables: Sequence[Table], rows: Sequence[Row] = ()) -> list[Table]:
    """Return as many tables: a rest under the head and the heading it does not repeat, each torn row whole on the page where it begins.

    A table that is no rest and bears no head is put under one of its own; `rows` are those of the paper.
    """
    done: list[Table] = []
    head: _Cells | None = None
    for given in tables:
        before = done[-1] if done and done[-1].page != given.page else None
        rest = before is not None and head is not None and _goes_on_under(head, given)
        table = given if rest else with_head(given, rows)
        own = next((n for n, row in enumerate(table.rows[:3]) if names_advice(row)), None)
        if own is None and not rest:
            head = None
            done.append(table)
            continue
        follows = before is not None and head is not None and (own is None or _alike(table.rows[own], head))
        above, below = (
            (table.rows[: own + 1], table.rows[own + 1 :]) if own is not None else ((head or (),), table.rows)
        )
        head = above[-1]
        if before and follows and own is not None and (tiers := _tiers(before.rows, below, head)):
            above, below = (*above, *below[:tiers]), below[tiers:]
        if before and follows and below and _is_torn(before.rows, below[0], head):
            last = tuple(map(_joined, before.rows[-1], below[0]))
            done[-1] = replace(before, rows=(*before.rows[:-1], last))
            below = below[1:]
        heading = _last_heading(before.rows) if before and follows else None
        headed = (heading,) if heading and below and not _is_heading(below[0]) else ()
        done.append(replace(table, rows=(*above, *headed, *below), sure=()))
    return done


def _tiers(before: Sequence[_Cells], below: Sequence[_Cells], head: _Cells) -> int:
    """Return how many rows below a repeated head are of it too: the very rows that stood below it on the page before."""
    at = next((n for n, row in enumerate(before) if _alike(row, head)), len(before))
    pairs = zip(before[at + 1 :], below, strict=False)
    same = takewhile(lambda pair: any(pair[0]) and pair[0] == pair[1] and not _is_heading(pair[0]), pairs)
    return sum(1 for _ in same)


def _last_heading(rows: Sequence[_Cells]) -> _Cells | None:
    return next((row for row in reversed(rows) if _is_heading(row)), None)


def _is_heading(row: _Cells) -> bool:
    """Whether a row is one cell across the table, over the rows below it, or set in by its words."""
    told = set(filter(None, row))
    return len(told) == 1 and (bool(row[0]) or any(indicator_named(cell) or heading_over_table(cell) for cell in told))


def _goes_on_under(head: _Cells, table: Table) -> bool:
    """Whether a table without a head has the columns of this one, and words where this one has its advice."""
    if any(len(row) != len(head) for row in table.rows):
        return False
    advice = advice_column(head)
    told = [bool(_WORDS.search(row[advice])) for row in table.rows if row[advice].strip()]
    return sum(told) * 2 > len(told)


def _alike(one: _Cells, other: _Cells) -> bool:
    """Whether two rows are one head, a letter or two misread."""
    return len(one) == len(other) and fuzz.ratio(bones("".join(one)), bones("".join(other))) >= _SAME


def _is_torn(before: Sequence[_Cells], row: _Cells, head: _Cells) -> bool:
    """Whether a row is the rest of the last one before: it begins no record, or leaves out what every row before tells."""
    records = [cells for cells in before if cells != head and sum(map(bool, cells)) > 1]
    if not records or before[-1] != records[-1] or len(records[-1]) != len(row) or not any(row):
        return False
    if any(_FIGURE.match(to_arabic(a)) and _FIGURE.match(to_arabic(b)) for a, b in zip(before[-1], row, strict=True)):
        return False  # scored itself: the total
    if any(ends_in_code(a) and ends_in_code(b) for a, b in zip(before[-1], row, strict=True)):
        return False  # each name ends in its code
    if _is_heading(row) or _COUNTED.match(to_arabic(row[0])):
        return False  # a group's name, or a record whose code is misread
    if any(begins_a_record(cells, head) for cells in records):
        return not begins_a_record(row, head)
    return any(not row[n] and all(cells[n] for cells in records) for n in range(len(row)))


def _joined(one: str, rest: str) -> str:
    """Return a cell with its rest: Thai runs on without a space."""
    apart = one and rest and not (_THAI.match(one[-1]) and _THAI.match(rest[0]))
    return f"{one} {rest}" if apart else one + rest
