"""Dates and times as an officer types them: 2019-11-22, 2019-11-22T14:50, 22/11/2562, ๒๒ พ.ย. ๒๕๖๒."""

import re
from datetime import date, datetime

from workflow.core.errors import UsageError
from workflow.core.thai_date import BANGKOK, BUDDHIST_ERA, DATE_PATTERN, be_year, month_number
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.core.when import When

_SLASHED = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")
_ISO_YEAR = re.compile(r"\d{4}(?=-?\d\d)")
FIRST_BUDDHIST_YEAR = 2400  # a year of four digits from here on is พ.ศ., before it ค.ศ.
YEARS = range(2500, 2644)  # พ.ศ.: no office of today has a paper from outside them, a slip of the finger does
UNDERSTOOD = "พิมพ์เช่น 2019-11-22, 2019-11-22T14:50, 22/11/2562 หรือ '๒๒ พ.ย. ๒๕๖๒'"


def moment(text: str | None, now: datetime) -> When:
    """Return the moment typed, or now; UsageError says which forms are understood, and which years."""
    if not text:
        return When(now)
    plain = to_arabic(text.strip())
    day = _day(plain, text)
    typed = When.day(day) if day else _instant(plain, text)
    if be_year(typed.on) not in YEARS:
        raise UsageError(
            f"“{text}” เป็นปี พ.ศ. {to_thai(be_year(typed.on))}",
            next_step=f"พิมพ์ปี พ.ศ. ตั้งแต่ {to_thai(YEARS[0])} ถึง {to_thai(YEARS[-1])} หรือปี ค.ศ. ที่ตรงกัน",
        )
    return typed


def _instant(plain: str, text: str) -> When:
    """Read the international form; its year too may be of the Buddhist era."""
    western = _ISO_YEAR.sub(lambda found: f"{_western(int(found[0])):04d}", plain, count=1)
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", western):
            return When.day(date.fromisoformat(western))
        at = datetime.fromisoformat(western)
    except ValueError as error:
        if re.match(r"\d{4}-\d\d-\d\d", western):
            raise _no_such_day(text) from error
        raise UsageError(f"ไม่เข้าใจวันเวลา “{text}”", next_step=UNDERSTOOD) from None
    return When(at if at.tzinfo else at.replace(tzinfo=BANGKOK))


def _day(plain: str, text: str) -> date | None:
    """Read the two Thai forms: with strokes, and with the month's name (a year of two digits is 25YY)."""
    found = _SLASHED.fullmatch(plain) or DATE_PATTERN.search(plain)
    if not found:
        return None
    year = int(found["year"])
    month = month_number(found["month"]) or int(found["month"])
    try:
        return date(_western(year + 2500 if year < 100 else year), month, int(found["day"]))
    except ValueError as error:
        raise _no_such_day(text) from error


def _western(year: int) -> int:
    return year - BUDDHIST_ERA if year >= FIRST_BUDDHIST_YEAR else year


def _no_such_day(text: str) -> UsageError:
    return UsageError(f"ไม่มีวันที่หรือเวลา “{text}” ในปฏิทิน", next_step="ตรวจวัน เดือน ปี และเวลา แล้วลองใหม่")
