"""Which known framework a paper's survey belongs to: by the name in all its forms and by the year. Pure."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from workflow.core.framework import Framework
from workflow.core.reading import Survey
from workflow.parsers.skeleton import bones

CLOSE = 94.0  # percent alike: one letter in twenty misread; other surveys' names differ by whole words
_LOOSE = re.compile("|".join(bones(word) for word in ("การ", "ของ", "สำหรับ", "ระดับ")))


def framework_of(survey: Survey | None, frameworks: Sequence[Framework]) -> Framework | None:
    """Return the framework of a survey's name and year, None when it is not known or the paper names no survey."""
    if survey is None or survey.name is None or survey.year is None:
        return None
    return next((f for f in frameworks if f.year == survey.year and _named(survey.name, f.names)), None)


def _named(name: str, forms: Sequence[str]) -> bool:
    """Whether a name contains one of the forms, small words and lost marks aside."""
    printed = _key(name)
    return any(
        len(key := _key(form)) <= len(printed) + 1 and fuzz.partial_ratio(key, printed) >= CLOSE for form in forms
    )


def _key(name: str) -> str:
    return _LOOSE.sub("", bones(name))
