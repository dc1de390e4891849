"""Numbers run without a hole and are never given twice, on both databases, whatever happens."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from workflow.core.errors import Conflict
from workflow.core.register import Book, EntryKind, NumberSpan, RegisterKey
from workflow.store.engine import Store
from workflow.store.registers import EntryDraft, Registers

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
