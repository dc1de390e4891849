"""A fictitious case of circular: a province, offices it commands and one of the central administration; all invented."""

from datetime import date

from workflow.core.case_facts import Words
from workflow.core.document import SignatureBlock
from workflow.core.memo_kind import AddressGroup, CaseFile, CitedOrder
from workflow.core.org import CHAIN_OF_COMMAND, Unit
from workflow.core.reading import Instrument, Recommendation, Survey

_SURVEY = "การสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลหน่วยงานภาครัฐระดับจังหวัด"
_ACTION = "ดำเนินการตามข้อเสนอแนะข้างต้นในส่วนที่เกี่ยวข้อง"


def sample() -> CaseFile:
    """Return the case from which `sample.pdf` is made."""
    regional, district = "หัวหน้าส่วนราชการประจำจังหวัด (ราชการส่วนภูมิภาค)", "นายอำเภอทุกอำเภอ"
    central = "หัวหน้าส่วนราชการสังกัดราชการบริหารส่วนกลางที่ตั้งอยู่ในจังหวัด"
    return CaseFile(
        unit=Unit("สำนักงานจังหวัดตัวอย่าง", "สำนักงานจังหวัดตัวอย่าง", "จังหวัด", "ตย 0017.1", "0 4000 0001"),
        office="จังหวัดตัวอย่าง",
        number="ตย 0017.1/ว 1204",
        on=date(2026, 2, 9),
        to=(regional, district, central),
        subject=f"แจ้งผล{_SURVEY} ประจำปี 2568",
        signature=SignatureBlock(
            None, "นายสมพร ตัวอย่างเมือง", ("รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน", "ผู้ว่าราชการจังหวัดตัวอย่าง")
        ),
        letter=Instrument(
            "letter",
            (1, 2),
            number="สพร 2568/ว4410",
            date=date(2025, 12, 19),
            sender="สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)",
            subject=f"ขอแจ้งผล{_SURVEY} ประจำปี 2568",
        ),
        sender_short="สพร.",
        survey=Survey(_SURVEY, 2568, 52.30, 54.75),
        recommendations=(
            Recommendation("2.3", "Digital Literacy", None, None, "ควรให้บุคลากรได้รับการพัฒนาทักษะดิจิทัลอย่างต่อเนื่องทุกปี", 3),
            Recommendation(
                "4.2", "External Integration", None, None, "ควรรับและส่งหนังสือราชการระหว่างหน่วยงานทางอิเล็กทรอนิกส์แทนกระดาษ", 3
            ),
        ),
        order=CitedOrder("ผู้ว่าราชการจังหวัดตัวอย่าง", date(2026, 2, 5), ("เห็นชอบ แจ้งเวียนและดำเนินการ",)),
        groups=(
            AddressGroup((central,), downward=False, action=_ACTION, line="ประสาน"),
            AddressGroup((regional, district), downward=True, action=_ACTION, line=CHAIN_OF_COMMAND),
        ),
        words=Words(unit="ส่วนราชการ", full_dates=True),
    )
