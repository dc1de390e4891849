"""Dates as they stand on a page: whole ones, and ones that no calendar has, which are kept as printed for the checks."""

import re
from collections.abc import Sequence
from datetime import date

from workflow.core.thai_date import DATE_PATTERN, parse
from workflow.parsers.rows import Row

# day, something like a month, year: also "50 ธ.ค. 2562", "25 มี.ย 2562", "ธ.ค. 2562"
LOOSE = re.compile(
    r"(?P<day>\d{1,2})?\s*(?P<month>เ?[ก-ฮ][ิี]?\.\s?[ก-ฮ]\.?|[ก-๙]{2,10}(?:คม|ยน|พันธ์))\s*(?:พ\.\s?ศ\.\s*)?(?P<year>\d{4}|\d{2})$"
)
_ALONE = re.compile(rf"^(?:วันที่\s*\W*\s*)?{DATE_PATTERN.pattern}\.?$")


def date_alone(row: Row) -> date | None:
    """Return the date of a row that holds nothing else."""
    return parse(row.text) if _ALONE.match(row.text.strip()) else None


def labelled_date(rows: Sequence[Row]) -> tuple[date, Row] | None:
    """Return the date after the label วันที่ anywhere on a row (the memo's head has it beside ที่)."""
    for row in rows:
        if (found := re.search(r"วันที่\s*[.…]*\s*(.+)", row.text)) and (on := parse(found[1])):
            return on, row
    return None


def given_date(rows: Sequence[Row]) -> tuple[date, Row] | None:
    """Return the date on which an order or announcement was given: `สั่ง ณ วันที่ …`."""
    for row in rows:
        if (found := re.search(r"(?:สั่ง|ประกาศ|ให้ไว้)\s*ณ\s*(?:วันที่)?(.+)", row.text)) and (on := parse(found[1])):
            return on, row
    return None


def first_date_alone(rows: Sequence[Row]) -> tuple[date, Row] | None:
    """Return the first row that is a date and nothing else."""
    return next(((on, row) for row in rows if (on := date_alone(row))), None)


def loose_date(text: str) -> str | None:
    """Return the date-like end of a text although no calendar has it: evidence for a repair."""
    found = LOOSE.search(text.strip().rstrip("."))
    return found.group().strip() if found else None
