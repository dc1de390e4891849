"""The labels an official paper prints before its fields (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ, ข้อ ๑๑ ๑๒ ๑๔)."""

UNIT, NUMBER, DATED, SUBJECT, DEAR, TO, PHONE = "ส่วนราชการ", "ที่", "วันที่", "เรื่อง", "เรียน", "ถึง", "โทร."
REFERENCES, ENCLOSURES = "อ้างถึง", "สิ่งที่ส่งมาด้วย"
EMAIL, COPIES = "ไปรษณีย์อิเล็กทรอนิกส์", "สำเนาส่ง"
ENDING = "ขอแสดงความนับถือ"
