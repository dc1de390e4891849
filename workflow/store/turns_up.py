"""Which steps of open journeys wait for a post: the question behind a commander's list."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from workflow.store.journey_tables import JourneyRow, JourneyStepRow
from workflow.store.tables import MatterRow


def waiting_at(session: Session, office: str, posts: Iterable[str]) -> list[tuple[JourneyRow, MatterRow]]:
    """Return the open journeys of an office on which one of these posts still waits, the one submitted first before the others."""
    waits = select(JourneyStepRow.journey_id).where(
        col(JourneyStepRow.post).in_(list(posts)), JourneyStepRow.state == "waiting"
    )
    query = (
        select(JourneyRow, MatterRow)
        .join(MatterRow, col(MatterRow.id) == col(JourneyRow.matter_id))
        .where(JourneyRow.state == "open", MatterRow.office == office, col(JourneyRow.id).in_(waits))
        .order_by(col(JourneyRow.submitted_at), col(JourneyRow.id))
    )
    return list(session.exec(query))


def journey_of_step(session: Session, step: int) -> tuple[JourneyStepRow, JourneyRow, MatterRow] | None:
    """Return a step with its journey and its matter; None when there is no such step."""
    query = (
        select(JourneyStepRow, JourneyRow, MatterRow)
        .join(JourneyRow, col(JourneyRow.id) == col(JourneyStepRow.journey_id))
        .join(MatterRow, col(MatterRow.id) == col(JourneyRow.matter_id))
        .where(JourneyStepRow.id == step)
    )
    return session.exec(query).first()
