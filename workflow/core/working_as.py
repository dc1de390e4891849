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

    @property
    def thai(self) -> str:
        """The officer's words for it."""
        return _THAI[self]


_THAI = {
    Role.REGISTRY: "งานสารบรรณ",
    Role.DRAFTER: "เจ้าหน้าที่เจ้าของเรื่อง",
    Role.OFFICER: "ผู้ดำรงตำแหน่ง",
    Role.ADMIN: "ผู้ดูแลระบบ",
}


@dataclass(frozen=True, slots=True)
class WorkingAs:
    """กำลังทำงานในนาม: `person` (account number `account`) at the desk `role` of `unit` in `office`.

    `post` is the code of the post the person holds, the one that signs, for an OFFICER; None at the other desks. `acting_for` is the post
    for which he acts at this desk by an appointment in force (then `unit` is that post's). `title` is what the bar shows ("ผบก.อก.สทส.",
    "รอง ผบช.ฯ ปรท.ผบช.สงป.", "งานสารบรรณ สทส.").
    """

    account: int
    person: str
    office: str
    unit: str
    role: Role
    title: str
    post: str | None = None
    acting_for: str | None = None

    @property
    def key(self) -> str:
        """The desk's name in a session and in the form that changes desks."""
        return "|".join((self.office, self.unit, self.role, self.post or "", self.acting_for or ""))
