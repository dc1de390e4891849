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
from workflow.parsers.fields.advice_groups import Groups
from workflow.parsers.fields.advice_lines import (
    Item,
    advises,
    ends,
    heading_of,
    item_of,
    lead_end,
    lead_within,
    pauses,
    section_of,
)
from workflow.parsers.fields.advice_names import part_above, split_indicator, trimmed
from workflow.parsers.fields.advice_rows import Layout, layout_of, ready
from workflow.parsers.fields.advice_votes import agree, unlike_the_rest
from workflow.parsers.rows import Row, flow
from workflow.parsers.skeleton import begins_like, bones, rough

_AHEAD = 4  # rows: an item's name runs over no more before its advice begins
_HALF_A_WORD = re.compile(r"(?:ข้อ|คำ)\s*$")  # ข้อ|เสนอแนะ, broken over the line
_INDENTED = 45.0  # points: items stand no farther in than this from their heading
_SHALLOWER = 8.0  # points to the left of the items: the paper goes on


@dataclass
class _Reader:
    """Walks rows and collects recommendations; `usual` is the lead-in this paper uses."""

    layout: Layout
    usual: str = ""
    over: Groups = field(default_factory=Groups)
    done: list[Found] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    orphans: int = 0
    item: Item | None = None
    first: Row | None = None
    naming: list[Row] = field(default_factory=list)
    advising: list[Row] = field(default_factory=list)

    def take(self, n: int, row: Row, below: Sequence[Row]) -> None:
        text = row.text.strip()
        starts = n in self.layout.starts or row.box is None
        short = n in self.layout.short or row.box is None
        if row.gap:
            self._leave()
        item = item_of(text, below)
        if item and (starts or item.word or not self.advising):
            self.close()
            self.item, self.first, self.naming = item, row, [_cut(row, item.name)]
        elif self._ends(row, text, below, starts=starts and short) or ends(text):
            self._leave()
        elif part := part_above(text, below):
            self.close()
            self.over.above[part[0]] = part[1]
        elif heading := heading_of(text, below, short=short, apart=starts and short and self._apart(row, below)):
            self.close()
            self.over.open(heading)
        elif self.item and starts and self._goes_on_elsewhere(n, row, text):
            self._leave()
        elif self.item:
            self._go_on(row, text, starts=starts)
        else:
            self.orphans += bool(self.usual) and begins_like(text, self.usual, 0.2) is not None

    def _leave(self) -> None:
        self.close()
        self.over.group = None

    def _ends(self, row: Row, text: str, below: Sequence[Row], *, starts: bool) -> bool:
        """Whether the next numbered part of the paper begins."""
        part = section_of(row, below) if starts and lead_end(text) is None else None
        follows = bool(part and part.follows(self.over.part))
        if part and (follows or not self.item):
            self.over.part = part
        return follows

    def _apart(self, row: Row, below: Sequence[Row]) -> bool:
        """Whether a line may be a heading without number: nothing waits for it, and it stands a little to the left of the item below."""
        waits = self.item is not None and not self.advising and not self._lead_within(flow(self.naming))
        item = below[0].x0 if below else None
        return row.x0 is not None and item is not None and not waits and item - _INDENTED <= row.x0 <= item + 4

    def _goes_on_elsewhere(self, n: int, row: Row, text: str) -> bool:
        """Whether a new paragraph speaks of all items again: by its words, or because it stands to the left of them."""
        if not self.advising or lead_end(text) is not None:
            return False
        item = self.first.x0 if self.first else None
        shallower = row.x0 is not None and item is not None and row.x0 < item - _SHALLOWER
        return pauses(text) or (shallower and n in self.layout.indented)

    def _go_on(self, row: Row, text: str, *, starts: bool) -> None:
        broken = not starts and not self.advising and bool(_HALF_A_WORD.search(self.naming[-1].text))
        end = None if broken else self._lead(text, starts=starts)
        if end is not None and not (self.advising and not starts):
            self.leads.append(text[:end].strip(" :"))
            self.advising = [_cut(row, text[end:].lstrip(" :"))]
        elif self.advising or (starts and advises(text)):
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
        if self.item and self.first and self.naming:
            name, advising = flow(self.naming), self.advising
            if lead := self._lead_within(name):
                self.leads.append(name[lead[0] : lead[1]].strip(" :"))
                advising = [_cut(self.naming[-1], name[lead[1] :].lstrip(" :")), *advising]
                name = name[: lead[0]]
            name, indicator = split_indicator(name)
            indicator = indicator or self.over.indicator(self.item.code)
            advice = _joined(flow(advising))
            given = Recommendation(self.item.code, trimmed(name), indicator, self.over.group, advice, self.first.page)
            self.done.append(Found(given, self.item.whole, _least(self.naming), _least(advising)))
        self.item, self.naming, self.advising = None, [], []

    def _lead_within(self, name: str) -> tuple[int, int] | None:
        """Return where a lead-in stands in the same paragraph as the name."""
        usual = rough(re.escape(self.usual).replace("\\ ", r"\s*")).search(name) if self.usual else None
        if usual:
            return usual.span()
        return lead_within(name) if not self.advising else None


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
    layout = layout_of(printed)
    first = _walk(printed, layout, "")
    reader = _walk(printed, layout, _usual(first.leads))
    read, doubts = settle([f for f in reader.done if f.given.text])
    found, unclear = agree(read)
    doubts = [*doubts, *unclear, *unlike_the_rest(found)]
    unread = reader.orphans + sum(not f.given.text for f in reader.done)
    over = reader.over
    return Advice(
        tuple(found), over.numbers, over.stated, tuple(over.counted), unread if found else 0, tuple(doubts)
    )  # fmt: skip


def _walk(rows: Sequence[Row], layout: Layout, usual: str) -> _Reader:
    reader = _Reader(layout, usual)
    for n, row in enumerate(rows):
        reader.take(n, row, rows[n + 1 : n + 1 + _AHEAD])
    reader.close()
    return reader


def _usual(leads: Sequence[str]) -> str:
    """Return the lead-in that a paper uses again and again, empty when it has none."""
    counted = Counter(bones(lead) for lead in leads)
    kept, times = next(iter(counted.most_common(1)), ("", 0))
    return next(lead for lead in leads if bones(lead) == kept) if times > 1 else ""
