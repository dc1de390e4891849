"""Several endorsements may share one page: each has its own ที่ and date; one read twice is one. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from workflow.parsers.bundle import Paper, Sheet
from workflow.parsers.fields.numbers import number_of
from workflow.parsers.rows import Row

TWICE = 88.0  # percent alike: the same endorsement read a second time
SLIPS = 1  # digits in which two readings of one number may differ


@dataclass(frozen=True)
class Repeat:
    """An endorsement that was read twice: the rows of the second reading."""

    rows: tuple[Row, ...]


def split_endorsements(paper: Paper) -> list[tuple[Paper, tuple[Repeat, ...]]]:
    """Return the endorsements of a page in order, each with its further readings."""
    sheet = paper.sheets[0]
    parts = _parts(sheet.rows)
    found: list[tuple[list[Row], list[Repeat]]] = []
    for part in parts:
        twin = next((f for f in found if _same(f[0], part)), None)
        if twin:
            twin[1].append(Repeat(tuple(part)))
        else:
            found.append((part, []))
    return [(_paper(paper, sheet, rows), tuple(repeats)) for rows, repeats in found]


def _same(first: Sequence[Row], again: Sequence[Row]) -> bool:
    """Whether two parts are one endorsement read twice: almost the same words under almost the same number.

    One unit endorses many papers in the same words, each under a number of its own.
    """
    numbers = [number[0].replace(" ", "") for part in (first, again) if (number := number_of(part))]
    alike = len(numbers) < 2 or Levenshtein.distance(*numbers) <= SLIPS
    return alike and fuzz.ratio(_text(first), _text(again)) > TWICE


def _parts(rows: Sequence[Row]) -> list[list[Row]]:
    starts = [n for n in range(len(rows)) if number_of(rows[n : n + 1])]
    starts = [n - 1 if n and "สำเนาถูกต้อง" in rows[n - 1].text else n for n in starts]
    ends = [*starts[1:], len(rows)]
    return [list(rows[s:e]) for s, e in zip(starts, ends, strict=True)]


def _paper(paper: Paper, sheet: Sheet, rows: Sequence[Row]) -> Paper:
    return replace(paper, sheets=(replace(sheet, rows=tuple(rows)),), rows=tuple(rows))


def _text(rows: Sequence[Row]) -> str:
    return "".join(row.text for row in rows).replace(" ", "")
