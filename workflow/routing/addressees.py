"""Which posts a predicate means on a day, each with the reason: addressees are words on the paper, people only at send time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from workflow.core.errors import NotFound
from workflow.core.org import OrgChart, Post, Unit
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.routing.predicate import Clause, Grammar
from workflow.routing.selections import EveryPerson, EveryUnit, OfClass, Selection, ThePost, TheUnit
from workflow.routing.units import Names

# The class at which a command of its own begins: whoever serves under such a head belongs to that command, not to the one above.
COMMAND = "ผบช."


@dataclass(frozen=True)
class Addressee:
    """A post that receives the paper, its unit, and why."""

    post: str
    unit: str
    reason: str


@dataclass(frozen=True)
class Crowd:
    """Everybody in a unit and below it, by the `units` they sit in (the chart's order); `without` are posts left out by name."""

    unit: str
    units: tuple[str, ...]
    reason: str
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resolved:
    """What one clause means: its words, the addressees and crowds, the units left out with the reason, exceptions that met nobody."""

    printed: str
    addressees: tuple[Addressee, ...]
    is_sender: bool = False
    headless: tuple[str, ...] = ()
    idle_exceptions: tuple[str, ...] = ()
    crowds: tuple[Crowd, ...] = ()


def resolve(predicate: str, chart: OrgChart, *, sender: str, on: date) -> tuple[Addressee, ...]:
    """Return the addressees of `predicate` as sent by the unit `sender` on that day, no post twice, in the chart's order.

    A class or a set of units gives one addressee a unit (its head, if of that class); the sender's own unit is left out.
    NotFound when it matches nobody or names nobody's name, UsageError when it is in no known form.
    """
    found: dict[str, Addressee] = {}
    for clause in resolve_clauses((predicate,), chart, sender=sender, on=on):
        for addressee in clause.addressees:
            found.setdefault(addressee.post, addressee)
    return tuple(found.values())


def resolve_clauses(predicates: Iterable[str], chart: OrgChart, *, sender: str, on: date) -> tuple[Resolved, ...]:
    """Return the addressees clause by clause; errors as for `resolve`, NotFound too when only the sender himself is meant."""
    grammar, resolver = Grammar(Names(chart), sender), Resolver(chart, chart.unit(sender), on)
    found = tuple(resolver.clause(clause) for text in predicates for clause in grammar.clauses(text))
    if found and not any(clause.addressees or clause.crowds for clause in found):
        raise NotFound(
            f"ไม่มีผู้รับอื่นนอกจาก {sender} ซึ่งเป็นผู้ส่งเอง", next_step="ระบุหน่วยอื่น หรือระบุตำแหน่งในหน่วยของตนโดยตรง เช่น ผกก.ฝอ.สงป."
        )
    return found


@dataclass(frozen=True)
class Resolver:
    """The chart as of a day, seen by a sender."""

    chart: OrgChart
    sender: Unit
    on: date

    def clause(self, clause: Clause) -> Resolved:
        """Return what the clause means; NotFound when that is nobody."""
        chosen = [a for selection in clause.selections for a in self._select(selection)]
        # A post of one's own unit that is named outright (ผบช.สงป. in a note of สงป.) is meant; in a class or a range it is not.
        wide = len(clause.selections) > 1 or not isinstance(clause.selections[0], ThePost)
        others = [a for a in chosen if not (wide and a.unit == self.sender.code)]
        kept = [a for a in others if not any(self._excepts(s, a) for s in clause.exceptions)]
        crowds = tuple(self._crowd(s, clause) for s in clause.selections if isinstance(s, EveryPerson))
        if not kept and not any(crowd.units for crowd in crowds) and (others or not chosen):
            raise NotFound(
                f"ไม่มีตำแหน่งใดตรงกับ “{clause.printed}” ในวันที่ {short(self.on)}",
                next_step="ตรวจระดับตำแหน่งและหน่วยที่ระบุ หรือระบุชื่อตำแหน่งโดยตรง",
            )
        return Resolved(
            printed=to_thai(clause.printed),
            addressees=tuple(kept),
            is_sender=len(others) < len(chosen),
            headless=tuple(u for s in clause.selections for u in self._headless(s)),
            idle_exceptions=tuple(
                self._name(s)
                for s in clause.exceptions
                if not any(self._excepts(s, a) for a in others)
                and not any(self._thins(s, c) for c in clause.selections)
            ),
            crowds=crowds,
        )

    def _select(self, selection: Selection) -> Iterable[Addressee]:
        match selection:
            case OfClass():
                return self._of_class(selection)
            case EveryUnit(unit):
                heads = filter(None, (self.chart.head(below) for below in self._under(unit)))
                return [Addressee(h.code, h.unit, to_thai(f"หน่วยในสังกัด {unit}")) for h in heads]
            case ThePost(post):
                return [self._named(self.chart.post(post), "ระบุตำแหน่งโดยตรง")]
            case TheUnit(unit):
                return [self._named(self._head(unit), to_thai(f"หัวหน้าหน่วย {unit} ที่ระบุโดยตรง"))]
            case EveryPerson():
                return []

    def _crowd(self, wanted: EveryPerson, clause: Clause) -> Crowd:
        """Return who is meant by everybody; an excepted unit is left out with all that is under it, an excepted post alone."""
        gone = {unit for s in clause.exceptions for unit in self._units_of(s)}
        units = tuple(unit for unit in self._units_of(wanted) if unit not in gone)
        posts = (post for s in clause.exceptions for post in self._posts_of(s))
        return Crowd(wanted.unit, units, to_thai(f"ทุกคนในสังกัด {wanted.unit}"), tuple(dict.fromkeys(posts)))

    def _units_of(self, selection: Selection) -> tuple[str, ...]:
        match selection:
            case EveryPerson(unit) | TheUnit(unit):
                return (unit, *self._under(unit))
            case EveryUnit(unit):
                return tuple(self._under(unit))
            case _:
                return ()

    def _posts_of(self, selection: Selection) -> tuple[str, ...]:
        match selection:
            case ThePost(post):
                return (post,)
            case OfClass():
                return tuple(addressee.post for addressee in self._of_class(selection))
            case _:
                return ()

    def _thins(self, exception: Selection, crowd: Selection) -> bool:
        """Whether an exception leaves anybody out of a crowd."""
        if not isinstance(crowd, EveryPerson):
            return False
        inside = set(self._units_of(crowd))
        own = (self.chart.post(post).unit for post in self._posts_of(exception))
        return any(unit in inside for unit in (*self._units_of(exception), *own))

    def _under(self, unit: str) -> Iterator[str]:
        self._existing(self.chart.unit(unit))
        return self.chart.subtree(unit, self.on)

    def _headless(self, selection: Selection) -> list[str]:
        if not isinstance(selection, EveryUnit):
            return []
        return [u for u in self._under(selection.unit) if self.chart.head(u) is None]

    def _of_class(self, wanted: OfClass) -> Iterator[Addressee]:
        by_unit: dict[str, list[Post]] = {}
        for post in self.chart.posts:
            if (
                post.grade == wanted.grade
                and (wanted.equals or not post.equivalent)
                and self._within(post, wanted.unit)
            ):
                by_unit.setdefault(post.unit, []).append(post)
        for unit, posts in by_unit.items():
            if self.chart.unit_by_code[unit].exists_on(self.on):
                heads = [post for post in posts if post.head]
                yield from (Addressee(post.code, unit, _reason(post, wanted)) for post in heads or posts)

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

    def _excepts(self, selection: Selection, addressee: Addressee) -> bool:
        match selection:
            case TheUnit(unit):
                return addressee.unit == unit
            case EveryUnit(unit):
                return unit in self.chart.ancestors(addressee.unit, self.on)
            case EveryPerson(unit):
                return unit == addressee.unit or unit in self.chart.ancestors(addressee.unit, self.on)
            case ThePost(post):
                return addressee.post == post
            case OfClass():
                return addressee.post in {a.post for a in self._of_class(selection)}

    def _head(self, unit: str) -> Post:
        head = self.chart.head(unit)
        if head is None:
            raise NotFound(
                f"หน่วย {unit} ไม่มีตำแหน่งหัวหน้าในผังหน่วย จึงยังไม่รู้ว่าส่งถึงใคร",
                next_step="ระบุตำแหน่งผู้รับ หรือกำหนด head ใน posts.csv",
            )
        return head

    def _named(self, post: Post, reason: str) -> Addressee:
        self._existing(self.chart.unit(post.unit))
        return Addressee(post.code, post.unit, reason)

    def _existing(self, unit: Unit) -> None:
        if not unit.exists_on(self.on):
            raise NotFound(
                f"ไม่มีหน่วย {unit.code} ในวันที่ {short(self.on)}: {_existence(unit)}", next_step=_successor(unit)
            )

    def _name(self, selection: Selection) -> str:
        match selection:
            case ThePost(post):
                return post
            case TheUnit(unit) | EveryUnit(unit) | EveryPerson(unit):
                return unit
            case OfClass(grade, unit, _):
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
