"""The counters of a sending say what its dispatches say."""

from pathlib import Path

from sqlmodel import select

from tests.integration.services.police import DAY, police_desk, sent_to_everyone
from workflow.core.dispatch import DispatchState
from workflow.services.answer import AckRequest, StampRequest, acknowledge, forward, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest
from workflow.store.sending_tables import SeatRow, SendingRow, TallyRow
from workflow.store.tables import AcknowledgementRow, DispatchRow, ReceiptRow


def counted(desk: Desk) -> tuple[int, ...]:
    with desk.store.read() as session:
        rows = session.exec(select(TallyRow)).all()
    return tuple(
        sum(getattr(r, name) for r in rows) for name in ("total", "received", "acknowledged", "forwarded", "answered")
    )


def told(desk: Desk) -> tuple[int, ...]:
    with desk.store.read() as session:
        rows = session.exec(select(DispatchRow)).all()
        stamped = {r.dispatch_id for r in session.exec(select(ReceiptRow))}
        known = {r.dispatch_id for r in session.exec(select(AcknowledgementRow))}
        passed = {r.parent_id for r in rows if r.parent_id}
    answered = sum(DispatchState(r.state).answered for r in rows)
    return len(rows), len(stamped), len(known), len(passed), answered


def test_counters_and_dispatches_agree_after_every_answer(database_url: str, tmp_path: Path) -> None:
    desk = police_desk(database_url, tmp_path)
    matter = sent_to_everyone(desk)
    assert counted(desk) == told(desk)
    for unit in ("ภ.4", "ภ.4", "สงป."):
        stamp_receipt(desk, StampRequest(matter, unit, DAY))
        acknowledge(desk, AckRequest(matter, unit, DAY))
    forward(desk, DispatchRequest(matter, ("ผกก.ฝอ.สงป.",), DAY, unit="สงป."))
    assert counted(desk) == told(desk)
    assert counted(desk)[1:] == (2, 2, 1, 2)


def test_every_counter_sits_where_its_unit_sat_that_day(database_url: str, tmp_path: Path) -> None:
    desk = police_desk(database_url, tmp_path)
    sent_to_everyone(desk)
    with desk.store.read() as session:
        sending = session.exec(select(SendingRow)).one()
        seats = dict(session.exec(select(SeatRow.unit, SeatRow.seat).where(SeatRow.tree == sending.tree)).all())
        assert {(r.unit, r.seat) for r in session.exec(select(TallyRow))} == {
            (unit, seats[unit]) for unit in {d.unit for d in session.exec(select(DispatchRow))}
        }
        assert sending.planned == len(session.exec(select(DispatchRow)).all())
