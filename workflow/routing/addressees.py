"""Which posts a predicate means on a day, each with the reason: addressees are words on the paper, people only at send time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from workflow.core.errors import NotFound
from workflow.core.org import ASKING_LINES, OrgChart
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.routing.predicate import Clause, Grammar
from workflow.routing.reach import UNITS_ALONG
from workflow.routing.selections import EveryPerson, EveryUnit, Namesakes, OfClass, Selection, ThePost, TheUnit
from workflow.routing.selector import Addressee, Selector, named
from workflow.routing.units import names_of

__all__ = ["Addressee", "Crowd", "Resolved", "resolve", "resolve_clauses"]


@dataclass(frozen=True)
class Crowd:
    """Everybody in a unit and below it, by the `units` they sit in (the chart's order); `without` are posts left out by name."""

    unit: str
    units: tuple[str, ...]
    reason: str
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resolved:
    """What one clause means: its words, the addressees and crowds, the units left out with the reason, exceptions that met nobody.

    `sets` are the selections that stand for many units; `taken_as` the unit whose posts ทุกแห่ง was taken to mean.
    """

    printed: str
    addressees: tuple[Addressee, ...]
    is_sender: bool = False
    headless: tuple[str, ...] = ()
    idle_exceptions: tuple[str, ...] = ()
    crowds: tuple[Crowd, ...] = ()
    sets: tuple[Selection, ...] = ()
    taken_as: str | None = None


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
    grammar, resolver = Grammar(names_of(chart), sender), Resolver(Selector(chart, chart.unit(sender), on))
    found = tuple(resolver.clause(clause) for text in predicates for clause in grammar.clauses(text))
    if found and not any(clause.addressees or clause.crowds for clause in found):
        raise NotFound(
            f"ไม่มีผู้รับอื่นนอกจาก {sender} ซึ่งเป็นผู้ส่งเอง", next_step="ระบุหน่วยอื่น หรือระบุตำแหน่งในหน่วยของตนโดยตรง เช่น ผกก.ฝอ.สงป."
        )
    return found


@dataclass(frozen=True)
class _Exception:
    """An excepted selection: whose papers are left out by unit, by post, and the units whose people are left out."""

    words: str
    units: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    def meets(self, to: Addressee) -> bool:
        return to.unit in self.units or to.post in self.posts


@dataclass(frozen=True)
class Resolver:
    """Clauses as they are meant on the selector's day."""

    selector: Selector

    def clause(self, clause: Clause) -> Resolved:
        """Return what the clause means; NotFound when that is nobody."""
        chosen = [a for selection in clause.selections for a in self.selector.select(selection)]
        # A post of one's own unit that is named outright (ผบช.สงป. in a note of สงป.) is meant; in a class or a range it is not.
        wide = len(clause.selections) > 1 or not isinstance(clause.selections[0], ThePost)
        others = [a for a in chosen if not (wide and a.unit == self.selector.sender.code)]
        exceptions = [self._exception(selection) for selection in clause.exceptions]
        kept = [a for a in others if not any(exception.meets(a) for exception in exceptions)]
        people = [selection for selection in clause.selections if isinstance(selection, EveryPerson)]
        crowds = tuple(self._crowd(selection, exceptions) for selection in people)
        if not kept and not any(crowd.units for crowd in crowds) and (others or not chosen):
            raise self._nobody(clause)
        return Resolved(
            printed=to_thai(clause.printed),
            addressees=tuple(kept),
            is_sender=len(others) < len(chosen),
            headless=tuple(u for s in clause.selections for u in self.selector.headless(s)),
            idle_exceptions=tuple(e.words for e in exceptions if not self._bites(e, others, people)),
            crowds=crowds,
            sets=tuple(s for s in clause.selections if isinstance(s, EveryUnit | OfClass | EveryPerson)),
            taken_as=next((self.selector.whose(s) for s in clause.selections if isinstance(s, OfClass)), None),
        )

    def _crowd(self, wanted: EveryPerson, exceptions: Sequence[_Exception]) -> Crowd:
        """Return who is meant by everybody; an excepted unit is left out with all that is under it, an excepted post alone."""
        units = (wanted.unit, *self.selector.under(wanted))
        kept = tuple(unit for unit in units if not any(unit in exception.people for exception in exceptions))
        posts = tuple(dict.fromkeys(post for exception in exceptions for post in sorted(exception.posts)))
        return Crowd(wanted.unit, kept, to_thai(f"ทุกคนในสังกัด {wanted.unit}"), posts)

    def _exception(self, selection: Selection) -> _Exception:
        words, selector = named(selection), self.selector
        match selection:
            case TheUnit(unit):
                return _Exception(words, frozenset((unit,)), people=self._whole(unit))
            case EveryPerson(unit):
                return _Exception(words, self._whole(unit), people=self._whole(unit))
            case EveryUnit():
                below = frozenset(selector.below(selection))
                return _Exception(words, below, people=below)
            case ThePost(post):
                return _Exception(words, posts=frozenset((post,)))
            case OfClass() | Namesakes():
                return _Exception(words, posts=frozenset(a.post for a in selector.select(selection)))

    def _whole(self, unit: str) -> frozenset[str]:
        return frozenset((unit, *self.selector.below(EveryUnit(unit))))

    def _bites(self, exception: _Exception, others: Sequence[Addressee], people: Sequence[EveryPerson]) -> bool:
        """Whether an exception leaves anybody out."""
        if any(exception.meets(addressee) for addressee in others):
            return True
        inside = {unit for wanted in people for unit in (wanted.unit, *self.selector.under(wanted))}
        own = (self.selector.chart.post(post).unit for post in exception.posts)
        return not inside.isdisjoint(exception.people) or any(unit in inside for unit in own)

    def _nobody(self, clause: Clause) -> NotFound:
        return NotFound(
            f"ไม่มีตำแหน่งใดตรงกับ “{clause.printed}” ในวันที่ {short(self.selector.on)}",
            next_step=self._other_line(clause) or "ตรวจระดับตำแหน่งและหน่วยที่ระบุ หรือระบุชื่อตำแหน่งโดยตรง",
        )

    def _other_line(self, clause: Clause) -> str | None:
        """Return which words would reach somebody: a department has no units by command in the provinces, but by its line of work."""
        for selection in clause.selections:
            if isinstance(selection, EveryUnit):
                for line in ASKING_LINES:
                    if count := len(self.selector.below(EveryUnit(selection.unit, line))):
                        return f"มี {to_thai(count)} หน่วยใน{line}: เขียน “ทุก{UNITS_ALONG[line]} {selection.unit}”"
        return None
