"""A memo submitted, returned and submitted again, on both databases: its number, its way, and what each round keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.begun import Play
from tests.integration.services import police
from workflow.core.errors import NotFound, Refused, UsageError
from workflow.core.register import Book, RegisterKey
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.draft_memo import MemoOut, draft_memo, preview_submit, submit_memo
from workflow.services.give_order import Decision, give_order, pass_memo, return_memo
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.services.show_journey import show_journey
from workflow.store.json_shapes import document_from
from workflow.store.matters import last_memo
from workflow.store.registers import Registers

DEPUTY, CHIEF, COMMANDER = "รอง ผบช.สทส.", police.ORDERING, "ผบ.ตร."
NOV, DEC, JAN = (When.day(date(*on)) for on in ((2025, 12, 29), (2025, 12, 30), (2026, 1, 6)))
OUT = MemoOut(1, "result-report", NOV)


def drafted(desk: Desk) -> None:
    receive_letter(desk, Arrival(police.LETTER, "police", "สทส.", When.day(date(2025, 11, 17))))
    draft_memo(desk, OUT)


@pytest.fixture
def desk(police_after: Callable[[Play], Desk]) -> Desk:
    """A memo is drafted."""
    return police_after(drafted)


def numbers(desk: Desk, year: int) -> list[int]:
    with desk.store.read() as session:
        registers = Registers(session, "police", desk.office("police").openings)
        return [entry.number for entry in registers.entries(RegisterKey("สทส.", Book.OUTGOING, year))]


@pytest.mark.parametrize(("again", "taken"), [(DEC, ([4736], [])), (JAN, ([4736], [1]))])
def test_a_returned_memo_keeps_its_number_in_the_year_and_sets_out_anew(
    desk: Desk, again: When, taken: tuple[list[int], list[int]]
) -> None:
    submit_memo(desk, OUT)
    return_memo(desk, Decision(1, "ขอให้แนบผลคะแนน", CHIEF, DEC))
    submit_memo(desk, replace(OUT, when=again))
    assert (numbers(desk, 2568), numbers(desk, 2569)) == taken
    rounds = show_journey(desk, 1, today=again.on).rounds
    assert [(r.round, r.state, [s.state for s in r.steps]) for r in rounds] == [
        (1, "returned", ["returned", "skipped"]), (2, "open", ["waiting", "waiting"]),
    ]  # fmt: skip
    give_order(desk, Decision(1, "เห็นชอบ", CHIEF, again))


def test_an_order_on_the_words_of_the_round_before_is_refused(desk: Desk) -> None:
    submit_memo(desk, OUT)
    read = show_journey(desk, 1, today=NOV.on).rounds[0].seen
    return_memo(desk, Decision(1, "แก้ไข", CHIEF, DEC))
    submit_memo(desk, replace(OUT, when=JAN))
    with pytest.raises(Refused, match="ไม่ใช่ฉบับที่เสนออยู่"):
        give_order(desk, Decision(1, "เห็นชอบ", CHIEF, JAN, seen=read))
    assert give_order(desk, Decision(1, "เห็นชอบ", CHIEF, JAN)).capacity == "ผู้ช่วย ผบ.ตร. ปรท.ผบ.ตร."


def test_nothing_is_submitted_again_before_it_came_back(desk: Desk) -> None:
    submit_memo(desk, OUT)
    return_memo(desk, Decision(1, "แก้ไข", CHIEF, DEC))
    before = police.rows(desk)
    with pytest.raises(Refused, match="อยู่ก่อนวันที่ส่งคืน"):
        submit_memo(desk, OUT)
    assert police.rows(desk) == before


def test_the_way_a_clerk_names_is_printed_and_kept(desk: Desk) -> None:
    out = replace(OUT, via=(DEPUTY, CHIEF))
    assert preview_submit(desk, out) == COMMANDER
    submit_memo(desk, out)
    with desk.store.read() as session:
        to = document_from(last_memo(session, 1, "result-report").document).head.to
    assert to == ("ผบ.ตร. (ผ่าน รอง ผบช.สทส. และ ผู้ช่วย ผบ.ตร.(ปร ๓))",)
    assert pass_memo(desk, Decision(1, "", DEPUTY, NOV)).waiting == (CHIEF,)


def test_a_memo_may_go_straight_to_its_addressee(desk: Desk) -> None:
    submit_memo(desk, replace(OUT, via=()))
    with desk.store.read() as session:
        assert document_from(last_memo(session, 1, "result-report").document).head.to == (COMMANDER,)
    assert give_order(desk, Decision(1, "ทราบ", COMMANDER, NOV)).capacity == COMMANDER


@pytest.mark.parametrize(
    ("via", "kind"), [((CHIEF, CHIEF), UsageError), ((COMMANDER,), UsageError), (("ผบ.ไหน",), NotFound)]
)
def test_a_way_that_cannot_be_walked_takes_no_number(desk: Desk, via: tuple[str, ...], kind: type[Exception]) -> None:
    before = police.rows(desk)
    with pytest.raises(kind):
        submit_memo(desk, replace(OUT, via=via))
    assert police.rows(desk) == before
