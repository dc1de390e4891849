"""What an acting appointment covers (ขอบเขต), and when the holder of a post is away: data of an office, asked as of a day."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

GENERAL = "ทั่วไป"
"""The scope that covers every act on every matter."""
DELEGATED = ("ปรท.", "ปฏิบัติราชการแทน", "ปฏิบัติการแทน")
"""Power delegated in writing by a holder who may well be there; every other acting phrase stands in for a vacant post or an absent holder."""
STANDING_IN = ("รรท.", "รักษาราชการแทน", "รักษาการแทน", "รก.", "รักษาการในตำแหน่ง", "ปฏิบัติหน้าที่แทน", "ทำการแทน")
ACTING_KINDS = DELEGATED + STANDING_IN
"""The phrases of annex 3 (ข้อ ๔) and the police's short ones; bodies outside the Act of 2534 say รักษาการแทน and ปฏิบัติการแทน."""


class Act(StrEnum):
    """What is done under a post's name; an appointment may be limited to some of these."""

    SIGN = "ลงนามหนังสือ"
    ORDER = "สั่งการ"
    ENDORSE = "เสนอผ่าน"
    ACKNOWLEDGE = "รับทราบ"


@dataclass(frozen=True)
class Absence:
    """The holder of a post is away (ลา, ไปราชการต่างประเทศ) from the first to the last day, both included; `valid_to` None: until told."""

    post: str
    valid_from: date
    valid_to: date | None = None
    reason: str = ""

    def covers(self, on: date) -> bool:
        """Whether the holder is away that day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True)
class FieldOfWork:
    """A field of work by which appointments are limited (งานเทคโนโลยีสารสนเทศ): the matters of these units and of the units below them."""

    name: str
    units: tuple[str, ...]


@dataclass(frozen=True)
class Scope:
    """A scope taken apart: the acts and the fields of work it names; neither: everything."""

    acts: frozenset[Act]
    fields: tuple[str, ...]

    @property
    def general(self) -> bool:
        """Whether nothing limits the appointment."""
        return not (self.acts or self.fields)


def scope_of(text: str) -> Scope:
    """Return the scope that `acting.csv` writes, its parts divided by `;` (`สั่งการ; งานเทคโนโลยีสารสนเทศ`)."""
    parts = [part for part in re.split(r"\s*;\s*", text.strip()) if part]
    acts = frozenset(Act(part) for part in parts if part in set(Act))
    return Scope(acts, tuple(part for part in parts if part not in acts and part != GENERAL))
