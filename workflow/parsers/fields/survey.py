"""The survey a paper reports on: its name and year, the score and the group's average. Nothing of a year's framework is assumed."""

import re

from workflow.core.reading import Survey
from workflow.parsers.fields.scores import Scores, scores_of
from workflow.parsers.fields.surveyed import counts

_YEAR = re.compile(r"ประจำปี\s*(?:งบประมาณ\s*)?(?:พ\.\s?ศ\.\s*)?(?P<year>25\d\d)")
_ANY_YEAR = re.compile(r"(?:ปี|พ\.\s?ศ\.)\s*(?P<year>25\d\d)")
_NAME = re.compile(r"(?P<name>(?:การ)?(?:สำรวจ|ประเมิน|วัดระดับ|วัด|จัดอันดับ)\S.{6,160}?)\s*(?=ประจำปี|ปี\s*25)")


def survey_of(subject: str | None, text: str) -> tuple[Survey | None, Scores]:
    """Return the survey's facts, None when the paper names no survey, year or score; and what its scores leave open."""
    printed = _YEAR.search(subject or "") or _YEAR.search(text) or _ANY_YEAR.search(subject or "")
    year = int(printed["year"]) if printed else None
    name = _NAME.search(subject or "") or _NAME.search(text)
    scores = scores_of(text, year)
    found = Survey(name["name"].strip() if name else None, year, scores.score, scores.average, counts(text))
    return (found if found != Survey() else None), scores
