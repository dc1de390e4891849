"""The page's own words for what the use cases name in code: events, evidence, filters, messages after a press."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from workflow.core.evidence_level import EvidenceLevel
from workflow.services.desk import Desk
from workflow.services.show_status import Recipient, everyone

EVENTS = {
    "received": "ลงรับ",
    "acknowledged": "รับทราบ",
    "forwarded": "ส่งต่อ",
    "reminded": "เตือน",
    "not-reminded": "เตือนไม่ถึง",
}
STEPS = {
    "letter-dated": "ออกหนังสือ",
    "registered": "ลงรับ",
    "arrived": "ถึงหน่วย",
    "submitted": "เสนอ",
    "numbered": "ออกเลข",
    "passed": "ผ่าน",
    "noted": "เสนอความเห็น",
    "asked": "ขอข้อมูลเพิ่ม",
    "voided": "ยกเลิกเลข",
    "ordered": "สั่งการ",
    "returned": "ส่งคืน",
    "dispatched": "เวียน",
    "received": "ลงรับ",
    "acknowledged": "รับทราบ",
    "forwarded": "ส่งต่อ",
}
EVIDENCE = {level.value: level.thai for level in EvidenceLevel}
SHORT_EVIDENCE = {level.value: level.short for level in EvidenceLevel}
PILLS = {"sent": "ส่ง", "received": "ลงรับ", "acknowledged": "รับทราบ", "forwarded": "ส่งต่อ", "overdue": "เกินกำหนด"}


def titles(desk: Desk) -> dict[str, str]:
    """Return what each kind of memo is called."""
    return {kind.name: kind.title for kind in desk.catalogue.values()}


class Show(StrEnum):
    """Which addressees of a matter to list."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    FORWARDED = "forwarded"
    OVERDUE = "overdue"
    UNANSWERED = "unanswered"


SHOWN: dict[Show, tuple[str, Callable[[Recipient], bool]]] = {
    Show.RECEIVED: ("เฉพาะที่ลงรับแล้ว", lambda r: bool(r.receipts)),
    Show.ACKNOWLEDGED: ("เฉพาะที่รับทราบแล้ว", lambda r: bool(r.acknowledgements)),
    Show.FORWARDED: ("เฉพาะที่ส่งต่อแล้ว", lambda r: bool(r.children)),
    Show.OVERDUE: ("เฉพาะที่เกินกำหนด", lambda r: r.overdue),
    Show.UNANSWERED: ("เฉพาะที่ยังไม่ตอบ", lambda r: r.state in {"sent", "received"}),
}


@dataclass(frozen=True)
class Chosen:
    """Some of a matter's addressees, and in words which."""

    label: str
    recipients: tuple[Recipient, ...]


def chosen(tree: Iterable[Recipient], show: Show) -> Chosen:
    """Return the addressees to list, wherever in the tree they stand."""
    label, wanted = SHOWN[show]
    return Chosen(label, tuple(recipient for recipient in everyone(tree) if wanted(recipient)))


class Done(StrEnum):
    """What was just done, as the address of the next page says it."""

    STAMPED = "stamped"
    STAMPED_BEFORE = "stamped-before"
    ACKNOWLEDGED = "acknowledged"
    ACKNOWLEDGED_BEFORE = "acknowledged-before"


DONE = {
    Done.STAMPED: "ลงรับเรียบร้อยแล้ว",
    Done.STAMPED_BEFORE: "ลงรับไว้ก่อนแล้ว ใช้เลขรับเดิม",
    Done.ACKNOWLEDGED: "บันทึกการรับทราบเรียบร้อยแล้ว",
    Done.ACKNOWLEDGED_BEFORE: "รับทราบไว้ก่อนแล้ว ไม่บันทึกซ้ำ",
}
