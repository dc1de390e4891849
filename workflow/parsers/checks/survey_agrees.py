"""One survey told in two papers of a bundle: the letter that sends the result and the memo that reports it give the same numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from workflow.core.reading import Finding, Survey
from workflow.core.thai_digits import to_thai
from workflow.parsers.draft import Draft
from workflow.parsers.skeleton import alike

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

KINDS = {"letter", "memo"}
SAME_SURVEY = 90.0  # percent alike
PARTS = (("score", "คะแนน"), ("group_average", "ค่าเฉลี่ย"))


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return a doubt at both places of a score or an average that two papers tell differently."""
    told = [
        (n, d, d.instrument.survey) for n, d in enumerate(drafts) if d.instrument.kind in KINDS and d.instrument.survey
    ]
    findings: list[Finding] = []
    for (n, one, first), (k, other, second) in combinations(told, 2):
        if first and second and one.instrument.kind != other.instrument.kind and _one_survey(first, second):
            findings += [
                f for place, draft in ((n, one), (k, other)) for f in _differences(place, draft, first, second)
            ]
    return findings


def _one_survey(first: Survey, second: Survey) -> bool:
    named = first.name and second.name and alike(first.name, second.name) >= SAME_SURVEY
    return bool(named and first.year == second.year)


def _differences(n: int, draft: Draft, first: Survey, second: Survey) -> Iterator[Finding]:
    for part, word in PARTS:
        one, other = getattr(first, part), getattr(second, part)
        if one is None or other is None or one == other:
            continue
        shown = (f"{one:.2f}", f"{other:.2f}")
        message = f"{word}ของการสำรวจเดียวกันต่างกันในหนังสือกับบันทึก: {to_thai(' กับ '.join(shown))} โปรดตรวจกับต้นฉบับ"
        page, field = draft.instrument.pages[0], f"survey.{part}"
        yield Finding("low-confidence", "warning", message, instrument=n, field=field, page=page, candidates=shown)
