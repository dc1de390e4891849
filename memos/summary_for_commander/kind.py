"""The summary for the commander: one page. Scores against the group, what rose and fell, three urgent points, what is asked.

Two rounds are compared only indicator by indicator of the same name: the survey changes its framework, and a total of one year cannot
be set against that of another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from memos.needs import require
from memos.results import result_facts
from memos.summary_for_commander.sample import sample
from workflow.core.memo_kind import CaseFile, MemoKind
from workflow.core.reading import IndicatorScore, Recommendation, Survey

_URGENT = "เร่งพัฒนา"
_POINTS = 3
_SHOWN = 2  # how many of those that rose, and of those that fell: the page must stay one page


@dataclass(frozen=True)
class Moved:
    """An indicator that stands in both rounds under one name, and how far it rose or fell."""

    name: str
    by: float


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return what the page shows; UsageError when the case has no score to show."""
    survey = case.survey or Survey()
    require(KIND.title, {"คะแนนรวมของหน่วยงาน": survey.score})
    moved = sorted(_moved(survey, case.last_survey), key=lambda m: -abs(m.by))
    urgent = tuple(_urgent(case.recommendations, survey.indicators))
    result = result_facts(case)
    return {
        **{name: result[name] for name in ("score", "average", "standing")},
        "office": case.office,
        "bars": tuple(score for score in survey.indicators if score.score is not None),
        "last_year": case.last_survey.year if case.last_survey else None,
        "rose": tuple(m for m in moved if m.by > 0)[:_SHOWN],
        "fell": tuple(replace(m, by=-m.by) for m in moved if m.by < 0)[:_SHOWN],
        "urgent": tuple(urgent[:_POINTS]),
        "shown": _POINTS,
        "urgent_in_all": len(urgent) if len(urgent) > _POINTS else None,
        "asked": case.asked,
    }


def _moved(now: Survey, last: Survey | None) -> Iterable[Moved]:
    before = {score.name: score.score for score in last.indicators} if last else {}
    for score in now.indicators:
        earlier = before.get(score.name)
        if score.name and score.score is not None and earlier is not None:
            yield Moved(score.name, round(score.score - earlier, 2))


def _urgent(items: Iterable[Recommendation], scores: Iterable[IndicatorScore]) -> list[Recommendation]:
    """Return the items the letter calls urgent, those of the indicator farthest below the group first."""
    gaps = {s.name: s.score - s.group_average for s in scores if s.score is not None and s.group_average is not None}
    urgent = [item for item in items if item.group and _URGENT in item.group]
    return sorted(urgent, key=lambda item: gaps.get(item.indicator, 0.0))


KIND = MemoKind(
    name="summary-for-commander",
    title="บันทึกสรุปหนึ่งหน้าสำหรับผู้บังคับบัญชา",
    form="memo",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
)
