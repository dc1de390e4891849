"""Working days: steps forward and back agree with counting, and an uncovered year is never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.core.errors import ConfigError
from workflow.core.working_days import WorkingCalendar

SONGKRAN = {date(2019, 4, d): "วันสงกรานต์" for d in (12, 15, 16)}
CALENDAR = WorkingCalendar(SONGKRAN, frozenset({2561, 2562, 2563}), "v1")
DAYS = st.dates(date(2019, 1, 1), date(2019, 12, 31))


def test_a_weekend_and_a_holiday_are_no_working_days() -> None:
    week = [date(2019, 4, 11) + timedelta(days=n) for n in range(7)]
    assert [CALENDAR.is_working_day(day) for day in week] == [True, False, False, False, False, False, True]


def test_adding_a_working_day_steps_over_the_long_weekend_both_ways() -> None:
    assert CALENDAR.add(date(2019, 4, 11), 1) == date(2019, 4, 17)
    assert CALENDAR.add(date(2019, 4, 17), -1) == date(2019, 4, 11)


def test_adding_nothing_gives_the_first_working_day_from_then_on() -> None:
    assert CALENDAR.add(date(2019, 4, 13), 0) == date(2019, 4, 17)
    assert CALENDAR.add(date(2019, 4, 17), 0) == date(2019, 4, 17)


@given(DAYS, st.integers(1, 40))
def test_counting_undoes_adding(start: date, days: int) -> None:
    end = CALENDAR.add(start, days)
    assert CALENDAR.is_working_day(end)
    assert CALENDAR.between(start, end) == days


@given(DAYS, DAYS)
def test_counting_backwards_is_counting_forwards_with_a_minus(one: date, other: date) -> None:
    assert CALENDAR.between(one, other) == -CALENDAR.between(other, one)


@given(DAYS, DAYS, DAYS)
def test_hops_add_up_to_the_whole_way(a: date, b: date, c: date) -> None:
    first, middle, last = sorted((a, b, c))
    assert CALENDAR.between(first, middle) + CALENDAR.between(middle, last) == CALENDAR.between(first, last)


def test_a_year_the_table_does_not_cover_is_an_error_with_the_next_step() -> None:
    with pytest.raises(ConfigError, match="๒๕๖๔") as caught:
        CALENDAR.add(date(2020, 12, 31), 1)
    assert "holidays.csv" in caught.value.next_step
