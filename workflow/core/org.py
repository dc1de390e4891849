"""The office's people and posts as of a day: units with typed parents, posts, holders, acting appointments.

A chart is data (`config/<office>/`); everything here is asked *as of a day*, because units, holders and acting appointments
have validity dates.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from workflow.core.acting import DELEGATED, Absence, FieldOfWork
from workflow.core.committee import COMMITTEE, RECEIVING_ROLES, Meeting, Member
from workflow.core.errors import NotFound
from workflow.core.likeness import nearest_of

ParentKind = Literal["สายบังคับบัญชา", "สายงาน", "ประสาน"]
CHAIN_OF_COMMAND: ParentKind = "สายบังคับบัญชา"
ASKING_LINES: tuple[ParentKind, ...] = ("สายงาน", "ประสาน")
"""The lines along which a unit may ask (ขอความร่วมมือ) but not order."""


def _in_force(start: date | None, end: date | None, on: date) -> bool:
    return (start is None or start <= on) and (end is None or on <= end)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit (หน่วย): `code` is its usual abbreviation and its key (`สทส.`), `level` its class (`บช.`, `บก.`, `กก.`).

    `aliases` are other spellings under which papers name it (`ฝอ.๒ สทส.`, `ภ.จว.ขก.`). `number_format` and `order_format` say how it
    writes its numbers (core/letter_number.py; None: as usual); `own_circulars`: its circulars are numbered from 1 (ข้อ ๓๒).
    `successor` took its work over; several units
    may name one. `issues_numbers` says outright whether it may number papers; None: it may where it has a `number_prefix`.
    """

    code: str
    name: str
    level: str
    number_prefix: str | None = None
    phone: str | None = None
    email: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    aliases: tuple[str, ...] = ()
    number_format: str | None = None
    order_format: str | None = None
    own_circulars: bool = False
    issues_numbers: bool | None = None

    @property
    def can_issue_number(self) -> bool:
        """Whether the unit has a register of outgoing papers of its own (not every unit may issue numbers)."""
        return self.number_prefix is not None if self.issues_numbers is None else self.issues_numbers

    @property
    def is_committee(self) -> bool:
        """Whether it is a committee, which has members and meetings and no posts of its own."""
        return self.level == COMMITTEE

    def exists_on(self, on: date) -> bool:
        """Whether the unit exists on that day."""
        return _in_force(self.valid_from, self.valid_to, on)


@dataclass(frozen=True, slots=True)
class Edge:
    """`child` answers to `parent` along a line of the given kind; a province is a matrix, so a unit may have several."""

    child: str
    parent: str
    kind: ParentKind = CHAIN_OF_COMMAND
    valid_from: date | None = None
    valid_to: date | None = None

    def exists_on(self, on: date) -> bool:
        """Whether the line exists on that day."""
        return _in_force(self.valid_from, self.valid_to, on)


@dataclass(frozen=True, slots=True)
class Post:
    """A post (ตำแหน่ง): `code` is the key (`ผบช.สทส.`), `grade` the class it is or is equal to (`ผบช.`), `head` if it leads its unit.

    `title` is what is printed; `equivalent` is true for "ผู้ดำรงตำแหน่งเทียบเท่า", whose title is not the grade's own. `number` is the
    number of the position (เลขที่ตำแหน่ง), where the office keeps them.
    """

    code: str
    title: str
    unit: str
    grade: str
    head: bool = False
    equivalent: bool = False
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in a post for a time (ผู้ดำรงตำแหน่ง)."""

    post: str
    rank: str | None
    name: str
    email: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, on: date) -> bool:
        """Whether the person holds the post on that day."""
        return _in_force(self.valid_from, self.valid_to, on)


@dataclass(frozen=True, slots=True)
class ActingAppointment:
    """The holder of `by_post` may act for `for_post` (ปรท. ปฏิบัติราชการแทน, รรท. รักษาราชการแทน …), by an order, for a time."""

    by_post: str
    for_post: str
    kind: str
    order_number: str
    valid_from: date
    valid_to: date | None = None
    scope: str = "ทั่วไป"

    @property
    def delegates(self) -> bool:
        """Whether a power was delegated by a holder who is there (ปรท.), not a vacant or absent holder stood in for (รรท.)."""
        return self.kind in DELEGATED

    def in_force_on(self, on: date) -> bool:
        """Whether the appointment covers that day, both ends included."""
        return _in_force(self.valid_from, self.valid_to, on)


@dataclass(frozen=True)
class OrgChart:
    """Every unit, line, post, holder, acting appointment and committee of one office; `grades` lists post classes from the top down."""

    office: str
    grades: tuple[str, ...]
    units: tuple[Unit, ...]
    edges: tuple[Edge, ...]
    posts: tuple[Post, ...]
    holders: tuple[Holder, ...] = ()
    acting: tuple[ActingAppointment, ...] = field(default=())
    absences: tuple[Absence, ...] = ()
    fields_of_work: tuple[FieldOfWork, ...] = ()
    members: tuple[Member, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    @cached_property
    def unit_by_code(self) -> dict[str, Unit]:
        """Units by code."""
        return {unit.code: unit for unit in self.units}

    @cached_property
    def post_by_code(self) -> dict[str, Post]:
        """Posts by code."""
        return {post.code: post for post in self.posts}

    @cached_property
    def posts_of(self) -> dict[str, tuple[str, ...]]:
        """The codes of a unit's posts, by unit."""
        found: dict[str, list[str]] = {}
        for post in self.posts:
            found.setdefault(post.unit, []).append(post.code)
        return {unit: tuple(codes) for unit, codes in found.items()}

    @cached_property
    def _heads(self) -> dict[str, Post]:
        return {post.unit: post for post in reversed(self.posts) if post.head}

    @cached_property
    def _parents(self) -> dict[str, tuple[Edge, ...]]:
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(edge.child, []).append(edge)
        return {child: tuple(edges) for child, edges in found.items()}

    @cached_property
    def _children(self) -> dict[tuple[str, ParentKind], tuple[Edge, ...]]:
        found: dict[tuple[str, ParentKind], list[Edge]] = {}
        for edge in self.edges:
            if edge.child in self.unit_by_code:
                found.setdefault((edge.parent, edge.kind), []).append(edge)
        return {above: tuple(edges) for above, edges in found.items()}

    def unit(self, code: str) -> Unit:
        """Return the unit; NotFound names it and the nearest spellings otherwise."""
        try:
            return self.unit_by_code[code]
        except KeyError:
            raise NotFound(
                f"ไม่พบหน่วย “{code}” ในผังหน่วยของ {self.office}", next_step=nearest_of(code, self.unit_by_code)
            ) from None

    def post(self, code: str) -> Post:
        """Return the post; NotFound names it and the nearest spellings otherwise."""
        try:
            return self.post_by_code[code]
        except KeyError:
            raise NotFound(
                f"ไม่พบตำแหน่ง “{code}” ในผังหน่วยของ {self.office}", next_step=nearest_of(code, self.post_by_code)
            ) from None

    @cached_property
    def _holders_of(self) -> dict[str, list[Holder]]:
        found: dict[str, list[Holder]] = {}
        for holder in self.holders:
            found.setdefault(holder.post, []).append(holder)
        return found

    @cached_property
    def _members_of(self) -> dict[str, list[Member]]:
        found: dict[str, list[Member]] = {}
        for member in self.members:
            found.setdefault(member.committee, []).append(member)
        return found

    def head(self, unit: str) -> Post | None:
        """Return the post that leads the unit; for a committee the one that receives its papers, as its newest members are."""
        return self._heads.get(unit) or self._receiver(self._members_of.get(unit, ())[::-1])

    def members_of(self, committee: str, on: date) -> tuple[Member, ...]:
        """Return who sits on a committee that day, in the chart's order."""
        return tuple(member for member in self._members_of.get(committee, ()) if member.sits_on(on))

    def receiver(self, unit: str, on: date) -> Post | None:
        """Return the post that receives the unit's papers that day: its head; a committee's secretary, or its chair when it has none."""
        return self._heads.get(unit) or self._receiver(self.members_of(unit, on))

    def _receiver(self, members: Sequence[Member]) -> Post | None:
        posts = (m.post for role in RECEIVING_ROLES for m in members if m.role == role)
        return self.post_by_code.get(next(posts, ""))

    def parent(self, unit: str, on: date, kind: ParentKind = CHAIN_OF_COMMAND) -> str | None:
        """Return the unit above along one kind of line on that day."""
        lines = (e.parent for e in self._parents.get(unit, ()) if e.kind == kind and e.exists_on(on))
        return next(lines, None)

    def lines_above(self, unit: str) -> tuple[Edge, ...]:
        """Return every line from the unit to those above it, of any kind and any time."""
        return self._parents.get(unit, ())

    def has_below(self, unit: str) -> bool:
        """Whether any line ever led from another unit to this one."""
        return any((unit, kind) in self._children for kind in (CHAIN_OF_COMMAND, *ASKING_LINES))

    def children(self, unit: str, on: date, kind: ParentKind = CHAIN_OF_COMMAND) -> tuple[str, ...]:
        """Return the units directly below along one kind of line, those that exist on that day."""
        edges = self._children.get((unit, kind))
        if edges is None:
            return ()
        return tuple(e.child for e in edges if e.exists_on(on) and self.unit_by_code[e.child].exists_on(on))

    def stands_under(self, unit: str, parent: str, on: date, kind: ParentKind = CHAIN_OF_COMMAND) -> bool:
        """Whether a line of that kind leads from the unit straight to `parent` on that day."""
        return any(e.parent == parent and e.kind == kind and e.exists_on(on) for e in self._parents.get(unit, ()))

    def ancestors(self, unit: str, on: date) -> Iterator[str]:
        """Yield the units above, nearest first, along the chain of command."""
        seen = {unit}
        above = self.parent(unit, on)
        while above is not None and above not in seen:
            yield above
            seen.add(above)
            above = self.parent(above, on)

    def subtree(self, unit: str, on: date) -> Iterator[str]:
        """Yield the units below, nearest level first, along the chain of command; the unit itself is not among them."""
        level = list(self.children(unit, on))
        seen = {unit}
        while level:
            yield from level
            seen.update(level)
            level = [c for u in level for c in self.children(u, on) if c not in seen]

    def holder(self, post: str, on: date) -> Holder | None:
        """Return who holds the post on that day; None when it is vacant."""
        return next((h for h in self._holders_of.get(post, ()) if h.holds_on(on)), None)

    def holders_of(self, post: str) -> tuple[Holder, ...]:
        """Return everybody whom the chart ever names as holder of the post."""
        return tuple(self._holders_of.get(post, ()))

    def at_work(self, post: str, on: date) -> bool:
        """Whether the post is held on that day by somebody who is not away."""
        return self.holder(post, on) is not None and not self.away(post, on)

    def away(self, post: str, on: date) -> bool:
        """Whether the post's holder is away on that day."""
        return any(absence.post == post and absence.covers(on) for absence in self.absences)

    def grade_index(self, grade: str) -> int:
        """Return 0 for the highest class; an unknown class counts as the lowest."""
        return self.grades.index(grade) if grade in self.grades else len(self.grades)
