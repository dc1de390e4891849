"""When nothing can be kept: why, and in which words officers are told. Pages are shown all the same."""

from enum import StrEnum

from workflow.core.errors import CannotWrite


class Why(StrEnum):
    """Why nothing is kept at present."""

    FULL = "full"
    FAILING = "failing"
    CLOCK = "clock"


WORDS = {
    Why.FULL: ("ดิสก์เต็ม: ดูได้ บันทึกไม่ได้", "แจ้งผู้ดูแลระบบให้เพิ่มที่ว่าง แล้วระบบจะกลับมาบันทึกได้เอง"),
    Why.FAILING: ("เขียนดิสก์ไม่ได้: ดูได้ บันทึกไม่ได้", "แจ้งผู้ดูแลระบบให้ตรวจดิสก์ทันที"),
    Why.CLOCK: ("นาฬิกาเครื่องผิดไปเกินหนึ่งวัน: ดูได้ บันทึกไม่ได้", "แจ้งผู้ดูแลระบบให้ตั้งนาฬิกา แล้วเริ่มโปรแกรมใหม่"),
}


def refusal(why: Why) -> CannotWrite:
    """Return what is said to whoever wanted something kept."""
    message, step = WORDS[why]
    return CannotWrite(f"{message} ครั้งนี้จึงยังไม่ได้บันทึกอะไร", next_step=step)
