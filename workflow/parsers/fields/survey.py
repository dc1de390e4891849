"""The survey a paper reports on: its name and year, the score and the group's average. Nothing of a year's framework is assumed."""

import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from workflow.core.reading import Survey
from workflow.core.thai_date import BUDDHIST_ERA, MONTH
from workflow.parsers.fields.count_proof import with_whole_of
from workflow.parsers.fields.counts_asked import asked_counts
from workflow.parsers.fields.score_told import without_told
from workflow.parsers.fields.scores import Scores, scores_of
from workflow.parsers.fields.surveyed import counts
from workflow.parsers.skeleton import rough

# years are counted otherwise for money, for schools and for books
YEARS_OF = r"(?:งบประมาณ|การศึกษา|บัญชี|ปฏิทิน)"
_ERA = r"(?:(?:พ\.\s?ศ\.|พุทธศักราช)\s*)"
_YEAR = rough(rf"ประจำปี\s*(?:{YEARS_OF}\s*)?{_ERA}?(?P<year>2\s?5\s?\d\s?\d)(?!\d)")
_ANY_YEAR = re.compile(rf"(?:ปี\s*(?:{YEARS_OF})?|พ\.\s?ศ\.|พุทธศักราช)\s*(?P<year>25\d\d)")
_COMMON_YEAR = re.compile(r"(?:ค\.\s?ศ\.|คริสต์ศักราช)\s*(?P<year>20\d\d)")
_BARE_YEAR = re.compile(r"(?:^|\s)(?P<year>25\d\d)(?=\s|$)")  # Readiness Score 2567
_SURVEYS = re.compile(r"สำรวจ|ประเมิน|ดัชนี|อันดับ|วัดระดับ|ความพร้อม|คะแนน")
_LAST_YEAR = re.compile(r"(?:\s|\s\d{1,2}/|\()(?P<year>25\d\d)\)?$")
_CALLED = r"(?P<name>(?:การ)?(?:สำรวจ|ประเมิน|ตรวจวัด|(?:(?<=การ)|(?<![ก-๙]))วัด(?:ระดับ)?|จัดอันดับ|จัดทำดัชนี|ติดตาม|ตรวจประเมิน)\s?\S.{6,160}?)"
_NAME = rough(rf"{_CALLED}\s*(?=ประจำปี|ปี\s*(?:{YEARS_OF}\s*)?{_ERA}?25|{_ERA}25)")
_TAIL = re.compile(
    r"(?:\s*(?:[(\[]|รอบ|ใน|สำหรับ|เมื่อ|ครั้งที่\s*\d{1,2}))+$"
)  # leads to the year, and is no part of the name
_SAYS = re.compile(r"จึง|จำเป็น|ดังนี้|ทั้งนี้|เห็นควร|ให้เบิก")  # of a sentence, and of no name
_DAY_OF = re.compile(rf"\d\s*(?:{MONTH})$")
_NAMED_YEAR = rough(rf"{_CALLED}\s*ปี\s*(?:{YEARS_OF}\s*)?{_ERA}?(?P<year>25\d\d)(?!\d)")
# the year behind a result, the surveying or what is to be filled in, its survey not named; one that something is compared with is another year's
_RESULT_OF = rough(
    rf"(?<!กับ)(?<!จาก)(?<!กว่า)(?:ผล(?:การ)?|แบบ|(?<!ผล)การ)(?:สำรวจ|ประเมิน)\s*ปี\s*(?:{YEARS_OF}\s*)?{_ERA}?(?P<year>25\d\d)(?!\d)"
)
_SURVEYED = rough(rf"{_CALLED}\s*ประจำปี\s*{_ERA}?(?P<year>25\d\d)(?!\d)")
_TELLS_RESULT = re.compile(r"ผล|คะแนน")
_MONEY = re.compile(r"งบประมาณ\s*(?:พ\.\s?ศ\.|พุทธศักราช)?\s*25\d\d")
_FAR = 3  # years: a result is told in its own year or soon after


@dataclass(frozen=True)
class Reported:
    """The survey, None when the paper names no survey, year or score; what its scores leave open; the years it may be, for a doubt."""

    survey: Survey | None
    scores: Scores
    years: tuple[int, ...] = ()


def survey_of(subject: str | None, text: str, *, written: int | None = None, torn: bool = False) -> Reported:
    """Return the survey's facts; `written` is the paper's own year, `torn` says that a recogniser read it."""
    year, years = _year(subject or "", text, written if torn else None, torn=torn)
    name = name_in(subject or "") or name_in(text)
    scores = scores_of(without_told(text, year), year, torn=torn)
    counted = counts(text) or asked_counts(text)
    found = Survey(name, year, scores.score, scores.average, with_whole_of(counted, f"{subject or ''} {name or ''}"))
    return Reported(found if found != Survey() else None, scores, years)


def name_in(text: str) -> str | None:
    """Return the first survey that a text names with its year; a year that ends a date names none."""
    names = (_TAIL.sub("", found["name"].strip()) for found in _NAME.finditer(text))
    return next((name for name in names if not (_DAY_OF.search(name) or _SAYS.search(name))), None)


def year_of_title(text: str) -> int | None:
    """Return the year that the title of a table names (`ปี ๒๕๖๗`), the latest where it compares with years before; None without any."""
    return max(_told(_ANY_YEAR, text) or _told(_BARE_YEAR, text), default=None)


def _year(subject: str, text: str, written: int | None, *, torn: bool) -> tuple[int | None, tuple[int, ...]]:
    """Return the year, the subject's before the text's; and all it may be when a recogniser read two that differ in one digit."""
    named = _NAMED_YEAR.search(subject) or _NAMED_YEAR.search(text)
    after_name = [int(named["year"])] if named else []
    first = (
        _of_the_survey(subject, text)
        or _years(subject)
        or _years(text)
        or _told(_ANY_YEAR, subject)[:1]
        or after_name
        or _otherwise(subject, text)
    )
    if not first:
        return None, ()
    year, seen = first[0], Counter(_years(f"{subject} {text}"))
    if not torn:
        return year, ()
    near = [y for y in seen if y != year and Levenshtein.distance(str(y), str(year)) == 1]
    meant = [y for y in near if written is not None and abs(written - y) < _FAR]
    if written is not None and abs(written - year) >= _FAR:
        return (meant[0], (year, meant[0])) if len(meant) == 1 else (year, (year, *near))
    rivals = [y for y in near if seen[y] > seen[year]]
    return year, (year, *rivals) if rivals else ()


def _of_the_survey(subject: str, text: str) -> list[int]:
    """Return the one year of the surveys that a text names, where the subject tells only for which year's money something is planned."""
    if not _MONEY.search(subject) or _TELLS_RESULT.search(subject) or name_in(subject):
        return []
    told = {int(found["year"]) for found in _SURVEYED.finditer(text)}
    return list(told) if len(told) == 1 else []


def _otherwise(subject: str, text: str) -> list[int]:
    """Return a year of the common era as the Buddhist one it is, or one that the subject ends with or that stands behind a result."""
    if not _SURVEYS.search(f"{subject} {text}"):
        return []
    common = [year + BUDDHIST_ERA for year in (_told(_COMMON_YEAR, subject) or _told(_COMMON_YEAR, text))]
    found = _LAST_YEAR.search(subject) or _RESULT_OF.search(text)
    return common or ([int(found["year"])] if found else [])


def _told(pattern: re.Pattern[str], text: str) -> list[int]:
    return [int(m["year"]) for m in pattern.finditer(text)]


def _years(text: str) -> list[int]:
    return [int(re.sub(r"\s", "", m["year"])) for m in _YEAR.finditer(text)]
