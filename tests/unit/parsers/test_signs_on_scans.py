"""Lists on scans of which a sign was lost or read as another: the others of the list tell what it was."""

from tests.unit.parsers.scanned import scanned
from workflow.parsers.fields.recommendations import Advice, recommendations_of
from workflow.parsers.rows import rows_of

FULL = "และติดตามผลการดำเนินงานร่วมกับหน่วยงานที่เกี่ยวข้องทุกระดับ"
OPENING = (0, "จึงขอส่งข้อเสนอแนะจากผลการสำรวจให้หน่วยงานของท่านเพื่อดำเนินการต่อไป จำแนกรายตัวชี้วัดย่อย ดังนี้")
END = (60, "จึงเรียนมาเพื่อโปรดทราบ")


def _advice(*lines: tuple[float, str]) -> Advice:
    return recommendations_of(rows_of(scanned([OPENING, *lines, END]).lines))


def _told(advice: Advice) -> list[tuple[str, str, str]]:
    return [(given.code, given.name or "", given.text) for given in advice.given]


def _entry(head: str, rest: str, indent: float = 60) -> list[tuple[float, str]]:
    return [(indent, f"{head}{FULL}"), (indent + 24, rest)]


def test_a_heading_over_an_entry_is_not_its_head() -> None:
    advice = _advice(
        (60, "ตัวชี้วัดการนำองค์กร"),
        *_entry("• วิสัยทัศน์ (ตัวชี้วัดย่อย ๑.๑): ควรประกาศเป้าหมาย", "ภายในสามปี", 66),
        *_entry("• งบประมาณ (ตัวชี้วัดย่อย ๑.๒) ควรจัดลำดับโครงการ", "ทุกโครงการ", 66),
        (60, "ตัวชี้วัดกำลังคน"),
        *_entry("• ทักษะ (ตัวชี้วัดย่อย ๒.๑): ควรสำรวจทักษะ", "รายบุคคล", 66),
    )
    assert _told(advice) == [
        ("1.1", "วิสัยทัศน์", f"ควรประกาศเป้าหมาย{FULL}ภายในสามปี"),
        ("1.2", "งบประมาณ", f"ควรจัดลำดับโครงการ{FULL}ทุกโครงการ"),
        ("2.1", "ทักษะ", f"ควรสำรวจทักษะ{FULL}รายบุคคล"),
    ]
    assert [given.indicator for given in advice.given] == ["การนำองค์กร", "การนำองค์กร", "กำลังคน"]


def test_entries_that_hang_are_whole_though_the_sign_of_one_was_lost() -> None:
    advice = _advice(
        *_entry("ก. ๑.๒ ธรรมาภิบาลข้อมูล (ตัวชี้วัดนโยบาย) - แต่งตั้งเจ้าของข้อมูล", "ทุกแห่ง"),
        *_entry("ข. ๑.๔ การติดตามโครงการ (ตัวชี้วัดนโยบาย) - รายงานผลเทียบเป้าหมาย", "ทุกเดือน"),
        *_entry("ค. ๒.๑ ผู้บริหารยุคใหม่ (ตัวชี้วัดบุคลากร)ค นบรรจุวิชาการบริหาร", "รุ่นถัดไป"),
        *_entry("ง. ๒.๒ ทักษะปฏิบัติ (ตัวชี้วัดบุคลากร) - จัดบทเรียนสั้น", "ระหว่างผลัด"),
        *_entry("จ. ๓.๑ บริการทางไกล (ตัวชี้วัดบริการ) - เพิ่มรอบวันเสาร์", "ทุกสัปดาห์"),
    )
    told = {code: text for code, _, text in _told(advice)}
    assert {code: told[code] for code in ("1.2", "1.4", "2.2", "3.1")} == {
        "1.2": f"แต่งตั้งเจ้าของข้อมูล{FULL}ทุกแห่ง",
        "1.4": f"รายงานผลเทียบเป้าหมาย{FULL}ทุกเดือน",
        "2.2": f"จัดบทเรียนสั้น{FULL}ระหว่างผลัด",
        "3.1": f"เพิ่มรอบวันเสาร์{FULL}ทุกสัปดาห์",
    }
    assert "2.1" in told or advice.unread


def test_a_letter_that_lost_its_dot_counts_as_the_others() -> None:
    advice = _advice(
        *_entry("ก. ๑.๒ ธรรมาภิบาลข้อมูล : แต่งตั้งเจ้าของข้อมูล", "ทุกแห่ง"),
        *_entry("ข. ๑.๔ การติดตามโครงการ : รายงานผลเทียบเป้าหมาย", "ทุกเดือน"),
        *_entry("ค ๒.๑ ผู้บริหารยุคใหม่ : บรรจุวิชาการบริหาร", "รุ่นถัดไป"),
    )
    assert [(code, name) for code, name, _ in _told(advice)] == [
        ("1.2", "ธรรมาภิบาลข้อมูล"), ("1.4", "การติดตามโครงการ"), ("2.1", "ผู้บริหารยุคใหม่")
    ]  # fmt: skip
