"""The chart as of a day, for people who look at it: where a unit stands, who is in its posts, who acts for whom, on which days it changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.core.org import ASKING_LINES, ActingAppointment, OrgChart, Post, Unit
from workflow.routing.spelling import spelling
from workflow.routing.units import find_unit
from workflow.services.desk import Desk

FOUND_AT_MOST = 50


@dataclass(frozen=True)
class ActingShown:
    """An acting appointment with the names of that day: who stands in, for which post, by which order, until when."""

    kind: str
    by_post: str
    by_name: str
    for_post: str
    order_number: str
    valid_from: date
    valid_to: date | None
    scope: str
    in_force: bool


@dataclass(frozen=True)
class PostShown:
    """A post on a day: its holder ("": vacant), whether he is away, who acts for it."""

    code: str
    title: str
    grade: str
    head: bool
    holder: str
    since: date | None
    away: bool
    acting: tuple[ActingShown, ...]


@dataclass(frozen=True)
class Branch:
    """A unit in a list: its head's name and how many units stand below it along the chain of command."""

    code: str
    name: str
    level: str
    head: str
    below: int


@dataclass(frozen=True)
class UnitShown:
    """One unit as of a day: the path down to it, its own facts, the units below, its posts, and the lines by which it asks or is asked."""

    unit: Unit
    exists: bool
    path: tuple[Unit, ...]
    below: tuple[Branch, ...]
    posts: tuple[PostShown, ...]
    asking: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Found:
    """What a search came upon: the unit to open, and why (its name, a post's title, a holder's name)."""

    unit: str
    name: str
    why: str


@dataclass(frozen=True)
class OrgShown:
    """The chart as of `on`; `days` are those on which anything in it changed; `chosen` None: the topmost units alone."""

    name: str
    on: date
    days: tuple[date, ...]
    tops: tuple[Branch, ...]
    chosen: UnitShown | None
    found: tuple[Found, ...] | None
    units: int
    posts: int
    vacant: int


def show_org(
    desk: Desk, office: str, on: date, *, unit: str | None = None, find: str = "", opened: bool = False
) -> OrgShown:
    """Return the chart of an office on a day; NotFound when the unit asked for never was in it.

    `opened`: where nothing is asked for and a single unit stands topmost, that one is chosen.
    """
    asked = desk.office(office)
    chart = asked.chart
    there = [u for u in chart.units if u.exists_on(on)]
    codes = {u.code for u in there}
    held = {h.post for h in chart.holders if h.holds_on(on)}
    posts = [post for post in chart.posts if post.unit in codes]
    tops = tuple(_branch(chart, u.code, on) for u in there if chart.parent(u.code, on) is None and not u.is_committee)
    if opened and not (unit or find) and len(tops) == 1:
        unit = tops[0].code
    chosen = _unit(chart, find_unit(chart, unit), on) if unit else None
    vacant = sum(post.code not in held for post in posts)
    found = tuple(_search(chart, there, find, on)) if find.strip() else None
    return OrgShown(asked.name, on, days_of_change(chart), tops, chosen, found, len(there), len(posts), vacant)


def acting_on(desk: Desk, office: str, on: date) -> tuple[ActingShown, ...]:
    """Return every acting appointment of the chart, those in force on the day first, then the newest."""
    chart = desk.office(office).chart
    shown = [_acting(chart, appointment, on) for appointment in chart.acting]
    return tuple(sorted(shown, key=lambda a: (not a.in_force, -a.valid_from.toordinal(), a.for_post)))


def days_of_change(chart: OrgChart) -> tuple[date, ...]:
    """Return the days from which something in the chart was different: a unit, a line, a holder, an appointment began or had ended."""
    spans: Iterable[object] = (*chart.units, *chart.edges, *chart.holders, *chart.acting)
    found: set[date] = set()
    for span in spans:
        start, end = getattr(span, "valid_from", None), getattr(span, "valid_to", None)
        found |= {start} if start else set()
        found |= {end + timedelta(days=1)} if end else set()
    return tuple(sorted(found))


def _unit(chart: OrgChart, unit: Unit, on: date) -> UnitShown:
    path = tuple(chart.unit(code) for code in reversed(list(chart.ancestors(unit.code, on))))
    below = tuple(_branch(chart, code, on) for code in chart.children(unit.code, on))
    posts = tuple(_post(chart, post, on) for post in chart.posts if post.unit == unit.code)
    asking = tuple(
        (edge.kind, edge.parent)
        for edge in chart.lines_above(unit.code)
        if edge.kind in ASKING_LINES and edge.exists_on(on)
    )
    return UnitShown(unit, unit.exists_on(on), path, below, posts, asking)


def _branch(chart: OrgChart, code: str, on: date) -> Branch:
    unit, head = chart.unit(code), chart.receiver(code, on)
    return Branch(code, unit.name, unit.level, head.title if head else "", sum(1 for _ in chart.subtree(code, on)))


def _post(chart: OrgChart, post: Post, on: date) -> PostShown:
    holder = chart.holder(post.code, on)
    acting = tuple(_acting(chart, a, on) for a in chart.acting if a.for_post == post.code and a.in_force_on(on))
    name = f"{holder.rank or ''}{holder.name}" if holder else ""
    since = holder.valid_from if holder else None
    return PostShown(post.code, post.title, post.grade, post.head, name, since, chart.away(post.code, on), acting)


def _acting(chart: OrgChart, given: ActingAppointment, on: date) -> ActingShown:
    holder = chart.holder(given.by_post, on)
    return ActingShown(
        given.kind, _title(chart, given.by_post), f"{holder.rank or ''}{holder.name}" if holder else "", _title(chart, given.for_post),
        given.order_number, given.valid_from, given.valid_to, given.scope, given.in_force_on(on),
    )  # fmt: skip


def _title(chart: OrgChart, post: str) -> str:
    known = chart.post_by_code.get(post)
    return known.title if known else post


def _search(chart: OrgChart, there: list[Unit], words: str, on: date) -> Iterator[Found]:
    """Yield units of that day by their own names, then by their posts' titles and holders; each unit once, at most `FOUND_AT_MOST`."""
    wanted, seen = spelling(words), dict[str, None]()
    for unit, why in _named(chart, there, on):
        if unit.code not in seen and wanted in spelling(why):
            seen[unit.code] = None
            yield Found(unit.code, unit.name, why)
            if len(seen) == FOUND_AT_MOST:
                return


def _named(chart: OrgChart, there: list[Unit], on: date) -> Iterator[tuple[Unit, str]]:
    by_code = {unit.code: unit for unit in there}
    for unit in there:
        yield from ((unit, name) for name in (unit.code, unit.name, *unit.aliases))
    for post in chart.posts:
        if post.unit in by_code:
            holder = chart.holder(post.code, on)
            yield by_code[post.unit], post.title
            if holder:
                yield by_code[post.unit], f"{holder.rank or ''}{holder.name} ({post.title})"
