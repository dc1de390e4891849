"""Which reminders are due: the furthest rung only, never for an answered paper, never on a day off."""

from datetime import date

import pytest

from workflow.core.dispatch import DispatchState
from workflow.core.reminder import OpenDispatch, Rung, due_reminders
from workflow.core.working_days import WorkingCalendar

CALENDAR = WorkingCalendar({date(2019, 12, 10): "วันรัฐธรรมนูญ"}, frozenset({2562}), "v1")
BEFORE, DUE, LATE, LAST = Rung("ก่อน", -1), Rung("ครบ", 0), Rung("เลย", 2), Rung("สุดท้าย", 5, escalate=True)
LADDER = (BEFORE, DUE, LATE, LAST)
SENT, DUE_ON = date(2019, 12, 2), date(2019, 12, 9)  # จันทร์ ถึง จันทร์


def _due(today: date, state: DispatchState = DispatchState.SENT, sent: date = SENT) -> list[str]:
    return [r.rung.name for r in due_reminders([OpenDispatch(1, state, sent, DUE_ON)], LADDER, CALENDAR, today=today)]


@pytest.mark.parametrize(
    ("day", "rungs"),
    [
        (5, []),
        (6, ["ก่อน"]),
        (9, ["ครบ"]),
        (11, ["ครบ"]),
        (12, ["เลย"]),
        (16, ["เลย"]),
        (17, ["สุดท้าย"]),
        (30, ["สุดท้าย"]),
    ],
)
def test_the_furthest_rung_reached_is_the_one_due(day: int, rungs: list[str]) -> None:
    assert _due(date(2019, 12, day)) == rungs


@pytest.mark.parametrize("day", [7, 8, 10])
def test_nobody_is_reminded_on_a_day_off(day: int) -> None:
    assert _due(date(2019, 12, day)) == []


@pytest.mark.parametrize("state", DispatchState)
def test_an_answered_paper_is_never_reminded(state: DispatchState) -> None:
    assert bool(_due(DUE_ON, state)) is not state.answered


def test_a_rung_that_fell_before_the_sending_is_none() -> None:
    assert _due(date(2019, 12, 6), sent=date(2019, 12, 6)) == []
    assert _due(DUE_ON, sent=date(2019, 12, 6)) == ["ครบ"]


def test_the_promised_day_is_the_rungs_own_and_not_today() -> None:
    found = due_reminders(
        [OpenDispatch(7, DispatchState.RECEIVED, SENT, DUE_ON)], LADDER, CALENDAR, today=date(2019, 12, 13)
    )
    assert [(r.dispatch, r.promised_for) for r in found] == [(7, date(2019, 12, 12))]


def test_without_a_ladder_nobody_is_reminded() -> None:
    assert due_reminders([OpenDispatch(1, DispatchState.SENT, SENT, DUE_ON)], (), CALENDAR, today=DUE_ON) == []
