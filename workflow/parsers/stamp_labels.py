"""What a receipt stamp (ตรารับ, แบบที่ ๑๒) prints before its number, date and time: words every office strings together its own way. Pure."""

import re

# A register number is called by รับ together with at least one of เลข, ที่, ทะเบียน, in any order: เลขรับ, รับที่, ลงทะเบียนรับเลขที่.
_PIECE = r"(?:ลง|เลข|ที่|ทะเบียน|หนังสือ|รับ)"
NUMBER_LABEL = rf"(?:(?=(?:{_PIECE}\s?)*?รับ)(?=(?:{_PIECE}\s?)*?(?:เลข|ที่|ทะเบียน)){_PIECE}(?:\s?{_PIECE}){{1,5}}|(?:Reg\.?\s?)?No\.?)"
DATE_LABEL = r"(?:(?:(?:ลง)?รับ|ลง)?(?:เมื่อ)?วัน(?:ที่|\s?เดือน\s?(?:พ\.ศ\.|ปี))(?:\s?(?:ลง|ที่)?รับ(?:หนังสือ)?)?|ว[./]\s?ด[./]\s?ป\.?|Date)"
TIME_LABEL = r"(?:(?:(?:ลง)?รับ)?เวลา(?:\s?(?:ที่)?(?:ลง)?รับ)?|Time)"
FILLER = r"[\s:.…_–-]*"
_GOES_ON = rf"(?={FILLER}(?:\d|$|[^\s\dก-๎]|วัน|ลงวัน|เวลา))"  # a word that goes on in Thai is no label
OPENS_NUMBER = re.compile(rf"^{NUMBER_LABEL}{_GOES_ON}")
OPENS_DATE, OPENS_TIME = re.compile(rf"^{DATE_LABEL}{FILLER}"), re.compile(rf"^{TIME_LABEL}{FILLER}")
ONLY_LABEL = re.compile(rf"(?:{NUMBER_LABEL}|เลขที่|{DATE_LABEL}|วัน|{TIME_LABEL}){FILLER}")

# The same as lists of words, for a reader of pictures that searches among known words.
NUMBER_WORDS = (
    "เลขรับ", "เลขรับที่", "เลขที่รับ", "เลขที่", "รับที่", "รับเลขที่", "ลงรับที่", "ลงรับเลขที่", "เลขที่ลงรับ", "เลขทะเบียนรับ", "เลขทะเบียนรับที่", "เลขทะเบียน",
    "ทะเบียนรับ", "ทะเบียนรับที่", "ทะเบียนรับเลขที่", "ลงทะเบียนรับที่", "หนังสือรับที่", "รับหนังสือเลขที่", "ที่",
)  # fmt: skip
DATE_WORDS = ("วันที่", "ลงวันที่", "วันที่รับ", "รับวันที่", "วันที่ลงรับ", "วัน", "วันเดือนปี", "วัน เดือน ปี")
TIME_WORDS = ("เวลา", "เวลารับ", "เวลาที่รับ", "รับเวลา", "เวลาลงรับ")
