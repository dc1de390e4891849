"""Which reminders are due: pure, for any chosen day, so that a preview costs nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workflow.core.dispatch import DispatchState
from workflow.core.working_days import WorkingCalendar


@dataclass(frozen=True)
class Rung:
    """A step of the reminder ladder: so many working days after (or, negative, before) the due day, in these words."""

    name: str
    working_days: int
    escalate: bool = False


@dataclass(frozen=True)
class OpenDispatch:
    """A dispatch as the reminder rule needs it."""

    id: int
    state: DispatchState
    sent_on: date
    due_on: date


@dataclass(frozen=True)
class DueReminder:
    """This dispatch is to be reminded with this rung, promised for that working day."""

    dispatch: int
    rung: Rung
    promised_for: date


def due_reminders(
    open_dispatches: Iterable[OpenDispatch], rungs: tuple[Rung, ...], calendar: WorkingCalendar, *, today: date
) -> list[DueReminder]:
    """Return the furthest rung due by `today` for each unanswered dispatch; nothing on a day offices do not work.

    A rung that fell before or on the day of sending is none. Only the furthest: after a week without power a unit gets one
    reminder, not every one it missed. The database's unique key (dispatch, rung) keeps one rung from being sent twice.
    """
    if not calendar.is_working_day(today):
        return []
    due = []
    for dispatch in open_dispatches:
        if dispatch.state.answered:
            continue
        reached = [(calendar.add(dispatch.due_on, rung.working_days), rung) for rung in rungs]
        reached = [(on, rung) for on, rung in reached if dispatch.sent_on < on <= today]
        if reached:
            on, rung = max(reached, key=lambda pair: pair[1].working_days)
            due.append(DueReminder(dispatch.id, rung, on))
    return due
