"""From predicates to a plan of dispatches: who receives the paper, why, told in which words, and what a person should know first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workflow.core.errors import UsageError
from workflow.core.memo_kind import AddressGroup
from workflow.core.org import ASKING_LINES, CHAIN_OF_COMMAND, OrgChart, ParentKind
from workflow.core.reading import Finding
from workflow.core.thai_digits import to_thai
from workflow.routing.addressees import Addressee, Resolved, resolve_clauses
from workflow.routing.predicate import FORMS


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


def plan(chart: OrgChart, predicates: Sequence[str], *, sender: str, on: date) -> RoutingPlan:
    """Return the plan of sending from the unit `sender` to all `predicates` on that day.

    Who stands under the sender is told เพื่อทราบ; superiors, equals, other commands and the sender's own command are told
    เพื่อโปรดทราบ, as both endorsements of 2562 do; who stands under it by another line than command is asked, not ordered.
    NotFound when a predicate matches nobody.
    """
    clauses = resolve_clauses(predicates, chart, sender=sender, on=on)
    if not clauses:
        raise UsageError("ไม่ได้ระบุผู้รับหนังสือ", next_step=FORMS)
    below = lines_below(chart, sender, on)
    chosen: dict[str, Addressee] = {}
    for clause in clauses:
        for addressee in clause.addressees:
            chosen.setdefault(addressee.post, addressee)
    return RoutingPlan(
        predicate="\n".join(clause.printed for clause in clauses),
        dispatches=tuple(_planned(addressee, below.get(addressee.unit)) for addressee in chosen.values()),
        groups=tuple(_groups(clauses, below, sender)),
        everyone=tuple(_everyone(clauses, {**below, sender: CHAIN_OF_COMMAND}, list(chosen.values()))),
        findings=(*_doubts(clauses, sender), *_vacancies(chart, list(chosen), on)),
    )


def _planned(to: Addressee, line: ParentKind | None) -> PlannedDispatch:
    return PlannedDispatch(to.post, to.unit, to.reason, downward=line == CHAIN_OF_COMMAND, line=line)


def lines_below(chart: OrgChart, sender: str, on: date) -> dict[str, ParentKind]:
    """Return the line along which each unit stands under the sender; command counts before any other line.

    A unit reached by a functional or a coordinating line brings the units of its own command with it, along that same line.
    """
    found: dict[str, ParentKind] = dict.fromkeys(chart.subtree(sender, on), CHAIN_OF_COMMAND)
    for kind in ASKING_LINES:
        for unit in chart.children(sender, on, kind):
            for reached in (unit, *chart.subtree(unit, on)):
                found.setdefault(reached, kind)
    return found


def _everyone(
    clauses: Sequence[Resolved], below: Mapping[str, ParentKind], chosen: Sequence[Addressee]
) -> Iterator[EveryoneIn]:
    """Yield the sets of people, no unit in two of them, without whom the paper reaches as the holder of a post."""
    told: set[str] = set()
    for crowd in (crowd for clause in clauses for crowd in clause.crowds):
        units = dict.fromkeys(unit for unit in crowd.units if unit not in told)
        told.update(units)
        by_post = (addressee.post for addressee in chosen if addressee.unit in units)
        line = _politest(below.get(unit) for unit in units)
        if units:
            without = tuple(dict.fromkeys((*crowd.without, *by_post)))
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


def _doubts(clauses: Sequence[Resolved], sender: str) -> Iterator[Finding]:
    if any(clause.is_sender for clause in clauses):
        yield _finding("routing.sender", "ไม่ส่งถึงผู้ส่งเอง ไม่ต้องดำเนินการ", (sender,), "info")
    if repeated := _repeated(clauses):
        yield _finding("routing.duplicate", "ผู้รับถูกระบุซ้ำ จึงส่งเพียงครั้งเดียว: ตรวจว่าเขียนรายชื่อถูกต้อง", repeated, "info")
    if headless := tuple(dict.fromkeys(u for c in clauses for u in c.headless)):
        yield _finding("routing.headless", "หน่วยที่ไม่มีตำแหน่งหัวหน้าไม่ได้รับหนังสือ: ระบุผู้รับโดยตรงถ้าต้องการส่ง", headless)
    if idle := tuple(e for c in clauses for e in c.idle_exceptions):
        yield _finding("routing.exception", "ข้อยกเว้นไม่ตรงกับผู้รับรายใด: ตรวจตัวสะกดหลังคำว่า ยกเว้น", idle)


def _repeated(clauses: Sequence[Resolved]) -> tuple[str, ...]:
    counted = Counter(addressee.post for clause in clauses for addressee in clause.addressees)
    return tuple(post for post, count in counted.items() if count > 1)


def _vacancies(chart: OrgChart, posts: list[str], on: date) -> Iterator[Finding]:
    held = {holder.post for holder in chart.holders if holder.holds_on(on)}
    if vacant := tuple(post for post in posts if post not in held):
        yield _finding("routing.vacant", "ตำแหน่งว่าง ส่งถึงตำแหน่งตามปกติ: แจ้งหน่วยให้ผู้รักษาราชการแทนรับทราบ", vacant)


def _finding(code: str, message: str, names: tuple[str, ...], severity: str = "warning") -> Finding:
    listed = to_thai(", ".join(names[:10]) + (f" และอีก {len(names) - 10} ราย" if len(names) > 10 else ""))
    return Finding(code, "info" if severity == "info" else "warning", f"{message} ({listed})", candidates=names)
