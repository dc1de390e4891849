"""The paragraph below the last advice in which the office that writes proposes what to do with them all. Pure.

By its place it is like a second paragraph of that advice: where items begin as paragraphs do, only its words tell it from one.
"""

from collections.abc import Iterable

from workflow.parsers.fields.advice_found import Found
from workflow.parsers.fields.advice_lines import lead_end
from workflow.parsers.fields.titles import UNIT
from workflow.parsers.skeleton import rough

_PROPOSES = r"(?:เห็น(?:สม)?ควร|เห็นว่าควร|ขอเสนอ(?!แนะ)|ใคร่ขอ|จึงขอ)"
_OFFICE = (
    rf"(?:{UNIT.pattern.removeprefix('^')}|งาน|ฝ่าย|กลุ่ม|ส่วน|แผนก|หน่วย|ข้าพเจ้า|คณะ(?:ทำงาน|กรรมการ)|(?:[ก-ฮ]{{1,6}}\.)+)"
)
_THEREFORE = r"(?:ดังนั้น|ฉะนั้น|เพื่อ|จึง|จาก|ทั้งนี้|ในการนี้)"
# what should be done, told before who proposes it, is an advice's own
_CONCLUDES = rough(rf"(?:{_OFFICE}|{_THEREFORE})(?:(?!ควร)[^\d:]){{0,80}}?{_PROPOSES}|เห็น(?:สม)?ควร(?:แจ้ง|เวียน|นำเรียน)")
_PROPOSED = rough(_PROPOSES)


def concludes(text: str, done: Iterable[Found]) -> bool:
    """Whether a paragraph is the writer's own proposal by its words; never where the advices `done` above propose in such words."""
    told = _CONCLUDES.match(text) and lead_end(text) is None
    return bool(told) and not any(_PROPOSED.search(found.given.text) for found in done)
