"""The headings over recommendations: groups and what they say stands under them, indicators above their parts, parts of the paper. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workflow.core.reading import Recommendation
from workflow.parsers.certainty import Sureness
from workflow.parsers.fields.advice_found import Found
from workflow.parsers.fields.advice_headings import (
    Heading,
    groups_indicators,
    indicator_named,
    is_group_title,
    style_of,
    without_tail,
)
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import alike, bones, rough

_COUNTED = rough(
    r"\s*(?:[:(]?\s*(?:(?P<verb>มี(?:\s*จำนวน)?)|จำนวน|รวม)|\()\s*(?P<count>\d{1,3})\s*(?:ตัวชี้วัด(?:ย่อย)?|ตัว|ประเด็น|ข้อ|รายการ)\s*(?:ได้แก่|ดังนี้|คือ)?\s*[:)]?\s*$"
)
LEAST, WRONG = 0.65, 0.025  # of a heading's letters: the least sure, and the part expected to be wrong
_NUMBERED_TITLE = re.compile(r"^(?P<style>ข้อ\s*)?(?P<number>\d{1,2})(?P<end>[.)]?)\s*(?!\d)(?P<title>\S.{2,})$")
_OTHER = 60.0  # percent alike: an indicator's name and what heads it are no more
SAME_EDGE = 7.0  # points
_ANNOUNCING = re.compile(r"\s*(?:มี|ประกอบ)?(?:ดังนี้|ดังต่อไปนี้|ด้วย|ได้แก่|คือ)\s*:?\s*$")
_AGAIN = rough(r"\s*\(ต่อ\)\s*$")


@dataclass(frozen=True)
class Section:
    """The numbered title or first sentence of a part of the paper: how its number is written, the number, and its left edge."""

    style: str
    number: int
    left: float | None

    def follows(self, before: "Section | None") -> bool:
        """Whether it is the part after another: written alike, one more, at the same edge."""
        if before is None or self.style != before.style or self.number != before.number + 1:
            return False
        return self.left is None or before.left is None or abs(self.left - before.left) <= SAME_EDGE


def section_of(row: Row) -> Section | None:
    """Return the part that a row would open, by a title or a sentence."""
    found = _NUMBERED_TITLE.match(row.text.strip())
    if not found:
        return None
    style = ("ข้อ" if found["style"] else "") + found["end"]
    return Section(style, int(found["number"]), row.x0) if style else None


@dataclass
class Groups:
    """What stands over the row that is being read."""

    group: str | None = None
    numbers: dict[str, str] = field(default_factory=dict)
    stated: dict[str, int] = field(default_factory=dict)
    above: dict[str, str] = field(default_factory=dict)
    part: Section | None = None
    unsure: set[str] = field(default_factory=set)
    inner: str | None = None  # how the numbers of the indicators' headings below it are written
    named: str | None = None  # the indicator that such a heading names
    sentences: dict[str, str] = field(default_factory=dict)  # the headings that say with a verb how many stand below
    upper: str | None = None  # the indicator that headings of groups stand under, which its own heads
    grouped: str = ""  # how the numbers of those are written
    title: str = ""  # what the last heading of a part says, numbered otherwise than the codes below

    def holds(self, heading: Heading, *, follows: bool) -> bool:
        """Whether a heading names an indicator of the group: right below the group's own, or numbered like one that stood there."""
        if groups_indicators(heading.title):
            return False
        grouped = self.group is not None and groups_indicators(self.group)
        return bool(heading.number and heading.style == self.inner) or (grouped and follows)

    def name(self, heading: Heading) -> None:
        """Begin an indicator of the group."""
        self.inner, self.named = heading.style, without_tail(heading.title)

    def leave(self) -> None:
        """Stand under nothing any more."""
        self.group = self.inner = self.named = self.upper = None
        self.title = ""

    def head(self, first: str, indicator: str, mark: str, title: str) -> None:
        """Begin an indicator whose sub-indicators' codes begin with a number; `mark` is what stands before its title."""
        self.above[first], self.named, self.inner = indicator, None, style_of(mark) or self.inner
        self.title = title if mark and mark.strip(" .()") != first else ""

    def group_of(self, own: str | None) -> str | None:
        """Return the group of an entry that tells its own indicator or none: what heads entries of other indicators groups them."""
        grouping = self.group is None and own is not None and self.title and alike(own, self.title) < _OTHER
        return self.title if grouping else self.group

    def open(self, heading: Heading, sure: Sureness, *, follows: bool = False) -> None:
        """Begin a group; one that goes on over the page (ต่อ) is the same. One that `follows` a heading at once may stand under that."""
        above = indicator_named(self.group) if follows and self.group and groups_indicators(heading.title) else None
        if above or heading.style != self.grouped:
            self.upper, self.grouped = above, heading.style
        self.inner = self.named = None
        self.title = ""
        title = re.sub(r"\s+", " ", heading.title)
        counted = _COUNTED.search(title)
        group = (title[: counted.start()] if counted else _ANNOUNCING.sub("", title)).strip(" :")
        if again := _AGAIN.search(group):
            group = group[: again.start()]
        known = (g for g, number in self.numbers.items() if number == heading.number and bones(g) == bones(group))
        self.group = next(known, group)
        self.numbers.setdefault(self.group, heading.number)
        if sure.least < LEAST or sure.wrong > WRONG:
            self.unsure.add(self.group)
        if counted and self.group not in self.stated:
            self.stated[self.group] = int(counted["count"])
            self.sentences |= {self.group: title} if counted["verb"] else {}

    def alone(self, found: Sequence[Found]) -> tuple[list[Found], str]:
        """Return recommendations, and the sentence above all of them that says how many they are; it is no group unless by its words."""
        groups = {f.given.group for f in found}
        group = groups.pop() if len(groups) == 1 else None
        if group is None or group not in self.sentences or is_group_title(group):
            return list(found), self.sentences.get(group or "", "")
        self.numbers.pop(group, None)
        self.stated.pop(group, None)
        return [replace(f, given=replace(f.given, group=None)) for f in found], self.sentences[group]

    def indicator(self, code: str) -> str | None:
        """Return the indicator that heads the parts a code belongs to."""
        return self.named or self.upper or self.above.get(code.split(".")[0])


def with_indicators(found: Sequence[Found]) -> list[Found]:
    """Return recommendations whose headings stand each over one indicator's codes alone with those headings as their indicators."""
    naming = headings_of_indicators([f.given for f in found])
    return [replace(f, given=under_indicator(f.given)) if f.given.group in naming else f for f in found]


def headings_of_indicators(given: Sequence[Recommendation]) -> set[str]:
    """Return the groups that are indicators: each stands over the codes of one alone, and there are several.

    A heading that says what its indicators are like groups them, whatever their codes.
    """
    under: dict[str, set[str]] = {}
    for one in given:
        if one.group and not one.indicator and not groups_indicators(one.group):
            under.setdefault(one.group, set()).add(one.code.split(".")[0])
    firsts = [next(iter(codes)) for codes in under.values() if len(codes) == 1]
    return set(under) if len(under) == len(firsts) == len(set(firsts)) > 1 else set()


def under_indicator(given: Recommendation) -> Recommendation:
    """Return a recommendation with what heads it as its indicator, without the word for its kind."""
    return replace(given, group=None, indicator=indicator_named(given.group or "") or given.group)
