"""Walking the rows of a paper from item to item: its head, its advice, the heading it stands under, and where the list ends. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workflow.core.reading import Recommendation
from workflow.parsers.certainty import Sureness
from workflow.parsers.fields.advice_concluded import concludes, heads_on, set_as_text
from workflow.parsers.fields.advice_found import Found, found_in, joined_up
from workflow.parsers.fields.advice_groups import Groups, Section, section_of
from workflow.parsers.fields.advice_headings import Heading, heading_read, is_group_title, leads_to_items, unmarked
from workflow.parsers.fields.advice_items import Item, item_like, item_of
from workflow.parsers.fields.advice_layout import Layout
from workflow.parsers.fields.advice_leads import advises, ends, is_listed, lead_end, lead_within, pauses, phrase_in
from workflow.parsers.fields.advice_names import (
    indicator_above,
    indicator_behind,
    name_line,
    part_above,
    part_line,
    part_told,
    split_indicator,
    trimmed,
)
from workflow.parsers.fields.advice_rows import cut, level
from workflow.parsers.fields.advice_shapes import label_before
from workflow.parsers.fields.advice_told import breath_of, name_goes_on, opens_to_do, told_apart, told_at_once
from workflow.parsers.fields.advice_waits import (
    begins_behind,
    ends_a_name,
    ends_above,
    is_entry_inside,
    lead_at_end,
    lead_called,
    lead_here,
    left_of,
    left_over,
    name_runs_on,
    on_bullets_edge,
    stands_elsewhere,
    steps_out,
    takes,
    told_below,
    waits_for_a_number,
    waits_for_a_part,
    with_doer_apart,
)
from workflow.parsers.rows import BULLET, Row, flow

_INDENTED, _BULLET_LOST = 45.0, 10.0  # points in from its heading at most: an item; one that lost its bullet


@dataclass
class Reader:
    """Walks rows and collects recommendations; what belongs to none of them is `free`.

    `usual` is the lead-in this paper uses, `usual_between` what stands between name and indicator.
    """

    layout: Layout
    usual: str = ""
    usual_between: str = ""
    parting: str = ""  # the sign that parts name and advice
    labels: frozenset[str] = frozenset()  # of lines that tell something else of each item
    at_once: bool = False  # an advice begins on the row below the head of its item
    heads: list[bool] = field(default_factory=list)  # whether each item with its advice below had a head of one row
    told: bool = False  # such a line came behind the advice
    led: bool = False  # a lead-in came before it
    breaths: list[tuple[str, str]] = field(default_factory=list)  # items told at once, the advice words tell
    over: Groups = field(default_factory=Groups)
    done: list[Found] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    betweens: list[str] = field(default_factory=list)
    free: list[Row] = field(default_factory=list)
    orphans: int = 0
    item: Item | None = None
    first: Row | None = None
    naming: list[Row] = field(default_factory=list)
    advising: list[Row] = field(default_factory=list)
    under: list[Row] = field(default_factory=list)  # the indicator on lines of its own
    headed: list[Row] = field(default_factory=list)  # headings that no item has followed yet
    headed_at: int = 0  # how many rows were free before
    titles: list[Row] = field(default_factory=list)  # what named the indicators of several items
    above: Row | None = None
    listed: Section | None = None  # the last number of a list inside an advice
    concluding: list[Row] = field(default_factory=list)  # behind the advice: the writer's own if no item follows
    inside: list[Row] = field(default_factory=list)  # what seemed so, and an item followed

    def take(self, n: int, row: Row, below: Sequence[Row]) -> None:
        text = row.text.strip()
        starts = n in self.layout.starts or bool(row.blank_before) or text.startswith(BULLET)
        short = n in self.layout.short or row.box is None
        if row.gap:
            self.leave()
        item, self.above = self._opens(text, below), row
        if item and (starts or item.word or not self.advising or self._beside_the_others(n, row)):
            self.close()
            self.headed = []
            self.item, self.first, self.naming = item, row, [cut(row, item.name)]
        elif (starts and self._ends(row, text, below)) or ends(text):
            self.leave()
            self.free.append(row)
        elif part := self._part_above(row, text, below, starts=starts):
            self.close()
            self.over.head(*part, *unmarked(text))
            self.titles.append(row)
        elif not (n in self.layout.further or is_entry_inside(row, self.first if self.item else None, below)) and (
            opened := heading_read(row, below, short=short, apart=short and self._apart(n, row, below, starts=starts))
        ):
            self._head(row, *opened)
        elif self.item and not self.advising and self._names_on(n, row, below):
            self.naming.append(row)
        elif self.item and starts and self._goes_on_elsewhere(n, row, text, below):
            self.leave()
            self.free.append(row)
        elif self.item:
            self._go_on(row, text, below, starts=starts)
        else:
            self.free.append(row)
            self.orphans += left_over(text, self.usual)

    def _opens(self, text: str, below: Sequence[Row]) -> Item | None:
        """Return the item a line opens, none where what seems its code is what the line above waits for."""
        item = item_of(text, below) or item_like(text, self.first)
        if item and not item.word and ((self.above and takes(self.above, item)) or self._waits_for_a_number()):
            return None
        return None if item and "." not in item.code and self._waits_for_a_part(item.code) else item

    def _head(self, row: Row, heading: Heading, sure: Sureness) -> None:
        """Begin what a heading heads: an indicator of the group it stands under, or a group."""
        self.close()
        self.titles.append(row)
        if self.over.holds(heading, follows=bool(self.headed)):
            self.over.name(heading)
            return
        follows = bool(self.headed)
        self._let_go()
        self.headed, self.headed_at = [row], len(self.free)
        self.over.open(heading, sure, follows=follows)

    def _beside_the_others(self, n: int, row: Row) -> bool:
        """Whether a row stands where the head of the item before it does: indented so, or to the left of all its advice."""
        as_head = self.first is not None and level(row, self.first)
        return as_head and (n in self.layout.indented or left_of(row, self.advising))

    def _part_above(self, row: Row, text: str, below: Sequence[Row], *, starts: bool) -> tuple[str, str] | None:
        """Return the first number of the items below and the name of what heads them: an indicator by its number, or a dimension."""
        named = part_above(text, below)
        if named or self._waits() or not (starts or self._steps_out(row) or on_bullets_edge(row, below, self.layout)):
            return named
        return indicator_above(text, below, torn=bool(row.sure))

    def _steps_out(self, row: Row) -> bool:
        """Whether a row stands left of its item where advice does not wrap to."""
        return not self.layout.wraps and steps_out(row, self.first)

    def _waits_for_a_number(self) -> bool:
        """Whether the row before breaks off where its number must follow: then a number alone is that one, and no code."""
        before = (self.advising or self.under or self.naming)[-1:] if self.item else []
        return bool(before and waits_for_a_number(before[0]))

    def _waits_for_a_part(self, number: str) -> bool:
        """Whether the name breaks off before its indicator's number and name, or these stand below a head of that number."""
        head = self.item if self.naming and not self.advising else None
        return head is not None and (waits_for_a_part(self.naming[-1]) or head.code.startswith(f"{number}."))

    def _let_go(self) -> None:
        """Give back, where it stood, a heading that another one followed before any item: it was a sentence of the paper."""
        self.free[self.headed_at : self.headed_at] = self.headed
        self.headed = []

    def leave(self) -> None:
        self.free, self.concluding = [*self.free, *self.concluding], []
        self.close()
        self._let_go()
        self.over.leave()

    def _ends(self, row: Row, text: str, below: Sequence[Row]) -> bool:
        """Whether the next numbered part of the paper begins; a list inside an advice counts on its own."""
        if (part := section_of(row)) is None or (self.item and (lead_end(text) is not None or self._is_listed(part))):
            return False
        if (follows := part.follows(self.over.part)) or not self.item:
            self.over.part = part
        return follows and not leads_to_items(below)  # one right above an item heads a group

    def _is_listed(self, part: Section) -> bool:
        if listed := part.number == 1 or part.follows(self.listed):
            self.listed = part
        return listed

    def _apart(self, n: int, row: Row, below: Sequence[Row], *, starts: bool) -> bool:
        """Whether a line may be a heading without number: nothing waits for it, and it stands a little to the left of the item below."""
        item = below[0].x0 if below else None
        stepped = starts or self._steps_out(row)
        if self._waits() or not stepped or ends_above(n, row, self.advising or self.naming, self.layout):
            return False
        if is_listed(row.text.strip()):
            return not any(is_listed(told.text.strip()) for told in self.advising)  # no entry of a list in an advice
        if row.box is None:
            return bool(row.blank_before or self.advising) and is_group_title(row.text.strip())
        deepest = _BULLET_LOST if row.sure else 4
        return row.x0 is not None and item is not None and item - _INDENTED <= row.x0 <= item + deepest

    def _waits(self) -> bool:
        """Whether the item has a name and its advice must follow."""
        if self.item is None or self.advising:
            return False
        # an entry of a list below may have one too
        sign = self.parting if self.item.at or (self.parting and self.parting in self.naming[0].text) else ""
        return not (self._lead_within(named := flow(self.naming)) or told_apart(named, self.item.at, sign))

    def _goes_on_elsewhere(self, n: int, row: Row, text: str, below: Sequence[Row]) -> bool:
        """Whether a new paragraph speaks of all items again: by its words, to the left of them, or as a heading of another part."""
        own = (self.first, *self.advising[:1]), (*self.naming[1:], *self.advising[1:])
        elsewhere = pauses(text) or stands_elsewhere(n, row, own, self.layout, self.free)
        return not self._waits() and (elsewhere or heads_on(row, self.first, below)) and lead_end(text) is None

    def _names_on(self, n: int, row: Row, below: Sequence[Row]) -> bool:
        """Whether a name goes on in this row: inside its bracket, or above the lead-in of its advice, or its deeper rows."""
        if name_runs_on(n, (self.first, row), (self.naming, below), self.layout):
            return True
        ends_it = not self.under and bool(below) and ends_a_name(n, row.text.strip(), self.layout)
        return ends_it and lead_here(below[0].text.strip(), self.usual, torn=not self.advising) is not None

    def _go_on(self, row: Row, text: str, below: Sequence[Row], *, starts: bool) -> None:
        if starts and not self.advising and (part := part_line(text)):
            self.under = [cut(row, part)]
            return
        if starts and not self.advising and (name := name_line(text, nameless=not self.naming[0].text)):
            self.naming = [cut(row, name)]
            return
        if self.concluding or (starts and not self._waits() and self._concludes(row, text, below)):
            self.concluding.append(row)
            return
        if self.told or (self.advising and self.leads and label_before(text) in self.labels):
            self.told = True
            return
        whole = len(self.naming) == 1 and not name_goes_on(self.naming[0].text)
        fresh = (starts or (self.at_once and whole)) and bool(row.box or row.blank_before)
        torn, wrapped = starts and not self.advising, not (starts or self.advising)
        end = lead_here(text, self.usual, torn=torn, wrapped=wrapped)
        if end is not None and not (self.advising and not starts):
            self.orphans += self.led and bool(self.advising)  # a head between that nobody read
            self.led = True
            self.leads.append(text[:end].strip(" :"))
            self.advising = [cut(row, text[end:].lstrip(" :"))]
        elif self.advising or self._begins_advice(row, text, starts=starts):
            self.leads += [] if self.advising else lead_at_end(self.naming)
            self.advising.append(row)
        elif fresh and self.naming[0].text and self._waits():
            self.advising.append(row)  # a new paragraph below the name
            self.leads += lead_called(text)
        elif self.under:
            self.under.append(row)
        else:
            self.naming.append(row)

    def _concludes(self, row: Row, text: str, below: Sequence[Row]) -> bool:
        own = [told for told in (self.first, *self.naming, *self.under, *self.advising, *self.inside) if told]
        return concludes(text, flow([row, *below[:1]]), self.done) or set_as_text(row, own, self.free)

    def _begins_advice(self, row: Row, text: str, *, starts: bool) -> bool:
        """Whether a row without lead-in begins the advice; a line may also break just behind the name."""
        if starts:
            return advises(text) or (row.box is None and opens_to_do(text, named=bool(self.naming[0].text)))
        if not any(row.text for row in self.naming) or name_goes_on(self.naming[-1].text):
            return False
        return begins_behind(self.naming, text, self.usual_between) and self._waits()

    def close(self) -> None:
        (self.advising or self.naming).extend(self.concluding)
        self.inside += self.concluding
        if self.item and self.first and self.naming:
            name, advising = flow(self.naming), self.advising
            if lead := self._lead_within(name):
                self.leads.append(name[lead[0] : lead[1]].strip(" :"))
                name, advising = name[: lead[0]], [cut(self.naming[-1], name[lead[1] :].lstrip(" :")), *advising]
            elif advising:
                self.heads.append(len(self.naming) == 1)
                name, advising = with_doer_apart(name, advising, self.naming[-1])
            elif told := told_at_once(name, self.item.at, self.parting):
                self.breaths.append(breath_of(name, told))
                name, advising = told[0], [cut(self.naming[-1], told[1])]
            elif below := told_below(self.naming, self.usual_between):
                name, advising = flow(self.naming[:1]), below
            name, indicator, between = split_indicator(name, self.usual_between)
            self.betweens += [between] if between else []
            group = self.over.group_of(own := indicator or part_told(self.under) or self.item.above)
            advice, indicator = indicator_behind(joined_up(flow(advising)), own or self.over.indicator(self.item.code))
            given = Recommendation(self.item.code, trimmed(name), indicator, group, advice, self.first.page)
            named = [self.first, *self.naming[1:], *self.under]
            self.done.append(found_in(given, self.item.whole, named, advising, self.titles))
            if not advice:
                self.free, self.breaths = [*self.free, *self.naming], [*self.breaths, (flow(self.naming), "")]
        self.item, self.listed, self.told, self.led = None, None, False, False
        self.naming, self.advising, self.under, self.concluding = [], [], [], []

    def _lead_within(self, name: str) -> tuple[int, int] | None:
        """Return where a lead-in stands in the same paragraph as the name."""
        return phrase_in(name, self.usual) or (lead_within(name) if not self.advising else None)
