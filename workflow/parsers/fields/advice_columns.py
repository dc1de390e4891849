"""The heads of columns that give advice: what was advised, or in any words what somebody proposes or is to do. Pure."""

import re
from collections.abc import Sequence

from workflow.parsers.fields.advice_leads import ADVICE
from workflow.parsers.skeleton import rough

_LONGEST = 60  # letters: a head is shorter
_PROPER = rough(ADVICE)
_REMARKS = rough(r"ข้อสังเกต|ข้อคิดเห็น")  # advice only where no other column gives any
_DOING = r"(?:ดำเนิน(?:การ|งาน)|ปฏิบัติ|ลงมือ|จัดทำ|ทำ|ปรับ|พัฒนา|แก้ไข|ยกระดับ|เพิ่มเติม|เร่ง|เสริม|ทบทวน)"
_ENDS = r"ดำเนิน(?:การ|งาน)|ปฏิบัติ|ทำ|ปรับปรุง|พัฒนา|แก้ไข"
_OFFERS = r"(?:เสนอแนะ|เสนอ(?:ให้|ไว้|เพิ่ม)|แนะนำ|ชี้แนะ|ขอให้)"
_SHOULD = rf"(?:{_OFFERS}|(?:เห็น)?(?:ควร|สมควร|ต้อง|พึง|ให้)\s*(?:ต้อง|ให้|เร่ง)?\s*{_DOING})"
_WORK = r"(?:สิ่ง|เรื่อง|งาน|กิจกรรม|มาตรการ|วิธี|การ|ข้อ|แผน)"
_BY_WHOM = r"(?:\s*(?:ท่าน|หน่วยงาน|องค์กร|ส่วนราชการ|กรม|จังหวัด|มหาวิทยาลัย|เทศบาล|โรงพยาบาล))?"
# `สิ่งที่ควรดำเนินการ`, `การดำเนินการที่แนะนำ`: what is to be done, and not who or when is
_TO_DO = rough(
    rf"{_WORK}[^\s\d:]{{0,20}}?(?:ที่|ซึ่ง)[^\d:]{{0,40}}?{_SHOULD}.{{0,24}}$|สิ่งที่ควรดำเนินการ|แนวทาง"
    r"|(?:มาตรการ|วิธี|การ)[^\d:]{0,20}?(?:ที่|ซึ่ง)[^\d:]{0,20}?เสนอ\s*$"
)
# `ข้อเสนอของ…`, `สำนักงานเสนอให้…`: who proposes may stand before it; what is proposed would be an advice itself
_PROPOSES = rough(
    rf"ข้อเสนอ(?:เพื่อ|ของ|จาก|ใน|ต่อ|สำหรับ|ที่|\s|/|$)|[^\d:]{{0,40}}?(?:{_OFFERS}(?:ให้)?{_BY_WHOM}\s*(?:{_ENDS})?$|\sเสนอ\s*$)"
    r"|(?:หน่วยงาน|องค์กร)?(?:เห็น)?ควรดำเนินการ\s*$"
)
_OFFERED = rough(_OFFERS)
_WHOSE = re.compile(r"[^\s]+(?:ที่|ซึ่ง)")  # `หน่วยงานที่…`, `ตัวชี้วัดที่…`
# a rating, an opinion or a doing may be headed so too: what stands below must be long
_MAYBE = rough(
    rf"ความเห็น|ความคิดเห็น|(?:เห็น)?ควร(?:เร่ง)?\s*{_DOING}|(?:ประเด็น|จุด|หัวข้อ)ที่\s*(?:ควร|ต้อง){_DOING}|การ(?:ปรับปรุง|พัฒนา|แก้ไข)"
)

_NUMBERED = re.compile(r"(?P<sign>[-+–−]?)\s?(?P<whole>\d{1,3})\.\d{1,4}\s*%?$")
MOST_PARTS = 20  # no survey has more indicators: a larger number is a mark


def advising(cell: str) -> int | None:
    """Return how far from advice in so many words a head is that names a column of it: 0 for such words; None for any other head."""
    if len(cell) >= _LONGEST:
        return None
    if _PROPER.match(cell):
        return 2 if _REMARKS.match(cell) else 0
    return 1 if _TO_DO.match(cell) or _proposes(cell) else None


def is_proper(cell: str) -> bool:
    """Whether a head speaks of advice or a proposal in so many words, whatever stands beside it."""
    return bool(_PROPER.match(cell)) or _proposes(cell)


def may_advise(cell: str) -> bool:
    """Whether a head may name advice: what stands below it shows."""
    return len(cell) < _LONGEST and _MAYBE.match(cell) is not None


def _proposes(cell: str) -> bool:
    """Whether a head says that something is proposed, and not about what it is, to whom, or when."""
    if _TO_DO.match(cell):
        return _OFFERED.search(cell) is not None
    return _PROPOSES.match(cell) is not None and not _WHOSE.match(cell)


def of_marks(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the columns whose numbers no survey could have for codes: most are too large, or differences with a sign."""
    marks = set[int]()
    for n in range(max(map(len, rows), default=0)):
        numbers = [found for row in rows if n < len(row) and (found := _NUMBERED.match(row[n]))]
        beyond = sum(bool(found["sign"]) or int(found["whole"]) > MOST_PARTS for found in numbers)
        marks |= {n} if beyond * 2 > len(numbers) else set()
    return frozenset(marks)
