"""A fictitious case of receipt-reply: every person and number is invented."""

from datetime import datetime

from workflow.core.case_facts import Receipt
from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import CaseFile
from workflow.core.org import Unit
from workflow.core.reading import Instrument
from workflow.core.thai_date import BANGKOK

_SURVEY = "การสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ"


def sample() -> CaseFile:
    """Return the case from which `sample.pdf` is made."""
    at = datetime(2025, 12, 22, 10, 5, tzinfo=BANGKOK)
    return CaseFile(
        unit=Unit("สทส.", "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", "บช.", "ตช 0033.12", "0 2000 0001"),
        office="ตร.",
        office_name="สำนักงานตำรวจแห่งชาติ",
        number="ตช 0033.12/6009",
        on=at.date(),
        to=("สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)",),
        subject="ตอบรับหนังสือ",
        signature=SignatureBlock("ร.ต.อ.", "สมหญิง ตัวอย่างงาม", ("รอง สว.ฝอ.สทส.",)),
        letter=Instrument(
            "letter",
            (1, 2),
            number="สพร 2568/ว4321",
            date=at.date().replace(day=19),
            sender="สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)",
            subject=f"ขอแจ้งผล{_SURVEY} ประจำปี 2568",
        ),
        receipt=Receipt("28416", at, "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร"),
    )
