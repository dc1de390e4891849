"""Memos as different as offices write them: other facts, lengths, names and numbers, drawn from a seed; all invented."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from memos import CATALOGUE
from workflow.core.document import Document, SignatureBlock
from workflow.core.memo_kind import CaseFile, CitedPaper
from workflow.core.org import Unit
from workflow.core.reading import Instrument, Recommendation, Survey
from workflow.templates.compose import compose

_SURVEY = "การสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ"
_ASKED = _SURVEY.removeprefix("การ")
_DGA = "สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)"
_GROUPS = ("ตัวชี้วัดที่โดดเด่น", "ตัวชี้วัดที่ค่อนข้างโดดเด่น", "ตัวชี้วัดที่ควรเร่งพัฒนา")
_ABOVE = (
    "แนวนโยบายและหลักปฏิบัติ", "ศักยภาพเจ้าหน้าที่ภาครัฐด้านดิจิทัล", "บริการภาครัฐ", "การบริหารจัดการภาครัฐแนวใหม่",
    "โครงสร้างพื้นฐานความมั่นคงปลอดภัยและมีประสิทธิภาพ", "เทคโนโลยีดิจิทัลและการนำไปใช้",
)  # fmt: skip
_NAMES = (
    "Digital Leadership", "ความพึงพอใจของผู้ใช้บริการ (Customer Experience)", "Data Literacy", "การกำกับดูแลข้อมูล (Data Governance)",
    "Open Data", "ธรรมาภิบาลและการมีส่วนร่วม", "Proportion of Digital Services", "เทคโนโลยีด้านความมั่นคง (Trusted Protocol)",
)  # fmt: skip
_BEGIN = (
    "ควรกำหนดให้มี", "ควรเร่งจัดทำ", "เห็นควรทบทวน", "ควรส่งเสริมให้หน่วยงานในสังกัดมี", "หน่วยงานควรปรับปรุง", "ควรพิจารณานำร่อง",
    "สพร. แนะนำให้ประกาศใช้",
)  # fmt: skip
_WHAT = (
    "แผนสืบทอดตำแหน่งผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO) และผู้ช่วยฯ ในทุก ๆ หน่วย", "บัญชีข้อมูลภาครัฐตามมาตรฐาน ISO/IEC 27001 และ ISO 20000",
    "ระบบรับชำระเงินผ่าน QR Code และ e-Payment", "ช่องทางรับฟังความคิดเห็นทางเว็บไซต์ https://www.agency.example/th/feedback",
    "การเชื่อมโยงข้อมูลด้วย Linkage Center กับหน่วยงานอื่น ๆ ที่เกี่ยวข้อง", "หลักสูตรอบรมข้าราชการ พนักงานราชการ และลูกจ้าง รวม ๑,๒๕๐ คน",
    "คู่มือประชาชนตาม พ.ร.บ.การอำนวยความสะดวกฯ พ.ศ. ๒๕๕๘", "ระบบสารบรรณอิเล็กทรอนิกส์ (e-Saraban) ทั้งส่วนกลางและส่วนภูมิภาค",
)  # fmt: skip
_WHY = (
    "เพื่อให้ประชาชนทำธุรกรรมได้จนจบทางออนไลน์ ลดระยะเวลาจาก ๑๕ วัน เหลือ ๓ วันทำการ", "ให้แล้วเสร็จภายในวันที่ ๓๐ ก.ย.๖๙ และรายงานทุกไตรมาส",
    "โดยถามความพึงพอใจของผู้ใช้บริการทันที เผยแพร่ผลต่าง ๆ ให้ประชาชนทราบ และนำผลไปปรับปรุงในปีถัดไป",
    "ทั้งนี้ ให้ประสานรายละเอียดกับศูนย์ปฏิบัติการฯ โทร. ๐ ๒๐๐๐ ๐๑๒๓ ต่อ ๔๕๖ ในวันและเวลาราชการ",
    "ซึ่งอยู่ต่ำกว่าค่าเฉลี่ยของกลุ่มหน่วยงานร้อยละ ๑๒.๗๕ ตามข้อ ๒.๓ ของรายงาน", "ตามนัยหนังสือ สทส. ที่ ๐๐๓๓.๑๒/ว ๑๒๓ ลง ๒๒ พ.ย.๖๘ และที่แก้ไขเพิ่มเติม",
    "ตลอดจนสร้างความตระหนักรู้เรื่องการคุ้มครองข้อมูลส่วนบุคคลแก่เจ้าหน้าที่ทุกระดับ",
)  # fmt: skip
_PEOPLE = ("สมชาย ตัวอย่างวรรณ", "หญิงณัฐฐิญา เตชะสมบูรณ์ตัวอย่าง", "ปิ่นปินัทธ์ ก้องเกียรติตัวอย่าง", "วิฑูรย์ ฐิติญาณตัวอย่าง")


def varied_cases(count: int, seed: int = 1) -> Iterator[CaseFile]:
    """Yield the case files of so many result memos, from one to about eight pages each."""
    for n in range(count):
        yield _case(Random(f"{seed} {n}"), n)


def varied_memos(count: int, seed: int = 1) -> Iterator[Document]:
    """Yield so many result memos, composed."""
    kind = CATALOGUE["result-report"]
    return (compose(kind, case) for case in varied_cases(count, seed))


def alike_memos(count: int, start: int = 0) -> Iterator[Document]:
    """Yield memos of the study's size (three to four pages) that differ in number, date, figures and advice."""
    kind = CATALOGUE["result-report"]
    for n in range(start, start + count):
        case = _case(Random(f"alike {n}"), n, items=9)
        yield compose(kind, replace(case, number=f"0033.12/{5000 + n}"))


def _case(rng: Random, n: int, items: int | None = None) -> CaseFile:
    on = date(2026, 1, 5) + timedelta(days=rng.randrange(300))
    wanted = items or rng.choice((0, 1, 3, 5, 8, 12, 12, 16, 24))
    return CaseFile(
        unit=Unit("สทส.", "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", "บช.", "0033.12", "0 2000 0001"),
        office="ตร.",
        number=f"0033.12/{1000 + n}",
        on=on,
        to=(rng.choice(("ผบ.ตร.", "ผบช.ภ.1-9 และ ผบช.ก.")),),
        via=rng.choice((None, "ผู้ช่วย ผบ.ตร. (ปร 3)")),
        subject=f"แจ้งผล{_SURVEY} ประจำปี {2560 + n % 9}",
        signature=SignatureBlock("พล.ต.ต.", rng.choice(_PEOPLE), ("รอง ผบช.ฯ ปรท.ผบช.สทส.",)),
        letter=Instrument(
            "letter", (1, 2), number=f"สพร 2568/ว{1000 + rng.randrange(9000)}", date=on - timedelta(days=20), sender=_DGA,
            subject=f"ขอแจ้งผล{_SURVEY}",
        ),
        sender_short="สพร.",
        background=tuple(
            CitedPaper("ตร.", f"0033.12/{rng.randrange(9999)}", on - timedelta(days=90 + k), f"ขอความร่วมมือตอบแบบ{_ASKED}", _urgency(rng))
            for k in range(rng.randrange(4))
        ),
        survey=Survey(_SURVEY, 2568, rng.randrange(3000, 9900) / 100, rng.randrange(4000, 8000) / 100),
        recommendations=_recommendations(rng, wanted),
        stated_count=rng.choice((None, wanted, wanted + 2)),
    )  # fmt: skip


def _recommendations(rng: Random, count: int) -> tuple[Recommendation, ...]:
    groups = sorted(rng.choice(range(3)) for _ in range(count))
    return tuple(
        Recommendation(
            f"{1 + k % 6}.{1 + k // 6}", rng.choice(_NAMES), rng.choice(_ABOVE), _GROUPS[group], _advice(rng), 3
        )
        for k, group in enumerate(groups)
    )


def _urgency(rng: Random) -> str | None:
    return rng.choice((None, "ด่วนที่สุด"))


def _advice(rng: Random) -> str:
    parts = [f"{rng.choice(_BEGIN)}{rng.choice(_WHAT)} {rng.choice(_WHY)}" for _ in range(rng.randrange(1, 4))]
    return " ".join(parts)
