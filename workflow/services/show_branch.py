"""A commander's list: every matter that reached his unit or anything below it, those with somebody overdue first, and who that is."""

from dataclasses import dataclass
from datetime import date

from workflow.core.tracking import NodeCounts
from workflow.services.desk import Desk
from workflow.services.list_recipients import Listed, first_overdue
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
        matters = [BranchMatter(n, *rows[n], counts) for n, counts in counted.items()]
        matters.sort(key=lambda one: (-one.counts.overdue, -one.counts.waiting, -one.matter))
        behind = [one.matter for one in matters if one.counts.overdue]
        late = first_overdue(session, office, unit, behind, today, LATE)
    below = tuple((code, chart.unit(code).name) for code in chart.children(unit, today))
    papers = tuple(LatePaper(matter, rows[matter][0], line) for matter, line in late)
    return BranchView(unit, name, tuple(matters), below, papers)
