"""A fictitious case of summary-for-commander: every person, score and sentence is invented."""

from datetime import date

from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import CaseFile
from workflow.core.org import Unit
from workflow.core.reading import IndicatorScore, Recommendation, Survey

_SURVEY = "การสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ"
_PEOPLE, _SERVICES, _TECHNOLOGY = "ศักยภาพเจ้าหน้าที่ภาครัฐด้านดิจิทัล", "บริการภาครัฐ", "เทคโนโลยีดิจิทัลและการนำไปใช้"


def sample() -> CaseFile:
    """Return the case from which `sample.pdf` is made."""
    return CaseFile(
        unit=Unit("สทส.", "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", "บช.", "0033.12", "0 2000 0001"),
        office="ตร.",
        number="0033.12/6015",
        on=date(2026, 1, 15),
        to=("ผบ.ตร.",),
        via="ผู้ช่วย ผบ.ตร.",
        subject=f"สรุปผล{_SURVEY} ประจำปี 2568",
        signature=SignatureBlock("พล.ต.ต.", "สมชาย ตัวอย่างดี", ("รอง ผบช.ฯ ปรท.ผบช.สทส.",)),
        sender_short="สพร.",
        survey=Survey(_SURVEY, 2568, 61.25, 66.40, indicators=_scores()),
        last_survey=Survey(_SURVEY, 2567, 58.10, 63.90, indicators=_last_scores()),
        recommendations=_recommendations(),
        asked=(
            "เห็นชอบให้ สทส. แจ้งหน่วยในสังกัด ตร. ดำเนินการตามข้อเสนอแนะของ สพร.",
            "มอบหมาย รอง ผบ.ตร. ที่รับผิดชอบ ติดตามตัวชี้วัดย่อยตามข้อ 3",
        ),
    )


def _scores() -> tuple[IndicatorScore, ...]:
    rows = (
        ("1", "แนวนโยบายและหลักปฏิบัติ", 55.20, 61.00), ("2", _PEOPLE, 64.10, 68.35), ("3", _SERVICES, 66.80, 70.05),
        ("4", "การบริหารจัดการรูปแบบดิจิทัล", 63.45, 67.10), ("5", "โครงสร้างพื้นฐานความมั่นคงปลอดภัยและมีประสิทธิภาพ", 71.90, 70.40),
        ("6", _TECHNOLOGY, 38.05, 52.60),
    )  # fmt: skip
    return tuple(IndicatorScore(*row) for row in rows)


def _last_scores() -> tuple[IndicatorScore, ...]:
    rows = (
        ("1", "แนวนโยบายและหลักปฏิบัติ", 50.00, None), ("2", _PEOPLE, 65.60, None), ("3", _SERVICES, 60.30, None),
        ("6", "เทคโนโลยีอัจฉริยะและการนำไปใช้", 31.00, None),
    )  # fmt: skip
    return tuple(IndicatorScore(*row) for row in rows)


def _recommendations() -> tuple[Recommendation, ...]:
    rows = (
        ("2.2", "Digital Leadership", _PEOPLE, "ควรมีแผนสืบทอดตำแหน่ง CIO และอบรมก่อนเข้ารับหน้าที่"),
        ("3.3", "Customer Experience", _SERVICES, "ควรถามความพึงพอใจทันทีเมื่อใช้บริการเสร็จ"),
        ("6.2", "เทคโนโลยีอัจฉริยะ (Intelligence)", _TECHNOLOGY, "ควรนำเทคโนโลยีอัจฉริยะมาใช้วิเคราะห์ข้อมูลตามภารกิจ"),
        ("6.3", "เทคโนโลยีด้านความมั่นคง (Trusted Protocol)", _TECHNOLOGY, "ควรใช้เทคโนโลยีที่ตรวจสอบย้อนหลังได้ว่าข้อมูลไม่ถูกแก้ไข"),
    )
    return tuple(Recommendation(code, name, above, "ตัวชี้วัดที่ควรเร่งพัฒนา", text, 3) for code, name, above, text in rows)
