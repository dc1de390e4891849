"""The facts of the specimen chain, once: the pages print them, the gold states them, so the two cannot drift apart.

Every person, number, telephone, address and login is invented; the dates are real working days of 2568 (2025).
"""

from dataclasses import dataclass
from datetime import date

YEAR = 2568
SURVEY = "ผลการสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ ประจำปี 2568"
SUBJECT = f"แจ้ง{SURVEY}"
ASKED_SUBJECT = "ขอความร่วมมือตอบแบบสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ ประจำปี 2568"
DGA = "สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)"
ENCLOSURES = (
    "รายงานผลการสำรวจความพร้อมรัฐบาลดิจิทัลของหน่วยงานภาครัฐ ประจำปี 2568",
    "ข้อเสนอแนะรายตัวชี้วัดย่อยสำหรับหน่วยงานระดับกรม",
)


@dataclass(frozen=True)
class Paper:
    """A paper's number (Arabic digits) and date."""

    number: str
    dated: date


REQUEST = Paper("สพร 2568/ว1184", date(2025, 6, 12))
CALL = Paper("0033.12/2217", date(2025, 6, 20))
LETTER = Paper("สพร 2568/ว2361", date(2025, 11, 7))
MEMO = Paper("0033.12/4736", date(2025, 11, 20))
ORDER = Paper("", date(2025, 11, 24))
DOWN = Paper("0033.12/4852", date(2025, 12, 3))
ONWARD = Paper("0010.011/1468", date(2025, 12, 18))
# The drafter's slip, as in the real packet of 2562: the result letter is cited under the number of the earlier request.
MISCITED = Paper(REQUEST.number, LETTER.dated)
PLAN_DUE = date(2026, 1, 30)


@dataclass(frozen=True)
class Stamp:
    """A receipt stamp (ตรารับ): unit, เลขรับ, day, time."""

    unit: str
    number: str
    dated: date
    time: str


LETTER_STAMPS = (
    Stamp("สำนักงานตำรวจแห่งชาติ", "28416", date(2025, 11, 12), "09:40"),
    Stamp("สทส.", "3958", date(2025, 11, 12), "13:35"),
    Stamp("ฝอ.2 บก.อก.สทส.", "7264", date(2025, 11, 13), "09:05"),
)
MEMO_STAMPS = (Stamp("สง.ผู้ช่วย ผบ.ตร.(ปร 3)", "4817", date(2025, 11, 21), "14:10"),)
DOWN_STAMPS = (
    Stamp("สงป.", "4279", date(2025, 12, 15), "10:20"),
    Stamp("ฝอ.สงป.", "514", date(2025, 12, 15), "13:45"),
)


@dataclass(frozen=True)
class Signer:
    """Who signs, in which capacity (ปรท., รักษาการแทน), for which post."""

    rank: str | None
    name: str
    position: str
    acting: str
    acting_for: str
    civil_title: str = ""


DIRECTOR = Signer(
    None, "พิมพ์นารา ตัวอย่างไพศาล", "รองผู้อำนวยการ", "รักษาการแทน",
    "ผู้อำนวยการสำนักงานพัฒนารัฐบาลดิจิทัล", "นางสาว",
)  # fmt: skip
DEPUTY_IT = Signer("พล.ต.ต.", "เรืองชัย จำลองเจริญ", "รอง ผบช.สทส.", "ปรท.", "ผบช.สทส.")
ASSISTANT_CHIEF = Signer("พล.ต.ท.", "ชาญวิทย์ นามสมมติศักดิ์", "ผู้ช่วย ผบ.ตร.", "ปรท.", "ผบ.ตร.")
DEPUTY_BUDGET = Signer("พล.ต.ต.", "ศราวุธ นามสมมติสกุล", "รอง ผบช.สงป.", "ปรท.", "ผบช.สงป.")

ORDER_TEXT = ("ทราบตามข้อ 2", "เห็นชอบตามที่เสนอในข้อ 3")
SCORE, GROUP_AVERAGE, STATED = 61.28, 66.75, 11
COUNTS = {
    "total": (2078, 1897),
    "central": (318, 302),
    "provincial": (1520, 1391),
    "local": (240, 204),
}
MEMO_TO, MEMO_VIA = "ผบ.ตร.", "ผู้ช่วย ผบ.ตร.(ปร 3)"
DOWN_TO = ("ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า", "ผบก. ในสังกัด สง.ผบ.ตร. หรือผู้ดำรงตำแหน่งเทียบเท่า")
ONWARD_UP = ("ผบช.สงป.", "รอง ผบช.สงป.")
ONWARD_DOWN = ("ผบก.ในสังกัด สงป.", "ผกก.ฝอ.สงป.", "ผกก.ฝทง.สงป.")

CONTRACTOR = "บริษัท ตัวอย่างวิจัย จำกัด"
CONTRACTOR_STAFF = (("นางสาวกมลฉัตร ตัวอย่างทอง", "09 0000 0011"), ("นายปริญ ตัวอย่างสกุล", "08 0000 0022"))
OFFICER, OFFICER_MAIL = "นายภูริช ตัวอย่างนนท์", "readiness2568@dga.example"
OFFICE_PHONE, EXTENSION, OFFICE_FAX, MEMO_PHONE = "0 2000 0123", "4105", "0 2000 0199", "0 2000 0033 ต่อ 12"
DASHBOARD, USERNAME, PASSWORD = "https://survey.example/2568/", "RTP-DEMO-0033", "mai-ching-68"


def percent(surveyed: int, answered: int) -> float:
    """Return answered of surveyed in per cent, to one decimal as the letter prints it."""
    return round(100 * answered / surveyed, 1)


KEPT = (
    "ตัวอย่างวิจัย",
    *(name for name, _ in CONTRACTOR_STAFF),
    OFFICER,
    "สพร", "สทส", "เอกสาร", "ตัวชี้วัดย่อย", "ตัวชี้วัด", "รัฐบาลดิจิทัล", "(องค์การมหาชน)", "ข้อเสนอแนะ", "ความร่วมมือ",
    "ส่วนบุคคล", "สารบรรณ", "หน่วยงาน", "ภายใต้", "เกิดใหม่", "คำให้การ", "คำอธิบาย", "ภายในวันที่", "โทรศัพท์เคลื่อนที่",
    "หมายเลขโทรศัพท์", "ตามข้อ", "ท้ายหนังสือ", "ความพร้อม", "แบบสำรวจ", "ลงวันที่",
)  # fmt: skip
