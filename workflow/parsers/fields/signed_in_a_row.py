"""Who signs on one row: `(นายพงศกร ใจดี) นายกเทศมนตรี 24 มกราคม 2568` becomes the rows of a block: name, post and day. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.core.thai_date import DATE_PATTERN
from workflow.parsers.fields.dated import SLASHED, date_alone
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.fields.titles import POST
from workflow.parsers.rows import Row

_DAY = re.sub(r"\(\?P<\w+>", "(?:", DATE_PATTERN.pattern)
_SIGNED = re.compile(
    r"^(?P<name>[^()\d]{0,30}\([^()\d]{4,60}\))[\s,/|–-]*(?P<post>[ก-๙(][^()]{3,88}?(?:\([^()]{1,40}\))?)"
    rf"(?:[\s,/|–-]*(?P<day>(?:วันที่\s*)?(?:{_DAY}|{SLASHED})\.?))?\s*$"
)
# a sentence that names somebody with his post goes on with what he did, and when
_TELLS = re.compile(r"ได้|จะ|จึง|เข้าร่วม|เมื่อ|(?<!ติด)ตาม|ภายใน|ตั้งแต่|โทร|มอบหมาย|\sณ|ลง$")


def signed_apart(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those on which a name in brackets, its post and a day stand in turn parted into a row for each.

    Without a day on it such a row is one only where the day stands alone below.
    """
    found: list[Row] = []
    for n, row in enumerate(rows):
        below = rows[n + 1] if n + 1 < len(rows) else None
        found += _apart(row, dated_below=below is not None and date_alone(below) is not None)
    return found


def _apart(row: Row, *, dated_below: bool) -> list[Row]:
    signed = _SIGNED.match(row.text)
    if not signed or not (signed["day"] or dated_below) or _TELLS.search(signed["post"]):
        return [row]
    name, *more = [_part(row, *signed.span(group)) for group in ("name", "post", "day") if signed[group]]
    return [name, *more] if POST.match(signed["post"]) and signatures([name]) else [row]


def _part(row: Row, start: int, stop: int) -> Row:
    """Return what a row says between two of its letters, in the row's own place."""
    printed = row.printed[start:stop] if len(row.printed) == len(row.text) else row.text[start:stop]
    return replace(row, text=row.text[start:stop], printed=printed, sure=row.sure[start:stop], parts=())
