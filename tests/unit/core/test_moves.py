"""Every pair of state and move, of a dispatch and of a matter: what is not in these lists is refused in Thai."""

from itertools import product

import pytest

from workflow.core import dispatch, matter
from workflow.core.dispatch import DispatchMove, DispatchState
from workflow.core.errors import ExitCode, Refused
from workflow.core.matter import MatterMove, MatterState

DISPATCH = """
sent receive received
sent acknowledge acknowledged
sent forward forwarded
sent recall recalled
received acknowledge acknowledged
received forward forwarded
received recall recalled
acknowledged forward forwarded
acknowledged act acted
forwarded act acted
forwarded acknowledge forwarded
sent reject rejected
received reject rejected
sent missend missent
received missend missent
sent withdraw withdrawn
received withdraw withdrawn
rejected withdraw withdrawn
missent withdraw withdrawn
rejected resend sent
missent resend sent
withdrawn resend sent
sent move moved
received move moved
acknowledged recall recalled
forwarded recall recalled
"""
MATTER = """
received draft drafted
drafted draft drafted
drafted submit submitted
returned draft drafted
returned submit submitted
submitted pass submitted
submitted return returned
submitted order ordered
ordered dispatch dispatched
dispatched dispatch dispatched
"""


def _legal(text: str) -> dict[tuple[str, str], str]:
    return {(before, move): after for before, move, after in (line.split() for line in text.split("\n") if line)}


@pytest.mark.parametrize(("state", "move"), product(DispatchState, DispatchMove))
def test_a_dispatch_moves_as_the_table_says_and_no_other_way(state: DispatchState, move: DispatchMove) -> None:
    expected = _legal(DISPATCH).get((state.value, move.value))
    if expected:
        assert dispatch.after(state, move) == expected
        return
    with pytest.raises(Refused) as caught:
        dispatch.after(state, move)
    assert state.thai in str(caught.value) and move.thai in str(caught.value)
    assert caught.value.next_step and caught.value.exit_code == ExitCode.REFUSED


@pytest.mark.parametrize(("state", "move"), product(MatterState, MatterMove))
def test_a_matter_moves_as_the_table_says_and_no_other_way(state: MatterState, move: MatterMove) -> None:
    expected = _legal(MATTER).get((state.value, move.value))
    if expected:
        assert matter.after(state, move) == expected
        return
    with pytest.raises(Refused) as caught:
        matter.after(state, move)
    assert state.thai in str(caught.value) and move.thai in str(caught.value) and caught.value.next_step


def test_only_a_paper_nobody_answered_for_may_be_reminded() -> None:
    assert [state.value for state in DispatchState if not state.answered] == ["sent", "received"]


def test_a_paper_once_answered_is_asked_for_again_only_when_it_is_sent_again() -> None:
    for (before, move), after in dispatch.MOVES.items():
        assert after.answered or not before.answered or (move == DispatchMove.RESEND and before.closed)


def test_what_is_closed_counts_as_answered() -> None:
    assert {state.value for state in DispatchState if state.closed} == {
        "recalled",
        "rejected",
        "missent",
        "withdrawn",
        "moved",
    }
    assert all(state.answered for state in DispatchState if state.closed)


def test_every_state_of_a_dispatch_and_of_a_matter_can_be_reached() -> None:
    assert set(_legal(DISPATCH).values()) | {"sent"} == {state.value for state in DispatchState}
    assert set(_legal(MATTER).values()) | {"received"} == {state.value for state in MatterState}
