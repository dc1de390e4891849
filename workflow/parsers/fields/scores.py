"""The office's own score and its group's average, told apart by the words before each number; what stays open is a doubt."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.parsers.fields.score_words import TORN, WRITTEN, Words
from workflow.parsers.skeleton import Rough

_SMALL = 20.0  # a difference from the average is smaller than any average
LEAD = 110


@dataclass(frozen=True)
class Scores:
    """The score and the average (of 100, or of the full mark printed); what else either might be, for a doubt."""

    score: float | None = None
    average: float | None = None
    scores_seen: tuple[float, ...] = ()
    averages_seen: tuple[float, ...] = ()


@dataclass(frozen=True)
class _Mention:
    value: float
    average: bool
    whole: bool  # said of the whole survey
    sure: bool


def scores_of(text: str, year: int | None, *, torn: bool = False) -> Scores:
    """Return the score and the average a text states; scores of other years, parts and targets are passed over.

    In `torn` text what the written words do not give is sought by their skeletons, and is a doubt.
    """
    found = _stated(text, year, WRITTEN)
    if not torn or (found.score is not None and found.average is not None):
        return found
    rough = _stated(text, year, TORN)
    if found.score is None and rough.score is not None and rough.score != found.average:
        found = replace(found, score=rough.score, scores_seen=rough.scores_seen or (rough.score,))
    if found.average is None and rough.average is not None and rough.average != found.score:
        found = replace(found, average=rough.average, averages_seen=rough.averages_seen or (rough.average,))
    return found


def _stated(text: str, year: int | None, words: Words) -> Scores:
    found = list(_mentions(text, year, words))
    score, others = _chosen([m for m in found if not m.average])
    average, more = _chosen([m for m in found if m.average])
    return Scores(score, average, others, more)


def _chosen(found: Sequence[_Mention]) -> tuple[float | None, tuple[float, ...]]:
    """Return the value to keep, and all that were seen when they leave a doubt."""
    best = next((m for m in found if m.whole), found[0] if found else None)
    if best is None:
        return None, ()
    rivals = [m for m in found if m.value != best.value and m.whole >= best.whole]
    doubtful = bool(rivals) or not best.sure
    return best.value, tuple(dict.fromkeys(m.value for m in (best, *rivals))) if doubtful else ()


def _mentions(text: str, year: int | None, words: Words) -> Iterator[_Mention]:
    done = 0
    for hit in words.number.finditer(text):
        lead = text[max(done, hit.start() - LEAD) : hit.start()]
        done = hit.end("value")
        value = float(hit["value"].replace(",", "."))
        before = text[max(0, hit.start() - 70) : hit.start()]
        if value <= 100 and _is_score(lead, hit["unit"], before, year, words):
            yield from _weighed(value, lead, hit["unit"], words)


def _is_score(lead: str, unit: str, before: str, year: int | None, words: Words) -> bool:
    years = [int(y) for y in re.findall(r"25\d\d", lead)]
    told = bool(unit or words.said.search(lead)) and bool(unit or words.scoring.search(lead))
    barred = (
        words.other.search(lead) or words.full_mark.search(lead) or words.share.match(lead) or words.part.search(before)
    )
    return told and not barred and not (years and year and years[-1] != year)


def _weighed(value: float, lead: str, unit: str, words: Words) -> Iterator[_Mention]:
    own, average = _last(words.own, lead), _last(words.average, lead)
    differs = bool(words.difference.search(lead))
    if differs and value < _SMALL:
        return
    if average > own:
        yield _Mention(value, True, whole=True, sure=not differs)
    elif own >= 0 or unit == "คะแนน":
        yield _Mention(value, False, whole=bool(words.whole.search(lead[max(own, 0) :])), sure=own >= 0)


def _last(pattern: Rough, lead: str) -> int:
    return max((m.start() for m in pattern.finditer(lead)), default=-1)
