"""The score of an indicator against the mean of its sub-indicators, in tables that are made so.

Whether a table is made so only itself can tell: most of its indicators must be plain means already. Weighted tables are let alone,
and the total is never computed (weights of indicators are seldom printed).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from workflow.core.reading import Finding, IndicatorScore, Survey
from workflow.core.thai_digits import to_thai
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

ROUNDED = 0.0101  # a mean printed with two decimals, cut or rounded
PROOF = 2  # indicators that are means, before one that is not is doubted
PARTS = ("score", "group_average")


@dataclass(frozen=True)
class _Family:
    """The row of an indicator, the rows of its sub-indicators, and which column is looked at."""

    parent: int
    children: tuple[int, ...]
    part: str


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return a doubt for each indicator that is not the mean of its parts; a number misread by one digit is put right if only one is."""
    return [finding for n, draft in enumerate(drafts) for finding in _of_draft(n, draft)]


def _of_draft(n: int, draft: Draft) -> Iterator[Finding]:
    survey = draft.instrument.survey
    rows = survey.indicators if survey else ()
    families = [family for part in PARTS for family in _families(rows, part)]
    wrong = [f for f in families if not _holds(rows, f)]
    if survey and len(families) - len(wrong) >= max(PROOF, 2 * len(wrong)):
        for family in wrong:
            yield _told(n, draft, draft.instrument.survey or survey, family)


def _families(rows: Sequence[IndicatorScore], part: str) -> Iterator[_Family]:
    for n, row in enumerate(rows):
        below = tuple(k for k, r in enumerate(rows) if r.code.rpartition(".")[0] == row.code)
        if below and all(getattr(rows[k], part) is not None for k in (n, *below)):
            yield _Family(n, below, part)


def _value(row: IndicatorScore, part: str) -> float:
    return (row.score if part == "score" else row.group_average) or 0.0


def _with(row: IndicatorScore, part: str, value: float) -> IndicatorScore:
    return replace(row, score=value) if part == "score" else replace(row, group_average=value)


def _mean(rows: Sequence[IndicatorScore], family: _Family) -> float:
    return sum(_value(rows[k], family.part) for k in family.children) / len(family.children)


def _holds(rows: Sequence[IndicatorScore], family: _Family) -> bool:
    return abs(_mean(rows, family) - _value(rows[family.parent], family.part)) <= ROUNDED


def _told(n: int, draft: Draft, survey: Survey, family: _Family) -> Finding:
    rows, mean = survey.indicators, _mean(survey.indicators, family)
    changes = list(_changes(rows, family)) if draft.recognised else []
    own = _value(rows[family.parent], family.part)
    code, field = rows[family.parent].code, f"survey.indicators[{family.parent}].{family.part}"
    message = f"ตัวชี้วัด {to_thai(code)} ได้ {to_thai(f'{own:.2f}')} แต่ค่าเฉลี่ยของตัวชี้วัดย่อยคือ {to_thai(f'{mean:.2f}')}"
    if len(changes) == 1:
        k, value = changes[0]
        printed = _value(rows[k], family.part)
        changed = tuple(_with(row, family.part, value) if at == k else row for at, row in enumerate(rows))
        draft.instrument = replace(draft.instrument, survey=replace(survey, indicators=changed))
        message += f" จึงใช้ {to_thai(f'{value:.2f}')} แทน {to_thai(f'{printed:g}')} ในแถว {to_thai(rows[k].code)}"
        field = f"survey.indicators[{k}].{family.part}"
    shown = tuple(f"{rows[k].code}: {value:.2f}" for k, value in changes)
    page = draft.instrument.pages[0]
    return Finding(
        "sum-mismatch", "warning", f"{message} โปรดตรวจกับต้นฉบับ", instrument=n, field=field, page=page, candidates=shown
    )


def _changes(rows: Sequence[IndicatorScore], family: _Family) -> Iterator[tuple[int, float]]:
    """Yield each number that, misread by one digit, would make the mean hold again, with what it would be."""
    own, count = _value(rows[family.parent], family.part), len(family.children)
    mean = _mean(rows, family)
    if _one_digit(own, round(mean, 2)):
        yield family.parent, round(mean, 2)
    for k in family.children:
        printed = _value(rows[k], family.part)
        meant = printed + count * (own - mean)
        for step in range(-count, count + 1):
            value = round(meant + step / 100, 2)
            if _one_digit(printed, value) and abs(mean + (value - printed) / count - own) <= 0.0051:
                yield k, value


def _one_digit(printed: float, meant: float) -> bool:
    """Whether one digit was lost, added or misread."""
    return 0 <= meant <= 100 and Levenshtein.distance(f"{printed:.2f}", f"{meant:.2f}") <= 1 and printed != meant
