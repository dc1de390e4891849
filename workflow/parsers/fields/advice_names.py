"""The name of a sub-indicator and the indicator it stands under, told apart inside one line. Pure."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from workflow.parsers.fields.advice_headings import (
    OF_ADVICE,
    groups_indicators,
    indicator_named,
    unmarked,
    without_tail,
)
from workflow.parsers.fields.advice_items import SAID, is_prose, item_below
from workflow.parsers.rows import Row, flow
from workflow.parsers.skeleton import bones, fold, rough

_PART = r"(?:ตัวชี้วัด|มิติ|หมวด|องค์ประกอบ|เสา(?:หลัก)?|ปัจจัย|ประเด็น)(?:\s*หลัก)?"
_NUMBER = r"(?:(?:ที่\s*)?\d+(?:\.\d+)*(?:\s*[.:]?\s+|\s*:))"
_UNDER = rough(
    rf"(?:\s+|(?<=\)))(?:[,–-]\s*)?\(?\s*(?:ภายใต้|อยู่ภายใต้|อยู่ใน|สังกัด|ใน|ของ|ตาม|(?:ซึ่ง)?(?:เป็นส่วนหนึ่งของ|อยู่ใน|อยู่ภายใต้))\s*(?:{_PART}|ด้าน(?=\s*(?:ที่\s*)?\d))\s*:?\s*{_NUMBER}?"
    rf"|\s*[(–-]\s*(?:{_PART}|ด้าน)\s*(?::\s*|{_NUMBER})(?:{_NUMBER})?|\s*\(\s*(?:{_PART}|ด้าน)\s*(?=[^()]{{2,90}}(?:\([^()]*\))?\s*\)\s*$)"
    rf"|\s*[,(]?\s*(?:อยู่)?ภายใต้\s*(?:(?:{_PART}|ด้าน)\s*)?:?\s*{_NUMBER}?|\s*\[\s*(?:(?:{_PART}|ด้าน)\s*)?{_NUMBER}?(?=[^\[\]]{{2,90}}\]\s*$)"
)
_LINKS = rough(r"\s*(?:ภายใต้|อยู่|สังกัด|ใน|ของ|ตาม|จาก|ด้าน|[(\[/|→])")
_IN_SQUARE = rough(rf"\s*\[\s*(?:(?:{_PART}|ด้าน)\s*:?\s*)?{_NUMBER}?(?P<name>[^\[\]\d][^\[\]]{{2,90}})\]\s*$")
_DIMENSIONS = r"มิติ|ด้าน|หมวด|องค์ประกอบ|เสาหลัก"
_ABOVE = rough(
    rf"(?:[-•]\s*)?(?:ตัวชี้วัด|{_DIMENSIONS})(?:\s*หลัก)?\s*(?:ที่)?\s*(?P<code>\d{{1,2}})\s*(?:[:.–-]\s*|\s+)(?P<name>\S.{{2,120}})$"
)
_NUMBERED = re.compile(r"^(?P<code>\d{1,2})\.?\s+(?P<name>\S.{2,120})$")
_STRAY = re.compile(r"[^\sก-๙]{1,2}\s+")  # what a recogniser made of a bullet
_CALLED_ABOVE = rough(rf"(?:[-•]\s*)?(?:ชื่อ)?(?:{_PART}|ด้าน)(?!\s*ย่อย)\s*:\s*{_NUMBER}?(?P<name>\S.{{2,120}})$")
_GROUPING = rough(r"ตัวชี้วัด(?:ที่|ซึ่ง)|กลุ่ม|ควร|ต้อง")
# `… ไว้ |3 ตัวชี้วัด คือ`: a count that its line broke off before
_COUNTED = rough(
    r"(?:ตัวชี้วัด|ตัว|ประเด็น|หัวข้อ|องค์ประกอบ|ข้อ|รายการ|เรื่อง|ด้าน|มิติ)(?:ย่อย)?\s*(?:$|[(:]|ดัง|ตาม|ได้แก่|คือ|กล่าวคือ|โดย|ประกอบด้วย|แบ่ง)"
)

_MARK = r"\d{1,3}(?:\.\d{1,2})?\s*(?:คะแนน|%|เปอร์เซ็นต์)?"
# who advises, at the end of a row: the lead-in that its next row goes on with (`… สพร. มี|ข้อเสนอแนะว่า`)
_WHO_SAYS = r"(?:\s+(?:โดย\s*)?[^\s\d:()]{2,40}\s*(?:ได้)?(?:มี|ให้)?)?\s*"
# `… ได้ร้อยละ 74.92`, `… (คะแนน 61.30)`, `… คะแนน 61.30`: the item's score; where its line broke before it, no space is left
_SCORED = rough(
    rf"(?:(?<=\))|\s)\s*[,–-]?\s*\(?\s*(?:(?:โดย|ซึ่ง)\s*)?(?:ได้(?:รับ)?|มี)\s*(?:ผล|ค่า)?\s*(?=ร้อยละ|คะแนน|[\d.]+\s*(?:คะแนน|%))"
    rf"(?:คะแนน[^\s\d]{{0,12}}\s*)?(?:ร้อยละ|เท่ากับ)?\s*{_MARK}\s*\)?{_WHO_SAYS}$"
    rf"|\s*\(\s*(?:คะแนน[^\s\d]{{0,12}}\s*)?(?:ร้อยละ)?\s*(?<=[นะ\s])\s*{_MARK}\s*\)\s*$"
    rf"|\s*\(\s*\d{{1,3}}(?:\.\d{{1,2}})?\s*(?:คะแนน|%)\s*\)\s*$"
    rf"|(?<!\d)\s*[,–-]?\s*(?:(?:คะแนน(?:ที่ได้)?|ร้อยละ|ได้(?:รับ)?)\s*[:=]?\s*){{1,2}}(?=\d{{1,3}}\.\d){_MARK}\s*$"
)

_QUOTED = re.compile(r"^[“\"«‘](?P<name>[^”\"»’]{2,120})[”\"»’]\s*(?P<rest>.*)$")
_HALF_QUOTED = re.compile(r"^(?P<name>[^“”«»‘’]{2,120})[”»]\s*(?P<rest>\S[^“”«»]*)$")  # a scan lost the first
_LINK = rough(rf"[,:–(-]?\s*(?:อยู่)?(?:ภายใต้|สังกัด|ใน|ของ|ตาม|จาก)?\s*(?:{_PART}|ด้าน)?\s*:?\s*{_NUMBER}?")
_PART_LINE = rough(
    rf"(?P<mark>[-•(]\s*)?(?:(?P<link>(?:อยู่|อย)?(?:ภายใต้|สังกัด|ใน|ของ))\s*)?(?:ชื่อ)?(?P<part>(?:{_PART}|ด้าน)(?!\s*(?:ย่อย|นี้(?:\s|$)|ดังกล่าว|ที่\s*ควร)))"
    rf"(?P<colon>\s*:|\s{{2,}})?\s*(?P<number>{_NUMBER})?(?P<name>\S.{{2,120}})$"
)  # a label in a cell of its own needs no colon
_NO_NAME = rough(r"ควร|ขอให้|เห็นว่า|\s(?:โดย|และ)\s")
_NAME_LINE = rough(rf"(?:[-•]\s*)?(?:ชื่อ(?:{_PART})?(?:\s*ย่อย)?|เรื่อง)\s*:\s*(?P<name>\S.{{1,120}})$")
_NAMED_BARELY = rough(rf"(?:[-•]\s*)?ชื่อ(?:{_PART})?(?:\s*ย่อย)?\s+(?P<name>\S.{{1,120}})$")
TORN = 78.0  # percent alike
_AFTER = re.compile(r"\s*(?:\d+(?:\.\d+)*\s*[.:]?\s+)?")


# a score in square brackets, wherever it stands
_MARKED = re.compile(r"\s*\[\s*(?:(?:ได้)?คะแนน\s*|ร้อยละ\s*)?\d{1,3}(?:\.\d+)?\s*(?:คะแนน|%)?\s*\](?=\s|$)")


# of the lead-in behind a name, as far as its line goes: `ชื่อ (ตัวชี้วัด…) โดยมี|ข้อเสนอแนะว่า`
_HAS = re.compile(
    r"(?:\s+|(?<=[)\]”\"]))(?:(?:โดย|ซึ่ง)\s*)?(?:(?<!ของ\s)[ก-ฮ]{1,6}\.\s*)?(?:ได้)?(?:มี|ให้)?\s*"
    r"(?:(?:ข้อเสนอแนะ|คำแนะนำ)\s*(?:ว่า|คือ|ได้แก่|:)?)?\s*$"
)


# who is to do it, and by when, told behind the name and before the advice: `ชื่อ (Port Permit) หน่วยงานรับผิดชอบ: กองท่าเรือ`
_BESIDE = rough(
    r"\s+(?:(?:หน่วย(?:งาน)?|ผู้|กอง|ฝ่าย)(?:ที่)?รับผิดชอบ(?:หลัก)?|เจ้าภาพ(?:หลัก)?|ระยะเวลา(?:ดำเนินการ)?|กำหนด(?:แล้ว)?เสร็จ)\s*:.*$"
)


def split_indicator(text: str, usual: str = "") -> tuple[str, str | None, str]:
    """Return the name, the indicator named after it (None when none is), and the words between them.

    `usual` are the words this paper uses, by which torn ones are known; the item's own score behind them is part of neither.
    """
    text = _HAS.sub("", _MARKED.sub("", text))
    text = without_doer(text)
    scored = _SCORED.search(text)
    text = text[: scored.start()] if scored and scored.start() else text
    if (quoted := _QUOTED.match(text.strip()) or _HALF_QUOTED.match(text.strip())) and (
        quoted["rest"] or "ตัวชี้วัด" not in quoted["name"]
    ):
        link = _LINK.match(quoted["rest"])
        rest = quoted["rest"][link.end() if link else 0 :]
        return quoted["name"], trimmed(rest.rstrip(" ):")) or None, ""
    found = _UNDER.search(text)
    start, end = found.span() if found and found.start() else _torn_between(text, usual)
    if not start:
        return text, None, ""
    indicator = trimmed(text[end:].rstrip(" ]") if "[" in text[start:end] else text[end:])
    if indicator.count(")") > indicator.count("("):
        indicator = to_its_bracket(indicator).rstrip(" )")
    return text[:start], indicator or None, re.sub(r"\s*\d+(?:\.\d+)*\s*$", "", text[start:end])


def without_doer(name: str) -> str:
    """Return a name without who is to do it, and by when, told behind it with a label of its own."""
    beside = _BESIDE.search(name)
    return name[: beside.start()] if beside and beside.start() else name


def names_a_part(text: str) -> bool:
    """Whether what stands behind a sub-indicator's name begins as its indicator does: with a link, a bracket, or the word for it."""
    return bool(_LINKS.match(text) or _UNDER.match(text) or _PART_LINE.match(text.strip()))


def indicator_behind(advice: str, indicator: str | None) -> tuple[str, str | None]:
    """Return an advice and its indicator, which, told nowhere else, may stand in square brackets at the end of the advice."""
    found = None if indicator else _IN_SQUARE.search(advice)
    return (advice[: found.start()], trimmed(found["name"])) if found and found.start() else (advice, indicator)


def to_its_bracket(text: str) -> str:
    """Return a text that began inside a bracket up to where that bracket closes."""
    depth = 0
    for n, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return text[:n]
    return text


def _torn_between(text: str, usual: str) -> tuple[int, int]:
    """Return where words like the usual ones stand, and the number after them; 0, 0 when nothing is like them."""
    words = bones(usual)
    if len(words) < 5:
        return 0, 0
    folded = fold(text)
    kept = [n for n, letter in enumerate(folded.text) if not letter.isspace()]
    packed = bones(folded.text)
    found = fuzz.partial_ratio_alignment(words, packed) if len(packed) > len(words) else None
    if found is None or found.score < TORN or not found.dest_start:
        return 0, 0
    start, end = folded.span(kept[found.dest_start], kept[min(found.dest_end, len(kept)) - 1] + 1)
    number = _AFTER.match(text[end:])
    return start, end + (number.end() if number else 0)


def trimmed(text: str) -> str:
    """Return a name without the dots, dashes, colons and quotation marks around it."""
    text = re.sub(r"^(?:[\s:–-]|ะ\s)+", "", text)  # no word begins with ะ: a colon misread
    text = re.sub(r"(?:\s*(?:\.{2,}|…|[:–_-])|\sะ)+\s*$|\s+$", "", text)
    text = text[1:-1].strip() if re.fullmatch(r"\([^()]+\)", text) else text
    quoted = _QUOTED.match(text)
    return quoted["name"].strip() if quoted and not quoted["rest"] else text


def part_line(text: str) -> str | None:
    """Return the indicator that a line below an item's head names (`ตัวชี้วัดหลัก : …`, `อยู่ภายใต้มิติ …`), None when it names none."""
    found = _PART_LINE.match(text)
    if not found or _NO_NAME.search(found["name"]):
        return None
    apart = found["mark"].startswith("(") and (text.endswith(")") or text.count("(") > text.count(")"))
    if not (apart or found["link"] or found["colon"] or found["number"]):  # a bracket alone says as much as a link
        return None
    return _without_end(found["name"])


def first_below(n: int, rows: Sequence[Row]) -> int:
    """Return the first row below one that does not name an item's indicator; the number of rows where none is."""
    return next((k for k in range(n + 1, len(rows)) if part_line(rows[k].text.strip()) is None), len(rows))


def part_told(rows: Sequence[Row]) -> str:
    """Return the indicator that rows of its own name, whose bracket may have begun in the first of them."""
    return _without_end(flow(rows))


def _without_end(name: str) -> str:
    """Return a name without the end of the bracket around it."""
    return trimmed(name.rstrip(" )") if name.count(")") > name.count("(") else name)


def name_line(text: str, *, nameless: bool = False) -> str | None:
    """Return the name that a line of its own gives (`ชื่อตัวชี้วัดย่อย : …`); below a head without one it needs no colon."""
    found = _NAME_LINE.match(text) or (_NAMED_BARELY.match(text) if nameless else None)
    return trimmed(found["name"]) if found else None


def part_above(text: str, below: Sequence[Row]) -> tuple[str, str] | None:
    """Return the number and name of an indicator that heads its own sub-indicators (`มิติที่ 2 …` above 2.1, 2.2)."""
    titled = _ABOVE.match(text)
    found = titled or _NUMBERED.match(text)
    follower = item_below(below) if found else None
    if not found or not follower or "." not in follower.code or follower.code.split(".")[0] != found["code"]:
        return None
    groups = _COUNTED.match(found["name"]) or groups_indicators(found["name"]) or OF_ADVICE.match(found["name"])
    other = not titled and (groups or is_prose(found["name"]))  # `ภายใน|3 วันทำการ`, right above 3.2
    if other or _GROUPING.search(found["name"]):
        return None
    # a list's own number may by chance be the indicator's: `3. ตัวชี้วัดบริการ` above 3.2
    named = None if titled else indicator_named(found["name"])
    return found["code"], trimmed(named or without_tail(found["name"]))


def indicator_above(text: str, below: Sequence[Row], *, torn: bool = False) -> tuple[str, str] | None:
    """Return the first number of the items right below a line that names their indicator (`• มิติด้านบริการ`, `(1) ตัวชี้วัด…`), and its words.

    Where a scan is `torn`, any sign may be the bullet.
    """
    follower = item_below(below)
    if not follower or "." not in follower.code:
        return None
    first = follower.code.split(".")[0]
    if (called := _CALLED_ABOVE.match(text)) and not SAID.search(text):
        return first, trimmed(called["name"])
    sign, title = unmarked(text)
    if torn and not sign and (stray := _STRAY.match(text)):
        title = text[stray.end() :]
    named = indicator_named(title)
    return (first, named) if named else None
