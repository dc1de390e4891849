"""The four-part staff paper on a survey's result: what it says of the letter is in the case file, or it is not said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from memos.citations import cite_letter, cite_reference, numbered, sender_in_full, sender_name
from memos.result_report.sample import sample
from memos.results import result_facts
from workflow.core.case_facts import Words
from workflow.core.memo_kind import CaseFile, CitedPaper, MemoKind
from workflow.core.reading import Recommendation

_URGENT = "เร่งพัฒนา"


@dataclass(frozen=True)
class Group:
    """Recommendations under one heading of the letter; `heading` None when the original has lost it."""

    heading: str | None
    members: tuple[Recommendation, ...]


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return what the wording asks for; None for every fact the case does not have."""
    groups = _groups(case.recommendations)
    background = tuple(_background(case))
    return {
        **result_facts(case),
        "background": background,
        "enclosure": len(background) + 1,
        "sender": sender_in_full(case),
        "short": sender_name(case),
        "letter": cite_letter(case.letter, case.words) if case.letter else None,
        "office": case.office,
        "unit": case.unit.code,
        "units": case.words.unit,
        "government": case.words.government,
        "groups": groups,
        "stated": case.stated_count,
        "clause": _urgent_clause(groups),
        "found": _found(case, groups),
        "missing": " ".join(case.missing) or None,
    }


def _background(case: CaseFile) -> Iterator[str]:
    """Yield what came before, as cited: papers of this office, then papers that earlier papers of the file refer to."""
    told: set[str] = {case.letter.number or ""} if case.letter else set()
    for paper in case.background:
        told.add(paper.number)
        yield _had_a_paper(paper, case.words)
    papers = (*case.earlier, *((case.letter,) if case.letter else ()))
    for reference in (reference for paper in papers for reference in paper.references):
        cited = cite_reference(reference, case.words)
        if cited and reference.number not in told:
            told.add(reference.number or "")
            yield cited


def _had_a_paper(paper: CitedPaper, words: Words) -> str:
    parts = (
        paper.issuer,
        "มีหนังสือ",
        numbered(paper.number, paper, words),
        f"เรื่อง {paper.subject}" if paper.subject else "",
    )
    return " ".join(part for part in parts if part)


def _groups(recommendations: tuple[Recommendation, ...]) -> tuple[Group, ...]:
    runs = groupby(recommendations, key=lambda recommendation: recommendation.group)
    return tuple(Group(heading, tuple(members)) for heading, members in runs)


def _is_urgent(group: Group) -> bool:
    return group.heading is None or _URGENT in group.heading


def _urgent_clause(groups: tuple[Group, ...]) -> int | None:
    """Return the number of the sub-clause with the urgent items: only a heading that says so tells."""
    return next((n for n, group in enumerate(groups, 1) if group.heading and _URGENT in group.heading), None)


def _found(case: CaseFile, groups: tuple[Group, ...]) -> int | None:
    """Return how many urgent items (or items whose heading is lost) are on the paper, when that is not the count it states."""
    found = sum(len(group.members) for group in groups if _is_urgent(group))
    return found if case.stated_count is not None and found != case.stated_count else None


KIND = MemoKind(
    name="result-report",
    title="บันทึกรายงานผลการสำรวจ",
    form="memo",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
)
