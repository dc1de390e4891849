"""A fictitious case of invitation-forward, after the briefing of 2566: persons, numbers and rooms are invented."""

from datetime import date, time

from workflow.core.case_facts import Event, Words
from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import AddressGroup, CaseFile
from workflow.core.org import Unit
from workflow.core.reading import Instrument

_SURVEY = "สำรวจระดับความพร้อมรัฐบาลดิจิทัลของหน่วยงานภาครัฐ ประจำปี 2569"


def sample() -> CaseFile:
    """Return the case from which `sample.pdf` is made: sent up to the head, who decides who goes."""
    name = f"การประชุมชี้แจงแนวทางการมอบรางวัลรัฐบาลดิจิทัลและแนวทางการตอบแบบ{_SURVEY}"
    return CaseFile(
        unit=Unit("กพร.", "กลุ่มพัฒนาระบบบริหาร", "กลุ่ม", "กษ 1200.3", "0 2000 0105"),
        office="ส.ป.ก.",
        number="กษ 1200.3/418",
        on=date(2026, 4, 27),
        to=("เลขาธิการ ส.ป.ก.",),
        subject=f"ขอเชิญเข้าร่วม{name}",
        signature=SignatureBlock(None, "นางสมศรี ตัวอย่างนา", ("ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร",)),
        letter=Instrument(
            "letter",
            (1,),
            number="สพร 2569/ว1402",
            date=date(2026, 4, 20),
            urgency="ด่วนที่สุด",
            sender="สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)",
            subject="ขอเชิญเข้าร่วมประชุมชี้แจง",
        ),
        sender_short="สพร.",
        groups=(AddressGroup(("เลขาธิการ ส.ป.ก.",), downward=False),),
        event=Event(
            name,
            date(2026, 5, 12),
            time(9, 30),
            "ห้องควบคุมการประชุมออนไลน์ ห้องกลุ่มพัฒนาระบบบริหาร (ห้อง 105) ชั้น 1 ส.ป.ก.",
            time(12, 0),
            ("ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร", "ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร"),
            date(2026, 5, 6),
            "สพร.",
        ),
        words=Words(unit="หน่วยงาน", full_dates=True),
    )
