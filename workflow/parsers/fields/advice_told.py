"""An advice without any lead-in: behind the name of its item, or on the line below. Pure."""

import re

from workflow.parsers.skeleton import RoughMatch, rough

# an item without any advice, whose name a long sentence follows after a colon
_TOLD = re.compile(r"(?<!หลัก)(?<!ตัวชี้วัด)(?<!ด้าน)(?<!มิติ)\s*:(?:\s+|(?=[ก-ฮเ-ไ]))(?P<advice>[^:]{25,})$")
# advice that begins with what is to be done, behind a colon or a dash, or on a line of its own in a text without places
_DOES = (
    r"(?:ควร|ให้|ขอให้|เร่ง|เสนอ|พิจารณา|จัด(?:ทำ|ให้|ตั้ง|อบรม)|ปรับปรุง|เพิ่ม|ทบทวน|กำหนด|นำ|ติดตาม"
    r"|(?:หน่วยงาน|ผู้บริหาร)\S{0,12}\s*(?:ควร|พึง|ต้อง))"
)
_TO_BE_DONE = rough(_DOES)
_TOLD_TO_DO = rough(rf"\s*(?::|\s[–—-]\s)\s*(?P<advice>{_DOES}[^:]{{8,}})$")
_RUNS_ON = rough(
    r"\s+(?:โดย)?(?P<advice>(?:ควร|เห็นควร|ขอให้|เสนอ(?:แนะ)?ให้|แนะนำให้|สมควร|น่าจะ|จำเป็นต้อง)[^:]{12,})$"
)  # behind the name with nothing between
_GOES_ON = rough(r"(?:ที่|ซึ่ง|ไม่|สิ่ง|และ|หรือ|ว่า)\s*$")  # a name that breaks off before ควร


def told_behind(name: str) -> RoughMatch | re.Match[str] | None:
    """Return where an advice runs on behind the name of its item."""
    return _TOLD_TO_DO.search(name) or _TOLD.search(name) or _RUNS_ON.search(name)


def begins_to_do(text: str) -> bool:
    """Whether a line begins with what is to be done."""
    return _TO_BE_DONE.match(text) is not None


def name_goes_on(name: str) -> bool:
    """Whether a name that breaks off here goes on below, whatever the next word is."""
    return _GOES_ON.search(name) is not None
