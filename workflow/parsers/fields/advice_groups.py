"""The headings over recommendations: groups and what they say stands under them, indicators above their parts, parts of the paper. Pure."""

import re
from dataclasses import dataclass, field

from workflow.parsers.fields.advice_lines import Heading, Section
from workflow.parsers.skeleton import bones, rough

_COUNTED = rough(
    r"\s*[:(]?\s*(?:จำนวน|มี)\s*(?P<count>\d{1,3})\s*(?:ตัวชี้วัด(?:ย่อย)?|ตัว|ประเด็น|ข้อ|รายการ)\s*(?:ได้แก่|ดังนี้|คือ)?\s*[:)]?\s*$"
)
_AGAIN = rough(r"\s*\(ต่อ\)\s*$")


@dataclass
class Groups:
    """What stands over the row that is being read."""

    group: str | None = None
    numbers: dict[str, str] = field(default_factory=dict)
    stated: dict[str, int] = field(default_factory=dict)
    counted: list[str] = field(default_factory=list)
    above: dict[str, str] = field(default_factory=dict)
    part: Section | None = None

    def open(self, heading: Heading) -> None:
        """Begin a group; one that goes on over the page (ต่อ) is the same."""
        title = re.sub(r"\s+", " ", heading.title)
        counted = _COUNTED.search(title)
        group = (title[: counted.start()] if counted else title).strip(" :")
        if again := _AGAIN.search(group):
            group = group[: again.start()]
        known = (g for g, number in self.numbers.items() if number == heading.number and bones(g) == bones(group))
        self.group = next(known, group)
        self.numbers.setdefault(self.group, heading.number)
        if counted and self.group not in self.stated:
            self.stated[self.group] = int(counted["count"])
            self.counted.append(title[counted.start() :].strip())

    def indicator(self, code: str) -> str | None:
        """Return the indicator that heads the parts a code belongs to."""
        return self.above.get(code.split(".")[0])
