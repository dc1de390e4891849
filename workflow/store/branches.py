"""A unit with everything below it, over all matters of its office: counts from the counters, of large matters from their roll-up."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import text
from sqlmodel import Session, col, select

from workflow.core.tracking import COUNTERS, NodeCounts
from workflow.store.counting import SUMS, day_value
from workflow.store.paper_tables import NegativeReceiptRow
from workflow.store.tables import DispatchRow, MatterRow

_ROLLED = ", ".join(f"sum(u.{name})" for name in COUNTERS)
_LARGE = "SELECT matter_id FROM roll WHERE total > :large"


def count_branch(session: Session, office: str, unit: str, today: date, large: int) -> dict[int, NodeCounts]:
    """Return the counts of the matters that reached a unit or anything below it; those of more than `large` recipients as rolled up."""
    given = {"office": office, "unit": unit, "large": large}
    live = f"""
        SELECT t.matter_id, {SUMS}
        FROM matter m JOIN sending s ON s.matter_id = m.id JOIN chart_seat c ON c.tree = s.tree AND c.unit = :unit
        JOIN tally t ON t.memo_id = s.memo_id AND t.seat BETWEEN c.seat AND c.last
        WHERE m.office = :office AND m.id NOT IN ({_LARGE}) GROUP BY t.matter_id"""
    rolled = f"""
        SELECT u.matter_id, {_ROLLED} FROM roll_up u JOIN matter m ON m.id = u.matter_id
        WHERE m.office = :office AND u.unit = :unit AND u.matter_id IN ({_LARGE}) GROUP BY u.matter_id"""
    found = list(session.connection().execute(text(rolled), given))
    found += session.connection().execute(text(live), {**given, "today": day_value(session, today)})
    return {matter: NodeCounts(*map(int, counts)) for matter, *counts in found}


def subjects(session: Session, matters: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return subject and owner of these matters; what was read of their letters stays where it is."""
    asked = select(MatterRow.id, MatterRow.subject, MatterRow.unit).where(col(MatterRow.id).in_(matters))
    return {number or 0: (subject, unit) for number, subject, unit in session.exec(asked)}


def left_unread(session: Session, matter: int, most: int) -> list[tuple[NegativeReceiptRow, DispatchRow]]:
    """Return who left a post of the matter's addressees before acknowledging, the newest first."""
    joined = select(NegativeReceiptRow, DispatchRow).join(
        DispatchRow, col(DispatchRow.id) == col(NegativeReceiptRow.dispatch_id)
    )
    newest = joined.where(DispatchRow.matter_id == matter).order_by(col(NegativeReceiptRow.id).desc()).limit(most)
    return list(session.exec(newest).all())
