"""A signer's name in brackets, below which no advice goes on. Pure."""

import re

from workflow.parsers.fields.titles import has_title
from workflow.parsers.skeleton import rough

_IN_BRACKETS = rough(r"\((?P<name>[ก-ฮเแไ][^()\dA-Za-z]{5,60})\)$")
_NOBODY = rough(r"ตัวชี้วัด|ภายใต้|ข้อเสนอแนะ|องค์การ")
# written as they are: มิตร, ปรีดานันท์, เสาวนีย์ and การุณย์ are names
_NO_NAME = re.compile(
    r"^\s*(?:(?:อยู่)?(?:ใน|ของ|สังกัด|ตาม)\s*)?(?:มิติ|ด้าน|หมวด|องค์ประกอบ|เสาหลัก|ปัจจัย|ประเด็น|ความ|การ(?![ะ-ู]))|และ"
)


def is_signer(text: str) -> bool:
    """Whether a line is a person's name in brackets: two words or a title, and nothing that an indicator is called."""
    found = _IN_BRACKETS.match(text)
    name = found["name"].strip() if found else ""
    return (" " in name or has_title(name)) and not _NOBODY.search(name) and not _NO_NAME.search(name)
