"""A fictitious case of recommendation-assignment: every person, number and sentence is invented."""

from datetime import date

from workflow.core.case_facts import Assignment
from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import AddressGroup, CaseFile, CitedOrder
from workflow.core.org import CHAIN_OF_COMMAND, Unit
from workflow.core.reading import Instrument, Recommendation

_SURVEY = "การสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ ประจำปี 2568"


def sample() -> CaseFile:
    """Return the case from which `sample.pdf` is made: three sub-indicators for one division under the sender."""
    return CaseFile(
        unit=Unit("สทส.", "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", "บช.", "0033.12", "0 2000 0001"),
        office="ตร.",
        number="0033.12/6115",
        on=date(2026, 1, 28),
        to=("ผบก.สสท.",),
        subject="มอบหมายการดำเนินการตามข้อเสนอแนะเพื่อยกระดับการพัฒนารัฐบาลดิจิทัล",
        signature=SignatureBlock("พล.ต.ต.", "สมชาย ตัวอย่างดี", ("รอง ผบช.ฯ ปรท.ผบช.สทส.",)),
        letter=Instrument(
            "letter",
            (1, 2),
            number="สพร 2568/ว4321",
            date=date(2025, 12, 19),
            sender="สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)",
            subject=f"ขอแจ้งผล{_SURVEY}",
        ),
        sender_short="สพร.",
        order=CitedOrder("ตร.", date(2026, 1, 21), ("เห็นชอบตามที่เสนอในข้อ 3",)),
        groups=(AddressGroup(("ผบก.สสท.",), downward=True, line=CHAIN_OF_COMMAND),),
        assignments=_assignments(),
    )


def _assignments() -> tuple[Assignment, ...]:
    rows = (
        ("3.3", "Customer Experience", "ควรถามความพึงพอใจของผู้ใช้บริการทันทีเมื่อใช้บริการเสร็จ และเผยแพร่ผลให้ประชาชนทราบ",
         "ผกก.ฝอ.สสท.", date(2026, 3, 31), "สำรวจปีละ ๑ ครั้งด้วยแบบสอบถามกระดาษ"),
        ("5.2", "Data Management", "ควรจัดทำบัญชีข้อมูลของหน่วยงานให้ครบถ้วน และกำหนดผู้รับผิดชอบข้อมูลแต่ละชุด",
         "ผกก.๑ บก.สสท.", date(2026, 3, 31), "อยู่ระหว่างจัดทำบัญชีข้อมูล"),
        ("6.3", "Trusted Protocol", "ควรพิจารณาใช้เทคโนโลยีที่ทำให้ตรวจสอบย้อนหลังได้ว่าข้อมูลไม่ถูกแก้ไข",
         "ผกก.๒ บก.สสท.", date(2026, 4, 30), None),
    )  # fmt: skip
    return tuple(
        Assignment(Recommendation(code, name, None, None, text, 3), owner, due, last)
        for code, name, text, owner, due, last in rows
    )
