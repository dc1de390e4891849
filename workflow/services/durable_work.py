"""What the durable engine does for us: sendings in pieces, the reminders that the clock asks for, and files to be read."""

from collections.abc import Callable
from datetime import datetime, timedelta

from workflow.durable.port import Work
from workflow.services.desk import Desk
from workflow.services.send_reminders import may_remind, sweep_reminders
from workflow.services.sending import WORK, once_ready, record_failure, write_piece
from workflow.services.take_in import WORK as READ
from workflow.services.take_in import read_taken, record_unread

REMIND = "remind"
SLOT = timedelta(minutes=10)


def works(desk: Desk, now: Callable[[], datetime]) -> tuple[Work, ...]:
    """Return every work there is; `now` is the clock of the process that does it."""

    return (
        Work(
            WORK,
            piece=lambda session, memo: write_piece(session, memo, now()),
            failed=lambda session, error, memo: record_failure(session, error, memo, now()),
        ),
        # a sweep keeps its own promises in transactions of their own, by unique keys: doing it twice does it once
        Work(
            REMIND,
            piece=lambda session, at: False,
            then=lambda at: sweep_reminders(desk, at=datetime.fromisoformat(at)),
        ),
        # a reading changes nothing but its own row, which says whether it was done: doing it twice does it once
        Work(
            READ,
            piece=lambda session, number: False,
            then=lambda number: read_taken(desk, number),
            failed=record_unread,
        ),
    )


def ask_for_reminders(desk: Desk, *, at: datetime) -> bool:
    """Hand in the sweep of this moment's ten minutes, once however many clocks ask; return whether offices work now at all."""
    if not may_remind(desk, at):
        return False
    slot = datetime.min.replace(tzinfo=at.tzinfo) + (at - datetime.min.replace(tzinfo=at.tzinfo)) // SLOT * SLOT
    once_ready(desk, lambda: _hand_in(desk, slot, at))
    return True


def _hand_in(desk: Desk, slot: datetime, at: datetime) -> None:
    with desk.store.write() as session:
        desk.engine.enqueue(session, REMIND, f"{REMIND}:{slot.isoformat()}", at.isoformat())
