"""รับช่วงงานที่ค้าง: what was under way when an office left is handed in anew where it came to.

The engine's own tables do not leave with an office: what waits is known from ours, and asked for once more under the same key.
"""

from sqlmodel import Session, col, select

from workflow.core.intake import IntakeState
from workflow.services.desk import Desk
from workflow.services.sending import enqueue
from workflow.services.take_in import ask_for_reading
from workflow.store.intake_tables import IntakeRow
from workflow.store.sending_tables import SendingRow


def take_up(session: Session, desk: Desk) -> int:
    """Hand in the reading of every file that waits, and what is left of every sending; return how many. No row changes.

    EngineNotReady before the engine's tables are there.
    """
    waiting = session.exec(
        select(IntakeRow).where(IntakeRow.state == IntakeState.WAITING).order_by(col(IntakeRow.id))
    ).all()
    begun = session.exec(
        select(SendingRow).where(SendingRow.state == "sending").order_by(col(SendingRow.memo_id))
    ).all()
    for file in waiting:
        ask_for_reading(session, desk, file)
    for sending in begun:
        enqueue(session, desk, sending)
    return len(waiting) + len(begun)
