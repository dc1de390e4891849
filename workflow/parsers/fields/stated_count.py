"""How many indicators a paper says there are, and the clause it means. Pure."""

import re
from collections.abc import Mapping

from workflow.parsers.skeleton import Rough, RoughMatch, bones, rough

_UNITS = r"(?:ตัวชี้วัดย่อย|ตัวชี้วัด|ตัว|ประเด็น|หัวข้อ|องค์ประกอบ|ข้อ(?![ก-ฮ])|รายการ|ประการ)"
_ADVICE = r"(?:ข้อเสนอแนะ|คำแนะนำ|ข้อแนะนำ|แนวทาง(?:การ)?(?:ปรับปรุง|พัฒนา|แก้ไข))"
_GOES_ON = r"(?:ดังนี้|ดังต่อไปนี้|ได้แก่|คือ|กล่าวคือ|สรุป|โดยสรุป)"
# said of those that are an office's business, where `การสำรวจมี 25 ตัวชี้วัดย่อย แบ่งเป็นหกด้าน` says how many there are in all
# who should do so, or says it
_WHOSE = r"(?!ได้|มี|อยู่|ผ่าน|ไม่|เป็น)(?:[ก-๙]{0,24}?|\s?(?:[ก-ฮ]{2,6}\.)+\s?[ก-๙]{0,12}?)"
_NO_ADVICE = r"(?!\s*(?:ตอบ|ส่ง|กรอก|รายงาน|แนบ|ทราบ|รู้))"
_CONCERNED = rf"\s*(?:ที่|ซึ่ง)\s*(?:เกี่ยวข้อง|ได้รับข้อเสนอ|{_WHOSE}(?:ต้อง|ควร|พึง){_NO_ADVICE})"
# whose advice it is, and for whom: `ข้อเสนอแนะของ สพร. สำหรับจังหวัด… มี 3 ตัวชี้วัดย่อย`
_TO_WHOM = r"(?:(?:ของ|จาก|โดย|สำหรับ|แก่|ต่อ|ให้)\s?(?:(?!สำรวจ|ประเมิน|กรอบ|ตัวชี้วัด)[^\d:,]){2,40}?\s?){1,2}"
_STATED = rough(
    r"(?P<how>จำนวน(?:ทั้งสิ้น|ทั้งหมด)?"
    rf"|(?P<loose>ไว้|ใน|แก่|ให้)(?=\s*\d{{1,3}}\s*{_UNITS}(?:ย่อย)?\s*{_GOES_ON})"
    rf"|(?:มี|ใน|เหลือ)(?:ตัวชี้วัด(?:ย่อย)?)?(?=\s*\d{{1,3}}\s*{_UNITS}{_CONCERNED})"
    rf"|ตัวชี้วัด(?:ย่อย)?(?=\s*\d{{1,3}}\s*ข้อ)|ทั้งสิ้น|ทั้งหมด|ทั้ง(?=\s*\d)|รวม|{_ADVICE}[ก-๙]{{0,30}}?(?:ไว้|ใน|สำหรับ|ทั้ง|อีก)?"
    rf"|{_ADVICE}\s?(?:{_TO_WHOM})?มี(?=\s*\d)"
    rf"|(?:ต้อง|ควร|เร่ง)[ก-๙]{{0,40}}\s*(?:(?:ซึ่ง|โดย|อัน|ที่)มี\s*)?\(?)\s*(?P<count>\d{{1,3}})\s*{_UNITS}"
)
_ANNOUNCED = rough(
    r"(?P<how>[ก-๙]{0,40}+)\s*\(?(?P<count>\d{1,3})\s*(?:ตัวชี้วัด|ตัว|ประเด็น|ข้อ|รายการ|หัวข้อ|องค์ประกอบ|เรื่อง|แนวทาง|ด้าน|ประการ)(?:ย่อย|สำคัญ)?\s*\)?\s*"
    rf"(?:(?:ที่|ซึ่ง)(?:[ก-๙]{{2,24}})(?:ต้อง|ควร|พึง)[ก-๙]{{2,24}}\s*)?(?:(?:(?:โดย|สรุป|แบ่ง|จำแนก|แยก)[ก-๙]{{0,14}}|(?:พร้อม|และ|(?:ซึ่ง|โดย)?มี)(?:ทั้ง|ด้วย)?(?:{_ADVICE}|แนวทาง)[ก-๙]{{0,30}})\s*)?"
    r"(?:ดังนี้|ดังต่อไปนี้|(?:ดัง|ตาม)(?:ตาราง|รายละเอียด|รายการ|ที่|ปรากฏ|ข้าง|แสดง|เอกสาร|สิ่งที่)|ได้แก่|คือ|กล่าวคือ|ประกอบด้วย|แบ่งเป็น|:)"
)
_INDICATOR = rough(
    r"ตัวชี้วัด|ประเด็น(?:ย่อย|ที่(?:ควร|ต้อง)|สำคัญ)|มิติย่อย|หัวข้อย่อย|องค์ประกอบย่อย|ข้อเสนอแนะ|คำแนะนำ|ข้อแนะนำ|แนะนำให้"
)
# the count in words, `จำนวนสามตัวชี้วัด`: as far as what a paper gives is counted so
_ONES = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_TEENS = {
    f"{ten}{'เอ็ด' if n == 1 else one}": tens + n
    for tens, ten in ((10, "สิบ"), (20, "ยี่สิบ"))
    for n, one in enumerate(_ONES)
}
_IN_WORDS = {**{word: n for n, word in enumerate(_ONES) if n}, **_TEENS}
_WORDED = re.compile(
    rf"(?P<before>จำนวน|ทั้งสิ้น|ทั้งหมด|ทั้ง|รวม|มี)\s*(?P<word>{'|'.join(sorted(_IN_WORDS, key=len, reverse=True))})(?=\s*{_UNITS})"
)
_PLAINLY = (bones("จำนวน"), bones("มี"))
_OUT_OF = rough(r"จาก\s*(?:จำนวน)?$")  # how many there are in all
# the indicators counted, by their own numbers: `2 ตัวชี้วัด คือ ตัวชี้วัดที่ 2 และ 6` counts no sub-indicators
_BY_NUMBER = rough(
    r"(?:ย่อย)?\s*\(?(?:คือ|ได้แก่|กล่าวคือ|ประกอบด้วย|ดังนี้|:)?\s*(?:ตัวชี้วัด|ด้าน|มิติ)(?:ที่)?\s*\d{1,2}(?![\d.])(?=\s*(?:,|และ|กับ|หรือ))"
)
# a count of what is to be done, and not of the whole framework
_NEEDED = rough(r"ควร|ต้อง|เร่ง|ปรับปรุง|แก้ไข|พัฒนา|ข้อเสนอ|แนะนำ|ความเห็น|ไม่ผ่าน|ต่ำกว่า")
_SORTED = rough(r"แบ่ง|จำแนก|\d\s*(?:ด้าน|แนวทาง|เรื่อง)")  # what the indicators are parts of, or are told about
_CLAUSE = rough(r"\(\s*(?:ราย\S*\s*)?(?:ตาม|ใน)?\s*ข้อ\s*(?P<clause>\d+(?:\s?\.\s?\d+)*)\s*\)")
# the clause in front of the count: `ในตัวชี้วัดตามข้อ 2.2 จำนวน 2 ตัวชี้วัด`, `ตามข้อ 2.2 มีตัวชี้วัดที่ควรปรับปรุง จำนวน 2 ตัว`
_CLAUSE_BEFORE = rough(
    r"(?:ตาม|ใน|ของ)\s*(?:หัว)?ข้อ\s*(?P<clause>\d+(?:\s?\.\s?\d+)+)\s*"
    r"(?:(?:มี|เป็น)?\s*(?:กลุ่ม|ตัวชี้วัด|ด้าน|ประเด็น)[ก-๙]{0,40}\s*)?(?:มี|รวม)?\s*$"
)
_KIND = rough(r"(?:กลุ่ม|ตัวชี้วัด|ด้าน|ประเด็น|ย่อย)+(?:ที่|ซึ่ง)?")


def stated_count(text: str, groups: Mapping[str, str], given: int = 0) -> tuple[int, str | None] | None:
    """Return how many indicators the text says there are, and the clause meant.

    The clause is named (`(ตามข้อ 2.4)` behind the count, `ตามข้อ 2.4` before it), or told by its heading's words. `groups` gives the printed
    number of each heading; a count of as many as are `given` needs no word that tells what it counts. It may be told in words.
    """
    text = _WORDED.sub(lambda told: f"{told['before']} {_IN_WORDS[told['word']]} ", text)
    found = _stated(text, _STATED, given) or _stated(text, _ANNOUNCED, given)
    if found is None or int(found["count"]) != given:
        found = _so_many(text, given) or found or _announced(text, given)
    if found is None:
        return None
    clause = _CLAUSE.search(text[found.end() : found.end() + 220]) or _CLAUSE_BEFORE.search(
        text[max(0, found.start() - 80) : found.start()]
    )
    return int(found["count"]), re.sub(r"\s", "", clause["clause"]) if clause else _told_by_words(text, found, groups)


def _stated(text: str, pattern: Rough, given: int) -> RoughMatch | None:
    """Return the count of what is to be done, before one that only says how many there are."""
    said = [m for m in _all(text, pattern, given) if _INDICATOR.search(text[max(0, m.start() - 80) : m.end()])]
    needed = [m for m in said if _NEEDED.search(text[max(0, m.start() - 60) : m.end() + 30])]
    plainly = (m for m in said if bones(m["how"]) in _PLAINLY)
    return next(iter([*needed, *plainly]), None)


def _so_many(text: str, given: int) -> RoughMatch | None:
    """Return a count of indicators that is just how many advices there are."""
    said = (m for m in _all(text, _STATED, given) if given > 1 and int(m["count"]) == given)
    return next((m for m in said if _INDICATOR.search(text[max(0, m.start() - 80) : m.end()])), None)


def _announced(text: str, given: int) -> RoughMatch | None:
    """Return a count right before a list or table, itself of indicators, that is just how many advices there are."""
    said = (m for m in _all(text, _ANNOUNCED, given) if given > 1 and int(m["count"]) == given)
    return next((m for m in said if _INDICATOR.search(m[0]) and not _SORTED.search(m[0])), None)


def _all(text: str, pattern: Rough, given: int) -> list[RoughMatch]:
    """Return the counts that are not said to be those that something is out of, nor of whole indicators that are not the ones given."""
    counted = [m for m in pattern.finditer(text) if int(m["count"]) == given or not _by_number(text, m)]
    return [m for m in counted if not _OUT_OF.search(text[max(0, m.start() - 14) : m.start()])]


def _by_number(text: str, count: RoughMatch) -> bool:
    """Whether what is counted is listed at once by numbers of whole indicators."""
    return bool(_BY_NUMBER.match(text[count.end() :]))


def _told_by_words(text: str, found: RoughMatch, groups: Mapping[str, str]) -> str | None:
    """Return the number of the heading whose own words (`ต้องเร่งปรับปรุง`) stand before the count."""
    packed = bones(text[max(0, found.start() - 80) : found.start()] + found["how"])
    for title, number in groups.items():
        kind = _KIND.match(title)
        own = bones(title[kind.end() :] if kind else title)
        if len(own) > 7 and own in packed:
            return number
    return None
