"""A fictitious case of data-request: every person, number and date is invented."""

from datetime import date

from workflow.core.case_facts import EvidenceAsked, NextRound
from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import AddressGroup, CaseFile
from workflow.core.org import Unit

_SURVEY = "การสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ"


def sample() -> CaseFile:
    """Return the case from which `sample.pdf` is made: a unit reached by a functional line, so it is asked."""
    evidence = (
        EvidenceAsked("2.2", "Digital Leadership", "คำสั่งแต่งตั้ง CIO และแผนพัฒนาทักษะด้านดิจิทัลของผู้บริหาร"),
        EvidenceAsked("3.3", "Customer Experience", "ผลการประเมินความพึงพอใจต่อบริการดิจิทัล และหน้าเว็บไซต์ที่เผยแพร่ผล"),
        EvidenceAsked("5.2", "Data Management", "บัญชีข้อมูลของหน่วยงาน และคำสั่งแต่งตั้งผู้รับผิดชอบข้อมูล"),
    )
    return CaseFile(
        unit=Unit("สทส.", "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", "บช.", "0033.12", "0 2000 0001"),
        office="ตร.",
        number="0033.12/1180",
        on=date(2026, 3, 16),
        to=("ผบช.สงป.",),
        subject=f"ขอข้อมูลและหลักฐานประกอบการตอบแบบ{_SURVEY.removeprefix('การ')} ประจำปี 2569",
        signature=SignatureBlock("พล.ต.ต.", "สมชาย ตัวอย่างดี", ("รอง ผบช.ฯ ปรท.ผบช.สทส.",)),
        groups=(AddressGroup(("ผบช.สงป.",), downward=False, line="สายงาน"),),
        next_round=NextRound(_SURVEY, 2569, date(2026, 4, 17), evidence, date(2026, 5, 4), date(2026, 6, 30)),
    )
