"""Rounds and chains come to the populations that their reference documents state."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.integration.services.police import police_desk
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
    reached = _reached(office.chart, chain.to, office.owner_unit, chain.received, chain.pass_on)
    levels = [office.chart.unit(unit).level for unit in reached]
    assert {level: levels.count(level) for level in chain.population} == dict(chain.population)


def _reached(chart: object, to: object, sender: str, when: When, pass_on: object) -> set[str]:
    """Every unit the chain's predicates reach, level below level."""
    reached: set[str] = set()
    waiting = [(to, sender)]
    while waiting:
        predicates, unit = waiting.pop()
        for dispatch in plan(chart, predicates, sender=unit, on=when.on).dispatches:  # type: ignore[arg-type]
            if dispatch.unit not in reached:
                reached.add(dispatch.unit)
                below = pass_on.get(chart.unit(dispatch.unit).level)  # type: ignore[attr-defined]
                if below and _has_any(chart, below, dispatch.unit, when):
                    waiting.append((tuple(p.replace("{unit}", dispatch.unit) for p in below), dispatch.unit))
    return reached


def _has_any(chart: object, below: tuple[str, ...], unit: str, when: When) -> bool:
    from workflow.core.errors import NotFound

    try:
        plan(chart, tuple(p.replace("{unit}", unit) for p in below), sender=unit, on=when.on)  # type: ignore[arg-type]
    except NotFound:
        return False
    return True
