"""A result letter alone, as plain text: the "fresh letter" of the tests, which has no memo yet. Another survey, all of it invented."""

from datetime import date

from facts import DIRECTOR, OFFICE_PHONE, Paper
from recommendations import Advice

from workflow.core import thai_date
from workflow.core.thai_digits import to_thai

PAPER = Paper("สพร 2568/ว2407", date(2025, 11, 14))
SURVEY = "ผลการประเมินความพร้อมด้านข้อมูลและบริการอิเล็กทรอนิกส์ของหน่วยงานภาครัฐ ประจำปี 2568"
SUBJECT = f"แจ้ง{SURVEY}"
TO = "ผู้บัญชาการตำรวจแห่งชาติ"
ENCLOSURE = "ตารางคะแนนรายตัวชี้วัด ประจำปี 2568"
SCORE, GROUP_AVERAGE, STATED = 57.46, 62.10, 3
GROUPS = ("ตัวชี้วัดที่โดดเด่น", "ตัวชี้วัดที่ควรเร่งพัฒนา")
INDICATORS = {"1": "คุณภาพข้อมูล", "2": "บริการอิเล็กทรอนิกส์", "3": "ความต่อเนื่องของระบบ"}
CLOSING = "จึงเรียนมาเพื่อโปรดทราบและพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง"
ADVICE = (
    Advice("1.1", "ความเป็นปัจจุบันของข้อมูล (Timeliness)", 0, 1,
           "ควรคงรอบการปรับปรุงข้อมูลรายสัปดาห์ไว้ และประกาศวันที่ปรับปรุงล่าสุดให้ผู้ใช้เห็น"),
    Advice("2.2", "การชำระค่าธรรมเนียมออนไลน์ (Online Payment)", 0, 1,
           "ควรขยายการรับชำระให้ครบทุกใบอนุญาต และออกใบเสร็จอิเล็กทรอนิกส์ทันที"),
    Advice("1.3", "การเชื่อมโยงทะเบียนกลาง (Register Linkage)", 1, 1,
           "ควรเลิกขอสำเนาเอกสารที่ตรวจจากทะเบียนกลางได้ และบันทึกผลการตรวจไว้ในสำนวน"),
    Advice("2.4", "การติดตามคำขอ (Request Tracking)", 1, 1,
           "ควรแจ้งสถานะคำขอแก่ประชาชนทุกครั้งที่เรื่องเปลี่ยนหน่วย พร้อมระบุวันที่คาดว่าจะแล้วเสร็จ"),
    Advice("3.1", "แผนรับเหตุระบบขัดข้อง (Incident Plan)", 1, 1,
           "ควรกำหนดผู้ตัดสินใจปิดระบบนอกเวลาราชการ และซ้อมแผนร่วมกับหน่วยปลายทางปีละหนึ่งครั้ง"),
)  # fmt: skip


def _entries(group: int) -> list[str]:
    rows = [f"{group + 1}. {GROUPS[group]}"]
    for advice in ADVICE:
        if advice.group == group:
            head = f"- ตัวชี้วัดย่อย {advice.code} {advice.name} ภายใต้ตัวชี้วัด{INDICATORS[advice.code[0]]}"
            rows += [head, f"ข้อเสนอแนะจาก สพร. {advice.text}"]
    return rows


def text() -> str:
    """Return the letter, one paragraph a line, Thai digits."""
    rows = [
        f"ที่ {PAPER.number}",
        "สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)",
        "๙๙ อาคารตัวอย่าง ถนนสมมติ เขตตัวอย่าง กรุงเทพฯ ๑๐๐๐๐",
        "",
        thai_date.full(PAPER.dated),
        "",
        f"เรื่อง {SUBJECT}",
        f"เรียน {TO}",
        f"สิ่งที่ส่งมาด้วย {ENCLOSURE} จำนวน ๑ ฉบับ",
        "",
        "ด้วย สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) หรือ สพร. ได้ประเมินความพร้อมด้านข้อมูลและบริการอิเล็กทรอนิกส์"
        f"ของหน่วยงานภาครัฐ ประจำปี 2568 แล้ว ปรากฏว่าหน่วยงานของท่านได้คะแนนรวมร้อยละ {SCORE:.2f} "
        f"(คะแนนเฉลี่ยของหน่วยงานระดับกรมทั้งหมดร้อยละ {GROUP_AVERAGE:.2f}) "
        f"โดยมีตัวชี้วัดย่อยที่ควรเร่งพัฒนา จำนวน {STATED} ตัว จึงขอแจ้งข้อเสนอแนะรายตัวชี้วัดย่อย ดังนี้",
        "",
        *_entries(0),
        *_entries(1),
        "",
        CLOSING,
        "",
        "ขอแสดงความนับถือ",
        "",
        f"({DIRECTOR.civil_title}{DIRECTOR.name})",
        f"{DIRECTOR.position} {DIRECTOR.acting}",
        DIRECTOR.acting_for,
        "",
        "ฝ่ายสำรวจและติดตามรัฐบาลดิจิทัล",
        f"โทร. {OFFICE_PHONE}",
    ]
    return to_thai("\n".join(rows)) + "\n"
