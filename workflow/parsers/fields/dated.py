"""Dates as they stand on a page: whole ones, and ones that no calendar has, which are kept as printed for the checks."""

import re
from collections.abc import Sequence
from datetime import date

from workflow.core.thai_date import BUDDHIST_ERA, DATE_PATTERN, MONTHS, SHORT_MONTHS, parse
from workflow.core.thai_digits import as_digits
from workflow.parsers.fields.skeleton import loose, skeleton
from workflow.parsers.rows import Row

# day, something like a month, year: also "50 ธ.ค. 2562", "25 มี.ย 2562", "ธ.ค. 2562"
LOOSE = re.compile(
    r"(?P<day>\d{1,2})?\s*(?P<month>เ?[ก-ฮ][ิี]?\.\s?[ก-ฮ]\.?|[ก-๙]{2,10}(?:[คดตศ][มน]|ย[นม]|พันธ์?))\s*(?:พ\.\s?ศ\.\s*)?(?P<year>\d{4}|\d{2})$"
)
_ALONE = re.compile(rf"^(?:วันที่\s*\W*\s*)?{DATE_PATTERN.pattern}\.?$")
_SLOT = r"[\dOoQDlIi|!ZzSsBgqb]"  # a digit, or a Latin letter of its shape
NOISY_DATE = (
    rf"(?<![\dก-๙])(?P<day>{_SLOT}{{1,2}})\s*(?P<month>{'|'.join(loose(m) for m in (*MONTHS, *SHORT_MONTHS))})"
    rf"\s*(?:พ\s?\.?\s?[ศคต]\s?\.?\s*)?(?P<year>{_SLOT}{{4}}|{_SLOT}{{2}})(?![\dก-ฮ])"
)
# a date whose month cannot be told: what is cited is known, and its day is asked for
DATE_LIKE = rf"(?<!\d){_SLOT}{{1,2}}\s*[ก-๙][ก-๙. ]{{1,11}}?\s*{_SLOT}{{2,4}}(?![\dก-ฮ])"
_NOISY = re.compile(NOISY_DATE)
_NOISY_ALONE = re.compile(rf"^(?:{loose('วันที่')}\s*\W*\s*)?{NOISY_DATE}[\s.,-]*$")
_LABEL = re.compile(r"วันที่\s*[.…]*\s*(.+)")
_NOISY_LABEL = re.compile(rf"{loose('วันที่')}\s*[.…]*\s*(.+)")
_GIVEN = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้)\s*ณ\s*(?:วันที่)?(.+)")
_NOISY_GIVEN = re.compile(rf"(?:{loose('สั่ง')}|{loose('ประกาศ')}|{loose('ให้ไว้')})\s*[ณญน]\s*(?:{loose('วันที่')})?(.+)")


def date_in(text: str, *, noisy: bool = False) -> date | None:
    """Return the first date of a text; on a noisy scan also one whose month lost its marks, when it can be one month only."""
    if on := parse(text):
        return on
    found = _NOISY.search(text) if noisy else None
    return _noisy_date(found) if found else None


def _noisy_date(found: re.Match[str]) -> date | None:
    month = month_by_shape(found["month"])
    year = int(as_digits(found["year"]))
    try:
        return date((year + 2500 if year < 100 else year) - BUDDHIST_ERA, month or 0, int(as_digits(found["day"])))
    except ValueError:
        return None


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
    """Return the date of a row that holds nothing else."""
    text = row.text.strip()
    if _ALONE.match(text):
        return parse(text)
    return date_in(text, noisy=True) if row.sure and _NOISY_ALONE.match(text) else None


def labelled_date(rows: Sequence[Row]) -> tuple[date, Row] | None:
    """Return the date after the label วันที่ anywhere on a row (the memo's head has it beside ที่)."""
    return _after(_LABEL, _NOISY_LABEL, rows)


def given_date(rows: Sequence[Row]) -> tuple[date, Row] | None:
    """Return the date on which an order or announcement was given: `สั่ง ณ วันที่ …`."""
    return _after(_GIVEN, _NOISY_GIVEN, rows)


def _after(exact: re.Pattern[str], noisy: re.Pattern[str], rows: Sequence[Row]) -> tuple[date, Row] | None:
    for row in rows:
        found = exact.search(row.text) or (noisy.search(row.text) if row.sure else None)
        if found and (on := date_in(found[1], noisy=bool(row.sure))):
            return on, row
    return None


def first_date_alone(rows: Sequence[Row]) -> tuple[date, Row] | None:
    """Return the first row that is a date and nothing else."""
    return next(((on, row) for row in rows if (on := date_alone(row))), None)


def letter_date(rows: Sequence[Row], numbered: Row | None) -> tuple[date, Row] | None:
    """Return the date of a letter: alone on its row and below the number, since what stands above it are stamps; best without a label."""
    first = list(rows).index(numbered) if numbered in rows else 0
    dated = [(on, row) for row in rows[first:] if (on := date_alone(row))]
    bare = [found for found in dated if not re.match(r"^\D*วัน|^ลง", found[1].text.strip())]
    return next(iter([*bare, *dated]), None)


def loose_date(text: str) -> str | None:
    """Return the date-like end of a text although no calendar has it: evidence for a repair."""
    found = LOOSE.search(text.strip().rstrip("."))
    return found.group().strip() if found else None


def first_loose_date(rows: Sequence[Row]) -> Row | None:
    """Return the first row that ends with something like a date: what is left when no date can be read."""
    return next((row for row in rows if loose_date(row.text)), None)
