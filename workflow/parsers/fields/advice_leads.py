"""What leads into an advice, what begins one without, and what ends them all: of one line of a recommendation sheet. Pure.

Written over skeletons (`parsers/skeleton.py`), so that a lost tone mark or ด read as ต changes nothing.
"""

import re

from workflow.parsers.fields.advice_signer import is_signer
from workflow.parsers.fields.advice_signs import SIGN
from workflow.parsers.fields.advice_tellers import ISSUER, OFFICE, TELLER
from workflow.parsers.skeleton import rough

_TO_MEND = r"(?:พัฒนา|ปรับปรุง|ดำเนินการ|แก้ไข|ยกระดับ)"
_SUBJECT = rf"(?:ข้อเสนอแนะ|ข้อแนะนำ|คำแนะนำ|ข้อสังเกต|ข้อคิดเห็น|แนวทาง(?:การ)?{_TO_MEND}|ข้อเสนอ(?:การ|ใน(?:การ)?|เพื่อ(?:การ)?){_TO_MEND})"
ADVICE = rf"{_SUBJECT}(?:เพื่อ(?:การ)?(?:พัฒนา|ปรับปรุง|ยกระดับ))?ะ?"  # ะ: a colon misread
_THAT = r"(?:(?:คือ|ว่า|ได้แก่|ดังนี้|มีดังนี้)\s*:?\s+)?"
_SAYS = r"(?:มี)?(?:ข้อเสนอแนะ|เสนอแนะ|แนะนำ|ให้ข้อเสนอแนะ|ให้คำแนะนำ|เสนอ)(?:ว่า|ไว้ว่า|ดังนี้|เพิ่มเติมว่า|:)"
_LEAD = rough(
    rf"(?:{SIGN}\s*)?(?:{ADVICE}\s*(?:จาก|ของ|โดย)\s*{ISSUER}\s*:?\s+{_THAT}(?=\S)"
    rf"|{ADVICE}\s*(?:(?:จาก|ของ|โดย)\s*{ISSUER})?\s*(?:[:]|คือ\s|ดังนี้|มีดังนี้|ว่า\s)\s*:?\s*"
    rf"|(?:สิ่งที่|ประเด็นที่|เรื่องที่|โดย)?\s*[^:\d]{{0,40}}(?:เสนอแนะ|แนะนำ|เสนอ)\S{{0,14}}\s+(?:คือ|ได้แก่)\s*:?\s*(?=\S)"
    rf"|{ISSUER}\s*(?:ได้)?(?:ให้)?(?:เสนอแนะ|แนะนำ)\s+(?=ควร|ให้|น่าจะ|พึง|ขอ|เห็น)"
    rf"|{ADVICE}\s+(?=\S)|ข้อเสนอแนะ(?=ควร|ขอให้)|(?:โดย\s*|ทั้งนี้\s*)?{ISSUER}\s*{_SAYS}\s*:?\s*)"
)
_BARE_LEAD = rough(rf"(?:{SIGN}\s*)?{ADVICE}\s*(?:(?:จาก|ของ|โดย)\s*{ISSUER})?\s*:?\s*$")
LEAD_WITHIN = rough(
    rf"\s*(?:[:–—-]\s*)?{ADVICE}\s*(?:(?:จาก|ของ|โดย)\s*{ISSUER})?\s*(?:[:]\s*|(?:คือ|ได้แก่|ว่า)\s+|\s(?=ควร|การ|ให้|เห็น|ขอ|พึง))"
    rf"|(?<=[)\]])\s+{ADVICE}\s*(?=\S)"
    r"|\s*[:]\s*(?=ควร|เห็นควร|ขอให้|ให้|น่าจะ|พึง|สมควร)|\s+[–—-]\s+(?=ควร|เห็นควร|ขอให้)"
)
# `…ด้าน|ดิจิทัล ข้อเสนอแนะ: …`: on a line that goes on, the end of a name
_NAME_BEFORE = rough(
    rf"(?!ทั้งนี้|โดย)\S?[ก-ฮเ-ไ]\S[^:]{{0,60}}?\s+{ADVICE}\s*(?:(?:จาก|ของ|โดย)\s*{ISSUER})?\s*(?::|(?:คือ|ได้แก่|ว่า)\s)"
)
_LEAD_RUN_ON = rough(
    rf"\s+(?:(?:โดย|ซึ่ง)\s*)?(?:{TELLER}\s*)?(?:ได้)?(?:มี|ให้)?(?:ข้อเสนอแนะ|เสนอแนะ|แนะนำ|เห็น|เสนอ)(?:ไว้)?ว่า\s*(?=\S)"
    rf"|\s*ข้อเสนอ(?:ของ|จาก)\s*{ISSUER}\s*:\s*"
    rf"|\s*(?:[:–—-]\s*)?{ADVICE}\s*(?:จาก|ของ|โดย)\s*{ISSUER}\s*:?\s+{_THAT}(?=\S)"
)
# what begins a lead-in at the beginning of a line, with nobody or an office before it
_LEADS = rough(rf"(?:{SIGN}\s*)?(?:โดย\s*|ซึ่ง\s*)?(?:{OFFICE})?(?:ได้|ขอ)?(?:มี|ให้)?(?:{ADVICE}|เสนอ|แนะนำ)")
_ADVISES = rough(r"(?:[-–•]\s*)?(?:ควร|เห็นควร|ขอ(?:แนะนำ|เสนอ(?:แนะ)?)?ให้|พึง(?!ความ|เสียง|คำ|ข้อ)|จำเป็นต้อง|น่าจะ|สมควร)")
_LISTED = rough(rf"{SIGN}\s")
_SECTION = rough(
    r"(?:ต้นเรื่อง|เรื่องเดิม|ความเป็นมา|ข้อเท็จจริง|ข้อกฎหมาย|ข้อพิจารณา(?:และข้อเสนอ)?|ข้อเสนอ(?:เพื่อ(?:โปรด)?พิจารณา)?|หลักการและเหตุผล"
    r"|(?:ประเด็น|เรื่อง|ข้อ)(?:ที่)?(?:เสนอ|ขอ)?(?:เพื่อ)?(?:โปรด)?พิจารณา|ข้อมูลประกอบ(?:การพิจารณา)?|(?:สรุป|ความเห็น)และข้อเสนอ)\s*:?$"
    r"|\d{1,2}\.\s*(?:ข้อพิจารณา|ข้อเสนอ(?!แนะ)|ข้อกฎหมาย|ข้อเท็จจริง|เรื่องเดิม|สรุป|การดำเนินการ|ความเห็น)"
)
_CLOSED = rough(r"(?:จึง(?:(?:กราบ)?เรียน|แจ้ง|ประกาศ|(?:ส่ง|เสนอ)มา)|ขอแสดงความนับถือ|\(?ลงชื่อ|เพื่อโปรด(?:ทราบ|พิจารณา))")
_PAUSES = rough(
    r"(?:ทั้งนี้|ในการนี้|อนึ่ง|สำหรับ)\s|(?:ทั้งนี้|ในการนี้|อนึ่ง)(?=ขอ|ให้|จึง|หาก|สำนัก|กรม|จังหวัด)|(?:มติ|ความเห็น|ข้อสังเกต)(?:ของ)?ที่ประชุม|ที่ประชุม(?:ได้)?(?:พิจารณา|รับทราบ|มีมติ|เห็น)"
    r"|(?:หาก|ถ้า|กรณี)[^\d:]{0,60}?(?:ประสงค์|ต้องการ|สงสัย|ซักถาม|ขัดข้อง)[^\d:]{0,60}?(?:คำปรึกษา|ติดต่อ|ประสาน|สอบถาม|เพิ่มเติม)"
    r"|[^\d:]{0,60}?(?:(?:พิจารณา|ตรวจสอบ)(?:เรื่อง[ก-๙]{0,12})?แล้ว|ขอเรียน(?:ว่า|เพิ่ม)|ขอรายงาน|หวัง(?:เป็นอย่างยิ่ง)?ว่า|ขอ(?:ขอบ(?:พระ)?คุณ|ความร่วมมือ|ความอนุเคราะห์))"
)
_CLOSES = re.compile(r"(?!\(?[\dก-ฮ]{1,2}\))[^()]+\)")
ANNOUNCES = rough(r".*(?:ดังนี้|ดังต่อไปนี้|ได้แก่|:|ต่อไปนี้)\s*$")


def lead_end(text: str, *, wrapped: bool = False) -> int | None:
    """Return where the lead-in of an advice (`ข้อเสนอแนะจาก …`) ends, None when the line begins with none, or with the rest of a bracket.

    A `wrapped` line below a name may begin with the last words of that.
    """
    found = _LEAD.match(text) or _BARE_LEAD.match(text)
    if found is None or (wrapped and _ends_a_name(text)) or _CLOSES.match(text[: found.end()]):
        return None
    return found.end()


def _ends_a_name(text: str) -> bool:
    """Whether words stand before a lead-in that is found inside a paragraph as well: of the name, or of whoever advises."""
    return not _LEADS.match(text) and bool(_NAME_BEFORE.match(text) or lead_within(f" {text}"))


def lead_within(text: str) -> tuple[int, int] | None:
    """Return where a lead-in stands inside the paragraph of an item."""
    found = _LEAD_RUN_ON.search(text) or LEAD_WITHIN.search(text)
    return found.span() if found else None


def phrase_in(text: str, usual: str) -> tuple[int, int] | None:
    """Return where the lead-in this paper uses stands in a text."""
    found = rough(re.escape(usual).replace("\\ ", r"\s*")).search(text) if usual else None
    return found.span() if found else None


def advises(text: str) -> bool:
    """Whether a line begins as an advice does, without any lead-in."""
    return bool(_ADVISES.match(text))


def is_section(text: str) -> bool:
    """Whether a line heads a section of a staff paper: ต้นเรื่อง, ข้อพิจารณา."""
    return bool(_SECTION.match(text))


def ends(text: str) -> bool:
    """Whether the paper goes on to something else: a section, or its closing."""
    return is_section(text) or bool(_CLOSED.match(text)) or is_signer(text)


def pauses(text: str) -> bool:
    """Whether a new paragraph with these words speaks of all items again."""
    return bool(_PAUSES.match(text))


def is_listed(text: str) -> bool:
    """Whether a line is an entry of a list."""
    return bool(_LISTED.match(text))
