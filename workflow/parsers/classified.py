"""A paper with a mark of secrecy is refused before anything of it is kept: this register is no place for it."""

from pathlib import Path

from workflow.core.errors import Refused


def refuse_classified(path: Path, secrecy: str | None) -> None:
    """Refused for a file of this class (ระเบียบว่าด้วยการรักษาความลับของทางราชการ พ.ศ. ๒๕๔๔); nothing for None."""
    if secrecy:
        raise Refused(
            f"{path.name} มีชั้นความลับ “{secrecy}” จึงไม่อ่านและไม่เก็บไว้",
            next_step="ส่งผ่านนายทะเบียนข้อมูลข่าวสารลับ ตามระเบียบว่าด้วยการรักษาความลับของทางราชการ พ.ศ. ๒๕๔๔",
        )
