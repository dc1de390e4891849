"""A sending to more than can be written at once: in pieces, each once, counted, stopped and resumed; people come from the roster."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select

from tests.begun import Play
from tests.integration.services.police import DAY, EVERYONE, submitted_and_ordered
from workflow.core.errors import NotFound, Refused
from workflow.services import sending
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import (
    Dispatched,
    DispatchRequest,
    count_recipients,
    dispatch_memo,
)
from workflow.services.import_roster import count_roster, import_roster
from workflow.services.plan_sending import PlanQuestion, plan_sending
from workflow.services.show_sendings import list_sendings, show_sending
from workflow.store import sendings
from workflow.store.roster import replace_roster
from workflow.store.sending_tables import SendingListRow, SendingRow, TallyRow
from workflow.store.tables import DispatchRow, EntryRow, EventRow

ALL_OF = "ข้าราชการทุกคนในสังกัด สงป."
SMALL = 7


@pytest.fixture
def desk(police_after: Callable[[Play], Desk], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A police desk with a matter whose memo was ordered, 40 people in สงป. and its ฝอ., 5 elsewhere; a piece is of 7."""
    monkeypatch.setattr(sending, "AT_ONCE", SMALL)
    monkeypatch.setattr(sendings, "PIECE", SMALL)
    made = police_after(submitted_and_ordered)
    hold(
        made,
        *(person(n, "ฝอ.สงป." if n % 2 else "สงป.") for n in range(40)),
        *(person(n, "สทส.") for n in range(40, 45)),
    )
    return made


def person(n: int, unit: str) -> tuple[str, ...]:
    return (f"ตน {n:03}", unit, "เจ้าหน้าที่", "", f"นายตัวอย่าง {n}", "")


def hold(desk: Desk, *people: tuple[str, ...]) -> None:
    with desk.store.write() as session:
        replace_roster(session, "police", people)


def sent(desk: Desk, *to: str) -> Dispatched:
    return dispatch_memo(desk, DispatchRequest(1, to or (ALL_OF,), DAY))


def piece(desk: Desk, memo: int | None) -> bool:
    with desk.store.write() as session:
        return sending.write_piece(session, memo or 0, DAY.at)


def write_all(desk: Desk, memo: int | None) -> None:
    while piece(desk, memo):
        pass


def counts(desk: Desk) -> tuple[int, int, int, int]:
    """Dispatches, different posts among them, the units' totals, numbers taken for the note."""
    with desk.store.read() as session:
        posts = session.exec(select(DispatchRow.post)).all()
        total = sum(session.exec(select(TallyRow.total)).all())
        notes = session.exec(select(EntryRow.number).where(EntryRow.key.startswith("dispatch:"))).all()
        return len(posts), len(set(posts)), total, len(notes)


def test_the_transaction_takes_the_number_and_the_pieces_write_everybody_once(desk: Desk) -> None:
    done = sent(desk)
    assert (done.count, done.complete, counts(desk)) == (40, False, (0, 0, 0, 1))
    assert piece(desk, done.memo)
    assert 0 < counts(desk)[0] <= SMALL
    write_all(desk, done.memo)
    assert counts(desk) == (40, 40, 40, 1)
    assert show_sending(desk, done.memo or 0).state == "sent"


def test_addressees_named_one_by_one_go_in_pieces_too(desk: Desk) -> None:
    done = sent(desk, EVERYONE)
    assert not done.complete
    write_all(desk, done.memo)
    assert counts(desk) == (done.count, done.count, done.count, 1)
    with desk.store.read() as session:
        assert session.exec(select(SendingListRow)).all() == []
        assert {r.post for r in session.exec(select(DispatchRow))} == {d.post for d in done.plan.dispatches}


def test_posts_and_people_in_one_sending_are_all_there(desk: Desk) -> None:
    done = sent(desk, EVERYONE, ALL_OF)
    write_all(desk, done.memo)
    assert counts(desk) == (len(done.plan.dispatches) + 40,) * 3 + (1,)


def test_few_are_written_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "AT_ONCE", 100)
    assert sent(desk).complete
    assert counts(desk) == (40, 40, 40, 1)


def test_a_person_has_a_dispatch_with_the_reason_and_the_unit(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "AT_ONCE", 100)
    sent(desk)
    with desk.store.read() as session:
        row = session.exec(select(DispatchRow).where(DispatchRow.post == "ตน 001")).one()
    assert (row.unit, row.reason, row.state) == ("ฝอ.สงป.", "ทุกคนในสังกัด สงป.", "sent")


def test_who_is_excepted_gets_nothing(desk: Desk) -> None:
    done = sent(desk, f"{ALL_OF} ยกเว้น ฝอ.สงป.")
    write_all(desk, done.memo)
    with desk.store.read() as session:
        assert {row.unit for row in session.exec(select(DispatchRow))} == {"สงป."}
    assert counts(desk) == (20, 20, 20, 1)


def test_the_same_request_again_is_the_same_sending(desk: Desk) -> None:
    first, again = sent(desk), sent(desk)
    assert (again.number, again.again, again.count, again.complete) == (first.number, True, 40, False)
    write_all(desk, first.memo)
    assert sent(desk).complete
    assert counts(desk) == (40, 40, 40, 1)


def test_two_who_do_the_same_work_write_nobody_twice(desk: Desk) -> None:
    memo = sent(desk).memo
    for _ in range(20):
        piece(desk, memo)
    assert counts(desk) == (40, 40, 40, 1)
    with desk.store.read() as session:
        assert len(session.exec(select(EventRow).where(EventRow.kind == "sent-out")).all()) == 1


def test_a_stopped_sending_waits_and_is_resumed_where_it_was(desk: Desk) -> None:
    memo = sent(desk).memo or 0
    piece(desk, memo)
    with desk.store.write() as session:
        sending.stop_sending(session, memo)
    assert not piece(desk, memo)
    assert (show_sending(desk, memo).state_words, counts(desk)[0]) == ("หยุดไว้", SMALL)
    with desk.store.write() as session:
        sending.resume_sending(session, desk, memo)
    write_all(desk, memo)
    assert counts(desk) == (40, 40, 40, 1)


def test_only_what_is_under_way_can_be_stopped_and_only_what_stopped_resumed(desk: Desk) -> None:
    memo = sent(desk).memo or 0
    with pytest.raises(Refused), desk.store.write() as session:
        sending.resume_sending(session, desk, memo)
    write_all(desk, memo)
    with pytest.raises(Refused), desk.store.write() as session:
        sending.stop_sending(session, memo)
    with pytest.raises(NotFound):
        show_sending(desk, 99)


def test_the_roster_stays_as_it_is_while_a_sending_is_under_way(desk: Desk, tmp_path: Path) -> None:
    sent(desk)
    file = tmp_path / "roster.csv"
    file.write_text("post,unit,title\nตน 1,สงป.,เจ้าหน้าที่\n", encoding="utf-8")
    with pytest.raises(Refused, match="กำลังส่ง"):
        import_roster(desk, "police", file)
    assert count_roster(desk, "police").positions == 45


def test_what_is_resumed_goes_to_the_people_there_are_by_then(desk: Desk) -> None:
    memo = sent(desk).memo or 0
    piece(desk, memo)
    with desk.store.write() as session:
        sending.stop_sending(session, memo)
    hold(desk, *(person(n, "ฝอ.สงป." if n % 2 else "สงป.") for n in range(39)), person(50, "สงป."), person(51, "สงป."))
    with desk.store.write() as session:
        sending.resume_sending(session, desk, memo)
    write_all(desk, memo)
    line = show_sending(desk, memo)
    assert (line.state, line.written, line.planned, counts(desk)[:3]) == ("sent", 41, 41, (41, 41, 41))


def test_a_sending_whose_recipients_do_not_come_to_what_was_meant_is_never_called_sent(desk: Desk) -> None:
    memo = sent(desk).memo or 0
    piece(desk, memo)
    with desk.store.write() as session:
        session.get_one(SendingRow, memo).planned = 41
    with pytest.raises(Exception, match="๔๐ ราย"):
        write_all(desk, memo)
    with desk.store.write() as session:
        sending.record_failure(session, "เขียนผู้รับได้ ๔๐ ราย\nmore", memo, DAY.at)
    line = list_sendings(desk)[0]
    assert (line.state, line.trouble) == ("failed", "เขียนผู้รับได้ ๔๐ ราย")


def test_everybody_where_the_roster_knows_nobody_is_refused_before_a_number_is_taken(desk: Desk) -> None:
    hold(desk)
    with pytest.raises(Refused, match="ไม่มีบุคคลในสังกัด สงป"):
        sent(desk)
    assert counts(desk) == (0, 0, 0, 0)


def test_a_dry_run_counts_people_and_writes_nothing(desk: Desk) -> None:
    request = DispatchRequest(1, (ALL_OF,), DAY)
    assert count_recipients(desk, request, plan_sending(desk, PlanQuestion(1, (ALL_OF,), DAY)).plan) == 40
    assert counts(desk) == (0, 0, 0, 0)
