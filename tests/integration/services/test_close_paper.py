"""A paper that is sent back, sent wrong, sent anew or recalled: closed with its reason, counted, and nobody is reminded of it."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import select

from tests.begun import Play
from tests.integration.services.police import EVERYONE, holes, sent_to_everyone
from tests.integration.services.test_tallies import counted, told
from workflow.core.errors import Conflict, NotFound, Refused, UsageError
from workflow.core.when import When
from workflow.services.answer import AckRequest, StampRequest, acknowledge, forward, stamp_receipt
from workflow.services.close_paper import Recall, SentBack, recall, send_back
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.resend_paper import Resend, resend
from workflow.services.send_reminders import preview_reminders
from workflow.store.matters import dispatch_to, events
from workflow.store.sending_tables import TallyRow
from workflow.store.tables import AcknowledgementRow, DispatchRow

WHY = "ไม่อยู่ในอำนาจหน้าที่"
LATER = When.day(date(2025, 12, 3), "09:30")


@pytest.fixture
def desk(police_after: Callable[[Play], Desk]) -> Desk:
    """The police after a circular to every command."""
    return police_after(sent_to_everyone)


def of_unit(desk: Desk, unit: str) -> DispatchRow:
    with desk.store.read() as session:
        return dispatch_to(session, 1, unit)


def closed(desk: Desk) -> int:
    with desk.store.read() as session:
        return sum(row.closed for row in session.exec(select(TallyRow)))


def kinds(desk: Desk) -> list[str]:
    with desk.store.read() as session:
        return [event.kind for event in events(session, 1)]


@pytest.mark.parametrize(("wrong_unit", "state"), [(False, "rejected"), (True, "missent")])
def test_what_a_unit_sends_back_is_closed_with_its_reason_and_counted(desk: Desk, wrong_unit: bool, state: str) -> None:
    request = SentBack(1, "ภ.4", WHY, LATER, wrong_unit=wrong_unit)
    assert not send_back(desk, request).again and send_back(desk, request).again
    row = of_unit(desk, "ภ.4")
    assert (row.state, row.closed_why) == (state, WHY)
    assert closed(desk) == 1 and counted(desk) == told(desk)
    assert kinds(desk).count(state) == 1


def test_a_registered_paper_may_still_be_sent_back_but_not_an_acknowledged_one(desk: Desk) -> None:
    stamp_receipt(desk, StampRequest(1, "ภ.4", LATER))
    send_back(desk, SentBack(1, "ภ.4", WHY, LATER))
    acknowledge(desk, AckRequest(1, "ภ.5", LATER))
    with pytest.raises(Refused):
        send_back(desk, SentBack(1, "ภ.5", WHY, LATER))


def test_nothing_is_closed_without_a_reason_or_by_another_unit(desk: Desk) -> None:
    with pytest.raises(UsageError, match="เหตุผล"):
        send_back(desk, SentBack(1, "ภ.4", "  ", LATER))
    with pytest.raises(Refused, match="ไม่ใช่"):
        send_back(desk, SentBack(1, "ภ.4", WHY, LATER, dispatch=of_unit(desk, "ภ.5").id))
    assert closed(desk) == 0


def test_what_was_sent_back_is_sent_to_another_post_under_the_same_number(desk: Desk) -> None:
    old = of_unit(desk, "ภ.4")
    send_back(desk, SentBack(1, "ภ.4", WHY, LATER, wrong_unit=True))
    sent = resend(desk, Resend(1, old.id or 0, "ภ.จว.ขอนแก่นเป็นเจ้าของพื้นที่", LATER, to="ผบก.ภ.จว.ขอนแก่น"))
    new = of_unit(desk, "ภ.จว.ขอนแก่น")
    assert (new.id, new.replaces_id, new.memo_id, new.state) == (sent.dispatch, old.id, old.memo_id, "sent")
    assert of_unit(desk, "ภ.4").state == "withdrawn"
    assert counted(desk) == told(desk) and closed(desk) == 1
    assert new.due_on > old.due_on and set(holes(desk).values()) == {0}


def test_the_same_post_gets_it_again_and_is_asked_again(desk: Desk) -> None:
    send_back(desk, SentBack(1, "ภ.4", WHY, LATER))
    resend(desk, Resend(1, of_unit(desk, "ภ.4").id or 0, "เป็นของ ภ.4 จริง", LATER))
    row = of_unit(desk, "ภ.4")
    assert (row.state, row.closed_why, closed(desk)) == ("sent", None, 0)
    acknowledge(desk, AckRequest(1, "ภ.4", LATER))
    assert counted(desk) == told(desk)


def test_a_paper_stamped_before_it_was_sent_back_is_with_the_unit_again_once_it_stamps_again(desk: Desk) -> None:
    number = stamp_receipt(desk, StampRequest(1, "ภ.4", LATER)).what
    send_back(desk, SentBack(1, "ภ.4", WHY, LATER))
    resend(desk, Resend(1, of_unit(desk, "ภ.4").id or 0, "เป็นของ ภ.4 จริง", LATER))
    assert of_unit(desk, "ภ.4").state == "sent"
    answered = stamp_receipt(desk, StampRequest(1, "ภ.4", LATER))
    assert (answered.again, answered.what, of_unit(desk, "ภ.4").state) == (True, number, "received")
    assert counted(desk) == told(desk) and set(holes(desk).values()) == {0}


def test_a_paper_is_not_sent_anew_to_several_nor_to_whom_has_it_nor_after_an_answer(desk: Desk) -> None:
    number = of_unit(desk, "ภ.4").id or 0
    with pytest.raises(Refused, match="รายเดียว"):
        resend(desk, Resend(1, number, WHY, LATER, to="ผบก. ในสังกัด ภ.4"))
    with pytest.raises(Conflict, match="อยู่แล้ว"):
        resend(desk, Resend(1, number, WHY, LATER, to="ผบช.ภ.5"))
    acknowledge(desk, AckRequest(1, "ภ.4", LATER))
    with pytest.raises(Refused):
        resend(desk, Resend(1, number, WHY, LATER, to="ผบก.ภ.จว.ขอนแก่น"))


def test_a_recalled_sending_is_closed_to_the_last_leaf_and_what_was_acknowledged_stays_known(desk: Desk) -> None:
    acknowledge(desk, AckRequest(1, "สงป.", LATER))
    forward(desk, DispatchRequest(1, ("ผกก.ฝอ.สงป.",), LATER, unit="สงป."))
    done = recall(desk, Recall(1, "ส่งผิดเรื่อง", LATER))
    with desk.store.read() as session:
        rows = session.exec(select(DispatchRow)).all()
        known = session.exec(select(AcknowledgementRow)).all()
    assert {row.state for row in rows} == {"recalled"} and len(known) == 1
    assert (done.dispatches, done.acknowledged, closed(desk)) == (len(rows), 1, len(rows))
    assert counted(desk)[4] == len(rows) and recall(desk, Recall(1, "ส่งผิดเรื่อง", LATER)).again


def test_nobody_is_reminded_of_a_recalled_paper_and_it_may_be_sent_again_under_a_new_number(desk: Desk) -> None:
    far = date(2025, 12, 26)
    assert preview_reminders(desk, today=far)
    recall(desk, Recall(1, "ส่งผิดเรื่อง", LATER))
    assert not preview_reminders(desk, today=far)
    again = dispatch_memo(desk, DispatchRequest(1, (EVERYONE,), LATER))
    assert not again.again and set(holes(desk).values()) == {0}


def test_one_dispatch_is_recalled_with_its_branch_and_the_others_stay(desk: Desk) -> None:
    forward(desk, DispatchRequest(1, ("ผกก.ฝอ.สงป.",), LATER, unit="สงป."))
    done = recall(desk, Recall(1, WHY, LATER, dispatch=of_unit(desk, "สงป.").id))
    assert (done.dispatches, of_unit(desk, "ภ.4").state) == (2, "sent")
    assert counted(desk) == told(desk)


def test_a_recall_names_which_sending_when_there_are_several_and_says_when_there_is_none(desk: Desk) -> None:
    dispatch_memo(desk, DispatchRequest(1, ("ผบก. ในสังกัด สง.ผบ.ตร.",), LATER))
    with pytest.raises(Conflict, match="หลายครั้ง"):
        recall(desk, Recall(1, WHY, LATER))
    with pytest.raises(NotFound):
        recall(desk, Recall(1, WHY, LATER, memo=999))
