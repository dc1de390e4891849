"""Whose turn it is on open journeys: the question behind a commander's list and his queue."""

from sqlalchemy import ColumnElement, and_, exists
from sqlmodel import Session, col, select

from workflow.core.journey import StepState
from workflow.store.journey_tables import JourneyRow, JourneyStepRow
from workflow.store.tables import MatterRow


def its_turn() -> ColumnElement[bool]:
    """Return the condition that a step waits and none before it on its way does: `turn` of core/journey.py, asked of the database."""
    earlier = JourneyStepRow.__table__.alias("earlier")  # type: ignore[attr-defined]
    before = (earlier.c.journey_id == JourneyStepRow.journey_id, earlier.c.position < JourneyStepRow.position)
    return and_(
        col(JourneyStepRow.state) == StepState.WAITING, ~exists().where(*before, earlier.c.state == StepState.WAITING)
    )


def waiting_at(session: Session, office: str, post: str, limit: int) -> list[tuple[JourneyRow, MatterRow]]:
    """Return the open journeys of an office on which it is this post's turn, the one submitted first before the others."""
    waits = select(JourneyStepRow.journey_id).where(JourneyStepRow.post == post, its_turn())
    query = (
        select(JourneyRow, MatterRow)
        .join(MatterRow, col(MatterRow.id) == col(JourneyRow.matter_id))
        .where(JourneyRow.state == "open", MatterRow.office == office, col(JourneyRow.id).in_(waits))
        .order_by(col(JourneyRow.submitted_at), col(JourneyRow.id))
        .limit(limit)
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
