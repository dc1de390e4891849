"""Endorsements (เกษียนหนังสือ): several may share one page, or stand below the paper they are written on; one read twice is one. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz

from workflow.parsers.binding.doubles import heads_part
from workflow.parsers.binding.endorsed import certified_below, is_certified, starts
from workflow.parsers.binding.opening import heads, is_signature
from workflow.parsers.bundle import Paper, Sheet
from workflow.parsers.fields.dated import date_alone, date_in
from workflow.parsers.fields.endorsed_date import dated_behind
from workflow.parsers.rows import Row

TWICE = 88.0  # percent alike: the same endorsement read a second time


@dataclass(frozen=True)
class Repeat:
    """An endorsement that was read twice: the rows of the second reading."""

    rows: tuple[Row, ...]


def split_endorsements(paper: Paper) -> list[tuple[Paper, tuple[Repeat, ...]]]:
    """Return the endorsements of a paper in order, each with its further readings."""
    found: list[tuple[Paper, list[Repeat]]] = []
    for part in _parts(paper):
        twin = next((f for f in found if _same(f[0].sheets[0], part.sheets[0])), None)
        if twin:
            twin[1].append(Repeat(part.rows))
        else:
            found.append((part, []))
    return [(part, tuple(repeats)) for part, repeats in found]


def _parts(paper: Paper) -> list[Paper]:
    rows = paper.rows
    begins = [n for n in range(len(rows)) if starts(rows, n)] or [0]
    if any(is_signature(row) for row in rows[: begins[0]]):
        begins = [0, *begins]  # a note without a number on top of the page
    if not certified_below(rows):
        begins = sorted({n - 1 if n and is_certified(rows[n - 1]) else n for n in begins})
    ends = [*begins[1:], len(rows)]
    return [_paper(paper, rows[b:e]) for b, e in zip(begins, ends, strict=True)]


def _paper(paper: Paper, rows: Sequence[Row]) -> Paper:
    pages = {row.page for row in rows}
    sheets = [replace(s, rows=tuple(r for r in rows if r.page == s.page)) for s in paper.sheets if s.page in pages]
    return replace(paper, sheets=tuple(sheets), rows=tuple(rows))


def _same(one: Sheet, other: Sheet) -> bool:
    """Whether two texts are one endorsement: alike, and neither number, addressee nor date parts them."""
    if fuzz.ratio(one.packed, other.packed) <= TWICE or heads_part(one, other):
        return False
    days = [_day(sheet.rows) for sheet in (one, other)]
    return None in days or days[0] == days[1]


def _day(rows: Sequence[Row]) -> date | None:
    """Return the day on a row of its own, else behind the number."""
    alone = next((on for row in reversed(rows) if (on := date_alone(row))), None)
    behind = next((part for n, row in enumerate(rows) if heads(rows, n) and (part := dated_behind(row))), None)
    return alone or (date_in(behind.text, noisy=bool(behind.sure)) if behind else None)
