"""Rounds side by side, indicator by indicator: a difference only where the framework allows one, a break shown as a break.

A total is compared as published; it is never worked out from its parts, whose weights nobody has printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from workflow.core.survey_round import SurveyRound
from workflow.core.thai_digits import to_thai

TOTAL = ""
"""The code under which a round's total is kept."""


@dataclass(frozen=True)
class Score:
    """A published score of one round; `code` is TOTAL for the whole."""

    year: int
    code: str
    name: str
    score: float
    average: float | None = None


@dataclass(frozen=True)
class ComparedLine:
    """One indicator through the rounds: the score of each year that has one, and the step from the year before (None: not comparable).

    `breaks` says why a step is missing where two scores stand beside each other.
    """

    code: str
    name: str
    scores: dict[int, Score]
    steps: dict[int, float]
    breaks: dict[int, str]


def compare(scores: Iterable[Score], rounds: Iterable[SurveyRound]) -> tuple[ComparedLine, ...]:
    """Return a line for each indicator, the total first; rounds that are not described are compared with nothing."""
    series = {coming.year: coming.series for coming in rounds}
    by_code: dict[str, dict[int, Score]] = {}
    for score in scores:
        by_code.setdefault(score.code, {})[score.year] = score
    return tuple(_line(code, by_code[code], series) for code in sorted(by_code, key=_order))


def _line(code: str, of_years: dict[int, Score], series: dict[int, str]) -> ComparedLine:
    years = sorted(of_years)
    steps: dict[int, float] = {}
    breaks: dict[int, str] = {}
    for before, year in pairwise(years):
        why = _break(of_years[before], of_years[year], series)
        if why:
            breaks[year] = why
        else:
            steps[year] = round(of_years[year].score - of_years[before].score, 2)
    return ComparedLine(code, of_years[years[-1]].name, {year: of_years[year] for year in years}, steps, breaks)


def _break(before: Score, now: Score, series: dict[int, str]) -> str | None:
    """Return why two scores may not be compared; None when they may."""
    unknown = [year for year in (before.year, now.year) if year not in series]
    if unknown:
        return f"ไม่มีข้อมูลรอบ {to_thai(unknown[0])} จึงไม่รู้ว่าเทียบกันได้หรือไม่"
    if series[before.year] != series[now.year]:
        return f"กรอบการสำรวจปี {to_thai(now.year)} ต่างจากปี {to_thai(before.year)}"
    if before.name and now.name and _folded(before.name) != _folded(now.name):
        return f"รหัสเดียวกันแต่เป็นตัวชี้วัดอื่น ({before.name} → {now.name})"
    return None


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()


def _order(code: str) -> list[int]:
    return [int(part) if part.isdigit() else 10**6 for part in code.split(".")] if code else [-1]
