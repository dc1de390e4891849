"""What an officer calls the fields of a reading: `references[1].number` is `อ้างถึง ๒: ที่`."""

import re

from workflow.core.thai_digits import to_thai

FIELD_THAI = {
    "kind": "ชนิดหนังสือ", "pages": "หน้า", "number": "ที่", "date": "วันที่", "urgency": "ชั้นความเร็ว", "sender": "ส่วนราชการ",
    "subject": "เรื่อง", "to": "เรียน", "via": "ผ่าน", "host": "เขียนบน", "references": "อ้างถึง", "enclosures": "สิ่งที่ส่งมาด้วย",
    "closing": "ความประสงค์", "signatory": "ผู้ลงนาม", "order": "สั่งการ", "receipts": "ตรารับ", "contacts": "ติดต่อ",
    "copy_certified": "รับรองสำเนา", "survey": "ผลสำรวจ", "stated_indicator_count": "จำนวนตัวชี้วัดที่ระบุ",
    "recommendations": "ข้อเสนอแนะ", "indicators": "ตัวชี้วัด", "counts": "จำนวนหน่วยงาน",
    "name": "ชื่อ", "rank": "ยศ", "position": "ตำแหน่ง", "acting": "คำแสดงการแทน", "acting_for": "ตำแหน่งที่ทำการแทน",
    "text": "ข้อความ", "unit": "หน่วย", "time": "เวลา", "person": "ผู้ติดต่อ", "phone": "โทรศัพท์", "email": "อีเมล", "year": "ปี",
    "score": "คะแนน", "group_average": "ค่าเฉลี่ยกลุ่ม", "surveyed": "สำรวจ", "answered": "ตอบ", "pct": "ร้อยละ", "code": "รหัส",
    "indicator": "ตัวชี้วัด", "group": "กลุ่ม", "total": "รวม", "central": "ส่วนกลาง", "provincial": "ส่วนภูมิภาค", "local": "ส่วนท้องถิ่น",
}  # fmt: skip
_PART = re.compile(r"(?P<name>\w+)(?:\[(?P<at>\d+)\])?")


def thai_name(key: str) -> str:
    """Return the Thai name of a key of the reading contract, list places counted from ๑; unknown parts stay as they are."""
    names = []
    for part in key.split("."):
        found = _PART.fullmatch(part)
        name = FIELD_THAI.get(found["name"], part) if found else part
        names.append(f"{name} {to_thai(int(found['at']) + 1)}" if found and found["at"] else name)
    return ": ".join(names)
