"""A registry keeps its books: blocks, requests repeated, numbers kept for later, how a paper was sent, certificates."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from tests import build
from workflow.core.errors import Conflict, NotFound, Refused, UsageError
from workflow.core.register import Book, NumberSpan, RegisterKey
from workflow.core.when import When
from workflow.services.certify_register import certify, told, write_lines
from workflow.services.desk import Desk
from workflow.services.keep_register import (
    LineName,
    NumberRequest,
    Paper,
    Reservation,
    issue_numbers,
    next_numbers,
    record_sending,
    reserve_numbers,
    use_reserved,
)
from workflow.services.show_register import show_register
from workflow.store.engine import Store
from workflow.store.register_tables import RegisterActRow
from workflow.store.tables import EntryRow

DAY = When.day(date(2019, 11, 22), "10:00")
LETTER = NumberRequest("test", "สทส.", Book.OUTGOING, DAY, "r1", "ตอบข้อหารือ", "สพร.")
KEPT = Reservation(
    "test", "สทส.", Book.OUTGOING, DAY, "k1", "รอลงนาม", "ส.ต.ต. ตัวอย่าง", count=2, until=date(2019, 11, 30)
)


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    return build.desk(store, tmp_path)


def line(number: int, book: Book = Book.OUTGOING) -> LineName:
    return LineName("test", "สทส.", book, 2562, number)


def test_a_block_is_numbered_at_once_and_asked_for_again_is_the_same_block(desk: Desk) -> None:
    block = replace(LETTER, count=5)
    first, again = issue_numbers(desk, block), issue_numbers(desk, block)
    assert first.letter_numbers == ("๐๐๓๓/๑", "๐๐๓๓/๒", "๐๐๓๓/๓", "๐๐๓๓/๔", "๐๐๓๓/๕")
    assert (again.numbers, again.again, first.again) == (first.numbers, True, False)


@pytest.mark.parametrize(
    "other", [{"subject": "อื่น"}, {"count": 3}, {"count": 1}, {"unit": "สงป."}, {"book": Book.ORDER}, {"remark": "x"}]
)
def test_a_requests_name_used_for_something_else_is_a_conflict_and_spends_no_number(
    desk: Desk, other: dict[str, object]
) -> None:
    issue_numbers(desk, replace(LETTER, count=2))
    with pytest.raises(Conflict, match="r1"):
        issue_numbers(desk, replace(LETTER, **{"count": 2, **other}))  # type: ignore[arg-type]
    assert [c.last for c in certify(desk, "test") if c.last] == [2]


def test_the_next_numbers_are_shown_and_not_taken(desk: Desk) -> None:
    assert next_numbers(desk, replace(LETTER, count=20)).letter_numbers[-1] == "๐๐๓๓/๒๐"
    assert issue_numbers(desk, LETTER).numbers == (1,)


def test_a_number_of_the_receiving_book_is_bare_for_its_paper_bears_its_sender_s(desk: Desk) -> None:
    assert next_numbers(desk, replace(LETTER, book=Book.INCOMING, count=2)).letter_numbers == ("๑", "๒")
    assert reserve_numbers(desk, replace(KEPT, book=Book.INCOMING)).letter_numbers == ("", "")
    kept = show_register(desk, "test", "สทส.", Book.INCOMING, 2562).lines[0]
    assert (kept.numbers, kept.letter_number, kept.sender, kept.kind) == ("๑", "", "", "reserved")


def test_practising_burns_no_real_number(desk: Desk) -> None:
    trial = issue_numbers(desk, replace(LETTER, book=Book.TRIAL, request_id="t"))
    assert trial.letter_numbers == ("(ทดสอบ) ๑",)
    assert issue_numbers(desk, LETTER).letter_numbers == ("๐๐๓๓/๑",)


def test_orders_have_a_book_of_their_own_and_circulars_share_the_general_series(desk: Desk) -> None:
    assert issue_numbers(desk, replace(LETTER, book=Book.ORDER, request_id="o")).letter_numbers == (
        "คำสั่ง สทส. ที่ ๑/๒๕๖๒",
    )
    circular = issue_numbers(desk, replace(LETTER, book=Book.CIRCULAR, request_id="c"))
    assert (circular.letter_numbers, circular.book) == (("๐๐๓๓/ว ๑",), Book.OUTGOING)


def test_a_unit_without_a_prefix_gives_out_no_numbers_but_receives(desk: Desk) -> None:
    with pytest.raises(Refused, match="ไม่มีทะเบียนส่ง"):
        issue_numbers(desk, replace(LETTER, unit="กอง ก."))
    received = replace(LETTER, unit="กอง ก.", book=Book.INCOMING, sender="สพร.", letter_number="สพร ๒๕๖๒/ว๔๐๙๙")
    assert issue_numbers(desk, received).letter_numbers == ("สพร ๒๕๖๒/ว๔๐๙๙",)


def test_too_many_at_once_is_a_slip_of_the_finger(desk: Desk) -> None:
    with pytest.raises(UsageError):
        issue_numbers(desk, replace(LETTER, count=20_001))


def test_numbers_kept_for_later_say_why_and_are_used(desk: Desk) -> None:
    assert reserve_numbers(desk, KEPT).numbers == (1, 2)
    assert reserve_numbers(desk, KEPT).again
    assert use_reserved(desk, line(2), Paper("ฉบับจริง", "สพร."), DAY).letter_numbers == ("๐๐๓๓/๒",)
    kept, used = show_register(desk, "test", "สทส.", Book.OUTGOING, 2562).lines
    assert (kept.kind, used.kind, used.subject) == ("reserved", "issued", "ฉบับจริง")
    assert "จองโดย ส.ต.ต. ตัวอย่าง ถึง ๓๐ พ.ย.๖๒: รอลงนาม" in kept.remark
    with desk.store.read() as session:
        acts = [(act.kind, act.by, act.until) for act in session.exec(select(RegisterActRow).order_by("id"))]
    assert acts == [("reserved", KEPT.by, KEPT.until)] * 2 + [("used", "สทส.", None)]


def test_a_number_that_was_not_kept_or_only_until_an_earlier_day_is_not_used(desk: Desk) -> None:
    reserve_numbers(desk, KEPT)
    issue_numbers(desk, LETTER)
    with pytest.raises(Refused, match="ไม่ได้จองไว้"):
        use_reserved(desk, line(3), Paper("x"), DAY)
    with pytest.raises(Refused, match="จองไว้ถึง"):
        use_reserved(desk, line(1), Paper("x"), When.day(date(2019, 12, 1)))
    with pytest.raises(NotFound):
        use_reserved(desk, line(99), Paper("x"), DAY)


def test_what_of_a_papers_way_out_is_not_recorded_is_said_until_it_is(desk: Desk) -> None:
    issue_numbers(desk, replace(LETTER, addressee=""))
    (before,) = show_register(desk, "test", "สทส.", Book.OUTGOING, 2562).lines
    assert before.lacking == ("วิธีส่ง", "ผู้รับ")
    later = When.day(date(2019, 11, 25), "09:00")
    record_sending(desk, line(1), method="ไปรษณีย์ตอบรับ", addressee="สพร.", when=later)
    (after,) = show_register(desk, "test", "สทส.", Book.OUTGOING, 2562).lines
    assert (after.lacking, after.created_at, after.at, after.method_at, after.destination_at) == (
        (),
        DAY.at,
        DAY.at,
        later.at,
        later.at,
    )


def test_how_a_paper_was_sent_is_not_told_otherwise_later(desk: Desk) -> None:
    issue_numbers(desk, replace(LETTER, method="ไปรษณีย์"))
    with pytest.raises(Conflict, match="ไปรษณีย์"):
        record_sending(desk, line(1), method="นำสาร", addressee="", when=DAY)


def test_a_certificate_says_how_every_number_was_used_and_its_digest_can_be_made_again(
    desk: Desk, tmp_path: Path
) -> None:
    issue_numbers(desk, replace(LETTER, count=3))
    reserve_numbers(desk, KEPT)
    (found,) = certify(desk, "test", "สทส.", 2562)
    assert (found.first, found.last, found.issued, found.reserved, found.sound) == (1, 5, 3, 2, True)
    assert "ไม่มีเลขขาด (ออกเลข ๓ จอง ๒)" in told(found)[0]
    made = write_lines(desk, "test", RegisterKey("สทส.", Book.OUTGOING, 2562), tmp_path / "lines.tsv")
    assert made == found.sha256 == hashlib.sha256((tmp_path / "lines.tsv").read_bytes()).hexdigest()
    assert (tmp_path / "lines.tsv").read_text().splitlines()[
        0
    ] == "1\t1\tissued\t๐๐๓๓/๑\t2019-11-22\tสทส.\tสพร.\tตอบข้อหารือ\t"


def test_a_line_that_vanished_or_was_changed_is_seen(desk: Desk) -> None:
    issue_numbers(desk, replace(LETTER, count=3))
    (before,) = certify(desk, "test")
    with desk.store.write() as session:
        session.exec(select(EntryRow).where(EntryRow.number == 3)).one().subject = "เปลี่ยนเรื่อง"
    (changed,) = certify(desk, "test")
    assert changed.sound and changed.sha256 != before.sha256
    with desk.store.write() as session:
        session.delete(session.exec(select(EntryRow).where(EntryRow.number == 2)).one())
    (torn,) = certify(desk, "test")
    assert torn.holes == (NumberSpan(2, 2),)
    assert "เลขขาด ๒" in told(torn)[0]
