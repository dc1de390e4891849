"""Recommendations per sub-indicator: heading, sub-indicator, the indicator it belongs to, the advice; as printed, in order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from workflow.core.reading import Recommendation
from workflow.parsers.rows import Row, flow

_ITEM = re.compile(
    r"^(?:[-–•*]\s*)?(?:ตัวชี้วัดย่อย|ตัวชี้วัด|ประเด็นย่อย|มิติย่อย|หัวข้อย่อย)(?:ที่)?\s*(?P<code>\d+(?:\.\d+)+)\.?\s+(?P<name>\S.*)$"
)
_DASHED = re.compile(r"^[-–•*]\s*(?P<code>\d+(?:\.\d+)+)\.?\s+(?P<name>\S.*)$")
_UNDER = re.compile(r"\s*(?:ภายใต้|ใน|ของ)\s*(?:ตัวชี้วัด|มิติ|ด้าน|หมวด)(?:หลัก)?\s*")
_LEAD = re.compile(r"^[-–•*]?\s*ข้อเสนอแนะ(?:\s*จาก\s*[^\s:]+)?\s*[:：]?\s+(?=\S)|^[-–•*]?\s*ข้อเสนอแนะ\s*[:：]\s*")
_HEADING = re.compile(r"^(?P<number>\d+(?:\.\d+)+|\d{1,2}[.)](?=\s*ตัวชี้วัด)|[ก-ฮ]\.|\(\d+\))\s*(?P<title>\S.{3,140})$")
_SECTION = re.compile(r"^\d{1,2}\.\s*(?:ข้อพิจารณา|ข้อเสนอ(?!แนะ)|ข้อกฎหมาย|ข้อเท็จจริง|เรื่องเดิม|สรุป)")
_STATED = re.compile(r"จำนวน\s*(?P<count>\d{1,3})\s*(?:ตัวชี้วัดย่อย|ตัวชี้วัด|ตัว|ประเด็น|ข้อ(?![ก-ฮ]))")
_CLOSED = re.compile(r"^(?:จึงเรียน|ทั้งนี้\s|ขอแสดงความนับถือ)")


@dataclass
class _Reader:
    """Walks rows and collects recommendations."""

    done: list[Recommendation] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    group: str | None = None
    code: str = ""
    page: int = 0
    naming: list[Row] = field(default_factory=list)
    advising: list[Row] = field(default_factory=list)
    open_heading: list[Row] = field(default_factory=list)

    def take(self, row: Row) -> None:
        text = row.text.strip()
        if row.gap:
            self.close()
            self.group = None
        if item := _ITEM.match(text) or _DASHED.match(text):
            self.close()
            self.code, self.page, self.naming = item["code"], row.page, [Row(item["name"], item["name"], row.page)]
        elif _SECTION.match(text) or (_CLOSED.match(text) and self.code):
            self.close()
            self.group = None
        elif heading := self._heading(text):
            self.close()
            self.group = re.sub(r"\s+", " ", heading["title"]).strip(" :")
            self.numbers[self.group] = heading["number"]
        elif self.code:
            self._go_on(row, text)

    def _heading(self, text: str) -> re.Match[str] | None:
        """A numbered heading that is no sentence: it names a kind of indicator."""
        found = _HEADING.match(text)
        return (
            found
            if found
            and re.search(r"ตัวชี้วัด|กลุ่ม|ด้าน|ระดับ|มิติ", found["title"])
            and "ข้อเสนอแนะจาก" not in text
            and len(text) < 90
            else None
        )

    def _go_on(self, row: Row, text: str) -> None:
        if lead := _LEAD.match(text):
            rest = text[lead.end() :]
            self.advising = [Row(rest, rest, row.page)]
        elif self.advising:
            self.advising.append(row)
        else:
            self.naming.append(row)

    def close(self) -> None:
        if self.code and self.naming:
            named = _UNDER.split(flow(self.naming), maxsplit=1)
            indicator = named[1].strip() if len(named) > 1 else None
            self.done.append(
                Recommendation(self.code, named[0].strip(), indicator, self.group, flow(self.advising), self.page)
            )
        self.code, self.naming, self.advising = "", [], []


def recommendations_of(rows: Iterable[Row]) -> tuple[tuple[Recommendation, ...], dict[str, str]]:
    """Return the recommendations, and the printed number of each group's heading."""
    reader = _Reader()
    for row in rows:
        reader.take(row)
    reader.close()
    return tuple(r for r in reader.done if r.text), reader.numbers


def stated_count(text: str) -> tuple[int, str | None] | None:
    """Return how many indicators the text says there are, and the clause it points to (`ตามข้อ 2.4`)."""
    for found in _STATED.finditer(text):
        before = text[max(0, found.start() - 80) : found.start()]
        if "ตัวชี้วัด" in before or "ตัวชี้วัด" in found.group():
            clause = re.search(r"\(ตาม\s*ข้อ\s*(\d+(?:\.\d+)*)\)", text[found.end() : found.end() + 220])
            return int(found["count"]), clause[1] if clause else None
    return None
