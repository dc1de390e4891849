"""The table of holidays changed: count open due days anew, with a line on the trail for each that moves.

Never earlier than what people were reminded of (core/working_days.moved_due).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_days import Told, WorkingCalendar, moved_due
from workflow.services.desk import Desk
from workflow.store.calendars import (
    CountedGroup,
    counted_otherwise,
    is_kept,
    keep_calendar,
    kept_calendar,
    move_due,
    move_sendings,
)
from workflow.store.matters import Trail


@dataclass(frozen=True)
class Redated:
    """Due days that moved: of which matter's paper, how many addressees, from which day to which."""

    matter: int
    memo: int
    addressees: int
    was: date
    now: date


def redate(desk: Desk, *, when: When) -> tuple[Redated, ...]:
    """Keep the table in force, and count anew every open due day that was counted on another; cheap when none was."""
    calendar = desk.calendar()
    with desk.store.read() as session:
        if is_kept(session, calendar.version) and not counted_otherwise(session, calendar.version):
            return ()
    with desk.store.write() as session:
        keep_calendar(session, calendar)
        groups = counted_otherwise(session, calendar.version)
        moved = tuple(one for group in groups if (one := _redate(session, calendar, group, when)) is not None)
        move_sendings(session, (group.memo for group in groups), calendar.version)
    return moved


def _redate(session: Session, calendar: WorkingCalendar, group: CountedGroup, when: When) -> Redated | None:
    before = kept_calendar(session, group.version)
    told = Told(When(group.sent_at).on, group.due_on, group.reminded)
    due_on = moved_due(told, before, calendar, today=when.on) if before else group.due_on
    move_due(session, group, due_on, calendar.version)
    if before is None or due_on == group.due_on:
        return None
    reasons = _reasons(before, calendar, told.sent_on, max(due_on, group.due_on))
    text = f"เลื่อนกำหนดตอบจาก {short(group.due_on)} เป็น {short(due_on)} ({to_thai(group.count)} ราย) เพราะ{reasons}"
    Trail(session, group.matter).note("redated", group.from_unit, text, when)
    return Redated(group.matter, group.memo, group.count, group.due_on, due_on)


def _reasons(before: WorkingCalendar, now: WorkingCalendar, start: date, end: date) -> str:
    """Return which holidays between two days came and went (`เพิ่มวันหยุด ๓๐ ธ.ค.๖๒ วันหยุดราชการเพิ่มเป็นกรณีพิเศษ`)."""
    came = {on: name for on, name in now.holidays.items() if on not in before.holidays}
    went = {on: name for on, name in before.holidays.items() if on not in now.holidays}
    told = [*_named("เพิ่มวันหยุด", came, start, end), *_named("ยกเลิกวันหยุด", went, start, end)]
    return ", ".join(told) or "ปฏิทินวันหยุดเปลี่ยน"


def _named(word: str, days: dict[date, str], start: date, end: date) -> Iterable[str]:
    return (f"{word} {short(on)} {name}" for on, name in sorted(days.items()) if start < on <= end)
