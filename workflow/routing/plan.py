"""From predicates to a plan of dispatches: who receives the paper, why, told in which words, and what a person should know first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workflow.core.errors import UsageError
from workflow.core.memo_kind import AddressGroup
from workflow.core.org import ASKING_LINES, CHAIN_OF_COMMAND, OrgChart, ParentKind, Post
from workflow.core.reading import Finding
from workflow.routing.addressees import Addressee, Resolved, resolve_clauses
from workflow.routing.plan_findings import EarlierReceipt, already_received, doubts, vacancies
from workflow.routing.predicate import FORMS
from workflow.routing.reach import lines_below


@dataclass(frozen=True)
class PlannedDispatch:
    """One addressee of the paper; `downward` when its unit stands under the sender in the chain of command.

    `line` is the line along which it stands under the sender at all; None for superiors, equals and other commands.
    """

    post: str
    unit: str
    reason: str
    downward: bool
    line: ParentKind | None = None


@dataclass(frozen=True)
class EveryoneIn:
    """Every person of `unit` and below it: whoever sends tells them one by one from the roster, the plan names only their `units`.

    A unit is in one such set at most, in the chart's order as of the day; `without` are posts (codes and numbers of positions) that
    are excepted, or receive the paper as a post already. `downward` and `line` as for a dispatch; one's own people are below.
    """

    unit: str
    units: tuple[str, ...]
    reason: str
    downward: bool
    line: ParentKind | None = None
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class RoutingPlan:
    """The snapshot of a predicate: one dispatch a post, everybody of some units, the groups as printed, and the doubts."""

    predicate: str
    dispatches: tuple[PlannedDispatch, ...]
    groups: tuple[AddressGroup, ...]
    findings: tuple[Finding, ...]
    everyone: tuple[EveryoneIn, ...] = ()


def plan(
    chart: OrgChart, predicates: Sequence[str], *, sender: str, on: date, earlier: Sequence[EarlierReceipt] = ()
) -> RoutingPlan:
    """Return the plan of sending from the unit `sender` to all `predicates` on that day.

    `earlier` are the units that the same matter has reached already, perhaps by their other parent: that is said, and sent all the same.

    Who stands under the sender is told เพื่อทราบ; superiors, equals, other commands and the sender's own command are told
    เพื่อโปรดทราบ, as both endorsements of 2562 do; who stands under it by another line than command is asked, not ordered.
    NotFound when a predicate matches nobody.
    """
    clauses = resolve_clauses(predicates, chart, sender=sender, on=on)
    if not clauses:
        raise UsageError("ไม่ได้ระบุผู้รับหนังสือ", next_step=FORMS)
    below = lines_below(chart, sender, on)
    chosen = _chosen(clauses)
    return RoutingPlan(
        predicate="\n".join(clause.printed for clause in clauses),
        dispatches=tuple(_planned(addressee, below.get(addressee.unit)) for addressee in chosen.values()),
        groups=tuple(_groups(clauses, below, sender)),
        everyone=tuple(
            _everyone(clauses, {**below, sender: CHAIN_OF_COMMAND}, [chart.post(post) for post in chosen], chart)
        ),
        findings=(
            *doubts(chart, clauses, sender=sender, on=on, below=below),
            *already_received((addressee.unit for addressee in chosen.values()), earlier),
            *vacancies(chart, list(chosen), on),
        ),
    )


def _chosen(clauses: Sequence[Resolved]) -> dict[str, Addressee]:
    """Return each post once, in the order of the words, with every reason for which it was chosen."""
    reasons: dict[str, dict[str, None]] = {}
    first: dict[str, Addressee] = {}
    for addressee in (addressee for clause in clauses for addressee in clause.addressees):
        first.setdefault(addressee.post, addressee)
        reasons.setdefault(addressee.post, {})[addressee.reason] = None
    several = {post: replace(first[post], reason="; ".join(found)) for post, found in reasons.items() if len(found) > 1}
    return {**first, **several}


def _planned(to: Addressee, line: ParentKind | None) -> PlannedDispatch:
    return PlannedDispatch(to.post, to.unit, to.reason, downward=line == CHAIN_OF_COMMAND, line=line)


def _everyone(
    clauses: Sequence[Resolved], below: Mapping[str, ParentKind], chosen: Sequence[Post], chart: OrgChart
) -> Iterator[EveryoneIn]:
    """Yield the sets of people, no unit in two of them, without whom the paper reaches as the holder of a post."""
    told: set[str] = set()
    for crowd in (crowd for clause in clauses for crowd in clause.crowds):
        units = dict.fromkeys(unit for unit in crowd.units if unit not in told)
        told.update(units)
        line = _politest(below.get(unit) for unit in units)
        if units:
            left_out = (*map(chart.post, crowd.without), *(post for post in chosen if post.unit in units))
            without = tuple(dict.fromkeys(name for post in left_out for name in (post.code, post.number) if name))
            yield EveryoneIn(crowd.unit, tuple(units), crowd.reason, line == CHAIN_OF_COMMAND, line, without)


def _groups(clauses: Sequence[Resolved], below: Mapping[str, ParentKind], sender: str) -> Iterator[AddressGroup]:
    """Yield the printed addressees by line, upward first, then who is asked, then who is ordered."""
    told = [(clause, _line(clause, below, sender)) for clause in clauses if clause.addressees or clause.crowds]
    for line in (None, *ASKING_LINES, CHAIN_OF_COMMAND):
        to = tuple(clause.printed for clause, its in told if its == line)
        if to:
            yield AddressGroup(to, downward=line == CHAIN_OF_COMMAND, line=line)


def _line(clause: Resolved, below: Mapping[str, ParentKind], sender: str) -> ParentKind | None:
    """Return the line of a clause; one that reaches along several is told the most polite way. One's own people are below."""
    posts = (below.get(addressee.unit) for addressee in clause.addressees)
    units = (unit for crowd in clause.crowds for unit in crowd.units)
    return _politest((*posts, *(CHAIN_OF_COMMAND if unit == sender else below.get(unit) for unit in units)))


def _politest(lines: Iterable[ParentKind | None]) -> ParentKind | None:
    found = set(lines)
    return next((line for line in (None, *ASKING_LINES, CHAIN_OF_COMMAND) if line in found), None)
