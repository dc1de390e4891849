"""A fictitious case of reminder: every person and number is invented."""

from datetime import date

from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import CaseFile, CitedPaper, OverdueItem
from workflow.core.org import Unit


def sample() -> CaseFile:
    """Return the case from which `sample.pdf` is made: a unit two working days late."""
    subject = "แจ้งผลการสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ ประจำปี 2568"
    paper = CitedPaper("สทส.", "0033.12/6102", date(2026, 1, 26), subject)
    return CaseFile(
        unit=Unit("สทส.", "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", "บช.", "0033.12", "0 2000 0001"),
        office="ตร.",
        number="0033.12/6140",
        on=date(2026, 2, 4),
        to=("ภ.จว.ตัวอย่าง",),
        subject=f"ขอให้รับทราบหนังสือ เรื่อง {subject}",
        signature=SignatureBlock("ร.ต.อ.", "สมหญิง ตัวอย่างงาม", ("รอง สว.ฝอ.สทส.",)),
        overdue=OverdueItem("ภ.จว.ตัวอย่าง", paper, date(2026, 1, 26), date(2026, 2, 2), 2),
    )
