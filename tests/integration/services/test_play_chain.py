"""A chain is played to its last acknowledgement, and says whether it reached whom its source states."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.integration.services.police import DAY, LETTER, WORDS, police_desk, rows
from workflow.core.chain import Chain
from workflow.core.dispatch import DispatchState
from workflow.services.answer import AckRequest, acknowledge
from workflow.services.desk import Desk
from workflow.services.play_chain import play_chain
from workflow.services.show_chain import LevelLine, show_chain
from workflow.store.matters import dispatches

CHAIN = Chain(
    "สายทดลอง",
    "police",
    LETTER,
    DAY,
    WORDS,
    ("ผบช.สงป.", "ผบช.สตส."),
    {"บช.": ("ผบก. ในสังกัด {unit}",)},
    {"บช.": 2},
)


@pytest.fixture
def desk(database_url: str, tmp_path: Path) -> Desk:
    return police_desk(database_url, tmp_path)


def played(desk: Desk, chain: Chain = CHAIN) -> dict[str, LevelLine]:
    run = play_chain(desk, chain, lambda _: None).run
    return {line.level: line for line in show_chain(run, chain).levels}


def test_every_unit_answers_and_those_with_units_below_pass_it_on(desk: Desk) -> None:
    levels = played(desk)
    with desk.store.read() as session:
        sent = dispatches(session, 1)
    assert all(DispatchState(row.state).answered for row in sent)
    assert {row.unit for row in sent if row.parent_id is None} == {"สงป.", "สตส."}
    assert levels["บช."].forwarded == 2
    assert levels["บก."].acknowledged == levels["บก."].sent == levels["บก."].received > 2


def test_played_again_it_finds_what_was_done(desk: Desk) -> None:
    played(desk)
    before = rows(desk)
    played(desk)
    assert rows(desk) == before


def test_a_play_cut_off_before_a_unit_passed_on_goes_on_there(desk: Desk) -> None:
    played(desk, replace(CHAIN, pass_on={}))
    acknowledge(desk, AckRequest(1, "สงป.", DAY))
    assert played(desk)["บช."].forwarded == 2


def test_a_chain_that_reaches_fewer_than_its_source_states_says_so(desk: Desk) -> None:
    levels = played(desk, replace(CHAIN, population={"บช.": 2, "บก.": 99, "สภ.": 1}))
    assert (levels["บช."].as_stated, levels["บก."].as_stated, levels["สภ."].as_stated) == (True, False, False)
