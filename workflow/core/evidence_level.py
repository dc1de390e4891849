"""How an acknowledgement is known: a closed list, from a pressed link to a log-in; what is weaker is never called more."""

from enum import StrEnum


class EvidenceLevel(StrEnum):
    """How we know that somebody said รับทราบ. A link is a person's act, but never a signature."""

    LINK = "link"
    WEB = "web"
    LOGIN = "login"
    ACTING = "acting"
    PAPER = "paper"
    COMMAND = "command"
    REHEARSAL = "rehearsal"

    @property
    def thai(self) -> str:
        """The officer's words for it."""
        return _THAI[self]

    @property
    def short(self) -> str:
        """The same in a word, where it stands beside many others."""
        return _SHORT[self]

    @property
    def proves_name(self) -> bool:
        """Whether a name told by the act itself may stand against the chart's: a form or a link proves no name."""
        return self not in {EvidenceLevel.LINK, EvidenceLevel.WEB}


_THAI = {
    EvidenceLevel.LINK: "กดลิงก์ที่ส่งถึงตำแหน่ง (ไม่ใช่ลายมือชื่อ)",
    EvidenceLevel.WEB: "กดปุ่มในหน้าติดตาม",
    EvidenceLevel.LOGIN: "ลงชื่อเข้าใช้แล้วกดเอง",
    EvidenceLevel.ACTING: "ลงชื่อเข้าใช้แล้วกดในฐานะผู้ทำการแทน",
    EvidenceLevel.PAPER: "ตามที่ลงนามบนกระดาษ",
    EvidenceLevel.COMMAND: "บันทึกด้วยคำสั่ง",
    EvidenceLevel.REHEARSAL: "ซ้อม",
}
_SHORT = {
    EvidenceLevel.LINK: "ลิงก์",
    EvidenceLevel.WEB: "หน้าติดตาม",
    EvidenceLevel.LOGIN: "เข้าระบบ",
    EvidenceLevel.ACTING: "ปฏิบัติแทน",
    EvidenceLevel.PAPER: "กระดาษ",
    EvidenceLevel.COMMAND: "ด้วยคำสั่ง",
    EvidenceLevel.REHEARSAL: "ซ้อม",
}
