"""Every matter at a glance: its state and the counted truths, from the roll-up where it is still true, from the counters else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from workflow.core.matter import MatterState
from workflow.core.tracking import NodeCounts
from workflow.services.desk import Desk
from workflow.services.show_status import Counts
from workflow.store.counting import count_matters
from workflow.store.matters import all_matters
from workflow.store.roll_ups import fresh_totals
from workflow.store.tables import MatterRow


@dataclass(frozen=True)
class MatterCard:
    """One line of the list of matters."""

    matter: int
    unit: str
    subject: str
    state_thai: str
    opened_at: datetime
    counts: Counts


def show_matters(desk: Desk, *, today: date, rows: Sequence[MatterRow] | None = None) -> list[MatterCard]:
    """Return every matter (or those of `rows`) as of a day, those with overdue addressees first, then newest first."""
    with desk.store.read() as session:
        rows = all_matters(session) if rows is None else rows
        counted = fresh_totals(session, today)
        counted |= count_matters(session, [row.id or 0 for row in rows if row.id not in counted], today)
    cards = [_card(row, counted.get(row.id or 0, NodeCounts())) for row in rows]
    return sorted(cards, key=lambda card: card.counts.overdue == 0)


def _card(row: MatterRow, found: NodeCounts) -> MatterCard:
    counts = Counts(found.total, found.received, found.acknowledged, found.forwarded, found.overdue, found.waiting)
    return MatterCard(row.id or 0, row.unit, row.subject, MatterState(row.state).thai, row.opened_at, counts)
