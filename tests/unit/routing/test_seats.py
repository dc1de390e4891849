"""Everything below a unit is one span of seats."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from workflow.routing.seats import tree_of
from workflow.store.office_files import load_office

CHART = load_office(Path(__file__).parents[3] / "config", "police").chart
DAY = date(2019, 12, 6)


def test_a_span_holds_exactly_the_units_below() -> None:
    seats = {seat.unit: seat for seat in tree_of(CHART, DAY).seats}
    for unit in ("ตร.", "ภ.4", "สทส."):
        inside = {s.unit for s in seats.values() if seats[unit].seat < s.seat <= seats[unit].last}
        assert inside == set(CHART.subtree(unit, DAY))


def test_seats_run_without_a_hole_and_every_unit_has_one() -> None:
    seats = tree_of(CHART, DAY).seats
    assert [seat.seat for seat in seats] == list(range(1, len(seats) + 1))
    assert {seat.unit for seat in seats} == {unit.code for unit in CHART.units if unit.exists_on(DAY)}


def test_equal_trees_have_equal_names_and_a_tree_without_a_unit_has_another() -> None:
    closed = [replace(u, valid_to=date(2019, 12, 6)) if u.code == "สงป." else u for u in CHART.units]
    later = replace(CHART, units=tuple(closed))
    assert tree_of(later, DAY).name == tree_of(CHART, DAY).name
    assert tree_of(later, date(2019, 12, 7)).name != tree_of(CHART, date(2019, 12, 7)).name
