"""Rounds and chains come to the populations that their reference documents state."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.integration.services.police import police_desk
from workflow.core.chain import Chain
from workflow.core.errors import NotFound
from workflow.core.office import Office
from workflow.core.org import OrgChart
from workflow.core.when import When
from workflow.routing.plan import plan
from workflow.services.show_round import show_round
from workflow.store.chain_files import load_chain
from workflow.store.office_files import load_office


@pytest.mark.parametrize(
    ("office", "year", "total", "products"),
    [
        ("interior", 2562, 1520, ["๗๖ × ๒๐"]),
        ("ega2559", 2559, 532, ["๗๖ × ๗"]),
        ("dga2566", 2566, 379, ["", ""]),
        ("alro", 2566, 1, [""]),
        ("police", 2562, 1, [""]),
    ],
)
def test_a_round_has_as_many_respondents_as_its_source_states(
    office: str, year: int, total: int, products: list[str], tmp_path: Path
) -> None:
    desk = police_desk(f"sqlite:///{tmp_path / 'saraban.sqlite3'}", tmp_path)
    shown = show_round(desk, office, year, today=date(2026, 1, 5))
    assert shown.total == total and all(row.as_stated for row in shown.respondents)
    assert [row.product for row in shown.respondents] == products


@pytest.mark.parametrize("name", ["police-2562", "interior-2562", "ega-2559", "dga-2566", "alro-2566"])
def test_a_chain_reaches_every_unit_its_source_states(name: str) -> None:
    chain = load_chain(ROOT / f"specimens/chains/{name}.yaml")
    office = load_office(ROOT / "config", chain.office)
    reached = _reached(chain, office)
    levels = [office.chart.unit(unit).level for unit in reached]
    assert {level: levels.count(level) for level in chain.population} == dict(chain.population)


def _reached(chain: Chain, office: Office) -> set[str]:
    """Every unit the chain's predicates reach, level below level."""
    reached: set[str] = set()
    waiting = [(chain.to, office.owner_unit)]
    while waiting:
        predicates, sender = waiting.pop()
        for unit in _sent_to(office.chart, predicates, sender, chain.received) - reached:
            reached.add(unit)
            if below := chain.passed_on_to(office.chart.unit(unit).level, unit):
                waiting.append((below, unit))
    return reached


def _sent_to(chart: OrgChart, predicates: tuple[str, ...], sender: str, when: When) -> set[str]:
    """The units meant; none where nobody stands below."""
    try:
        return {dispatch.unit for dispatch in plan(chart, predicates, sender=sender, on=when.on).dispatches}
    except NotFound:
        return set()
