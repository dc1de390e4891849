"""The life of a file that was handed in: it waits to be read, is read or not, and is entered in the register by a person."""

from enum import StrEnum


class IntakeState(StrEnum):
    """How far a file that was handed in has come."""

    WAITING = "waiting"
    READ = "read"
    FAILED = "failed"
    REFUSED = "refused"
    ENTERED = "entered"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _THAI[self]


_THAI = {
    IntakeState.WAITING: "กำลังอ่าน",
    IntakeState.READ: "อ่านแล้ว รอตรวจ",
    IntakeState.FAILED: "อ่านไม่สำเร็จ",
    IntakeState.REFUSED: "ไม่รับไว้",
    IntakeState.ENTERED: "ลงรับแล้ว",
}
