"""ยกเลิกเลข: the number is burnt and says why; the paper that bears it must have been taken back."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from tests import build
from tests.integration.services import police
from workflow.core.errors import NotFound, Refused
from workflow.core.register import Book, RegisterKey
from workflow.core.when import When
from workflow.services.answer import StampRequest, stamp_receipt
from workflow.services.certify_register import certify
from workflow.services.desk import Desk
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.give_order import Decision, return_memo
from workflow.services.keep_register import LineName, NumberRequest, issue_numbers
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.services.show_register import show_register
from workflow.services.void_number import VoidRequest, void_number
from workflow.store.engine import Store
from workflow.store.registers import EntryDraft, Registers
from workflow.store.tables import DispatchRow, EntryRow, MemoRow

DAY = When.day(date(2019, 12, 6), "10:00")
KEY = RegisterKey("สทส.", Book.OUTGOING, 2562)
CLERK = "ส.ต.ต. ตัวอย่าง"


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    return build.desk(store, tmp_path)


def void(number: int, *, unit: str = "สทส.", book: Book = Book.OUTGOING, by: int | None = None) -> VoidRequest:
    return VoidRequest(LineName("test", unit, book, 2562, number), "พิมพ์ซ้ำ", CLERK, DAY, by)


def issued(desk: Desk, count: int = 1) -> None:
    issue_numbers(desk, NumberRequest("test", "สทส.", Book.OUTGOING, DAY, "r", "เรื่อง", "สพร.", count))


def remarks(desk: Desk) -> dict[str, str]:
    return {line.numbers: line.remark for line in show_register(desk, "test", "สทส.", Book.OUTGOING, 2562).lines}


def test_a_void_number_is_burnt_and_says_why_by_whom_and_what_replaced_it(desk: Desk) -> None:
    issued(desk, 2)
    assert void_number(desk, void(1, by=2)).letter_number == "๐๐๓๓/๑"
    assert remarks(desk) == {"๑": f"พิมพ์ซ้ำ โดย {CLERK} ๖ ธ.ค.๖๒ แทนด้วยเลข ๒", "๒": "แทนเลข ๑ ที่ยกเลิก"}
    issue_numbers(desk, NumberRequest("test", "สทส.", Book.OUTGOING, DAY, "next", "ใหม่"))
    (found,) = certify(desk, "test")
    assert (found.issued, found.void, found.last, found.sound) == (2, 1, 3, True)


def test_voiding_twice_is_voiding_once_and_the_request_gets_its_void_number_again(desk: Desk) -> None:
    issued(desk)
    assert not void_number(desk, void(1)).again
    assert void_number(desk, void(1)).again
    issued(desk)
    assert certify(desk, "test")[0].last == 1


def test_a_number_that_nobody_gave_out_is_not_void_and_replaces_nothing(desk: Desk) -> None:
    issued(desk)
    with pytest.raises(NotFound):
        void_number(desk, void(2))
    with pytest.raises(NotFound, match="ว่าแทน"):
        void_number(desk, void(1, by=7))
    assert remarks(desk) == {"๑": ""}


def test_a_number_of_the_paper_book_is_void_alone(desk: Desk) -> None:
    with desk.store.write() as session:
        Registers(session, "test", {}).record(KEY, 5, EntryDraft("five", DAY.at))
    void_number(desk, void(3))
    lines = show_register(desk, "test", "สทส.", Book.OUTGOING, 2562).lines
    assert [(line.numbers, line.kind) for line in lines] == [
        ("๑–๒", "paper"),
        ("๓", "void"),
        ("๔", "paper"),
        ("๕", "issued"),
    ]


def dispatched(desk: Desk) -> tuple[int, int]:
    """A note of สทส. under number 1, sent to สงป.; return its memo and its dispatch."""
    matter = build.matter(desk)
    memo = build.memo(desk, matter)
    with desk.store.write() as session:
        draft = EntryDraft(f"dispatch:{matter}", DAY.at, "๐๐๓๓/๑", matter_id=matter)
        Registers(session, "test", {}).issue(KEY, draft)
    return memo, build.sent(desk, matter, memo, "ผบช.สงป.")


def test_a_paper_that_was_sent_keeps_its_number_until_it_is_recalled(desk: Desk) -> None:
    memo, dispatch = dispatched(desk)
    with pytest.raises(Refused, match=r"ส่งไปแล้ว อยู่ที่ ผบช.สงป. \(ส่งแล้ว\)") as caught:
        void_number(desk, void(1))
    assert "เรียกคืน" in caught.value.next_step
    with desk.store.write() as session:
        session.get_one(DispatchRow, dispatch).state = "rejected"
    assert void_number(desk, void(1)).memo == memo
    with desk.store.read() as session:
        assert session.get_one(DispatchRow, dispatch).state == "recalled"  # and is not sent again under the void number
        assert session.get_one(MemoRow, memo).key.startswith("void:")  # sent anew, it is numbered anew
        assert session.exec(select(EntryRow.key)).one().startswith("void:")


def test_a_stamp_on_a_paper_is_not_void(desk: Desk) -> None:
    dispatched(desk)
    stamp_receipt(desk, StampRequest(1, "สงป.", DAY))
    with pytest.raises(Refused, match="ประทับบนหนังสือ"):
        void_number(desk, void(1, unit="สงป.", book=Book.INCOMING))


@pytest.fixture
def police_office(database_url: str, tmp_path: Path) -> Desk:
    return police.police_desk(database_url, tmp_path)


def test_a_memo_before_a_commander_keeps_its_number_and_one_that_came_back_gets_another(police_office: Desk) -> None:
    matter = police.submitted(police_office)
    line = LineName("police", "สทส.", Book.OUTGOING, 2568, 4736)
    request = VoidRequest(line, "ออกเลขผิดวัน", CLERK, police.DAY)
    with pytest.raises(Refused, match="เสนอผู้บังคับบัญชาไปแล้ว") as caught:
        void_number(police_office, request)
    assert "saraban return" in caught.value.next_step
    return_memo(police_office, Decision(matter, "แก้วันที่", police.ORDERING, police.DAY))
    void_number(police_office, request)
    with police_office.store.read() as session:
        assert session.exec(select(MemoRow.number)).one() == "๐๐๓๓.๑๒/"
    again = submit_memo(police_office, MemoOut(matter, "result-report", police.DAY))
    assert again.number == "๐๐๓๓.๑๒/๔๗๓๗"
    assert police.holes(police_office) == dict.fromkeys(police.holes(police_office), 0)


def test_a_memo_submitted_has_its_four_acts_dated(police_office: Desk) -> None:
    matter = receive_letter(police_office, Arrival(police.LETTER, "police", "สทส.", police.DAY)).matter
    draft_memo(police_office, MemoOut(matter, "result-report", police.DAY))
    later = When.day(date(2025, 12, 2), "14:00")
    submit_memo(police_office, MemoOut(matter, "result-report", later))
    (line,) = show_register(police_office, "police", "สทส.", Book.OUTGOING, 2568).lines
    assert (line.created_at, line.at, line.method_at, line.destination_at) == (
        police.DAY.at,
        later.at,
        later.at,
        later.at,
    )
    assert (line.method, line.lacking) == ("ระบบสารบรรณ", ())


def test_a_letter_entered_by_mistake_is_void_until_it_is_worked_on_and_may_be_received_again(
    police_office: Desk,
) -> None:
    arrival = Arrival(police.LETTER, "police", "สทส.", police.DAY)
    first = receive_letter(police_office, arrival)
    line = LineName("police", "สทส.", Book.INCOMING, 2568, first.number)
    void_number(police_office, VoidRequest(line, "ลงผิดหน่วย", CLERK, police.DAY))
    again = receive_letter(police_office, arrival)
    assert (again.matter, again.number) == (first.matter, first.number + 1)
    draft_memo(police_office, MemoOut(again.matter, "result-report", police.DAY))
    later = LineName("police", "สทส.", Book.INCOMING, 2568, again.number)
    with pytest.raises(Refused, match="ดำเนินการไปแล้ว"):
        void_number(police_office, VoidRequest(later, "ลงผิด", CLERK, police.DAY))


def test_one_paper_bears_a_number_of_every_unit_and_desk_that_stamped_it(desk: Desk) -> None:
    dispatched(desk)
    told = {unit: stamp_receipt(desk, StampRequest(1, unit, DAY)).what for unit in ("สงป.", "กอง ก.", "กอง ข.")}
    assert told == {"สงป.": "๑", "กอง ก.": "๑", "กอง ข.": "๑"}
    assert stamp_receipt(desk, StampRequest(1, "กอง ก.", DAY)).again
    with desk.store.read() as session:
        where = (EntryRow.matter_id == 1, EntryRow.book == Book.INCOMING)
        found = {(e.unit, e.year, e.number) for e in session.exec(select(EntryRow).where(*where))}
    assert found == {("สงป.", 2562, 1), ("กอง ก.", 2562, 1), ("กอง ข.", 2562, 1)}
