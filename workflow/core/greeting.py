"""How an external letter greets and takes leave: a closed list of officials is greeted กราบเรียน, all others เรียน (ภาคผนวก ๒).

The list is data (`config/shared/greetings.csv`), for it changes; here is only how it is asked.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from workflow.core.memo_kind import CaseFile


@dataclass(frozen=True)
class Greeting:
    """The opening and ending due to an addressee, from and to which day (None: no bound)."""

    addressee: str
    opening: str
    ending: str
    valid_from: date | None = None
    valid_to: date | None = None

    def in_force_on(self, on: date) -> bool:
        """Whether the greeting is due on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True)
class Greetings:
    """The list; `version` tells one state of it from another (the start of the file's SHA-256)."""

    listed: tuple[Greeting, ...] = ()
    version: str = ""

    def due_to(self, addressee: str, on: date) -> Greeting | None:
        """Return what is due to an addressee on a day, None for everybody who is not listed.

        The whole name must be the listed one: รองนายกรัฐมนตรี and เลขาธิการนายกรัฐมนตรี are greeted as all others are.
        """
        name = _plain(addressee)
        return next((one for one in self.listed if _plain(one.addressee) == name and one.in_force_on(on)), None)


def greeted(case: CaseFile, greetings: Greetings) -> CaseFile:
    """Return the case with the opening and ending its first addressee is due; what the case says itself stays."""
    due = greetings.due_to(case.to[0], case.on) if case.to else None
    if due is None:
        return case
    return replace(case, opening=case.opening or due.opening, ending=case.ending or due.ending)


def _plain(name: str) -> str:
    """Return a name without spaces and a bracketed remark: `ประธานรัฐสภา (ผ่าน เลขาธิการ)` is greeted as ประธานรัฐสภา."""
    return re.sub(r"\s|\(.*?\)", "", name)
