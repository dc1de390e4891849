"""What the acts of units and senders say on the page that follows them, by short codes in its address; and time left in words."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.core.thai_digits import to_thai
from workflow.core.working_as import Role, WorkingAs
from workflow.services.show_recipient import RecipientView
from workflow.services.show_sendings import SendingLine


class Told(StrEnum):
    """What was just done."""

    SENT_BACK = "sent-back"
    WRONG_UNIT = "wrong-unit"
    ENTERED = "entered"
    RECALLED = "recalled"
    RESENT = "resent"
    DOUBTED = "doubted"
    MENDED = "mended"
    REMINDED = "reminded"
    TOLD_TODAY = "told-today"
    LINK_BACK = "link-back"
    CHANGES = "changes"
    NOTHING = "nothing"
    STOPPED = "stopped"
    RESUMED = "resumed"


TOLD = {
    Told.SENT_BACK: "ส่งคืนหนังสือแล้ว ผู้ส่งเห็นเหตุผลทันที",
    Told.WRONG_UNIT: "แจ้งผู้ส่งแล้วว่าส่งผิดหน่วย",
    Told.ENTERED: "บันทึกการทำบนกระดาษแล้ว พร้อมผู้บันทึกและหลักฐาน",
    Told.RECALLED: "เรียกคืนหนังสือแล้ว",
    Told.RESENT: "ส่งใหม่แล้วภายใต้เลขเดิม",
    Told.DOUBTED: "ทักท้วงเลขรับแล้ว หน่วยจะเห็นที่หน้านี้",
    Told.MENDED: "แก้เลขรับแล้ว เลขเดิมยังดูได้ในทะเบียน",
    Told.REMINDED: "ตั้งจดหมายเตือนแล้ว ระบบส่งในรอบถัดไปของเวลาราชการ",
    Told.TOLD_TODAY: "ผู้ที่ยังไม่ตอบได้รับจดหมายของวันนี้ไปแล้ว จึงไม่เตือนซ้ำ (คนละไม่เกินหนึ่งฉบับต่อวัน)",
    Told.LINK_BACK: "ยกเลิกลิงก์เดิมแล้ว ลิงก์ที่แสดงต่อไปนี้เป็นลิงก์ใหม่",
    Told.CHANGES: "ปรับหน้าที่ตามผังปัจจุบันแล้ว",
    Told.NOTHING: "ไม่มีอะไรต้องปรับ",
    Told.STOPPED: "หยุดส่งแล้ว ที่ส่งไปแล้วยังอยู่ครบ",
    Told.RESUMED: "ส่งต่อจากที่หยุดไว้แล้ว",
}


@dataclass(frozen=True)
class Acts:
    """What a desk may do with a paper beside answering it: as its unit, as its sender; who would be written down."""

    unit: bool
    sender: bool
    person: str


def signed_by(who: WorkingAs) -> str:
    """Return who is written down for an act entered from paper."""
    return f"{who.person} ({who.title})"


def acts_of(view: RecipientView, who: WorkingAs) -> Acts:
    """Return what the desk may do on an addressee's page."""
    answers = who.role in {Role.REGISTRY, Role.OFFICER}
    sends = who.role in {Role.REGISTRY, Role.DRAFTER, Role.OFFICER}
    own, sent = view.recipient.unit == who.unit, view.from_unit == who.unit
    return Acts(own and answers, sent and sends, signed_by(who))


def time_left(line: SendingLine) -> str | None:
    """Return how long the rest of a sending will take, in words; None while nothing has been measured, or when it is done."""
    if line.state != "sending" or not line.rate:
        return None
    seconds = (line.planned - line.written) / line.rate
    if seconds < 50:
        return f"อีกประมาณ {to_thai(max(1, round(seconds)))} วินาที"
    if seconds < 50 * 60:
        return f"อีกประมาณ {to_thai(round(seconds / 60) or 1)} นาที"
    return f"อีกประมาณ {to_thai(round(seconds / 3600) or 1)} ชั่วโมง"
