"""A fictitious case of external-letter: every person and number is invented."""

from datetime import date

from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import CaseFile, CitedOrder
from workflow.core.org import Unit
from workflow.core.reading import Instrument, Survey

_SURVEY = "การสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ"


def sample() -> CaseFile:
    """Return the case from which `sample.pdf` is made: thanks, and a page that is asked for again."""
    return CaseFile(
        unit=Unit(
            "สทส.", "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", "บช.", "ตช 0033.12", "0 2000 0001", "it@police.example"
        ),
        office="ตร.",
        office_name="สำนักงานตำรวจแห่งชาติ",
        number="ตช 0033.12/6120",
        on=date(2026, 1, 29),
        to=("ผู้อำนวยการสำนักงานพัฒนารัฐบาลดิจิทัล",),
        subject="ตอบรับทราบผลการสำรวจระดับความพร้อมรัฐบาลดิจิทัล ประจำปี 2568",
        signature=SignatureBlock(
            "พลตำรวจเอก", "สมศักดิ์ ตัวอย่างยิ่ง", ("รองผู้บัญชาการตำรวจแห่งชาติ ปฏิบัติราชการแทน", "ผู้บัญชาการตำรวจแห่งชาติ")
        ),
        letter=Instrument(
            "letter",
            (1, 2),
            number="สพร 2568/ว4321",
            date=date(2025, 12, 19),
            sender="สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)",
            subject=f"ขอแจ้งผล{_SURVEY} ประจำปี 2568",
        ),
        sender_short="สพร.",
        survey=Survey(_SURVEY, 2568, 61.25, 66.40),
        order=CitedOrder("ตร.", date(2026, 1, 21), ("เห็นชอบตามที่เสนอในข้อ 3",)),
        missing=("หน้า 2 ของสิ่งที่ส่งมาด้วย 2",),
        agency="สำนักงานตำรวจแห่งชาติ",
        address=("ถนนตัวอย่าง กรุงเทพฯ 10000",),
        references=("หนังสือสำนักงานพัฒนารัฐบาลดิจิทัล ที่ สพร 2568/ว4321 ลงวันที่ 19 ธันวาคม 2568",),
    )
