"""Recommendations per sub-indicator: heading, sub-indicator, the indicator it belongs to, the advice; as printed, in order.

Read twice: the first reading learns how this paper leads into an advice, the second finds it where the scan is torn.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from workflow.core.reading import Recommendation
from workflow.parsers.fields.advice_codes import Doubt, settle
from workflow.parsers.fields.advice_found import Found
from workflow.parsers.fields.advice_lines import (
    Heading,
    advises,
    ends,
    heading_of,
    item_of,
    lead_end,
    lead_within,
    opens_section,
    pauses,
)
from workflow.parsers.fields.advice_names import part_above, split_indicator, trimmed
from workflow.parsers.fields.advice_rows import paragraph_starts, ready
from workflow.parsers.fields.advice_votes import agree, unlike_the_rest
from workflow.parsers.rows import Row, flow
from workflow.parsers.skeleton import begins_like, bones, rough

_COUNTED = rough(
    r"\s*[:(]?\s*(?:จำนวน|มี)\s*(?P<count>\d{1,3})\s*(?:ตัวชี้วัด(?:ย่อย)?|ตัว|ประเด็น|ข้อ|รายการ)\s*(?:ได้แก่|ดังนี้|คือ)?\s*[:)]?\s*$"
)
_AGAIN = rough(r"\s*\(ต่อ\)\s*$")
_AHEAD = 4  # rows: an item's name runs over no more before its advice begins


@dataclass
class _Reader:
    """Walks rows and collects recommendations."""

    starts: set[int]
    usual: str = ""
    done: list[Found] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    stated: dict[str, int] = field(default_factory=dict)
    counted: list[str] = field(default_factory=list)
    above: dict[str, str] = field(default_factory=dict)
    group: str | None = None
    code: str = ""
    whole: bool = True
    page: int = 0
    naming: list[Row] = field(default_factory=list)
    advising: list[Row] = field(default_factory=list)

    def take(self, n: int, row: Row, below: Sequence[Row]) -> None:
        text = row.text.strip()
        starts = n in self.starts or row.box is None
        if row.gap:
            self.close()
            self.group = None
        item = item_of(text, below)
        if item and (starts or item.word or not self.advising):
            self.close()
            self.code, self.whole, self.page = item.code, item.whole, row.page
            self.naming = [_cut(row, item.name)]
        elif ends(text) or (self.code and self._goes_on_elsewhere(text, starts=starts)):
            self.close()
            self.group = None
        elif part := part_above(text, below):
            self.close()
            self.above[part[0]] = part[1]
        elif heading := heading_of(text, below):
            self.close()
            self._open_group(heading)
        elif self.code:
            self._go_on(row, text, starts=starts)

    def _goes_on_elsewhere(self, text: str, *, starts: bool) -> bool:
        if opens_section(text, self.numbers.get(self.group or "", "")):
            return starts and lead_end(text) is None
        return starts and pauses(text) and lead_end(text) is None and bool(self.advising)

    def _open_group(self, heading: Heading) -> None:
        title = re.sub(r"\s+", " ", heading.title)
        counted = _COUNTED.search(title)
        group = (title[: counted.start()] if counted else title).strip(" :")
        if again := _AGAIN.search(group):
            group = group[: again.start()]
        same = next(
            (g for g, number in self.numbers.items() if number == heading.number and bones(g) == bones(group)), None
        )
        self.group = same or group
        self.numbers.setdefault(self.group, heading.number)
        if counted and self.group not in self.stated:
            self.stated[self.group] = int(counted["count"])
            self.counted.append(title[counted.start() :].strip())

    def _go_on(self, row: Row, text: str, *, starts: bool) -> None:
        end = self._lead(text, starts=starts)
        if end is not None and not (self.advising and not starts):
            self.leads.append(text[:end].strip(" :"))
            self.advising = [_cut(row, text[end:].lstrip(" :"))]
        elif self.advising or advises(text):
            self.advising.append(row)
        elif starts and row.box is not None and self.naming and self.naming[0].text:
            self.advising.append(row)  # a new paragraph below the name
        else:
            self.naming.append(row)

    def _lead(self, text: str, *, starts: bool) -> int | None:
        """Return where the lead-in ends; where the scan is torn, by the lead-in this paper uses, or by what is left of it."""
        if self.usual:
            exact = begins_like(text, self.usual, 0.2)
            if exact is not None:
                return exact
        end = lead_end(text)
        if end is None and self.usual and starts and not self.advising:
            last = self.usual.split()[-1]
            end = begins_like(text, self.usual, 0.45) or (begins_like(text, last, 0.34) if len(last) > 3 else None)
        return end

    def close(self) -> None:
        if self.code and self.naming:
            name, advice = flow(self.naming), flow(self.advising)
            if not advice and (lead := lead_within(name)):
                name, advice = name[: lead[0]], name[lead[1] :]
            name, indicator = split_indicator(name)
            indicator = indicator or self.above.get(self.code.split(".")[0])
            given = Recommendation(self.code, trimmed(name), indicator, self.group, _joined(advice), self.page)
            self.done.append(Found(given, self.whole, _least(self.naming), _least(self.advising)))
        self.code, self.naming, self.advising = "", [], []


def _cut(row: Row, rest: str) -> Row:
    return Row(rest, rest, row.page, row.box, confidence=row.confidence)


def _least(rows: Sequence[Row]) -> float:
    return min((row.confidence for row in rows), default=1.0)


def _joined(text: str) -> str:
    """Close a compound word that broke over the line at its hyphen."""
    return re.sub(r"(?<=[A-Za-z])- (?=[A-Za-z])", "-", text).strip()


@dataclass(frozen=True)
class Advice:
    """The recommendations in order; of each group's heading the printed number, and how many it says stand under it.

    `counted` holds those words (`จำนวน ๒ ตัวชี้วัด`): they count for their group, not for the paper. `unread` is how many rows begin
    an advice that no item took. `found` tells how sure each of them is, `doubts` what is open about them.
    """

    found: tuple[Found, ...]
    numbers: dict[str, str]
    stated: dict[str, int]
    counted: tuple[str, ...] = ()
    unread: int = 0
    doubts: tuple[Doubt, ...] = ()

    @property
    def given(self) -> tuple[Recommendation, ...]:
        """The recommendations alone."""
        return tuple(f.given for f in self.found)


def recommendations_of(rows: Sequence[Row]) -> Advice:
    """Return the recommendations of a paper's text."""
    printed = ready(rows)
    starts = paragraph_starts(printed)
    first = _walk(printed, starts, "")
    reader = _walk(printed, starts, _usual(first.leads))
    read, doubts = settle([f for f in reader.done if f.given.text])
    found, unclear = agree(read)
    doubts = [*doubts, *unclear, *unlike_the_rest(found)]
    leads = sum(lead_end(row.text.strip()) is not None for row in printed if row.confidence or row.box)
    unread = max(0, leads - len(found)) + sum(not f.given.text for f in reader.done)
    return Advice(
        tuple(found), reader.numbers, reader.stated, tuple(reader.counted), unread if found else 0, tuple(doubts)
    )


def _walk(rows: Sequence[Row], starts: set[int], usual: str) -> _Reader:
    reader = _Reader(starts, usual)
    for n, row in enumerate(rows):
        reader.take(n, row, rows[n + 1 : n + 1 + _AHEAD])
    reader.close()
    return reader


def _usual(leads: Sequence[str]) -> str:
    """Return the lead-in that a paper uses again and again, empty when it has none."""
    counted = Counter(bones(lead) for lead in leads)
    kept, times = next(iter(counted.most_common(1)), ("", 0))
    return next(lead for lead in leads if bones(lead) == kept) if times > 1 else ""
