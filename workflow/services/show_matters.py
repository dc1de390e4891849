"""Every matter at a glance: its state and the four counted truths, asked in a handful of queries however many addressees there are."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, distinct, func, select

from workflow.core.dispatch import DispatchState
from workflow.core.matter import MatterState
from workflow.services.desk import Desk
from workflow.services.show_status import Counts
from workflow.store.matters import all_matters
from workflow.store.tables import AcknowledgementRow, DispatchRow, MatterRow, ReceiptRow

_UNANSWERED = [state.value for state in DispatchState if not state.answered]


@dataclass(frozen=True)
class MatterCard:
    """One line of the list of matters."""

    matter: int
    unit: str
    subject: str
    state_thai: str
    opened_at: datetime
    counts: Counts


def show_matters(desk: Desk, *, today: date) -> list[MatterCard]:
    """Return every matter as of a day, those with overdue addressees first, then newest first."""
    with desk.store.read() as session:
        rows, tallies = all_matters(session), _tallies(session, today)
    cards = [_card(row, tallies) for row in rows]
    return sorted(cards, key=lambda card: card.counts.overdue == 0)


def _card(row: MatterRow, tallies: dict[str, dict[int, int]]) -> MatterCard:
    number = row.id or 0
    counts = Counts(**{name: tally.get(number, 0) for name, tally in tallies.items()})
    return MatterCard(number, row.unit, row.subject, MatterState(row.state).thai, row.opened_at, counts)


def _tallies(session: Session, today: date) -> dict[str, dict[int, int]]:
    """Return addressees by matter, counted as `show_status` counts them for one matter."""
    matter, own_id = col(DispatchRow.matter_id), col(DispatchRow.id)
    by_matter = select(matter, func.count(distinct(own_id))).group_by(matter)
    overdue = (col(DispatchRow.due_on) < today, col(DispatchRow.state).in_(_UNANSWERED))
    return {
        "sent": _tally(session, by_matter),
        "received": _tally(session, by_matter.join(ReceiptRow, col(ReceiptRow.dispatch_id) == own_id)),
        "acknowledged": _tally(
            session, by_matter.join(AcknowledgementRow, col(AcknowledgementRow.dispatch_id) == own_id)
        ),
        "forwarded": _tally(session, select(matter, func.count(distinct(col(DispatchRow.parent_id)))).group_by(matter)),
        "overdue": _tally(session, by_matter.where(*overdue)),
    }


def _tally(session: Session, question: Any) -> dict[int, int]:
    return dict(session.exec(question).all())
