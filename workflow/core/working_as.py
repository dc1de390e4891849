"""In whose name somebody works: a person at a desk of a unit, the desk saying what may be done there (docs/security.md)."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a desk is for. `REGISTRY` งานสารบรรณของหน่วย: receives, stamps, numbers and forwards. `DRAFTER` เจ้าหน้าที่เจ้าของเรื่อง: reads,
    drafts, dispatches and follows. `OFFICER` ผู้ดำรงตำแหน่ง: orders, signs and acknowledges by a post. `ADMIN` ผู้ดูแลระบบ: accounts and
    the chart, no paper.
    """

    REGISTRY = "registry"
    DRAFTER = "drafter"
    OFFICER = "officer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class WorkingAs:
    """กำลังทำงานในนาม: `person` (account number `account`) at the desk `role` of `unit` in `office`.

    `post` is the post's code for an OFFICER, whether held or by an acting appointment in force, None at the other desks; `title` is what
    the bar shows ("ผบก.อก.สทส.", "งานสารบรรณ สทส.").
    """

    account: int
    person: str
    office: str
    unit: str
    role: Role
    title: str
    post: str | None = None
