"""What the lines of a receipt stamp say, each by itself: a number, a time, a unit. Pure."""

import re

from workflow.core.thai_date import DATE_PATTERN
from workflow.parsers.fields.dated import loose_date
from workflow.parsers.stamp_labels import FILLER, NUMBER_LABEL, OPENS_DATE, OPENS_NUMBER, OPENS_TIME

_OLD_SEED = re.compile(r"^(?:เลขทะเบียนรับ|เลขที่รับ|เลขรับ(?:ที่)?|รับเลขที่|รับที่)")  # what follows it may be misread
# `สลก. รับเลขที่ 3390`: an office by its abbreviation, and its number behind it
_WITH_UNIT = re.compile(rf"^(?P<unit>(?:[ก-ฮ]{{1,5}}\.)+(?:[ก-ฮ]{{1,6}}\.?)?)\s+(?={NUMBER_LABEL}{FILLER}\d)")
_HEADING = re.compile(r"^(?:ตรา|ได้)?(?:ลง)?(?:ทะเบียน)?รับ(?:หนังสือ|เอกสาร)?(?:แล้ว)?$|^ตราประทับ|^ด่วน(?:มาก|ที่สุด)?$")
# what a transcriber writes where a stamp stood, before its first line: "[ตรารับ] กรม…", "(ตราประทับ)", "ตรารับหนังสือ: กรม…"
_STAMPED = r"(?:รอย|ประทับ)?ตรา(?:ประทับ|ยาง)?\s*(?:ลง)?(?:ทะเบียน)?(?:รับ)?(?:หนังสือ|เอกสาร)?(?:\s*(?:ที่\s*)?\d{1,2})?"
_MARK = re.compile(
    rf"^\s*(?:[\[({{<]\s*(?:{_STAMPED}|ลงรับ)\s*:?\s*[\])}}>]|(?=\S*รับ|ตราประทับ|ตรายาง){_STAMPED}\s*(?=:))\s*:?\s*"
)
_OF_YEAR = r"(?:/(?:25\d\d|[4-9]\d(?!\d)))?"  # the register begins anew each year
_PLAIN = re.compile(rf"(?:เลขที่|รับ){FILLER}\d{{1,6}}{_OF_YEAR}$")
_TORN = re.compile(rf"^[ก-๙]{{0,3}}รับ{FILLER}\d{{1,6}}$")  # เลขรับ whose head is hidden under print: no unit ends so
TIME = re.compile(r"(?P<hour>\d{1,2})\s*[.:]\s*(?P<minute>\d{2})(?!\d)\s*(?:นาฬิกา|น|ฯ)?")
TOLD_TIME = re.compile(
    r"(?<![\d.:/])(?P<hour>\d{1,2})\s*[.:]\s*(?P<minute>\d{2})\s*(?:นาฬิกา|น)"
)  # by the word behind it
NUMBER = re.compile(
    rf"(?:{NUMBER_LABEL}|เลขที่|เลขทะเบียน|รับ|ที่){FILLER}(?P<number>\d{{1,6}}{_OF_YEAR})(?!\d|\.\s?\d|[:/])"
    r"(?!\s*(?!(?:ลง)?วันที่|ว\.?ด\.?ป|เวลา)[ก-ฮเ-ไ])"  # a strip tells day and hour behind it
)


def unmarked(text: str) -> str:
    """Return a stamp's line without the mark of the transcriber who tells that a stamp stood there."""
    return _MARK.sub("", text)


def numbered(text: str) -> bool:
    """Whether a line begins with what a stamp calls its number, or has it behind the abbreviation of its unit."""
    text = unmarked(text)
    return bool(OPENS_NUMBER.match(text) or _OLD_SEED.match(text) or _WITH_UNIT.match(text))


def unit_before(text: str) -> str | None:
    """Return the unit that stands before a stamp's number on one line."""
    found = _WITH_UNIT.match(unmarked(text))
    return found["unit"] if found else None


def register(text: str) -> bool:
    """Whether a line says เลขที่ or รับ and a number, and nothing else: a stamp's where a day and an hour are."""
    return bool(_PLAIN.match(text))


def names_unit(text: str) -> bool:
    """Whether a stamp's line is neither a label nor a value nor a heading nor an urgency beside it."""
    text = unmarked(text)
    labelled = (
        numbered(text) or register(text) or _TORN.match(text) or _HEADING.match(text) or OPENS_DATE.match(text)
        or OPENS_TIME.match(text)
    )  # fmt: skip
    valued = (
        loose_date(text) or DATE_PATTERN.match(text) or TIME.fullmatch(text) or re.fullmatch(r"[\d.\s:,/นฯ-]+", text)
    )
    return not labelled and not valued and len(text) > 2
