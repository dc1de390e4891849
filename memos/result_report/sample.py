"""A fictitious case of result-report: every person, number and sentence is invented."""

from datetime import date

from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import CaseFile, CitedPaper
from workflow.core.org import Unit
from workflow.core.reading import Instrument, Recommendation, Survey

_PEOPLE = "ศักยภาพเจ้าหน้าที่ภาครัฐด้านดิจิทัล"
_SERVICES = "บริการภาครัฐ"
_STRONG, _FAIR, _URGENT = "ตัวชี้วัดที่โดดเด่น", "ตัวชี้วัดที่ค่อนข้างโดดเด่น", "ตัวชี้วัดที่ควรเร่งพัฒนา"
_SURVEY = "การสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ"


def sample() -> CaseFile:
    """Return the case from which `sample.pdf` is made."""
    return CaseFile(
        unit=Unit("สทส.", "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", "บช.", "0033.12", "0 2000 0001"),
        office="ตร.",
        number="0033.12/6014",
        on=date(2026, 1, 15),
        to=("ผบ.ตร.",),
        via="ผู้ช่วย ผบ.ตร.",
        subject=f"แจ้งผล{_SURVEY} ประจำปี 2568",
        signature=SignatureBlock("พล.ต.ต.", "สมชาย ตัวอย่างดี", ("รอง ผบช.ฯ ปรท.ผบช.สทส.",)),
        letter=_letter(),
        sender_short="สพร.",
        background=_background(),
        survey=Survey(_SURVEY, 2568, 61.25, 66.40),
        recommendations=_recommendations(),
        stated_count=4,
    )


def _letter() -> Instrument:
    return Instrument(
        "letter",
        (1, 2),
        number="สพร 2568/ว4321",
        circular=True,
        date=date(2025, 12, 19),
        sender="สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)",
        subject=f"ขอแจ้งผล{_SURVEY} ประจำปี 2568",
    )


def _background() -> tuple[CitedPaper, ...]:
    asked = f"ขอความอนุเคราะห์ตอบแบบ{_SURVEY.removeprefix('การ')} ประจำปี 2568"
    dga = "สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) (สพร.)"
    return (
        CitedPaper(dga, "สพร 2568/ว1357", date(2025, 5, 7), asked, "ด่วนที่สุด"),
        CitedPaper("ตร.", "0033.12/2024", date(2025, 5, 23), asked),
    )


def _recommendations() -> tuple[Recommendation, ...]:
    rows = (
        ("2.4", "Data Literacy", _PEOPLE, _STRONG, "ควรรักษาการอบรมการอ่านและใช้ข้อมูลให้ต่อเนื่อง และให้บุคลากรทุกระดับนำข้อมูลมาใช้วางแผนงานของตน"),
        ("3.1", "Proportion of Digital Services", _SERVICES, _FAIR,
         "ควรเพิ่มจำนวนบริการที่ประชาชนทำได้จนจบทางออนไลน์ ตั้งแต่ยื่นคำขอ ชำระเงิน จนถึงรับผล และประกาศระยะเวลาแล้วเสร็จของแต่ละบริการไว้ในที่ที่เห็นง่าย"),
        ("2.2", "Digital Leadership", _PEOPLE, _URGENT,
         "ควรมีแผนสืบทอดตำแหน่ง CIO และให้ผู้ที่จะดำรงตำแหน่งได้อบรมหลักสูตรผู้บริหารเทคโนโลยีสารสนเทศก่อนเข้ารับหน้าที่"),
        ("3.3", "Customer Experience", _SERVICES, _URGENT,
         "ควรถามความพึงพอใจของผู้ใช้บริการทันทีเมื่อใช้บริการเสร็จ เผยแพร่ผลต่าง ๆ ให้ประชาชนทราบ และนำผลไปปรับปรุงบริการในปีถัดไป"),
        ("5.2", "Data Management", "โครงสร้างพื้นฐานความมั่นคงปลอดภัยและมีประสิทธิภาพ", _URGENT,
         "ควรจัดทำบัญชีข้อมูลของหน่วยงานให้ครบถ้วน กำหนดผู้รับผิดชอบข้อมูลแต่ละชุด ตรวจความถูกต้องเป็นรายปี และวางระบบบริหารความมั่นคงปลอดภัยตามมาตรฐาน ISO/IEC 27001"),
        ("6.3", "เทคโนโลยีด้านความมั่นคง (Trusted Protocol)", "เทคโนโลยีดิจิทัลและการนำไปใช้", _URGENT,
         "ควรพิจารณาใช้เทคโนโลยีที่ทำให้ตรวจสอบย้อนหลังได้ว่าข้อมูลไม่ถูกแก้ไข ในงานที่ต้องส่งข้อมูลระหว่างหน่วยงานเป็นประจำ"),
    )  # fmt: skip
    return tuple(Recommendation(code, name, above, group, text, 3) for code, name, above, group, text in rows)
