"""Who advises, as a lead-in names them: patterns for the office or the person before `มีข้อเสนอแนะว่า`. Pure."""

ISSUER = r"(?:สำนักงาน\s+(?=[ก-ฮ]\.))?[^\s:]{2,60}(?:\s*\([^)]{2,40}\)){0,2}"
_KIND = r"(?:ตัวชี้วัด|ประเด็น|มิติ|หัวข้อ|องค์ประกอบ|เกณฑ์|ด้าน|หมวด|รายการ|ปัจจัย|เสา)"
_LINKED = rf"(?:อยู่)?(?:ใน|ของ|ตาม)?(?:ภายใต้|{_KIND})"
# inside a paragraph: no link to an indicator, no bracket with one, no word of an English name
TELLER = rf"(?!{_LINKED}|[(\[]|[A-Za-z]*[a-z])[^\s:]{{2,40}}(?:\s*\((?!{_KIND})[ก-๙\s.]{{2,40}}\))?"
# at the beginning of a line on which a name may end: an office by its own words, or whoever is glued to what they do
OFFICE = (
    r"(?:(?:[ก-ฮ]{1,6}\.)+|(?:สำนักงาน|กรม|กระทรวง|สถาบัน|คณะ|ผู้ประเมิน|ที่ปรึกษา)[^\s:]*)\s*(?:\([^)]{2,40}\)\s*)?"
    r"|[^\s:]{2,40}(?<!ข้อ)(?=(?:ได้|ขอ)?(?:เสนอ|แนะนำ))"
)
