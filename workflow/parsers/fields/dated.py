"""Dates as they stand on a page: whole ones, and ones that no calendar has, which are kept as printed for the checks."""

import re
from collections.abc import Sequence
from datetime import date

from workflow.core.thai_date import (
    BUDDHIST_ERA,
    DATE_PATTERN,
    MONTH,
    MONTHS,
    NAMED_BETWEEN,
    SHORT_MONTHS,
    WEEKDAYS,
    meant_year,
    parse,
)
from workflow.core.thai_digits import as_digits
from workflow.parsers.fields.skeleton import loose, nearest, skeleton
from workflow.parsers.rows import Row

# day, something like a month, year: also "50 ธ.ค. 2562", "25 มี.ย 2562", "ธ.ค. 2562"; without a day it begins a word, as the end of
# a longer abbreviation (บก.สส.ภ.12) does not
LOOSE = re.compile(
    r"(?:(?P<day>\d{1,2})\s*|(?<![ก-๙.])|(?<=ที่)|(?<=ลง))(?:เดือน\s*)?(?P<month>เ?[ก-ฮ][ิี]?\.\s?[ก-ฮ]\.?|[ก-๙]{2,10}(?:[คดตศ][มน]|ย[นม]|พันธ์?))\s*(?:พ\.\s?ศ\.\s*)?(?P<year>\d{4}|\d{2})$"
)
_WEEKDAY = rf"วัน(?:{'|'.join(WEEKDAYS)})\s*ที่"
_ALONE = re.compile(rf"^(?:(?:วันที่|{_WEEKDAY})\s*\W*\s*)?{DATE_PATTERN.pattern}\.?$")
_SLOT = r"[\dOoQDlIi|!ZzSsBgqb]"  # a digit, or a Latin letter of its shape
NOISY_DATE = (
    rf"(?<![\dก-๙])(?P<day>{_SLOT}{{1,2}})\s*(?:{loose('เดือน')}\s*)?(?P<month>{'|'.join(loose(m) for m in (*MONTHS, *SHORT_MONTHS))})"
    rf"\s*(?:พ\s?\.?\s?[ศคต]\s?\.?\s*|{loose('พุทธศักราช')}\s*)?(?P<year>{_SLOT}{{4}}|5\d\d|{_SLOT}{{2}})(?![\dก-ฮ])"
)
# a date whose month cannot be told: what is cited is known, and its day is asked for
DATE_LIKE = rf"(?<!\d)(?P<day>{_SLOT}{{1,2}})\s*(?P<month>[ก-๙][ก-๙. ]{{1,11}}?)\s*(?P<year>{_SLOT}{{2,4}})(?![\dก-ฮ])"
_LIKE = re.compile(DATE_LIKE)
_LIKE_ALONE = re.compile(rf"^(?:{loose('วันที่')}\s*)?{DATE_LIKE}$")
_NOISY = re.compile(NOISY_DATE)
_NOISY_ALONE = re.compile(rf"^[\W]{{0,14}}(?:{loose('วันที่')}\s*\W*\s*)?{NOISY_DATE}[\s.,-]*$")
_LABEL = re.compile(rf"(?:วันที่|{_WEEKDAY})\s*[.…:]*\s*(.+)")
_NOISY_LABEL = re.compile(rf"{loose('วันที่')}\s*[.…]*\s*(.+)")
_GIVEN = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้)\s*(?:ณ|เมื่อ)\s*(?:วันที่)?(.+)")
_NOISY_GIVEN = re.compile(rf"(?:{loose('สั่ง')}|{loose('ประกาศ')}|{loose('ให้ไว้')})\s*[ณญน]\s*(?:{loose('วันที่')})?(.+)")
# as signatories date by hand, and as programs do
SLASHED = NAMED_BETWEEN.pattern + (
    r"|\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]\s?(?:(?:2[45]|20)\d\d|\d\d)(?!\d)|\d{1,2}\.\d{1,2}\.(?:2[45]|20)\d\d|(?:2[45]|20)\d\d-\d\d-\d\d"
)
_SLASHED = re.compile(rf"^(?:(?:ลง)?วันที่\s*[.…:]*\s*)?(?P<on>{SLASHED})$")
_NAMED_BETWEEN = re.compile(rf"{NAMED_BETWEEN.pattern}$")
BREAKS_OFF = re.compile(r"(?:วัน(?:ที่)?|ลง|ล\.?ว\.?)$")  # a day follows, on the row below
_HEAD = re.compile(r"^(?:ที่|วันที่|ลงวันที่)(?:\s|$)")  # and it is the paper's own
_WESTERN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")  # on a scan rather a misread year of the Buddhist era
_LEADER = re.compile(r"\.{3,}|…+")  # dots to write on
# what stands before the label of another paper's day, and a row of a head that so dates its number
_CITING = re.compile(r"ลง\s*$|ตาม(?:หนังสือ|บันทึก|คำสั่ง|ประกาศ)|อ้างถึง")
_NUMBERED = re.compile(rf"^\s*ที่\s.*\sลงวันที่\s*{DATE_PATTERN.pattern}\s*$")
# the paper's own day, of which only the month is typed: the day was to be written in
_DAYLESS = re.compile(
    rf"(?:^|\s{{2}})วันที่\s*[.…\s]*(?:เดือน\s*)?(?:{MONTH})\s*(?:พ\.?\s?ศ\.?\s*)?(?:\d{{4}}|\d{{2}})(?!\d)"
)
YEARS = range(1930, 2100)  # a scanned paper dated outside these was misread
_TORN_YEAR = re.compile(r"(?<!\d)2\s?5\s?\d\s?\d(?!\s?\d)")
# what else a receipt stamp says, next to its date
_STAMP_WORDS = "|".join(map(loose, ("เวลา", "เลขรับ", "เลขที่รับ", "รับเลข", "รับที่", "ลงรับ", "ทะเบียนรับ", "วันที่รับ")))
_STAMP_WORD = re.compile(rf"(?:^|\s)(?:{_STAMP_WORDS})|^\d{{1,2}}[.:]\d{{2}}(?:\s*น|$)")


def date_in(text: str, *, noisy: bool = False) -> date | None:
    """Return the first date of a text; on a noisy scan also one whose month lost its marks, when it can be one month only."""
    text = _LEADER.sub(" ", _whole_year(text) if noisy else text)
    if found := _SLASHED.match(text.strip()):
        return parse(found["on"]) or _in_figures(found["on"])
    if on := parse(text):
        return on if not noisy or (on.year in YEARS and not _WESTERN.search(text)) else None
    found = (_NOISY.search(text) or _LIKE.search(text)) if noisy else None
    on = _noisy_date(found) if found else None
    return on if on and on.year in YEARS else None


def _in_figures(text: str) -> date | None:
    """Return the date of figures alone: day, month, year, or turned about when the year comes first; a year of two digits is 25YY."""
    parts = re.split(r"\s?[/.-]\s?", text)
    if not all(part.isdigit() for part in parts):
        return None  # ๓๑ / ก.ย. / ๖๕: a named month without such a day
    first, month, last = map(int, parts)
    day, year = (last, first) if first > 99 else (first, last)
    return _day(meant_year(year), month, day)


def _whole_year(text: str) -> str:
    """Return a noisy text with the digits of a Buddhist-era year joined that a faded copy tore apart (25 64)."""
    return _TORN_YEAR.sub(lambda found: re.sub(r"\s", "", found.group()), text)


def _noisy_date(found: re.Match[str]) -> date | None:
    month = month_by_shape(found["month"]) or _torn_month(found["month"])
    year = int(as_digits(found["year"]))
    year += 2500 if year < 100 else 2000 if year < 1000 else 0
    return _day(year - BUDDHIST_ERA, month or 0, int(as_digits(found["day"])))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _torn_month(name: str) -> int | None:
    """Return the month whose full name lost or changed a letter or two, when it is near to one only."""
    month = nearest(name, MONTHS) if len(skeleton(name)) > 4 and "." not in name else None
    return MONTHS.index(month) + 1 if month else None


def month_by_shape(name: str) -> int | None:
    """Return 1 to 12 for a month whose letters may have been taken for others of their shape; None when two months share it."""
    key = skeleton(name)
    found = {
        n for months in (MONTHS, SHORT_MONTHS) for n, month in enumerate(months, 1)
        if skeleton(month) == key and _vowels(month, name)
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def _vowels(month: str, name: str) -> bool:
    """Whether an abbreviated month keeps its vowel: มี.ค. and มิ.ย. differ in little else, so that มี.ย. is neither."""
    return "." not in month or [c for c in month if c in "ิี"] == [c for c in name if c in "ิี"]


def date_alone(row: Row) -> date | None:
    """Return the date of a row that holds nothing else, or of the one run of a scanned row that does (a stamp stands beside it)."""
    if _SLASHED.match(row.text.strip()):
        return date_in(row.text)
    if not row.sure:
        text = _LEADER.sub(" ", row.text).strip()
        return parse(text) if _ALONE.match(text) else None
    runs = (row.text, *re.split(r"\s{2,}", row.text)) if len(row.parts) > 1 else (row.text,)
    return next((on for run in runs if (on := _alone(_whole_year(run.strip())))), None)


def _alone(text: str) -> date | None:
    bare = re.sub(r"^[.…\s]+|[.…\s]+$", "", text)
    if _ALONE.match(bare):
        return date_in(bare, noisy=True)
    return date_in(bare, noisy=True) if _NOISY_ALONE.match(bare) or _LIKE_ALONE.match(bare) else None


def labelled_date(rows: Sequence[Row]) -> tuple[date, Row] | None:
    """Return the date after the label วันที่ anywhere on a row (the memo's head has it beside ที่).

    Stamps have such a label too, and so have the papers that a text cites: neither is the paper's own; nor is any below a day left blank.
    """
    own = [row for n, row in enumerate(rows) if not in_stamp(rows, n)]
    dayless = next((n for n, row in enumerate(own) if _DAYLESS.search(row.text)), len(own))
    return _after(_LABEL, _NOISY_LABEL, own[:dayless])


def in_stamp(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is the dated line of a receipt stamp: below its number or above its hour, and not beside the paper's own number."""
    near = [row.text.strip() for row in rows[max(0, index - 2) : index + 3] if row.page == rows[index].page]
    own = re.match(r"^[^\sก-๙]{0,2}\s?[ทฑ][ิีึื]?[่้]?\s", rows[index].text) or "ส่วนราชการ" in rows[index].text
    return not own and any(_STAMP_WORD.search(text) for text in near)


def given_date(rows: Sequence[Row]) -> tuple[date, Row] | None:
    """Return the date on which an order or announcement was given: `สั่ง ณ วันที่ …`."""
    return _after(_GIVEN, _NOISY_GIVEN, rows)


def _after(exact: re.Pattern[str], noisy: re.Pattern[str], rows: Sequence[Row]) -> tuple[date, Row] | None:
    for n, row in enumerate(rows):
        found = exact.search(row.text) or (noisy.search(row.text) if row.sure else None)
        begun = bool(found and not row.text[: found.start()].strip() and n and _breaks_off(rows[n - 1].text.strip()))
        if found and (begun or _CITING.search(row.text[: found.start()])) and not _NUMBERED.match(row.text):
            continue
        if found and (on := date_in(found[1], noisy=bool(row.sure))):
            return on, row
    return None


def first_date_alone(rows: Sequence[Row]) -> tuple[date, Row] | None:
    """Return the first row that is a date and nothing else."""
    return next(((on, row) for row in rows if (on := date_alone(row))), None)


def letter_date(rows: Sequence[Row], numbered: Row | None, subject: Row | None = None) -> tuple[date, Row] | None:
    """Return the date of a letter: alone on its row, below the number and just above the subject; stamps date themselves in between.

    A letter writes its month out, a stamp seldom does. A day for which the sentence above breaks off is what the text speaks of.
    """
    first = list(rows).index(numbered) if numbered and numbered in rows else 0
    dated = [(on, n + first) for n, row in enumerate(rows[first:]) if (on := date_alone(row))]
    dated = [(on, n) for on, n in dated if n == 0 or not _breaks_off(rows[n - 1].text.strip())]
    own = [(on, rows[n]) for on, n in dated if _bare(rows[n]) or not in_stamp(rows, n)]
    own = own or _beside(numbered)
    if subject is None or subject not in rows:
        return own[0] if own else None
    end = list(rows).index(subject)
    above = [(on, row) for on, row in own if list(rows).index(row) < end]  # what stands below is cited
    written_out = [pair for pair in above if "." not in pair[1].text]
    return next(reversed(written_out or above), None)


def _beside(numbered: Row | None) -> list[tuple[date, Row]]:
    """Return the date that stands alone in another column of the number's row."""
    runs = re.split(r"\s{2,}", numbered.text.strip())[1:] if numbered else []
    return [(on, numbered) for run in runs if numbered and (on := _alone(run))][:1]


def _breaks_off(above: str) -> bool:
    """Whether a line of the text breaks off where a day follows."""
    return BREAKS_OFF.search(above) is not None and not _HEAD.match(above)


def _bare(row: Row) -> bool:
    """Whether a date stands without a label."""
    return not re.match(r"^\D*วัน|^ลง", row.text.strip())


def loose_date(text: str) -> str | None:
    """Return the date-like end of a text although no calendar has it: evidence for a repair."""
    bare = text.strip().rstrip(".")
    found = LOOSE.search(bare) or _NAMED_BETWEEN.search(bare)
    return found.group().strip() if found else None


def first_loose_date(rows: Sequence[Row]) -> Row | None:
    """Return the first row that ends with something like a date: what is left when no date can be read."""
    return next((row for n, row in enumerate(rows) if loose_date(row.text) and not in_stamp(rows, n)), None)


def impossible_date(rows: Sequence[Row]) -> Row | None:
    """Return the first row that is nothing but a day, a month and a year of no calendar (31 กันยายน)."""
    return next(
        (row for row in rows if _ALONE.match(text := _LEADER.sub(" ", row.text).strip()) and not parse(text)), None
    )
