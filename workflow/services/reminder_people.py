"""Who answers for a post on a day, and by which channels he is written to: asked once a sweep, for thousands of posts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workflow.core.office import Office, Way
from workflow.core.org import Holder, Post

MAIL = Way("mail")


@dataclass(frozen=True)
class Person:
    """Whoever is written to for a post: `key` tells persons apart (a mailbox; without one the post), `ways` have an address or none."""

    key: str
    post: str
    title: str
    ways: tuple[Way, ...]

    @property
    def reachable(self) -> bool:
        """Whether any channel has an address."""
        return any(way.address for way in self.ways)

    @property
    def address(self) -> str:
        """The first address there is, "" without one."""
        return next((way.address for way in self.ways if way.address), "")


def vacant_key(post: str) -> str:
    """Return what stands for the person of a post that nobody can be written to for."""
    return f"post:{post}"


class Directory:
    """The persons of one office on one day; `roster` are title and address of positions that stand in no chart."""

    def __init__(self, office: Office, on: date, roster: Mapping[str, tuple[str, str]] | None = None) -> None:
        self.office, self.on, self.roster = office, on, dict(roster or {})

    @cached_property
    def _holders(self) -> dict[str, Holder]:
        return {holder.post: holder for holder in reversed(self.office.chart.holders) if holder.holds_on(self.on)}

    @cached_property
    def _acting(self) -> dict[str, str]:
        return {one.for_post: one.by_post for one in reversed(self.office.chart.acting) if one.in_force_on(self.on)}

    @cached_property
    def _posts_of(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for post in self.office.chart.posts:
            found.setdefault(self.person(post.code, post.unit).key, []).append(post.code)
        return found

    def person(self, post: str, unit: str) -> Person:
        """Return who is written to for a post of a unit (a post abolished since is answered for by its unit)."""
        known = self.office.chart.post_by_code.get(post)
        title = known.title if known else self.roster.get(post, (post, ""))[0]
        ways = tuple(self._with_address(way, post, unit) for way in self._ways(post, unit))
        mailbox = next((way.address.casefold() for way in ways if way.address), "")
        return Person(mailbox or vacant_key(post), post, title, ways)

    def posts_of(self, person: Person) -> tuple[str, ...]:
        """Return every post the person is written to for."""
        return tuple(dict.fromkeys([person.post, *self._posts_of.get(person.key, ())]))

    def superior(self, unit: str) -> Post | None:
        """Return the post that leads the unit above; None at the top of the chart and for a unit the chart does not have."""
        chart = self.office.chart
        above = chart.parent(unit, self.on)
        return chart.head(above) if above else None

    def _ways(self, post: str, unit: str) -> Iterable[Way]:
        return self.office.ways.get(post) or self.office.ways.get(unit) or (MAIL,)

    def _with_address(self, way: Way, post: str, unit: str) -> Way:
        return way if way.address or way.channel != "mail" else Way("mail", self._mailbox(post, unit))

    def _mailbox(self, post: str, unit: str) -> str:
        """Return the holder's mailbox; of a vacant post that of whoever acts for it; else the unit's."""
        holder = self._holders.get(post) or self._holders.get(self._acting.get(post, ""))
        listed = self.office.chart.unit_by_code.get(unit)
        return (
            (holder.email if holder else None)
            or self.roster.get(post, ("", ""))[1]
            or (listed.email if listed else None)
            or ""
        )
