"""A commander's list: every matter that reached his unit or anything below it, those with somebody overdue first, and who that is."""

from dataclasses import dataclass
from datetime import date

from workflow.core.tracking import NodeCounts, Pill
from workflow.services.desk import Desk
from workflow.services.list_recipients import ListAsked, Listed, list_recipients
from workflow.services.recipients import LISTED
from workflow.store.branches import count_branch, subjects

LATE = 50  # papers named at once


@dataclass(frozen=True)
class BranchMatter:
    """One matter in a branch: its counts there."""

    matter: int
    subject: str
    owner: str
    counts: NodeCounts


@dataclass(frozen=True)
class LatePaper:
    """A paper of the branch that nobody has answered in time."""

    matter: int
    subject: str
    line: Listed


@dataclass(frozen=True)
class BranchView:
    """A branch: its matters, red first, the units right below, and the first of those who are late."""

    unit: str
    name: str
    matters: tuple[BranchMatter, ...]
    below: tuple[tuple[str, str], ...]
    late: tuple[LatePaper, ...]

    @property
    def overdue(self) -> int:
        """How many papers of the branch are overdue in all matters."""
        return sum(one.counts.overdue for one in self.matters)


def show_branch(desk: Desk, office: str, unit: str, *, today: date) -> BranchView:
    """Return a branch as of a day; NotFound for an unknown unit."""
    chart = desk.office(office).chart
    name = chart.unit(unit).name
    with desk.store.read() as session:
        counted = count_branch(session, office, unit, today, LISTED)
        rows = subjects(session, list(counted))
    matters = [BranchMatter(n, rows[n].subject, rows[n].unit, counts) for n, counts in counted.items()]
    matters.sort(key=lambda one: (-one.counts.overdue, -one.counts.waiting, -one.matter))
    below = tuple((code, chart.unit(code).name) for code in chart.children(unit, today))
    return BranchView(unit, name, tuple(matters), below, _late(desk, unit, matters, today))


def _late(desk: Desk, unit: str, matters: list[BranchMatter], today: date) -> tuple[LatePaper, ...]:
    found: list[LatePaper] = []
    for one in matters:
        if len(found) >= LATE or not one.counts.overdue:
            break
        lines = list_recipients(desk, ListAsked(one.matter, Pill.OVERDUE, unit), today=today).lines
        found += [LatePaper(one.matter, one.subject, line) for line in lines]
    return tuple(found[:LATE])
