"""An advice without any lead-in: behind the name of its item, or on the line below. Pure."""

import re

from workflow.parsers.fields.advice_leads import ADVICE
from workflow.parsers.fields.advice_names import names_a_part
from workflow.parsers.skeleton import RoughMatch, rough

AT_CODE = "\0"  # the sign of items whose code stands between name and advice

# an item without any advice, whose name a long sentence follows after a colon; behind the word for an indicator its name follows
_TOLD = re.compile(r"(?<!หลัก)(?<!ตัวชี้วัด)(?<!ด้าน)(?<!มิติ)(?<!\s)\s*:(?:\s+|(?=[ก-ฮเ-ไ]))(?P<advice>[^:]{25,})$")
# advice that begins with what is to be done, behind a colon or a dash, or on a line of its own in a text without places
_DOES = (
    r"(?:ควร|ให้|ขอให้|เร่ง|เสนอ|พิจารณา|จัด(?:ทำ|ให้|ตั้ง|อบรม)|ปรับปรุง|เพิ่ม|ทบทวน|กำหนด|นำ|ติดตาม"
    r"|(?:หน่วยงาน|ผู้บริหาร)\S{0,12}\s*(?:ควร|พึง|ต้อง))"
)
_SPEAKS = rough(rf".*{ADVICE}")
_TO_BE_DONE = rough(_DOES)
# what an advice may begin with where it does not say that it should be done. Some are words of names too (เชื่อมโยงข้อมูล): such a
# word alone parts no name from an advice, it only tells what a text is that stands apart
_WORKS = rough(
    r"(?:กระจาย|กระตุ้น|กลั่นกรอง|กำกับ(?:ดูแล|ให้|การ)?|แก้ไข|ขยาย|ขอ(?:ให้|ความ|รับ|ใช้|เชิญ|สนับสนุน)|ขับเคลื่อน|ขึ้นทะเบียน|คง|คัด(?:เลือก|กรอง)|คำนึงถึง|จด(?:ทะเบียน|แจ้ง)|จ้าง|จัด(?!ุ)|จำแนก|แจก|แจ้ง|เจรจา"
    r"|ชี้แจง|เช่า|เชิญ|เชื่อม|ใช้|ซัก(?:ซ้อม|ถาม)|ซ้อมแผน|ซ่อมแซม|ดำเนิน(?!งาน)|ดูแล|ดึง|เดิน(?:หน้า|สาย)|ต่อ(?:ยอด|อายุ|ท่อ)|ตรวจ|ตั้ง|ตัด|แต่ง|ถ่าย(?:ทอด|โอน)|ทดลอง|ทดสอบ|ทยอย"
    r"|ทำ|เทียบ|นิยาม|แนะนำ|แนบ|บรรจุ|บริหาร|บันทึก|บังคับ|บูรณาการ|เบิก|แบ่ง|ประกาศ|ประเมิน|ประชาสัมพันธ์|ประชุม|ประสาน|ประยุกต์|ปรึกษา|ปรับ|ปลูกฝัง|ปลด|ปิด(?!น)|เปิด|เปลี่ยน"
    r"|แปลง|ผนวก|ผลักดัน|ผูก|เผยแพร่|ฝึก|เฝ้าระวัง|พัฒนา|พ่วง|มอบ(?:หมาย|ให้|อำนาจ)|มุ่ง(?:เน้น|สู่)|เน้น|ยก|ย้าย|ยืนยัน|ยุติ|ยุบ|เยียวยา|รณรงค์|รวบรวม|รวม|รองรับ|ร่วมมือ|ร่าง|ระบุ|ระดม"
    r"|รักษา|รับ(?:ฟัง|สมัคร|โอน)|รายงาน|รื้อ|เร่ง|เริ่ม|เรียก|เลิก|เลือก|ลง(?:ทะเบียน|นาม|ทุน|พื้นที่)|ลด(?!ส่วน|ดา)|วัด|วาง|วิเคราะห์|เวียน|ว่าจ้าง|ศึกษา|ส่ง|สนับสนุน|สร้าง|สรรหา|สรุป|สอบ(?:ทาน|ถาม)|สอน"
    r"|สำรวจ|สำรอง|สื่อสาร|เสริม|สั่ง|หมุนเวียน|หารือ|หา|ให้|อนุญาต|อบรม|ออก|อัปเดต|อัพเดต|อ้างอิง|อุดหนุน|อำนวย|เอา|โอน|ยื่น|เติม|ติด(?:ตั้ง|ตาม)|จัดซื้อ)"
)
_TOLD_TO_DO = rough(rf"\s*(?::|\s[–—-]\s)\s*(?P<advice>{_DOES}[^:]{{8,}})$")
_RUNS_ON = rough(
    r"\s+(?:โดย)?(?P<advice>(?:ควร|เห็นควร|ขอให้|(?:ขอ)?(?:เสนอ(?:แนะ)?|แนะนำ)ให้|สมควร|น่าจะ|จำเป็นต้อง|ให้(?!ความ|บริการ|คำ))[^:]{12,})$"
)  # behind the name with nothing between
_GOES_ON = rough(
    r"(?:(?<!พื้น)(?<!พน)(?<!หน้า)(?<!สถาน)(?<!แผน)ที่|ซึ่ง|ไม่|สิ่ง|และ|หรือ|ว่า)\s*$"
)  # a name that breaks off before ควร
_MARK = re.compile(r"[-–—•*·▪○●■□✓]\s+")
# `ชื่อ ภายใต้ตัวชี้วัดหลัก “…” …`: the mark that closes the indicator ends the name
_BEHIND_QUOTED = re.compile(
    r"(?:ภายใต้|อยู่ใน|ของ|ใน)\s*(?:ตัวชี้วัด|มิติ|หมวด|องค์ประกอบ|ด้าน|เสา)(?:\s*หลัก)?\s*(?:ที่\s*\d{1,2}\s*)?[“\"«][^“”\"«»]{2,90}[”\"»]\s*[:–-]?\s*(?P<advice>[^\s].{15,})$"
)
_LONG = 40  # letters: an indicator's name, if no word tells it, is shorter


def told_behind(name: str) -> RoughMatch | re.Match[str] | None:
    """Return where an advice runs on behind the name of its item; what stands in a bracket is of the name."""
    found = _TOLD_TO_DO.search(name) or _TOLD.search(name) or _RUNS_ON.search(name)
    return None if found and name.count("(", 0, found.start()) > name.count(")", 0, found.start()) else found


def told_apart(named: str, at: int, sign: str) -> tuple[str, str] | None:
    """Return the name and the advice of an item told in one breath: parted by the sign of this paper, or by their words."""
    if sign == AT_CODE and at > 0 and not names_a_part(named[at:]):
        return named[:at], named[at:]
    apart = named.find(sign) if sign else -1
    while apart >= 0 and named.count("(", 0, apart) > named.count(")", 0, apart):
        apart = named.find(sign, apart + 1)  # `ชื่อ (ตัวชี้วัดหลัก: …)` parts no advice
    if apart >= 0:
        return named[:apart], named[apart + len(sign) :]
    if quoted := _BEHIND_QUOTED.search(named):
        return named[: quoted.start("advice")], quoted["advice"]
    told = told_behind(named)
    return (named[: told.start()], told["advice"]) if told else None


def told_at_once(named: str, at: int, sign: str) -> tuple[str, str] | None:
    """Return the name and the advice of an item told in one breath; without sign and words its code in brackets parts them."""
    behind = named[at:] if at else ""
    apart = len(behind) > _LONG and not names_a_part(behind)
    return told_apart(named, at, sign) or ((named[:at], behind) if apart else None)


def breath_of(named: str, told: tuple[str, str]) -> tuple[str, str]:
    """Return an item told in one breath as its paper's sign is learned from it: as it stands, and the advice where words tell it."""
    return (AT_CODE.join(told), "") if "".join(told) == named else (named, told[1])


def speaks_of_advice(text: str) -> bool:
    """Whether a line has a word for advice."""
    return _SPEAKS.match(text) is not None


def begins_to_do(text: str) -> bool:
    """Whether a line begins with what is to be done."""
    return _TO_BE_DONE.match(text) is not None


def opens_to_do(text: str, *, named: bool) -> bool:
    """Whether a paragraph begins with what is to be done; below a name, behind a dash or a dot, also in a word that names begin with."""
    mark = _MARK.match(text) if named else None
    return begins_to_do(text) or (mark is not None and says_to_do(text[mark.end() :]))


def says_to_do(text: str) -> bool:
    """Whether a text begins with a word for what is to be done."""
    return begins_to_do(text) or _WORKS.match(text) is not None


def name_goes_on(name: str) -> bool:
    """Whether a name that breaks off here goes on below, whatever the next word is."""
    return _GOES_ON.search(name) is not None
