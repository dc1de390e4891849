"""A committee (คณะกรรมการ): posts of other units sit on it in a role, and it meets; it has no posts of its own.

`คณะกรรมการ PCIO จังหวัดลำพูน` exists by a cabinet resolution of 26 พ.ย. 2562; a deputy governor chairs it, the province's office is secretary.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from workflow.core.thai_digits import to_thai

COMMITTEE = "คณะกรรมการ"
"""The level of a unit that is a committee."""
Role = Literal["ประธาน", "รองประธาน", "กรรมการ", "เลขานุการ", "ผู้ช่วยเลขานุการ"]
RECEIVING_ROLES: tuple[Role, ...] = ("เลขานุการ", "ประธาน")
"""Who receives a committee's papers: its secretary; its chair when it has none."""


@dataclass(frozen=True, slots=True)
class Member:
    """The holder of `post`, whoever that is, sits on `committee` (a unit's code) in a role."""

    committee: str
    post: str
    role: Role
    valid_from: date | None = None
    valid_to: date | None = None

    def sits_on(self, on: date) -> bool:
        """Whether the post sits on the committee that day, both ends included."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting (การประชุม): `number` counts within `year` (Buddhist era)."""

    committee: str
    number: int
    year: int
    on: date
    place: str | None = None

    @property
    def title(self) -> str:
        """Return how papers cite it: `ครั้งที่ ๑/๒๕๖๖`."""
        return to_thai(f"ครั้งที่ {self.number}/{self.year}")
