"""Composed words of a case, and the facts of the 2562 police chain as a case file (persons fictitious)."""

from datetime import date

from memos import CATALOGUE
from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import CaseFile, CitedPaper
from workflow.core.org import Unit
from workflow.core.reading import Instrument, Recommendation, Survey
from workflow.templates.compose import compose


def said(name: str, case: CaseFile) -> str:
    """Return the words of the paper of this kind for this case."""
    return compose(CATALOGUE[name], case).words()


def police_2562() -> CaseFile:
    """Return a case with a lost heading and a missing page, as the bundle of 2562 has them."""
    dga = "สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)"
    survey = "การสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ"
    rows = (("2.4", "ตัวชี้วัดที่โดดเด่น"), ("3.1", "ตัวชี้วัดที่ค่อนข้างโดดเด่น"), ("2.2", None), ("2.3", None), ("6.3", None))
    return CaseFile(
        unit=Unit("สทส.", "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", "บช.", "0033.12", "0 2000 0001"),
        office="ตร.",
        number="0033.12/5052",
        on=date(2019, 11, 22),
        to=("ผบ.ตร.",),
        subject=f"แจ้งผล{survey} ประจำปี 2562",
        signature=SignatureBlock("พล.ต.ต.", "สมชาย ตัวอย่างดี", ("รอง ผบช.ฯ ปรท.ผบช.สทส.",)),
        via="ผู้ช่วย ผบ.ตร. (ปร 3)",
        letter=Instrument("letter", (5, 6), number="สพร 2562/ว4099", date=date(2019, 11, 1), sender=dga, subject=f"ขอแจ้งผล{survey} ประจำปี 2562"),
        sender_short="สพร.",
        background=(CitedPaper(f"{dga} (สพร.)", "สพร 2562/ว1539", date(2019, 5, 7), "ขอความอนุเคราะห์ตอบแบบสำรวจ", "ด่วนที่สุด"),),
        survey=Survey(survey, 2562, 55.54, 64.60),
        recommendations=tuple(Recommendation(code, f"ชื่อ {code}", "บริการภาครัฐ", group, f"ควรปรับปรุง {code}", 3) for code, group in rows),
        stated_count=13,
        missing=("หน้า 3 ของบันทึก",),
    )  # fmt: skip
