"""Numbers run without a hole and are never given twice, on both databases, whatever happens."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from tests.work import statements
from workflow.core.errors import Conflict, Refused
from workflow.core.letter_number import NumberForm
from workflow.core.register import Book, EntryKind, NumberSpan, RegisterKey
from workflow.store.engine import Store
from workflow.store.registers import Act, EntryDraft, Registers

KEY = RegisterKey("สทส.", Book.OUTGOING, 2562)
AT = datetime(2019, 11, 22, 3, 0, tzinfo=UTC)


def registers(session: Session, opened_after: int = 0) -> Registers:
    return Registers(session, "police", {KEY: opened_after})


def draft(key: str) -> EntryDraft:
    return EntryDraft(key=key, at=AT, subject="แจ้งผลการสำรวจ")


def test_the_first_number_follows_the_last_one_on_paper(store: Store) -> None:
    with store.write() as session:
        assert registers(session, 5051).issue(KEY, draft("a")).number == 5052


def test_a_failed_transaction_leaves_no_hole(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write() as session:
        registers(session).issue(KEY, draft("lost"))
        _ = 1 / 0
    with store.write() as session:
        assert registers(session).issue(KEY, draft("kept")).number == 1


def test_eight_writers_get_two_hundred_different_numbers(store: Store) -> None:
    def take(n: int) -> int:
        with store.write() as session:
            return registers(session).issue(KEY, draft(f"k{n}")).number

    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(take, range(200)))
    assert sorted(numbers) == list(range(1, 201))


def test_a_number_ahead_accounts_for_the_ones_given_out_on_paper(store: Store) -> None:
    with store.write() as session:
        book = registers(session, 5052)
        book.record(KEY, 5183, draft("paper"))
        lines = [(e.number, e.number_to, e.kind) for e in book.entries(KEY)]
        assert lines == [(5053, 5182, EntryKind.PAPER), (5183, 5183, EntryKind.ISSUED)]
        assert book.holes(KEY) == []
        assert book.issue(KEY, draft("next")).number == 5184


def test_a_number_inside_the_paper_range_can_be_entered_later(store: Store) -> None:
    with store.write() as session:
        book = registers(session)
        book.record(KEY, 10, draft("tenth"))
        book.record(KEY, 4, draft("fourth"))
        assert [(e.number, e.number_to) for e in book.entries(KEY)] == [(1, 3), (4, 4), (5, 9), (10, 10)]
        assert book.holes(KEY) == []


def test_a_used_number_is_a_conflict(store: Store) -> None:
    with pytest.raises(Conflict, match="มีผู้ใช้แล้ว"), store.write() as session:
        book = registers(session)
        book.issue(KEY, draft("first"))
        book.record(KEY, 1, draft("second"))


def test_a_missing_line_is_seen_as_a_hole(store: Store) -> None:
    with store.write() as session:
        book = registers(session)
        doomed = [book.issue(KEY, draft(f"k{n}")) for n in range(3)][1]
        session.delete(doomed)
        session.flush()
        assert book.holes(KEY) == [NumberSpan(2, 2)]


def test_a_key_entered_before_gets_its_first_number_and_spends_none(store: Store) -> None:
    with store.write() as session:
        first = registers(session).issue(KEY, draft("same"))
    with store.write() as session:
        book = registers(session)
        assert book.issue(KEY, draft("same")).id == first.id
        assert book.issue(KEY, draft("other")).number == 2


def test_a_number_is_written_as_its_unit_writes_it_in_the_statement_that_takes_it(store: Store) -> None:
    with store.write() as session:
        registers(session).issue(KEY, replace(draft("a"), form=NumberForm("สพร ๒๕๖๒/ว", " (ข)")))
    with store.read() as session:
        assert registers(session).entries(KEY)[0].letter_number == "สพร ๒๕๖๒/ว๑ (ข)"


def test_what_is_set_on_a_line_after_it_was_taken_is_kept(store: Store) -> None:
    with store.write() as session:
        registers(session).issue(KEY, draft("a")).remark = "แนบสำเนา"
    with store.read() as session:
        (line,) = registers(session).entries(KEY)
        assert (line.remark, line.at, line.subject) == ("แนบสำเนา", AT, "แจ้งผลการสำรวจ")


def test_a_block_is_consecutive_and_every_number_is_a_line(store: Store) -> None:
    drafts = [replace(draft(f"k{n}"), form=NumberForm("๐๐๓๓/"), addressee=f"จังหวัดที่ {n}") for n in range(1520)]
    with statements(store.engine) as asked, store.write() as session:
        rows = registers(session, 5051).issue_block(KEY, drafts)
        assert [row.number for row in rows] == list(range(5052, 5052 + 1520))
    assert len(asked) < 20
    with store.read() as session:
        book = registers(session)
        assert [(e.letter_number, e.addressee) for e in book.entries(KEY)][-1] == ("๐๐๓๓/๖๕๗๑", "จังหวัดที่ 1519")
        assert book.holes(KEY) == []


def test_a_block_asked_for_again_after_half_of_it_was_known_only_adds_what_is_new(store: Store) -> None:
    with store.write() as session:
        registers(session).issue_block(KEY, [draft("a"), draft("b")])
    with store.write() as session:
        rows = registers(session).issue_block(KEY, [draft("a"), draft("c"), draft("b")])
        assert [row.number for row in rows] == [1, 3, 2]


def test_looking_at_the_next_numbers_takes_none(store: Store) -> None:
    with store.read() as session:
        assert list(registers(session, 7).next_numbers(KEY, 3)) == [8, 9, 10]
    with store.write() as session:
        book = registers(session, 7)
        assert book.issue(KEY, draft("a")).number == 8
        assert list(book.next_numbers(KEY, 1)) == [9]


def test_a_number_kept_for_a_paper_is_used_by_it_and_by_nothing_after_its_last_day(store: Store) -> None:
    with store.write() as session:
        book = registers(session)
        for key in ("a", "b"):
            row = book.reserve(KEY, draft(key))
            book.note(row, "reserved", "ผู้จอง", Act(AT, "รอลงนาม", until=date(2019, 12, 1)))
        used = book.record(KEY, 1, replace(draft("paper"), subject="ฉบับจริง", at=AT + timedelta(days=3)))
        assert (used.number, used.kind, used.subject, used.at) == (1, EntryKind.ISSUED, "ฉบับจริง", AT)
        with pytest.raises(Refused, match="จองไว้ถึง"):
            book.record(KEY, 2, replace(draft("late"), at=AT + timedelta(days=30)))


def test_one_paper_received_by_three_units_bears_three_numbers(store: Store) -> None:
    with store.write() as session:
        book = registers(session)
        for unit, n in (("ตร.", 1), ("สทส.", 2), ("ฝอ.2 บก.อก.สทส.", 3)):
            book.record(RegisterKey(unit, Book.INCOMING, 2562), 100 * n, draft(f"receipt:7:{unit}"))
        found = {
            e.unit: e.number
            for e in book.known([f"receipt:7:{u}" for u in ("ตร.", "สทส.", "ฝอ.2 บก.อก.สทส.")]).values()
        }
        assert found == {"ตร.": 100, "สทส.": 200, "ฝอ.2 บก.อก.สทส.": 300}
