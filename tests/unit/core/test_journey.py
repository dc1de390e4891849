"""Whose turn it is on a memo's way up, and what each act makes of the rest: every pair of state and act, and any walk at all."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from workflow.core.errors import Refused
from workflow.core.journey import ENDS, MOVES, Role, Step, StepAct, StepState, after, settled, turn

LEGAL = {
    Role.VIA: {StepAct.PASS, StepAct.NOTE, StepAct.RETURN, StepAct.DECIDE},
    Role.TO: {StepAct.RETURN, StepAct.DECIDE, StepAct.ASK},
    Role.ASKED: {StepAct.NOTE, StepAct.RETURN},
}
MADE = {
    StepAct.PASS: StepState.PASSED,
    StepAct.NOTE: StepState.NOTED,
    StepAct.RETURN: StepState.RETURNED,
    StepAct.DECIDE: StepState.DECIDED,
    StepAct.ASK: StepState.ASKED,
}


@pytest.mark.parametrize(("role", "state", "act"), product(Role, StepState, StepAct))
def test_a_step_can_be_acted_on_only_while_it_waits_and_only_as_its_role_allows(
    role: Role, state: StepState, act: StepAct
) -> None:
    step = Step(1, 1, "ก", role, state=state)
    if state == StepState.WAITING and act in LEGAL[role]:
        assert after(step, act) == MADE[act]
        return
    with pytest.raises(Refused) as refused:
        after(step, act)
    assert act.thai in str(refused.value) and refused.value.next_step


def walked(steps: tuple[Step, ...], *acts: tuple[int, StepAct]) -> tuple[Step, ...]:
    for number, act in acts:
        states = settled(steps, next(s for s in steps if s.id == number), act)
        steps = tuple(replace(s, state=states.get(s.id, s.state)) for s in steps)
    return steps


def way(*places: tuple[int, int]) -> tuple[Step, ...]:
    """Places as (posts, needed), then the addressee; the steps are numbered through."""
    sizes = [(n, size, needed) for n, (size, needed) in enumerate(places, 1)]
    flat = [(n, needed) for n, size, needed in sizes for _ in range(size)]
    via = [Step(i, n, f"ผ่าน {i}", Role.VIA, needed) for i, (n, needed) in enumerate(flat, 1)]
    return (*via, Step(len(via) + 1, len(places) + 1, "ผู้รับ", Role.TO))


def due(steps: tuple[Step, ...]) -> list[int]:
    return [step.id for step in turn(steps)]


def test_officers_take_their_turn_in_order_and_the_addressee_is_last() -> None:
    steps = way((1, 1), (1, 1))
    turns = [
        due(steps),
        due(walked(steps, (1, StepAct.PASS))),
        due(walked(steps, (1, StepAct.PASS), (2, StepAct.NOTE))),
    ]
    assert turns == [[1], [2], [3]]


@pytest.mark.parametrize(("needed", "passes"), [(1, 1), (2, 2), (3, 3)])
def test_a_place_of_three_lets_the_memo_go_on_when_as_many_as_are_needed_let_it_pass(needed: int, passes: int) -> None:
    steps = way((3, needed))
    for number in range(1, passes + 1):
        assert due(steps)[0] == number and 4 not in due(steps)
        steps = walked(steps, (number, StepAct.NOTE))
    assert due(steps) == [4]
    assert [s.state for s in steps].count(StepState.SKIPPED) == 3 - needed


@pytest.mark.parametrize("act", [StepAct.DECIDE, StepAct.RETURN])
def test_a_decision_or_a_return_on_the_way_ends_the_journey_and_skips_the_rest(act: StepAct) -> None:
    steps = walked(way((1, 1), (2, 2)), (1, act))
    assert due(steps) == []
    assert [s.state for s in steps[1:]] == [StepState.SKIPPED] * 3


class Walk(RuleBasedStateMachine):
    """Any officers in any places do whatever they like whose turn it is."""

    @initialize(
        places=st.lists(st.integers(1, 3).flatmap(lambda m: st.tuples(st.just(m), st.integers(1, m))), max_size=3)
    )
    def set_out(self, places: list[tuple[int, int]]) -> None:
        self.steps = way(*places)
        self.acts = 0

    @precondition(lambda self: bool(turn(self.steps)))
    @rule(pick=st.integers(0, 2), act=st.sampled_from(StepAct))
    def act(self, pick: int, act: StepAct) -> None:
        waiting = turn(self.steps)
        step = waiting[pick % len(waiting)]
        if (step.role, act) not in MOVES:
            with pytest.raises(Refused):
                settled(self.steps, step, act)
            return
        self.steps = walked(self.steps, (step.id, act))
        self.acts += 1
        if act == StepAct.ASK:
            last = len(self.steps)
            asked = Step(last + 1, step.position + 1, "ผู้ถูกถาม", Role.ASKED)
            self.steps += (asked, Step(last + 2, step.position + 2, "ผู้รับ", Role.TO))

    @rule(act=st.sampled_from(StepAct))
    def nobody_acts_again(self, act: StepAct) -> None:
        for step in self.steps:
            if step.state != StepState.WAITING:
                with pytest.raises(Refused):
                    settled(self.steps, step, act)

    @invariant()
    def one_end_and_nobody_waits_after_it(self) -> None:
        steps = getattr(self, "steps", ())
        ended = [s for s in steps if s.state in ENDS]
        assert len(ended) <= 1
        assert not steps or bool(turn(steps)) != bool(ended)

    @invariant()
    def nobody_is_asked_before_the_places_before_him_let_the_memo_pass(self) -> None:
        steps = getattr(self, "steps", ())
        for step in turn(steps):
            before = [s for s in steps if s.position < step.position]
            assert not [s for s in before if s.state in {StepState.WAITING, *ENDS}]
            places = {s.position: s.needed for s in before if s.role == Role.VIA}
            for place, needed in places.items():
                passed = [s for s in before if s.position == place and s.state in {StepState.PASSED, StepState.NOTED}]
                assert len(passed) == needed


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=150, stateful_step_count=20, deadline=None)
