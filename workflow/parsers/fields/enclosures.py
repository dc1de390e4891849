"""What comes with the letter (สิ่งที่ส่งมาด้วย): titles alone, without item number and without how many copies."""

import re
from collections.abc import Mapping

from workflow.parsers.fields.heads import HeadField
from workflow.parsers.fields.skeleton import loose

_UNITS = ("ฉบับ", "ชุด", "แผ่น", "เล่ม", "หน้า", "รายการ", "แฟ้ม", "ไฟล์", "อัน")
_ITEM = re.compile(r"(?:^|\s)(?=\(?\d{1,2}[.)]\s*[^\d\s])")
_COPIES = re.compile(
    rf"\s*\(?(?:{loose('จำนวน')}\s*)?(?:\d+|[lIoO|])\s*(?:{'|'.join(map(loose, _UNITS))})\)?[\s.]*$|\s*\(?{loose('จำนวน')}\s*$"
)


def enclosures(fields: Mapping[str, HeadField]) -> tuple[str, ...]:
    """Return the titles of the enclosures in order."""
    field = fields.get("สิ่งที่ส่งมาด้วย")
    if field is None:
        return ()
    items = [re.sub(r"^\(?\d{1,2}[.)]\s*|^[-–•]\s*", "", part.strip()) for part in _ITEM.split(field.text)]
    return tuple(title for item in items if (title := _COPIES.sub("", item).strip()))
