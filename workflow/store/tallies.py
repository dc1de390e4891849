"""The counters of a sending: one row a unit, moved in the transaction of the answer that they count."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlmodel import Session, col, func, select, update

from workflow.core.dispatch import DispatchState
from workflow.core.when import When
from workflow.routing.seats import Tree
from workflow.store.dialects import inserting
from workflow.store.roster import learn
from workflow.store.sending_tables import SeatRow, SendingRow, TallyRow
from workflow.store.tables import DispatchRow


def keep_tree(session: Session, tree: Tree) -> None:
    """Keep the seats of a tree once; they are never changed."""
    if session.exec(select(SeatRow.tree).where(SeatRow.tree == tree.name).limit(1)).first():
        return
    rows = [{"tree": tree.name, **vars(seat)} for seat in tree.seats]
    session.connection().execute(inserting(session, SeatRow).on_conflict_do_nothing(), rows)
    learn(session, "chart_seat")


def add_to_tally(session: Session, sending: SendingRow, unit: str, at: datetime) -> None:
    """Count one more recipient at a unit, which may be new to the sending."""
    seat = session.get(SeatRow, (sending.tree, unit))
    none = dict.fromkeys(("received", "acknowledged", "forwarded", "answered", "closed"), 0)
    row = {
        "memo_id": sending.memo_id,
        "matter_id": sending.matter_id,
        "unit": unit,
        "seat": seat.seat if seat else 0,
        "total": 1,
    }
    one_more = {"total": col(TallyRow.total) + 1}
    here = ["memo_id", "unit"]
    session.connection().execute(
        inserting(session, TallyRow).values(**row, **none).on_conflict_do_update(index_elements=here, set_=one_more)
    )
    sending.planned, sending.touched_at, sending.moves = sending.planned + 1, at, sending.moves + 1


def count(session: Session, sent: DispatchRow, at: datetime, moved: Mapping[str, int]) -> None:
    """Move the counters of the dispatch's unit (`received`, `acknowledged`, `forwarded`, `answered`, `closed`) and say when.

    That something moved is said also where no counter does: a second stamp may be dated before the first.
    """
    if any(moved.values()):
        here = (col(TallyRow.memo_id) == sent.memo_id, col(TallyRow.unit) == sent.unit)
        session.exec(
            update(TallyRow).where(*here).values({name: col(getattr(TallyRow, name)) + n for name, n in moved.items()})
        )
    session.exec(
        update(SendingRow)
        .where(col(SendingRow.memo_id) == sent.memo_id)
        .values(touched_at=at, moves=col(SendingRow.moves) + 1)
    )


def answered_by(before: str, after: str) -> int:
    """Return 1 when a move from one state to the other is the dispatch's first answer."""
    return int(DispatchState(after).answered) - int(DispatchState(before).answered)


def recipients_counted(session: Session, matter: int) -> int:
    """Return how many recipients a matter has, by its counters: asked before 200,000 rows are read."""
    return session.exec(select(func.coalesce(func.sum(TallyRow.total), 0)).where(TallyRow.matter_id == matter)).one()


def first_sent(session: Session, matter: int) -> date | None:
    """Return the day of a matter's first sending."""
    at = session.exec(select(func.min(SendingRow.sent_at)).where(SendingRow.matter_id == matter)).one()
    return When(at).on if at else None
