"""One register against a model of it: whatever is done in whatever order, every number from 1 to the last is accounted for once."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import delete

from tests.newest import laid, new_database
from tests.tampering import open_the_safe
from workflow.core.errors import Conflict, Refused
from workflow.core.register import Book, EntryKind, RegisterKey
from workflow.store.engine import Store, open_store
from workflow.store.register_tables import RegisterActRow
from workflow.store.registers import Act, EntryDraft, Registers
from workflow.store.tables import CounterRow, EntryRow

OPENED = 3
DAY = datetime(2019, 11, 22, tzinfo=UTC)


class Given(Exception):
    """A transaction given up at its end."""


class RegisterMachine(RuleBasedStateMachine):
    """`used` is what each number of each year is; the database must say the same after every step."""

    store: Store

    def __init__(self) -> None:
        super().__init__()
        self.year, self.requests = 2562, 0
        self.used: dict[int, dict[int, EntryKind]] = {}
        with self.store.write() as session:
            open_the_safe(session.connection())
            for table in (RegisterActRow, EntryRow, CounterRow):
                session.execute(delete(table))

    @property
    def numbers(self) -> dict[int, EntryKind]:
        return self.used.setdefault(self.year, {})

    @property
    def key(self) -> RegisterKey:
        return RegisterKey("สทส.", Book.OUTGOING, self.year)

    @property
    def last(self) -> int:
        return max(self.numbers, default=self.opened)

    @property
    def opened(self) -> int:
        return OPENED if self.year == 2562 else 0

    def draft(self) -> EntryDraft:
        self.requests += 1
        return EntryDraft(key=f"r{self.requests}", at=DAY)

    @contextmanager
    def books(self, give_up: bool = False) -> Iterator[Registers]:
        try:
            with self.store.write() as session:
                yield Registers(session, "police", {RegisterKey("สทส.", Book.OUTGOING, 2562): OPENED})
                if give_up:
                    raise Given
        except Given:
            pass

    @rule(give_up=st.booleans())
    def issue(self, give_up: bool) -> None:
        with self.books(give_up) as books:
            number = books.issue(self.key, self.draft()).number
            assert number == self.last + 1
        if not give_up:
            self.numbers[number] = EntryKind.ISSUED

    @precondition(lambda self: self.requests)
    @rule(data=st.data())
    def ask_again(self, data: st.DataObject) -> None:
        with self.books() as books:
            known = books.find(f"r{data.draw(st.integers(1, self.requests))}")
            if known:
                assert (
                    books.issue(RegisterKey("สทส.", Book.OUTGOING, known.year), EntryDraft(known.key, DAY)).id
                    == known.id
                )

    @rule(count=st.integers(1, 6), give_up=st.booleans())
    def block(self, count: int, give_up: bool) -> None:
        with self.books(give_up) as books:
            got = [row.number for row in books.issue_block(self.key, [self.draft() for _ in range(count)])]
            assert got == list(range(self.last + 1, self.last + 1 + count))
        if not give_up:
            self.numbers.update(dict.fromkeys(got, EntryKind.ISSUED))

    @rule(days=st.integers(0, 2))
    def reserve(self, days: int) -> None:
        with self.books() as books:
            row = books.reserve(self.key, self.draft())
            books.note(row, "reserved", "ผู้จอง", Act(DAY, until=date(2019, 11, 22) + timedelta(days)))
        self.numbers[row.number] = EntryKind.RESERVED

    @rule(ahead=st.integers(-8, 4), give_up=st.booleans())
    def record(self, ahead: int, give_up: bool) -> None:
        number = self.last + ahead
        if number <= self.opened:
            return
        was, last = self.numbers.get(number), self.last
        if was in {EntryKind.ISSUED, EntryKind.VOID}:
            with pytest.raises(Conflict), self.books() as books:
                books.record(self.key, number, self.draft())
            return
        with self.books(give_up) as books:
            assert books.record(self.key, number, self.draft()).number == number
        if not give_up:
            self.numbers.update(dict.fromkeys(range(last + 1, number), EntryKind.PAPER) | {number: EntryKind.ISSUED})

    @precondition(lambda self: EntryKind.RESERVED in self.numbers.values())
    @rule(data=st.data())
    def use_too_late(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from([n for n, kind in self.numbers.items() if kind == EntryKind.RESERVED]))
        late = EntryDraft("late", DAY + timedelta(days=9))
        with pytest.raises(Refused), self.books() as books:
            books.record(self.key, number, late)

    @precondition(lambda self: self.numbers)
    @rule(data=st.data(), give_up=st.booleans())
    def void(self, data: st.DataObject, give_up: bool) -> None:
        number = data.draw(st.sampled_from(sorted(self.numbers)))
        with self.books(give_up) as books:
            if self.numbers[number] == EntryKind.PAPER:
                books.single_out(self.key, number, DAY)
            row: Any = books.line(self.key, number)
            assert (row.number, row.number_to) == (number, number)
            row.kind = EntryKind.VOID
        if not give_up:
            self.numbers[number] = EntryKind.VOID

    @rule(years=st.sampled_from([-1, 1]))
    def turn_of_the_year(self, years: int) -> None:
        self.year += years

    @invariant()
    def every_number_is_accounted_for_once_and_as_the_model_says(self) -> None:
        with self.store.read() as session:
            books = Registers(session, "police", {})
            found = {n: e.kind for e in books.entries(self.key) for n in range(e.number, e.number_to + 1)}
            assert found == self.numbers
            assert sorted(found) == list(range(self.opened + 1, self.last + 1))
            assert books.holes(self.key) == []
            assert not self.numbers or list(books.next_numbers(self.key, 1)) == [self.last + 1]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_register_is_what_its_model_says(database: str, request: pytest.FixtureRequest) -> None:
    with TemporaryDirectory() as folder:
        url = laid(f"sqlite:///{Path(folder) / 'm.sqlite3'}")
        if database == "postgresql":
            url = new_database(request.getfixturevalue("postgres_url"))
        store = open_store(url)
        machine = type("Machine", (RegisterMachine,), {"store": store})
        patient = settings(
            max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        )
        run_state_machine_as_test(machine, settings=patient)
        store.engine.dispose()
