"""A fictitious case of forwarding-note: every person and number is invented."""

from datetime import date

from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import AddressGroup, CaseFile, CitedOrder, CitedPaper
from workflow.core.org import Unit


def sample() -> CaseFile:
    """Return the case from which `sample.pdf` is made: one note that goes to equals and downward."""
    subject = "แจ้งผลการสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ ประจำปี 2568"
    return CaseFile(
        unit=Unit("สทส.", "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", "บช.", "0033.12", "0 2000 0001"),
        office="ตร.",
        number="0033.12/6102",
        on=date(2026, 1, 26),
        to=(),
        subject=subject,
        signature=SignatureBlock("พล.ต.ต.", "สมชาย ตัวอย่างดี", ("รอง ผบช.ฯ ปรท.ผบช.สทส.",)),
        host=CitedPaper("สทส.", "0033.12/6014", date(2026, 1, 15), subject),
        order=CitedOrder("ตร.", date(2026, 1, 21), ("ทราบตามข้อ 2", "เห็นชอบตามที่เสนอในข้อ 3")),
        groups=(
            AddressGroup(("ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า", "ผบก. ในสังกัด สง.ผบ.ตร. หรือผู้ดำรงตำแหน่งเทียบเท่า"), downward=False),
            AddressGroup(("ผบก. ในสังกัด สทส.", "ผกก.ฝอ.สทส."), downward=True, action="ประชาสัมพันธ์ข้าราชการตำรวจในสังกัด"),
        ),
    )
