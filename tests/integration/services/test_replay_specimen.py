"""The specimen bundle replayed on both databases, and replayed again."""

from datetime import date

import pytest

from tests.integration.services import police
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.receive_letter import Arrival
from workflow.services.run_bundle import run_bundle
from workflow.services.show_status import MatterStatus, show_status

ARRIVAL = Arrival(police.CHAIN, "police", "สทส.", When.day(date(2026, 1, 5), "09:00"))


@pytest.fixture(scope="module")
def replayed(police_desk: Desk) -> tuple[Desk, MatterStatus, list[str]]:
    told: list[str] = []
    matter = run_bundle(police_desk, ARRIVAL, told.append).matter
    return police_desk, show_status(police_desk, matter, today=date(2026, 1, 5)), told


def test_the_bundle_comes_to_units_that_acknowledged_and_passed_it_on(
    replayed: tuple[Desk, MatterStatus, list[str]],
) -> None:
    counts = replayed[1].counts
    assert counts.sent >= 30
    assert (counts.acknowledged, counts.forwarded) == (1, 1)
    assert counts.received >= 1


def test_each_number_is_the_one_on_the_paper(replayed: tuple[Desk, MatterStatus, list[str]]) -> None:
    numbers = [memo.number for memo in replayed[1].memos]
    assert len(numbers) == len(set(numbers)) == 3
    assert set(police.holes(replayed[0]).values()) == {0}


def test_running_it_twice_changes_not_one_row(replayed: tuple[Desk, MatterStatus, list[str]]) -> None:
    desk, before = replayed[0], police.rows(replayed[0])
    run_bundle(desk, ARRIVAL, lambda _: None)
    assert police.rows(desk) == before
