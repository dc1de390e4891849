"""Thai official dates: Buddhist era, full and short forms; reading and writing agree because both live here.

Forms: `๒๒ พฤศจิกายน ๒๕๖๒` (full, no "พ.ศ." in letters), `๒๒ เดือน พฤศจิกายน พ.ศ. ๒๕๖๒` (orders and announcements) and `๒๒ พ.ย.๖๒`
(short, as the police cite). พ.ศ. = ค.ศ. + 543.
"""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from workflow.core.errors import UsageError
from workflow.core.thai_digits import to_arabic, to_thai

BANGKOK = ZoneInfo("Asia/Bangkok")
BUDDHIST_ERA = 543
MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")

MONTH = (
    "|".join(re.escape(m) for m in MONTHS)
    + "|"
    + "|".join(re.escape(m).replace(r"\.", r"\s?\.?\s?") for m in SHORT_MONTHS)
)
DATE_PATTERN = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:เดือน\s*)?(?P<month>{MONTH})\s*(?:[พค]\.?\s?ศ\.?\s*|พุทธศักราช\s*|คริสต์ศักราช\s*)?(?P<year>\d{{4}}|\d{{2}})(?!\d)"
)
# a day filled in between a stamp's strokes: ๙ / ส.ค. / ๖๕, 9-ส.ค.-65; one stroke alone parts something else
NAMED_BETWEEN = re.compile(
    rf"(?<![\d/-])\d{{1,2}}\s?(?:/\s?(?:{MONTH})\s?/|-\s?(?:{MONTH})\s?-)\s?(?:พ\.?ศ\.?\s*)?(?:\d{{4}}|\d{{2}})(?![\d/-])"
)
_SLASHED = re.compile(r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4}|\d{2})")
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
FIRST_BUDDHIST_YEAR = 2400  # a year of four digits from here on is พ.ศ., before it ค.ศ.
YEARS = range(2500, 2644)  # พ.ศ.: no office of today has a paper from outside them, a slip of the finger does
_BY_KEY = {re.sub(r"[.\s]", "", name): n for names in (MONTHS, SHORT_MONTHS) for n, name in enumerate(names, 1)}


def be_year(on: date) -> int:
    """Return the Buddhist-era year of `on`; registers restart with it each 1 January."""
    return on.year + BUDDHIST_ERA


def month_number(name: str) -> int | None:
    """Return 1 to 12 for a full or short Thai month name, dots and spaces ignored; None for no month."""
    return _BY_KEY.get(re.sub(r"[.\s]", "", name))


def parse(text: str) -> date | None:
    """Return the first Thai date in `text` (Thai or Arabic digits; two-digit years mean 25YY, years before 2400 are ค.ศ.), or None.

    None also for a day that no calendar has (๕๐ ธ.ค.): an impossible date is never bent into a possible one.
    """
    plain = NAMED_BETWEEN.sub(lambda written: re.sub("[/-]", " ", written.group()), to_arabic(text))
    found = DATE_PATTERN.search(plain)
    if not found:
        return None
    month = month_number(found["month"])
    try:
        return date(meant_year(int(found["year"])), month or 0, int(found["day"]))
    except ValueError:
        return None


def typed_day(text: str) -> date | None:
    """Return the day an officer typed: 22/11/2562, 22/11/62, 22 พ.ย. 62, ๒๒ พฤศจิกายน ๒๕๖๒, 2019-11-22; None for another form.

    A year of two digits is 25YY. UsageError for a day that no calendar has, or of a year outside `YEARS`.
    """
    plain = to_arabic(text.strip())
    found = _SLASHED.fullmatch(plain) or _ISO_DAY.fullmatch(plain) or DATE_PATTERN.search(plain)
    if not found:
        return None
    try:
        day = date(
            meant_year(int(found["year"])),
            month_number(found["month"]) or int(found["month"]),
            int(found["day"]),
        )
    except ValueError as error:
        raise no_such_day(text) from error
    return in_years(day, text)


def in_years(on: date, text: str) -> date:
    """Return the day; UsageError when its year is none of `YEARS`. `text` is what was typed."""
    if be_year(on) in YEARS:
        return on
    raise UsageError(
        f"“{text}” เป็นปี พ.ศ. {to_thai(be_year(on))}",
        next_step=f"พิมพ์ปี พ.ศ. ตั้งแต่ {to_thai(YEARS[0])} ถึง {to_thai(YEARS[-1])} หรือปี ค.ศ. ที่ตรงกัน",
    )


def western_year(year: int) -> int:
    """Return the Gregorian year of a year typed in either era."""
    return year - BUDDHIST_ERA if year >= FIRST_BUDDHIST_YEAR else year


def meant_year(year: int) -> int:
    """Return the Gregorian year of a year written in either era, or with two digits: those are 25YY."""
    return western_year(year + 2500 if year < 100 else year)


def no_such_day(text: str) -> UsageError:
    """Return the error for a day or an hour that no calendar has."""
    return UsageError(f"ไม่มีวันที่หรือเวลา “{text}” ในปฏิทิน", next_step="ตรวจวัน เดือน ปี และเวลา แล้วลองใหม่")


def full(on: date) -> str:
    """Return `๒๒ พฤศจิกายน ๒๕๖๒`."""
    return to_thai(f"{on.day} {MONTHS[on.month - 1]} {be_year(on)}")


def short(on: date) -> str:
    """Return `๒๒ พ.ย.๖๒`."""
    return to_thai(f"{on.day} {SHORT_MONTHS[on.month - 1]}{be_year(on) % 100:02d}")


def clock_time(at: datetime) -> str:
    """Return the Bangkok wall time of `at` as `๑๕.๓๐ น.`."""
    local = at.astimezone(BANGKOK)
    return to_thai(f"{local.hour:02d}.{local.minute:02d} น.")


def bangkok_date(at: datetime) -> date:
    """Return the calendar day in Bangkok at the instant `at` (time-zone aware)."""
    return at.astimezone(BANGKOK).date()
