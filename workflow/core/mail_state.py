"""The life of one message in the outbox, in an officer's words: what happened to it and what to do."""

from enum import StrEnum


class MailState(StrEnum):
    """Where a message is; `WITHDRAWN`: what it would have said was answered, or is said by a newer one."""

    CREATED = "created"
    SENDING = "sending"
    DELIVERED = "delivered"
    FAILED = "failed"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _THAI[self][0]

    @property
    def what_to_do(self) -> str:
        """One sentence: what the officer does now."""
        return _THAI[self][1]


_THAI = {
    MailState.CREATED: ("รอส่ง", "ไม่ต้องทำอะไร โปรแกรมจะส่งเองในเวลาราชการ ถ้ารอนานให้ตรวจเครื่องส่งจดหมาย"),
    MailState.SENDING: ("กำลังส่ง", "ไม่ต้องทำอะไร ถ้าโปรแกรมหยุดกลางคัน จะส่งต่อเองภายใน ๑๕ นาที ด้วยเลขจดหมายเดิม"),
    MailState.DELIVERED: ("ส่งถึงระบบปลายทางแล้ว", "ไม่ต้องทำอะไร รอหน่วยตอบ"),
    MailState.FAILED: (
        "ส่งไม่ได้",
        "แก้ที่อยู่ในผังหน่วย (holders.csv, units.csv หรือ channels.csv) แล้วโปรแกรมจะส่งให้เอง หรือแจ้งทางอื่น",
    ),
    MailState.UNKNOWN: ("ไม่ทราบผล", "ปลายทางอาจได้รับแล้ว โปรแกรมจะลองใหม่ด้วยเลขจดหมายเดิม ผู้รับจึงเห็นฉบับเดียว"),
    MailState.WITHDRAWN: ("ถอนแล้ว", "ไม่ต้องทำอะไร หน่วยตอบก่อนที่จดหมายจะออก หรือเรื่องรวมอยู่ในฉบับใหม่กว่าแล้ว"),
}
