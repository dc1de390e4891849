"""Papers on any walk through an office: sent, stamped, acknowledged, passed on, sent back, sent anew, recalled:
nothing is lost, nothing counted twice.

A model knows of every dispatch what it must be; after every step the database must say the same, its counters too, and no register a hole.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlmodel import col, select

from tests.begun import begun
from tests.integration.services.police import DAY, holes, submitted_and_ordered
from tests.integration.services.test_tallies import counted, told
from workflow.core.dispatch import MOVES, DispatchMove, DispatchState
from workflow.core.errors import Conflict, Refused
from workflow.core.thai_digits import to_arabic
from workflow.services.answer import AckRequest, StampRequest, acknowledge, forward, stamp_receipt
from workflow.services.close_paper import Recall, SentBack, recall, send_back
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.resend_paper import Resend, resend
from workflow.store.tables import AcknowledgementRow, DispatchRow, EntryRow

COMMANDS = ("ผบช.สงป.", "ผบช.ภ.4", "ผบช.สตส.", "ผบช.กมค.")
BELOW = {"สงป.": "ผบก.งป.", "ภ.4": "ผบก.ภ.จว.ขอนแก่น", "สตส.": "ผบก. ในสังกัด สตส.", "กมค.": "ผบก. ในสังกัด กมค."}
WHY = "เหตุผล"


class PaperWalk(RuleBasedStateMachine):
    """`states` is what every dispatch must be, `known` which were ever acknowledged."""

    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self.matter = 1  # ordered
        self.states: dict[int, DispatchState] = {}
        self.known: set[int] = set()
        self.passed: set[int] = set()

    def _some(self, data: Any, *states: str) -> int:
        return int(data.draw(st.sampled_from([n for n, state in self.states.items() if not states or state in states])))

    def _row(self, number: int) -> DispatchRow:
        with self.desk.store.read() as session:
            return session.get_one(DispatchRow, number)

    def _learn(self) -> None:
        """Take new dispatches into the model: they begin as sent."""
        with self.desk.store.read() as session:
            found = session.exec(select(DispatchRow.id).where(DispatchRow.matter_id == self.matter)).all()
        self.states.update({n: DispatchState.SENT for n in found if n is not None and n not in self.states})

    def _move(self, number: int, move: DispatchMove, act: Any) -> bool:
        """Do an act that the table of moves allows or refuses, and move the model with it."""
        allowed = MOVES.get((self.states[number], move))
        if allowed is None:
            with pytest.raises(Refused):
                act()
            return False
        act()
        self.states[number] = allowed
        return True

    @rule(to=st.sets(st.sampled_from(COMMANDS), min_size=1))
    def send(self, to: set[str]) -> None:
        done = dispatch_memo(self.desk, DispatchRequest(self.matter, tuple(sorted(to)), DAY))
        known = len(self.states)
        self._learn()
        assert len(self.states) - known == (0 if done.again else len(to))

    @precondition(lambda self: self.states)
    @rule(data=st.data())
    def stamp(self, data: Any) -> None:
        number = self._some(data)
        row, state = self._row(number), self.states[number]
        request = StampRequest(self.matter, row.unit, DAY, dispatch=number)
        if state == DispatchState.SENT:
            self.states[number] = DispatchState.RECEIVED
        first, again = stamp_receipt(self.desk, request), stamp_receipt(self.desk, request)
        assert again.again and to_arabic(first.what) == to_arabic(again.what)

    @precondition(lambda self: self.states)
    @rule(data=st.data())
    def acknowledge(self, data: Any) -> None:
        number = self._some(data)
        row = self._row(number)
        request = AckRequest(self.matter, row.unit, DAY, dispatch=number)
        if number in self.known:
            assert acknowledge(self.desk, request).again
        elif self._move(number, DispatchMove.ACKNOWLEDGE, lambda: acknowledge(self.desk, request)):
            self.known.add(number)

    @precondition(lambda self: self.states)
    @rule(data=st.data())
    def pass_on(self, data: Any) -> None:
        number = self._some(data)
        row = self._row(number)
        if row.unit not in BELOW or self.states[number] == DispatchState.FORWARDED:
            return
        request = DispatchRequest(self.matter, (BELOW[row.unit],), DAY, unit=row.unit, parent=number)
        if number in self.passed:  # recalled since: the same request finds what it did, and does nothing
            assert forward(self.desk, request).again
        elif self._move(number, DispatchMove.FORWARD, lambda: forward(self.desk, request)):
            self.passed.add(number)
            assert forward(self.desk, request).again
            self._learn()

    @precondition(lambda self: self.states)
    @rule(data=st.data(), wrong=st.booleans())
    def refuse(self, data: Any, wrong: bool) -> None:
        number = self._some(data)
        row, move = self._row(number), DispatchMove.MISSEND if wrong else DispatchMove.REJECT
        if self.states[number] == (DispatchState.MISSENT if wrong else DispatchState.REJECTED):
            return
        request = SentBack(self.matter, row.unit, WHY, DAY, wrong_unit=wrong, dispatch=number)
        self._move(number, move, lambda: send_back(self.desk, request))

    @precondition(lambda self: any(s in {"rejected", "missent", "withdrawn"} for s in self.states.values()))
    @rule(data=st.data())
    def send_again(self, data: Any) -> None:
        number = self._some(data, "rejected", "missent", "withdrawn")
        self._move(number, DispatchMove.RESEND, lambda: resend(self.desk, Resend(self.matter, number, WHY, DAY)))

    @precondition(lambda self: any(s in {"sent", "received", "rejected", "missent"} for s in self.states.values()))
    @rule(data=st.data(), to=st.sampled_from(COMMANDS))
    def send_to_another(self, data: Any, to: str) -> None:
        number = self._some(data, "sent", "received", "rejected", "missent")
        try:
            resend(self.desk, Resend(self.matter, number, WHY, DAY, to=to))
        except (Conflict, Refused):  # the other has it already, or is the same
            return
        self.states[number] = DispatchState.WITHDRAWN
        self._learn()

    @precondition(lambda self: self.states)
    @rule(data=st.data())
    def take_back(self, data: Any) -> None:
        number = self._some(data)
        if self.states[number] == DispatchState.RECALLED:
            assert recall(self.desk, Recall(self.matter, WHY, DAY, dispatch=number)).again
            return
        if self._move(
            number, DispatchMove.RECALL, lambda: recall(self.desk, Recall(self.matter, WHY, DAY, dispatch=number))
        ):
            for below in self._below(number):
                if not self.states[below].closed:
                    self.states[below] = DispatchState.RECALLED

    def _below(self, number: int) -> list[int]:
        with self.desk.store.read() as session:
            rows = session.exec(select(DispatchRow).where(DispatchRow.matter_id == self.matter)).all()
        level, found = [number], []
        while level:
            level = [row.id for row in rows if row.parent_id in level and row.id is not None]
            found += level
        return found

    @invariant()
    def the_database_says_what_the_model_says(self) -> None:
        with self.desk.store.read() as session:
            rows = session.exec(select(DispatchRow).where(DispatchRow.matter_id == self.matter)).all()
            known = session.exec(
                select(AcknowledgementRow.dispatch_id).where(
                    col(AcknowledgementRow.dispatch_id).in_([r.id for r in rows])
                )
            ).all()
        assert {row.id: DispatchState(row.state) for row in rows} == self.states
        assert set(known) == self.known

    @invariant()
    def counters_agree_and_no_number_is_missing_or_given_twice(self) -> None:
        assert counted(self.desk) == told(self.desk)
        assert set(holes(self.desk).values()) <= {0}
        with self.desk.store.read() as session:
            numbers = session.exec(select(EntryRow.unit, EntryRow.book, EntryRow.year, EntryRow.number)).all()
        assert len(numbers) == len(set(numbers))


@pytest.fixture
def machine(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> type[PaperWalk]:
    """The machine on a database of each kind."""
    folders: list[Any] = []
    server = request.getfixturevalue("postgres_url") if kind == "postgresql" else ""

    class OnThis(PaperWalk):
        def __init__(self) -> None:
            folder = TemporaryDirectory(dir=tmp_path)
            folders.append(folder)
            self.desk = begun(submitted_and_ordered, Path(folder.name), server)
            super().__init__()

        def teardown(self) -> None:
            self.desk.store.engine.dispose()

    return OnThis


def test_papers_on_any_walk_are_neither_lost_nor_counted_twice(machine: type[PaperWalk], kind: str) -> None:
    walks = 8 if kind == "sqlite" else 4  # a walk needs a database of its own
    # No shrinking: a walk of fourteen steps is short enough to read, and each step writes registers.
    patient = settings(
        max_examples=walks, stateful_step_count=14, deadline=None, phases=(Phase.reuse, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(machine, settings=patient)
