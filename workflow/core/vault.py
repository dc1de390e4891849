"""The vault (ตู้นิรภัย): logins found in a letter, kept sealed for the one who needs them while every copy that goes on is masked."""

from dataclasses import dataclass, field
from datetime import datetime

from workflow.core.errors import Refused
from workflow.core.secrets import find

MOST = 200  # characters of a name or a reason


@dataclass(frozen=True)
class Credential:
    """A login as it stands in the letter: its page, what stands in its place in copies (`[ปกปิด: รหัสผ่าน]`), its value (never shown by repr)."""

    page: int
    masked: str
    value: str = field(repr=False)


@dataclass(frozen=True)
class Look:
    """Who looks into the vault, and why: both are kept for good."""

    by: str
    why: str
    at: datetime


def check_look(look: Look) -> None:
    """Refused unless the one who looks says who he is and why, in words that hold no login themselves."""
    for said, what in ((look.by, "ชื่อผู้เปิดดู"), (look.why, "เหตุที่เปิดดู")):
        if not said.strip():
            raise Refused(f"ยังไม่ได้ระบุ{what} จึงไม่เปิดให้ดู", next_step="ระบุ --by ยศ ชื่อ สกุล และ --why เหตุผล")
        if len(said) > MOST or find(said):
            raise Refused(f"{what}ยาวเกินไปหรือมีข้อมูลลับ จึงไม่เปิดให้ดู", next_step="เขียนใหม่ให้สั้น และไม่ใส่รหัสผ่านหรือโทรศัพท์เคลื่อนที่")
