"""Pages headed as enclosures, `สิ่งที่ส่งมาด้วย 2` alone above their text: the first page under such a heading opens a paper. Pure."""

import re
from collections.abc import Sequence

from workflow.parsers.rows import Row
from workflow.parsers.skeleton import RoughMatch, bones, rough

_LABEL = rough(
    r"[\[(]?(?P<kind>สิ่งที่ส่งมาด้วย|เอกสาร(?:แนบ(?:ท้าย)?|ประกอบ)|ภาคผนวก|ผนวก)\s*(?:(?:ลำดับ|หมายเลข)?\s*ที่)?\s*[\[(]?(?P<number>\d{1,2}|[ก-ฮ])?[.)\]]{0,2}"
    r"(?:\s*[,(–-]?\s*(?:หน้า|แผ่น)(?:ที่)?\s*(?P<page>\d{1,2})(?:\s*(?:/|จาก|ของ)\s*\d{1,2})?\s*\)?)?$"
)
# `ผนวก ข้อเสนอแนะรายตัวชี้วัดย่อย…`: the heading and the title in one
_TITLED = rough(
    r"(?P<kind>ภาคผนวก|ผนวก|เอกสารแนบ(?:ท้าย)?)\s*(?P<number>\d{1,2}|[ก-ฮ])?[.)]?\s+[:–-]?\s*(?=ข้อ|คำ|ผล|ตาราง|ราย|สรุป|คะแนน|บัญชี)\D{6,110}$"
)
_TOP = 2  # rows: an agency's name or a page number may stand above it
_SPACE = re.compile(r"\s+")


def label_of(rows: Sequence[Row]) -> str | None:
    """Return the heading of an enclosure above a page's text, as it is compared with others; None where none stands there."""
    found = next((label for row in rows[:_TOP] if (label := _label(row))), None)
    return f"{bones(found['kind'])} {found['number'] or ''}".strip() if found else None


def page_of(rows: Sequence[Row]) -> int | None:
    """Return which page of its enclosure a page is where its heading tells: `สิ่งที่ส่งมาด้วย 2 หน้า 1/3`."""
    found = next((label for row in rows[:_TOP] if (label := _label(row))), None)
    told = found["page"] if found and "page" in found.found.re.groupindex else None
    return int(told) if told else None


def _label(row: Row) -> RoughMatch | None:
    text = _SPACE.sub(" ", row.text.strip())
    return _LABEL.match(text) or _TITLED.match(text)


def openers(pages: Sequence[tuple[str | None, int | None]]) -> set[int]:
    """Return the pages that open an enclosure, given the heading and the printed number of each.

    Where several bear one heading, it is the one of the lowest number, or the first.
    """
    first: dict[str, int] = {}
    for n, (label, number) in enumerate(pages):
        if label is None:
            continue
        held = first.setdefault(label, n)
        before = pages[held][1]
        if number is not None and before is not None and number < before:
            first[label] = n
    return set(first.values())
