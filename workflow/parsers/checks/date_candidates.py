"""What a date that cannot be may have been: days and months that recognisers and hurried pens take for one another. Pure."""

from datetime import date

from rapidfuzz.distance import Levenshtein

from workflow.core.thai_date import BUDDHIST_ERA, MONTHS, SHORT_MONTHS, month_number
from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.dated import LOOSE, month_by_shape
from workflow.parsers.fields.skeleton import skeleton, slips, slips_allowed

# month abbreviations that recognisers and hurried pens take for one another
_MONTHS_ALIKE = (
    {"พย", "พค", "มย"},
    {"มิย", "มีค", "มีย", "มิค", "พย"},
    {"กย", "กค"},
    {"มค", "มีค"},
    {"เมย", "มย"},
    {"ธค", "สค"},
)
_DIGITS_ALIKE = {"1": "7", "7": "1", "2": "5", "5": "2", "8": "9", "9": "8", "3": "8", "6": "0", "0": "6"}


def candidates(printed: str) -> dict[date, int]:
    """Return every date the printed one may have been, with how many of its parts a recogniser must have changed."""
    found = LOOSE.search(to_arabic(printed).strip().rstrip("."))
    if not found:
        return {}
    year = int(found["year"])
    year = (year + 2500 if year < 100 else year) - BUDDHIST_ERA
    days, months = _days(found["day"]), _months(found["month"])
    dated = {_date(year, month, day): m + d for month, m in months.items() for day, d in days.items()}
    return {on: changes for on, changes in dated.items() if on}


def _days(printed: str | None) -> dict[int, int]:
    if not printed:
        return {}
    alike = [printed[:n] + _DIGITS_ALIKE.get(c, c) + printed[n + 1 :] for n, c in enumerate(printed)]
    return {**{int(day): 1 for day in alike}, int(printed): 0}


def _months(printed: str) -> dict[int, int]:
    """Return the months a printed one may be: itself, else the one of its shape, else those a letter away."""
    key = printed.replace(".", "").replace(" ", "")
    names = {name for group in _MONTHS_ALIKE if key in group for name in group}
    alike = {n: 1 for name in names if (n := month_number(name))}
    own = month_number(key)
    if own:
        return {**alike, own: 0}
    if shaped := month_by_shape(printed):
        return {**alike, shaped: 0}
    return alike or (_near_short(key) if "." in printed else _near_full(key))


def _near_short(key: str) -> dict[int, int]:
    """Return the abbreviated months that differ from a printed one in one letter."""
    names = {n: skeleton(month) for n, month in enumerate(SHORT_MONTHS, 1)}
    return {n: 1 for n, name in names.items() if Levenshtein.distance(name, skeleton(key)) <= 1}


def _near_full(key: str) -> dict[int, int]:
    return {n: 1 for n, month in enumerate(MONTHS, 1) if slips(key, month) <= slips_allowed(month)}


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
