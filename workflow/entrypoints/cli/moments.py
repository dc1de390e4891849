"""Dates and times as an officer types them: 2019-11-22, 2019-11-22T14:50, 22/11/2562, ๒๒ พ.ย. ๒๕๖๒."""

import re
from datetime import datetime

from workflow.core.errors import UsageError
from workflow.core.thai_date import BANGKOK, in_years, no_such_day, typed_day, western_year
from workflow.core.thai_digits import to_arabic
from workflow.core.when import When

_ISO_YEAR = re.compile(r"\d{4}(?=-?\d\d)")
UNDERSTOOD = "พิมพ์เช่น 2019-11-22, 2019-11-22T14:50, 22/11/2562 หรือ '๒๒ พ.ย. ๒๕๖๒'"


def moment(text: str | None, now: datetime) -> When:
    """Return the moment typed, or now; UsageError says which forms are understood, and which years."""
    if not text:
        return When(now)
    day = typed_day(text)
    return When.day(day) if day else _instant(to_arabic(text.strip()), text)


def _instant(plain: str, text: str) -> When:
    """Read the international form; its year too may be of the Buddhist era."""
    western = _ISO_YEAR.sub(lambda found: f"{western_year(int(found[0])):04d}", plain, count=1)
    try:
        at = datetime.fromisoformat(western)
    except ValueError as error:
        if re.match(r"\d{4}-\d\d-\d\d", western):
            raise no_such_day(text) from error
        raise UsageError(f"ไม่เข้าใจวันเวลา “{text}”", next_step=UNDERSTOOD) from None
    typed = When(at if at.tzinfo else at.replace(tzinfo=BANGKOK))
    in_years(typed.on, text)
    return typed
