"""The name of a sub-indicator and the indicator it stands under, told apart inside one line. Pure."""

import re
from collections.abc import Sequence

from workflow.parsers.fields.advice_lines import item_of
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import rough

_PART = r"(?:ตัวชี้วัด|มิติ|หมวด|องค์ประกอบ|เสาหลัก|ปัจจัย|ประเด็น)(?:\s*หลัก)?"
_NUMBER = r"(?:(?:ที่\s*)?\d+(?:\.\d+)*\s*[.:]?\s+)"
_UNDER = rough(
    rf"(?:\s+|(?<=\)))(?:[,–-]\s*)?\(?\s*(?:ภายใต้|อยู่ภายใต้|อยู่ใน|สังกัด|ใน|ของ|ตาม)\s*(?:{_PART}|ด้าน(?=\s*(?:ที่\s*)?\d))\s*:?\s*{_NUMBER}?"
    rf"|\s*[(–-]\s*(?:{_PART}|ด้าน)\s*(?::\s*|{_NUMBER})(?:{_NUMBER})?|\s*\(\s*(?:{_PART}|ด้าน)\s*(?=[^()]{{2,90}}(?:\([^()]*\))?\s*\)\s*$)"
    rf"|\s*[,(]?\s*(?:อยู่)?ภายใต้\s*(?:ด้าน\s*)?:?\s*{_NUMBER}?"
)
_ABOVE = rough(
    r"(?:[-•]\s*)?(?:ตัวชี้วัด|มิติ|ด้าน|หมวด|องค์ประกอบ|เสาหลัก)(?:\s*หลัก)?\s*(?:ที่)?\s*(?P<code>\d{1,2})\s*(?:[:.–-]\s*|\s+)(?P<name>\S.{2,120})$"
)
_NUMBERED = re.compile(r"^(?P<code>\d{1,2})\.?\s+(?P<name>\S.{2,120})$")
_GROUPING = rough(r"ตัวชี้วัด(?:ที่|ซึ่ง)|กลุ่ม|ควร|ต้อง")


def split_indicator(text: str) -> tuple[str, str | None]:
    """Return the name and the indicator named after it, None when none is."""
    found = _UNDER.search(text)
    if not found or not found.start():
        return text, None
    indicator = trimmed(text[found.end() :])
    if indicator.count(")") > indicator.count("("):
        indicator = indicator.rstrip(" )")
    return text[: found.start()], indicator or None


def trimmed(text: str) -> str:
    """Return a name without the dots, dashes and colons around it."""
    text = re.sub(r"^[\s:–-]+", "", text)
    return re.sub(r"(?:\s*(?:\.{2,}|…|[:–_-]))+\s*$|\s+$", "", text)


def part_above(text: str, below: Sequence[Row]) -> tuple[str, str] | None:
    """Return the number and name of an indicator that heads its own sub-indicators (`มิติที่ 2 …` above 2.1, 2.2)."""
    found = _ABOVE.match(text) or None
    plain = _NUMBERED.match(text)
    number = found["code"] if found else plain["code"] if plain else ""
    name = found["name"] if found else plain["name"] if plain else ""
    follower = item_of(below[0].text.strip(), below[1:]) if below else None
    owns = bool(follower and follower.code.split(".")[0] == number and "." in follower.code)
    return (number, trimmed(name)) if owns and not _GROUPING.search(name) else None
