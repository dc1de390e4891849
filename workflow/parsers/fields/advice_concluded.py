"""What follows the last advice: the paragraph in which the office that writes proposes what to do with them all, or a heading. Pure.

By its place a paragraph is like a second one of that advice: where items begin as paragraphs do, only its words tell it from one.
"""

import re
from collections.abc import Iterable, Sequence

from workflow.parsers.fields.advice_found import Found
from workflow.parsers.fields.advice_items import SAID, item_below
from workflow.parsers.fields.advice_leads import advises, ends, is_listed, is_section, lead_end
from workflow.parsers.fields.titles import UNIT
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import rough

_PROPOSES = r"(?:เห็น(?:สม)?ควร|เห็นว่าควร|ขอเสนอ(?!แนะ)|ใคร่ขอ|จึงขอ)"
_OFFICE = (
    rf"(?:{UNIT.pattern.removeprefix('^')}|งาน|ฝ่าย|กลุ่ม|ส่วน|แผนก|หน่วย|ข้าพเจ้า|คณะ(?:ทำงาน|กรรมการ)|(?:[ก-ฮ]{{1,6}}\.)+)"
)
_THEREFORE = r"(?:ดังนั้น|ฉะนั้น|เพื่อ|จึง|จาก|ทั้งนี้|ในการนี้)"
# what should be done, told before who proposes it, is an advice's own
_CONCLUDES = rough(rf"(?:{_OFFICE}|{_THEREFORE})(?:(?!ควร)[^\d:]){{0,80}}?{_PROPOSES}|เห็น(?:สม)?ควร(?:แจ้ง|เวียน|นำเรียน)")
_PROPOSED = rough(_PROPOSES)
# what the office that writes asks back by a day of this year, and no advice for every year
_BY_A_DAY = r"ภายใน(?:วันที่|วัน[ก-๙]{2,8}ที่)?\s*\d{1,2}\s*[ก-๙.]{3,12}\s*(?:พ\.ศ\.\s*)?\d{2,4}"
_ASKS_BACK = rough(
    rf"(?:(?:โดย|และ|จึง)?\s?ขอ(?:ให้)?[^:]{{0,90}}?|โดย(?:ให้)?|และ(?:ให้)?)?(?:จัด|นำ)?(?:ส่ง|รายงาน|แจ้ง|ตอบกลับ)[^\d:]{{0,100}}?{_BY_A_DAY}"
)
_ASKED_BACK = rough(_BY_A_DAY)
# a sentence of the paper's own inside the paragraph that tells the advices: where all of it is told, what one who wishes may do, what is
# asked back by a day
_WISHES = r"(?:มี)?(?:ความ)?(?:ประสงค์|ต้องการ|สนใจ|ข้อ(?:สงสัย|สอบถาม|ซักถาม|ขัดข้อง)|สงสัย)"
_OWN = rough(
    rf"(?:(?:ทั้งนี้|ในการนี้|อนึ่ง|โดย|ซึ่ง|สำหรับ)\s?)?(?:(?:มี)?รายละเอียด[^\d:]{{0,60}}?(?:ปรากฏ|ตาม(?:สิ่งที่|เอกสาร|บัญชี|ไฟล์)|ดัง(?:สิ่งที่|เอกสาร|แนบ))"
    rf"|หาก(?:ท่าน|[ก-๙]{{2,24}}?)??{_WISHES}[^:]{{0,80}}?(?:โปรด|ขอ(?:ให้|ความ)|กรุณา|สามารถ|ติดต่อ|สอบถาม|ประสาน)"
    rf"|(?:โปรด|กรุณา|ขอความ(?:อนุเคราะห์|ร่วมมือ)|ขอให้)[^\d:]{{0,40}}?(?:ส่ง|รายงาน|แจ้ง|ตอบกลับ)[^:]{{0,80}}?{_BY_A_DAY})"
)
_SPACE = re.compile(r"(?<=\S)\s+(?=\S)")
_LONGEST = 60  # letters of a heading
# what a part of the paper is called that its writer puts below the advice, where nothing but the words tells it
_CALLED = rough(
    r"(?:(?:แนวทาง|แผน|ขั้นตอน|ผล)?(?:การ)?ดำเนิน(?:งาน|การ)(?:ใน)?(?:ต่อไป|(?:ขั้น|ระยะ)(?:ตอน)?(?:ต่อไป|ถัดไป))?"
    r"|สิ่งที่(?:ขอ|เสนอ|ต้องการ)[ก-๙]{0,30}|ความเห็น(?:ของ[ก-๙]{2,40}|เพิ่มเติม|เจ้าหน้าที่)?|งบประมาณ(?:ที่(?:ใช้|ขอ)[ก-๙]{0,12})?"
    r"|ระยะเวลา(?:การ)?(?:ดำเนิน(?:การ|งาน))?|ปัญหา(?:และ|/)?อุปสรรค|ข้อจำกัด)\s*:?$"
)


def concludes(text: str, told_on: str, done: Iterable[Found]) -> bool:
    """Whether a paragraph is the writer's own by its words; never where the advices `done` above say such words.

    A proposal by its first row; what is asked back by a day may tell the day in the second (`told_on` has both).
    """
    if lead_end(text) is not None:
        return False
    above = [found.given.text for found in done]
    return any(
        told.match(said) and not any(own.search(advice) for advice in above)
        for said, told, own in ((text, _CONCLUDES, _PROPOSED), (told_on, _ASKS_BACK, _ASKED_BACK))
    )


def own_sentence(last: str, others: Iterable[str] = ()) -> int:
    """Return where in the last advice of a paragraph a sentence of the paper's own begins; its length where none does.

    What the `others` say too is of the advices.
    """
    found = next((space for space in _SPACE.finditer(last) if _is_own(last[space.end() :])), None)
    said = any(_is_own(other[space.end() :]) for other in others for space in _SPACE.finditer(other))
    return found.start() if found and not said else len(last)


def _is_own(text: str) -> bool:
    return bool(_OWN.match(text)) or (ends(text) and not is_section(text))


def set_as_text(row: Row, own: Iterable[Row], free: Iterable[Row]) -> bool:
    """Whether a paragraph's first line is set in as those of the paper's own text, and none of the item and its advice so.

    So Word's lists end: their entries bear the list's numbers and indents, and the text goes on without them.
    """
    opens = _opens(row)
    if opens is None or lead_end(row.text.strip()) is not None or is_listed(row.text.strip()):
        return False
    return any(_opens(told) == opens for told in free) and all(_opens(told) != opens for told in own)


def _opens(row: Row) -> tuple[float, float] | None:
    return row.parts[0].opens if row.parts else None


def heads_on(row: Row, first: Row | None, below: Sequence[Row]) -> bool:
    """Whether a paragraph heads another part of the paper: short, in bold or called so, without the mark of the items, text below it."""
    text = row.text.strip()
    if first is None or not below or len(text) > _LONGEST or is_listed(text) or lead_end(text) is not None:
        return False
    if SAID.search(text) or advises(text) or any(item_below(below[n:]) for n in range(len(below))):
        return False
    told = is_bold(row) and not is_bold(first) and not is_bold(below[0])
    return told or (is_listed(first.text.strip()) and bool(_CALLED.match(text)) and len(below[0].text) > len(text))


def is_bold(row: Row) -> bool:
    """Whether all of a row is printed in bold."""
    return bool(row.parts) and all(part.bold for part in row.parts)
