"""Who a selection is on a day: posts with the reason why, or units."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workflow.core.errors import NotFound
from workflow.core.org import CHAIN_OF_COMMAND, OrgChart, Post, Unit
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.routing.reach import UNITS_ALONG, along, lines_below
from workflow.routing.selections import EveryPerson, EveryUnit, Namesakes, OfClass, Selection, ThePost, TheUnit

# The class at which a command of its own begins: whoever serves under such a head belongs to that command, not to the one above.
COMMAND = "ผบช."


@dataclass(frozen=True)
class Addressee:
    """A post that receives the paper, its unit (a committee for its secretary), and why."""

    post: str
    unit: str
    reason: str


@dataclass(frozen=True)
class Selector:
    """The chart as of a day, seen by a sender."""

    chart: OrgChart
    sender: Unit
    on: date

    def select(self, selection: Selection) -> Iterable[Addressee]:
        """Return the addressees, in the chart's order; nobody for a selection of persons."""
        match selection:
            case OfClass():
                return self._of_class(selection)
            case EveryUnit(unit, line):
                return self._heads(self.under(selection), f"{UNITS_ALONG[line]} {unit}")
            case ThePost(post):
                return [self._named(self.chart.post(post))]
            case TheUnit(unit):
                return [self._head(unit)]
            case Namesakes(words, posts, units):
                there = [p for p in posts if self._exists(self.chart.post(p).unit)]
                named = (Addressee(p, self.chart.post(p).unit, to_thai(f"ชื่อตรงกับ {words}")) for p in there)
                return [*named, *self._heads(filter(self._exists, units), f"ชื่อตรงกับ {words}")]
            case EveryPerson():
                return []

    def under(self, selection: EveryUnit | EveryPerson) -> tuple[str, ...]:
        """Return the units under the one that is named; NotFound when that does not exist on the day."""
        self._existing(self.chart.unit(selection.unit))
        return self.below(selection)

    def below(self, selection: EveryUnit | EveryPerson) -> tuple[str, ...]:
        """Return the units under the one that is named, none when that does not exist on the day (as an exception may say)."""
        line = selection.line if isinstance(selection, EveryUnit) else CHAIN_OF_COMMAND
        return along(self.chart, selection.unit, self.on, line)

    def headless(self, selection: Selection) -> list[str]:
        """Return the units that a set of units leaves out because nobody receives papers for them."""
        if not isinstance(selection, EveryUnit):
            return []
        return [u for u in self.under(selection) if self.chart.receiver(u, self.on) is None]

    def _heads(self, units: Iterable[str], reason: str) -> list[Addressee]:
        found = ((unit, self.chart.receiver(unit, self.on)) for unit in units)
        return [Addressee(post.code, unit, to_thai(reason)) for unit, post in found if post]

    def _of_class(self, wanted: OfClass) -> Iterator[Addressee]:
        inside = self.scope(wanted)
        by_unit: dict[str, list[Post]] = {}
        for post in self._graded(wanted):
            if self._within(post, wanted.unit) if inside is None else post.unit in inside:
                by_unit.setdefault(post.unit, []).append(post)
        for unit, posts in by_unit.items():
            if self._exists(unit):
                heads = [post for post in posts if post.head]
                yield from (Addressee(post.code, unit, _reason(post, wanted)) for post in heads or posts)

    def _graded(self, wanted: OfClass) -> Iterator[Post]:
        posts = (post for post in self.chart.posts if post.grade == wanted.grade)
        return (post for post in posts if wanted.equals or not post.equivalent)

    def scope(self, wanted: OfClass) -> frozenset[str] | None:
        """Return the units among which ทุกแห่ง looks: the named unit's, else the nearest command of the sender that has such posts.

        None: the whole office, or no ทุกแห่ง at all.
        """
        if not wanted.everywhere:
            return None
        if wanted.unit:
            return frozenset(lines_below(self.chart, wanted.unit, self.on))
        units = {post.unit for post in self._graded(wanted)}
        for _, below in self._commands:
            if not units.isdisjoint(below):
                return below
        return None

    def whose(self, wanted: OfClass) -> str | None:
        """Return the unit whose posts ทุกแห่ง was taken to mean; None when a unit is named or the whole office is meant all the same."""
        inside = self.scope(wanted) if wanted.unit is None else None
        if inside is None or inside.issuperset(post.unit for post in self._graded(wanted)):
            return None
        return next(unit for unit, below in self._commands if below is inside)

    @cached_property
    def _commands(self) -> list[tuple[str, frozenset[str]]]:
        """The sender and every unit above it, each with all units that stand under it along any line."""
        units = (self.sender.code, *self.chart.ancestors(self.sender.code, self.on))
        return [(unit, frozenset(lines_below(self.chart, unit, self.on))) for unit in units]

    def _within(self, post: Post, unit: str | None) -> bool:
        """Whether the post belongs to the unit: no other command stands between them; a unit's own head is above it, not in it."""
        if unit is None or (unit == post.unit and not post.head):
            return True
        for above in self.chart.ancestors(post.unit, self.on):
            if above == unit:
                return True
            head = self.chart.head(above)
            if head and COMMAND in self.chart.grades and self._rank(head.grade) <= self._rank(COMMAND):
                return False
        return False

    def _rank(self, grade: str) -> int:
        return self.chart.grade_index(grade)

    def _head(self, unit: str) -> Addressee:
        self._existing(self.chart.unit(unit))
        head = self.chart.receiver(unit, self.on)
        if head is None:
            raise NotFound(
                f"หน่วย {unit} ไม่มีตำแหน่งหัวหน้าในผังหน่วย จึงยังไม่รู้ว่าส่งถึงใคร",
                next_step="ระบุตำแหน่งผู้รับ หรือกำหนด head ใน posts.csv",
            )
        seat = next((m.role for m in self.chart.members_of(unit, self.on) if m.post == head.code), "หัวหน้าหน่วย")
        return Addressee(head.code, unit, to_thai(f"{seat} {unit} ที่ระบุโดยตรง"))

    def _named(self, post: Post) -> Addressee:
        self._existing(self.chart.unit(post.unit))
        return Addressee(post.code, post.unit, "ระบุตำแหน่งโดยตรง")

    def _exists(self, unit: str) -> bool:
        return self.chart.unit_by_code[unit].exists_on(self.on)

    def _existing(self, unit: Unit) -> None:
        if not unit.exists_on(self.on):
            raise NotFound(
                f"ไม่มีหน่วย {unit.code} ในวันที่ {short(self.on)}: {_existence(unit)}", next_step=_successor(unit)
            )


def named(selection: Selection) -> str:
    """Return the words by which a selection is told to a person."""
    match selection:
        case ThePost(post):
            return post
        case Namesakes(words):
            return words
        case TheUnit(unit) | EveryUnit(unit) | EveryPerson(unit):
            return unit
        case OfClass(grade, unit):
            return f"{grade} ในสังกัด {unit}" if unit else grade


def _reason(post: Post, wanted: OfClass) -> str:
    what = f"ดำรงตำแหน่งเทียบเท่า {wanted.grade}" if post.equivalent else f"ดำรงตำแหน่งระดับ {wanted.grade}"
    return to_thai(f"{what} ในสังกัด {wanted.unit}" if wanted.unit else what)


def _existence(unit: Unit) -> str:
    start = f"ตั้งแต่ {short(unit.valid_from)}" if unit.valid_from else ""
    end = f"ถึง {short(unit.valid_to)}" if unit.valid_to else ""
    return f"มีอยู่{start}{' ' if start and end else ''}{end}"


def _successor(unit: Unit) -> str:
    return f"ส่งถึงหน่วยที่รับช่วงต่อ: {unit.successor}" if unit.successor else "ตัดหน่วยนี้ออกจากรายชื่อผู้รับ"
