"""A register runs without a hole: what is missing is named, what is accounted for is not."""

from hypothesis import given
from hypothesis import strategies as st

from workflow.core.register import NumberSpan, holes


def _spans(*pairs: tuple[int, int]) -> list[NumberSpan]:
    return [NumberSpan(first, last) for first, last in pairs]


def test_an_unused_register_has_no_hole() -> None:
    assert holes(30986, 30986, []) == []


def test_a_missing_number_is_a_hole() -> None:
    assert holes(5051, 5055, _spans((5052, 5052), (5054, 5055))) == _spans((5053, 5053))


def test_numbers_lost_at_the_end_are_a_hole_too() -> None:
    assert holes(0, 9, _spans((1, 4))) == _spans((5, 9))


def test_a_range_given_out_on_paper_fills_its_numbers() -> None:
    assert holes(5052, 5183, _spans((5183, 5183), (5053, 5182))) == []


def test_overlapping_entries_hide_no_hole_behind_them() -> None:
    assert holes(0, 10, _spans((1, 6), (2, 3), (8, 10))) == _spans((7, 7))


@given(st.sets(st.integers(1, 60)), st.integers(0, 20))
def test_holes_are_exactly_the_numbers_nobody_entered(used: set[int], opened_after: int) -> None:
    spans = _spans(*((n, n) for n in used if n > opened_after))
    found = {n for hole in holes(opened_after, 60, spans) for n in range(hole.first, hole.last + 1)}
    assert found == set(range(opened_after + 1, 61)) - used
