"""What a paper invites to: the day, the hours, the place, and until when names are wanted. Pure."""

import re
from datetime import date

from workflow.core.reading import Meeting
from workflow.core.thai_date import DATE_PATTERN
from workflow.parsers.fields.dated import date_in
from workflow.parsers.fields.skeleton import loose

_CLOCK = r"(?P<{0}h>\d{{1,2}})\s?[.:]\s?(?P<{0}m>\d{{2}})"
_HOURS = re.compile(
    rf"{loose('เวลา')}\s*(?:ประมาณ\s*)?{_CLOCK.format('s')}\s*(?:น\.?|นาฬิกา)?"
    rf"(?:\s*(?:[–—-]|ถึง)\s*(?:{loose('เวลา')}\s*)?{_CLOCK.format('e')})?\s*(?:น\.?|นาฬิกา)?(?![ก-๙])"
)
_DAY = re.compile(DATE_PATTERN.pattern)
_WIDTH = 120  # letters between the day and its hours, and between the hours and the place
# a place goes on until the sentence turns to something else
_TURNS = (
    "โดย", "จึง", "ทั้งนี้", "เพื่อ", "ซึ่ง", "พร้อม", "รายละเอียด", "ในการนี้", "นั้น", "และขอ", "ขอให้", "กรุณา", "โปรด", "ตามกำหนด",
    "ตามรายละเอียด", "มีกำหนด", "อนึ่ง",
)  # fmt: skip
_PLACE = re.compile(
    rf"^[\s,]*(?:(?:ณ|สถานที่\s*:?|จัดที่|ที่)\s+(?P<at>.+?)|(?P<through>(?:ผ่าน|ทาง|ด้วย)(?:ระบบ|สื่อ|การประชุม|ทาง)?.+?))"
    rf"(?=\s+(?:{'|'.join(_TURNS)})|$)"
)
_PLACE_LINE = re.compile(r"(?:^|\s)สถานที่(?:จัด\S*|ประชุม)?\s*:?\s+(?P<at>\S.+?)(?=\s{2}|\s+(?:วันที่|เวลา|กำหนด|ผู้เข้า)|$)")
_REPLY = re.compile(r"(?:แจ้ง|ตอบรับ|ส่ง|ยืนยัน|ลงทะเบียน)[^()]{0,120}?ภายใน(?:วัน\S*?ที่|วัน)?\s*(?P<day>.{6,30})")


def meeting_of(text: str) -> Meeting | None:
    """Return what the flowing text of a paper (Arabic digits) invites to; None when no day with its hours stands in it.

    Of several days the first that has hours counts: earlier ones are the dates of papers cited.
    """
    for hours in _HOURS.finditer(text):
        before = text[max(0, hours.start() - _WIDTH) : hours.start()]
        days = list(_DAY.finditer(before))
        on = date_in(days[-1].group()) if days else None
        if on is None:
            continue
        start, end = _clock(hours, "s"), _clock(hours, "e")
        if start is None:
            continue
        return Meeting(on, start, end, _place(text, hours.end()), _reply_by(text))
    return None


def _clock(found: re.Match[str], which: str) -> str | None:
    hour, minute = found[f"{which}h"], found[f"{which}m"]
    if hour is None or not (int(hour) < 24 and int(minute) < 60):
        return None
    return f"{int(hour):02d}:{minute}"


def _place(text: str, start: int) -> str | None:
    behind = text[start : start + 2 * _WIDTH]
    found = _PLACE.match(behind) or _PLACE_LINE.search(text)
    if found is None:
        return None
    groups = found.groupdict()
    return re.sub(r"\s+", " ", groups.get("at") or groups.get("through") or "").strip(" ,.") or None


def _reply_by(text: str) -> date | None:
    found = _REPLY.search(text)
    return date_in(found["day"]) if found else None
