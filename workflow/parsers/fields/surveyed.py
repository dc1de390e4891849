"""How many offices were surveyed and how many answered, by group: pairs of numbers with a verb of answering between them."""

import re
from collections.abc import Iterator, Sequence

from workflow.core.reading import Count
from workflow.parsers.skeleton import RoughMatch, rough

_UNIT = r"(?:หน่วยงาน|หน่วย|แห่ง|ราย|องค์กร|ส่วนราชการ)"
_SHARED = r"\(?\s*(?:หรือ)?\s*(?:คิดเป็น)?\s*(?:ร้อยละ|\d{1,3}(?:\.\d{1,2})?\s*(?:%|เปอร์เซ็นต์))"
# a recogniser makes a point of the comma in 1,858, or leaves a space behind it
_NUMBER = rough(rf"(?<![\d.,])(?P<value>\d{{1,3}}(?:[,.]\s?\d{{3}})+|\d+)(?![\d.,]*\d)(?=\s*(?:{_UNIT}|{_SHARED}))")
_ANSWERED = rough(r"ตอบ|ส่ง(?:แบบ|ข้อมูล|กลับ|คืน)|เข้าร่วม|ให้ข้อมูล|ได้รับ|ดำเนินการแล้ว")
_FROM = rough(r"จาก(?:ทั้งหมด|ทั้งสิ้น|จำนวน|หน่วยงาน|กลุ่มเป้าหมาย)?")
_PERCENT = rough(
    r"[^\d]{0,45}?ร้อยละ\s*(?P<pct>\d{1,3}(?:[.,]\s?\d+)?)(?![\d,])"
    r"|[^\d]{0,30}?(?P<sign>\d{1,3}(?:[.,]\s?\d+)?)\s*(?:%|เปอร์เซ็นต์)"
)
_TOTAL = rough(r"ทั้งหมด|ทั้งสิ้น|รวม|ทั่วประเทศ|กลุ่มเป้าหมาย")
_SUMMED = rough(r"รวม(?:ทั้งสิ้น|ทั้งหมด)?\s*(?:จำนวน)?\s*$")
_NAMED = rough(r"\s*(?:หน่วยงาน|องค์กร)(?P<name>\S+)")
_GROUPS = (
    ("local", rough(r"ท้องถิ่น|เทศบาล|อบต|อบจ|อปท")),
    ("provincial", rough(r"จังหวัด|ภูมิภาค")),
    ("central", rough(r"กรม|ส่วนกลาง|กระทรวง")),
)
_BETWEEN, _BEFORE = 90, 90


def counts(text: str) -> dict[str, Count]:
    """Return the counts by group: `total`, `central`, `provincial`, `local`; a pair without a group's name is the total if first."""
    found: dict[str, Count] = {}
    for label, count in _pairs(text):
        group = _group(label, first=not found)
        if group and group not in found:
            found[group] = count
    return found


def _pairs(text: str) -> Iterator[tuple[str, Count]]:
    numbers = _NUMBER.finditer(text)
    n, done = 0, 0
    while n + 1 < len(numbers):
        one, two = numbers[n], numbers[n + 1]
        between = text[one.end() : two.start()]
        label = text[max(done, one.start() - _BEFORE) : one.start()]
        share = _PERCENT.match(text[two.end() : two.end() + 70])
        answered = _ANSWERED.search(between) or (share and _ANSWERED.search(label))
        if len(between) > _BETWEEN or not answered or _PERCENT.match(between):
            n += 1
            continue
        done = two.end() + (share.end() if share else 0)
        yield f"{label} {_after_unit(between)}", _count([one, two], between, share)
        n += 2


def _after_unit(between: str) -> str:
    """Return nothing unless the group is named after the number: `๗๖ แห่ง ตอบกลับ` names none, `๓ หน่วยงานท้องถิ่น` does."""
    named = _NAMED.match(between)
    return named["name"] if named else ""


def _count(pair: Sequence[RoughMatch], between: str, share: RoughMatch | None) -> Count:
    surveyed, answered = (int(re.sub(r"\D", "", m["value"])) for m in pair)
    if surveyed < answered and _FROM.search(between):
        surveyed, answered = answered, surveyed
    printed = (share["pct"] or share["sign"]) if share else ""
    return Count(surveyed, answered, float(re.sub(r"[.,]\s?", ".", printed)) if printed else None)


def _group(label: str, *, first: bool) -> str | None:
    """Return the group a pair is about: the name nearest to its first number."""
    near = [(m.end(), name) for name, words in _GROUPS for m in words.finditer(label[-70:])]
    if first and (_TOTAL.search(label) or not near):
        return "total"
    if _SUMMED.search(label.strip()):
        return "total"
    return max(near)[1] if near else None
