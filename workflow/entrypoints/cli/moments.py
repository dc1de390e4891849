"""Dates and times as an officer types them: 2019-11-22, 2019-11-22T14:50, 22/11/2562, ๒๒ พ.ย. ๒๕๖๒."""

import re
from datetime import date, datetime

from workflow.core.errors import UsageError
from workflow.core.thai_date import BANGKOK, BUDDHIST_ERA, parse
from workflow.core.thai_digits import to_arabic
from workflow.core.when import When

_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
FIRST_BUDDHIST_YEAR = 2400  # a year from here on is พ.ศ., before it ค.ศ.


def moment(text: str | None, now: datetime) -> When:
    """Return the moment typed, or now; UsageError says which forms are understood."""
    if not text:
        return When(now)
    plain = to_arabic(text.strip())
    if (found := _day(plain)) is not None:
        return When.day(found)
    try:
        at = datetime.fromisoformat(plain)
    except ValueError:
        raise UsageError(
            f"ไม่เข้าใจวันเวลา “{text}”", next_step="พิมพ์เช่น 2019-11-22, 2019-11-22T14:50, 22/11/2562 หรือ '๒๒ พ.ย. ๒๕๖๒'"
        ) from None
    return When(at if at.tzinfo else at.replace(tzinfo=BANGKOK))


def _day(text: str) -> date | None:
    try:
        if slashed := _SLASHED.fullmatch(text):
            day, month, year = (int(part) for part in slashed.groups())
            return date(year - BUDDHIST_ERA if year >= FIRST_BUDDHIST_YEAR else year, month, day)
        year = int(text[:4]) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else 0
        if year:
            return date.fromisoformat(f"{year - BUDDHIST_ERA}{text[4:]}" if year >= FIRST_BUDDHIST_YEAR else text)
    except ValueError as error:
        raise UsageError(f"ไม่มีวันที่ “{text}” ในปฏิทิน", next_step="ตรวจวัน เดือน ปี แล้วลองใหม่") from error
    return parse(text)
