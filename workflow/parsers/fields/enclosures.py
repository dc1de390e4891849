"""What comes with the letter (สิ่งที่ส่งมาด้วย): titles alone, without item number and without how many copies."""

import re
from collections.abc import Mapping, Sequence

from workflow.parsers.fields.head_field import HeadField
from workflow.parsers.fields.skeleton import loose
from workflow.parsers.rows import Row, flow

_UNITS = ("ฉบับ", "ชุด", "แผ่น", "เล่ม", "หน้า", "รายการ", "แฟ้ม", "ไฟล์", "อัน")
_ITEM = re.compile(r"(?:^|\s)(?=\(?\d{1,2}[.)]\s*[^\d\s])")
_NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)]\s*[^\d\s]|[-–•]\s)")
_DASHED = re.compile(r"^[-–•]\s")
_REMARK = r"(?:\s*\([^()]{1,40}\))?"  # where it is to be found: (QR Code …)
# the same on a row of its own
_WHERE = re.compile(r"^\([^()]*(?:ดาวน์โหลด|QR|คิวอาร์|เว็บไซต์|https?:|ลิงก์|อิเล็กทรอนิกส์|ไปรษณีย์|จัดส่ง|ส่งทาง|ส่งให้)[^()]*\)$")
# a number of whatever else; how many offices or indicators a title tells of is a part of it
_OF_OTHERS = r"\s*\(?จำนวน\s*\d+\s*(?!ตัวชี้วัด|หน่วย|แห่ง|จังหวัด|คน|ราย|ข้อ|ประเด็น|กรม|โครงการ|บริการ|ปี|วัน)[ก-๙]{2,20}\)?"
_WORDS = "หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ"
_EACH = (
    rf"\s*\(?{loose('จำนวน')}\s*(?:อย่างละ\s*)?(?:\d+|{_WORDS})\s*(?:{'|'.join(map(loose, _UNITS))})\)?{_REMARK}[\s.]*$"
)
_COPIES = re.compile(
    rf"\s*\(?(?:{loose('จำนวน')}\s*)?(?:\d+|[lIoO|])\s*(?:{'|'.join(map(loose, _UNITS))})\)?{_REMARK}[\s.]*$"
    rf"|\s*\(?{loose('จำนวน')}\s*$|{_EACH}|{_OF_OTHERS}[\s.]*$"
)


# a speck before the number of an item, read as a sign
_STRAY = re.compile(r"^[.,:;'’·•_-]\s?(?=\(?\d{1,2}[.)]\s*[^\d\s])")


def strayed(field: HeadField) -> bool:
    """Whether a scan shows a sign before the number of an item, where none is printed."""
    return any(row.sure and _STRAY.match(value) for value, row in zip(field.values, field.rows, strict=True))


def enclosures(fields: Mapping[str, HeadField]) -> tuple[str, ...]:
    """Return the titles of the enclosures in order."""
    field = fields.get("สิ่งที่ส่งมาด้วย")
    if field is None:
        return ()
    parts = [part for listed in _counted(field) for part in _ITEM.split(listed)]
    items = [re.sub(r"^\(?\d{1,2}[.)]\s*|^[-–•]\s*", "", part.strip()) for part in parts]
    return tuple(title for item in items if (title := _COPIES.sub("", item).strip()))


def _counted(field: HeadField) -> list[str]:
    """Return the items' texts: a row that ends with a number of copies ends an item, unless the number merely stands at the right edge."""
    groups: list[list[Row]] = [[]]
    values = [_STRAY.sub("", value) if row.sure else value for value, row in zip(field.values, field.rows, strict=True)]
    for n, (value, row) in enumerate(zip(values, field.rows, strict=True)):
        if _WHERE.match(value.strip()):
            continue
        if _DASHED.match(value) and groups[-1]:
            groups.append([])
        found = _COPIES.search(value)
        wraps = found is not None and _wraps(values, n, apart=_apart(value, found))
        kept = value[: found.start()] if found and wraps else value
        groups[-1].append(Row(kept, kept, row.page))
        if found and not wraps:
            groups.append([])
    return [flow(group) for group in groups if group]


def _apart(value: str, found: re.Match[str]) -> bool:
    """Whether the number of copies stands in a column of its own."""
    return value[found.start() : found.end()].startswith("  ")


def _wraps(values: Sequence[str], n: int, *, apart: bool) -> bool:
    """Whether the title goes on below its number of copies: numbered items do until the next number, others where the column is apart."""
    below = values[n + 1] if n + 1 < len(values) else None
    if below is None or _NUMBERED.match(below):
        return False
    numbered = any(_NUMBERED.match(value) for value in values[: n + 1])
    return numbered or (apart and not any(_COPIES.search(value) for value in values[n + 1 :]))
