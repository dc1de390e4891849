"""Recommendations per sub-indicator: heading, sub-indicator, the indicator it belongs to, the advice; as printed, in order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workflow.core.reading import Recommendation
from workflow.parsers.rows import Row, flow

_BULLET = r"(?:[-–—•*·▪○]|\(?\d{1,2}\)|\d{1,2}\.(?!\d)|[ก-ฮ][.)])"
_CODE = r"(?P<code>\d+(?:\.\d+)+)\.?"
_ITEM = re.compile(
    rf"^(?:{_BULLET}\s*)?(?:ตัวชี้วัดย่อย|ตัวชี้วัด|ประเด็นย่อย|มิติย่อย|หัวข้อย่อย|องค์ประกอบย่อย|ข้อ)(?:ที่)?\s*{_CODE}[:\s]\s*(?P<name>\S.*)$"
)
_DASHED = re.compile(rf"^{_BULLET}\s*{_CODE}\s+(?P<name>\S.*)$")
_NUMBERED = re.compile(rf"^{_CODE}\s+(?P<name>\S.*)$")
_UNDER = re.compile(
    r"\s*(?:ภายใต้|ใน|ของ|\((?=\S+\s?(?:ที่\s*)?\d))\s*(?:ตัวชี้วัด|มิติ|ด้าน|หมวด|องค์ประกอบ)(?:หลัก)?\s*(?:(?:ที่\s*)?\d+(?:\.\d+)*\.?\s+)?"
)
_ADVICE = r"(?:ข้อเสนอแนะ|ข้อแนะนำ|คำแนะนำ|ข้อสังเกต|แนวทาง(?:การ)?(?:พัฒนา|ปรับปรุง|ดำเนินการ|แก้ไข|ยกระดับ))"
_LEAD = re.compile(
    rf"^(?:{_BULLET}\s*)?(?:ข้อเสนอแนะ(?:\s*จาก\s*[^\s:]+)?\s*[:：]?\s+(?=\S)|{_ADVICE}(?:\s*(?:จาก|ของ)\s*[^\s:：]+)?\s*[:：]\s*|ข้อเสนอแนะ(?=ควร))"
)
_LEAD_WITHIN = re.compile(
    rf"\s*(?:[:：–-]\s*)?{_ADVICE}(?:\s*จาก\s*[^\s:：]+)?\s*(?:[:：]\s*|\s(?=ควร))|\s*[:：]\s*(?=ควร|เห็นควร|ขอให้)"
)
_ADVISES = re.compile(r"^(?:[-–•]\s*)?(?:ควร|เห็นควร|ขอให้|พึง|จำเป็นต้อง)")
_HEADING = re.compile(r"^(?P<number>\d+(?:\.\d+)+|\d{1,2}[.)]|[ก-ฮ][.)]|\(\d+\))\s*(?P<title>\S.{3,140})$")
_BARE_HEADING = re.compile(r"^(?P<number>)(?P<title>(?:กลุ่ม|ตัวชี้วัด|ด้าน|ประเด็น)(?!ย่อย)(?:ที่|ซึ่ง|กลุ่ม|ควร|ต้อง)\D{3,80})$")
_COUNTED = re.compile(
    r"\s*[:(]?\s*(?:จำนวน|มี)\s*(?P<count>\d{1,3})\s*(?:ตัวชี้วัด(?:ย่อย)?|ตัว|ประเด็น|ข้อ|รายการ)\s*(?:ได้แก่|ดังนี้|คือ)?\s*[:)]?\s*$"
)
_SECTION = re.compile(
    r"^(?:ต้นเรื่อง|เรื่องเดิม|ข้อเท็จจริง|ข้อกฎหมาย|ข้อพิจารณา|ข้อเสนอ)\s*:?$|^\d{1,2}\.\s*(?:ข้อพิจารณา|ข้อเสนอ(?!แนะ)|ข้อกฎหมาย|ข้อเท็จจริง|เรื่องเดิม|สรุป|การดำเนินการ)"
)
_STATED = re.compile(
    r"(?P<how>จำนวน(?:ทั้งสิ้น|ทั้งหมด)?|ทั้งสิ้น|ทั้งหมด|รวม|(?:ต้อง|ควร|เร่ง)[ก-๙]{0,40})\s*(?P<count>\d{1,3})\s*(?:ตัวชี้วัดย่อย|ตัวชี้วัด|ตัว|ประเด็น|ข้อ(?![ก-ฮ]))"
)
# a count of what is to be done, and not of the whole framework
_NEEDED = re.compile(r"ควร|ต้อง|เร่ง|ปรับปรุง|พัฒนา|ข้อเสนอแนะ|ไม่ผ่าน|ต่ำกว่า")
_CLOSED = re.compile(
    r"^(?:จึง(?:กราบ)?เรียน|จึงแจ้ง|ทั้งนี้\s|ขอแสดงความนับถือ|ในการนี้\s|\(?ลงชื่อ|\([^()\d]{6,60}\)$|เพื่อโปรด(?:ทราบ|พิจารณา))"
)
_KIND = re.compile(r"^(?:กลุ่ม|ตัวชี้วัด|ด้าน|ประเด็น|ย่อย)+(?:ที่|ซึ่ง)?")
_AHEAD = 4  # rows: an item's name runs over no more before its advice begins


@dataclass
class _Reader:
    """Walks rows and collects recommendations."""

    done: list[Recommendation] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    stated: dict[str, int] = field(default_factory=dict)
    counted: list[str] = field(default_factory=list)
    group: str | None = None
    code: str = ""
    page: int = 0
    naming: list[Row] = field(default_factory=list)
    advising: list[Row] = field(default_factory=list)

    def take(self, row: Row, below: Sequence[Row]) -> None:
        text = row.text.strip()
        if row.gap:
            self.close()
            self.group = None
        if item := _item(text, below):
            self.close()
            self.code, self.page, self.naming = item["code"], row.page, [Row(item["name"], item["name"], row.page)]
        elif _SECTION.match(text) or (_CLOSED.match(text) and self.code):
            self.close()
            self.group = None
        elif heading := _heading(text, below):
            self.close()
            self._open_group(heading)
        elif self.code:
            self._go_on(row, text)

    def _open_group(self, heading: re.Match[str]) -> None:
        title = re.sub(r"\s+", " ", heading["title"])
        counted = _COUNTED.search(title)
        self.group = (title[: counted.start()] if counted else title).strip(" :")
        self.numbers[self.group] = heading["number"]
        if counted:
            self.stated[self.group] = int(counted["count"])
            self.counted.append(title[counted.start() :].strip())

    def _go_on(self, row: Row, text: str) -> None:
        if lead := _LEAD.match(text):
            rest = text[lead.end() :]
            self.advising = [Row(rest, rest, row.page)]
        elif self.advising or _ADVISES.match(text):
            self.advising.append(row)
        else:
            self.naming.append(row)

    def close(self) -> None:
        if self.code and self.naming:
            name, advice = flow(self.naming), flow(self.advising)
            if not advice and (lead := _LEAD_WITHIN.search(name)):
                name, advice = name[: lead.start()], name[lead.end() :]
            named = _UNDER.split(name, maxsplit=1)
            indicator = named[1].strip() if len(named) > 1 else None
            if indicator and indicator.count(")") > indicator.count("("):
                indicator = indicator.rstrip(" )")
            self.done.append(Recommendation(self.code, named[0].strip(" :"), indicator, self.group, advice, self.page))
        self.code, self.naming, self.advising = "", [], []


def _item(text: str, below: Sequence[Row]) -> re.Match[str] | None:
    """An item by its word or bullet; a bare number opens one only when advice follows it."""
    found = _ITEM.match(text) or _DASHED.match(text)
    bare = _NUMBERED.match(text)
    return found or (bare if bare and _advised(bare["name"], below) else None)


def _advised(name: str, below: Sequence[Row]) -> bool:
    for row in below:
        text = row.text.strip()
        if _LEAD.match(text):
            return True
        if _ITEM.match(text) or _DASHED.match(text) or _NUMBERED.match(text):
            break
    return bool(_LEAD_WITHIN.search(name))


def _heading(text: str, below: Sequence[Row]) -> re.Match[str] | None:
    """A numbered heading that is no sentence: it names a kind of indicator, or an item follows it at once."""
    found = _HEADING.match(text)
    followed = bool(below and _item(below[0].text.strip(), below[1:]))
    if found and len(text) < 90 and not re.search(_ADVICE, text):
        return found if followed or re.search(r"ตัวชี้วัด|กลุ่ม|ด้าน|ระดับ|มิติ", found["title"]) else None
    return _BARE_HEADING.match(text) if followed and len(text) < 80 else None


@dataclass(frozen=True)
class Advice:
    """The recommendations in order; of each group's heading the printed number, and how many it says stand under it.

    `counted` holds those words (`จำนวน ๒ ตัวชี้วัด`): they count for their group, not for the paper. `unread` is how many rows begin
    an advice that no item took.
    """

    given: tuple[Recommendation, ...]
    numbers: dict[str, str]
    stated: dict[str, int]
    counted: tuple[str, ...] = ()
    unread: int = 0


def recommendations_of(rows: Sequence[Row]) -> Advice:
    """Return the recommendations of a paper's text."""
    reader = _Reader()
    for n, row in enumerate(rows):
        reader.take(row, rows[n + 1 : n + 1 + _AHEAD])
    reader.close()
    given = tuple(r for r in reader.done if r.text)
    leads = sum(bool(_LEAD.match(row.text.strip())) for row in rows)
    unread = max(0, leads - len(given)) + sum(not r.text for r in reader.done)
    return Advice(given, reader.numbers, reader.stated, tuple(reader.counted), unread)


def stated_count(text: str, groups: Mapping[str, str]) -> tuple[int, str | None] | None:
    """Return how many indicators the text says there are, and the clause meant: named (`ตามข้อ 2.4`), or told by its heading's words.

    `groups` gives the printed number of each heading.
    """
    said = [m for m in _STATED.finditer(text) if "ตัวชี้วัด" in text[max(0, m.start() - 80) : m.end()]]
    needed = [m for m in said if _NEEDED.search(text[max(0, m.start() - 60) : m.end() + 30])]
    found = next(iter([*needed, *(m for m in said if m["how"] == "จำนวน")]), None)
    if found is None:
        return None
    clause = re.search(r"\(ตาม\s*ข้อ\s*(\d+(?:\.\d+)*)\)", text[found.end() : found.end() + 220])
    before = text[max(0, found.start() - 80) : found.start()] + found["how"]
    return int(found["count"]), clause[1] if clause else _told_by_words(before, groups)


def _told_by_words(before: str, groups: Mapping[str, str]) -> str | None:
    """Return the number of the heading whose own words (`ต้องเร่งปรับปรุง`) stand before the count."""
    packed = before.replace(" ", "")
    for title, number in groups.items():
        own = _KIND.sub("", title.replace(" ", ""))
        if len(own) > 8 and own in packed:
            return number
    return None
