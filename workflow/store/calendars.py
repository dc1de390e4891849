"""Tables of holidays as they were once in force, and the due dates that were counted on them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func
from sqlmodel import Session, col, select, update

from workflow.core.working_days import WorkingCalendar
from workflow.store.changes import note_many
from workflow.store.dialects import inserting
from workflow.store.outbox import UNANSWERED
from workflow.store.reminder_tables import CalendarRow, ReminderRow
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import DispatchRow


@dataclass(frozen=True)
class CountedGroup:
    """Unanswered dispatches whose due day was counted alike, on a table that is not in force any more; `reminded` of it, or not."""

    matter: int
    memo: int
    from_unit: str
    due_on: date
    sent_at: datetime
    version: str
    reminded: bool
    count: int


def keep_calendar(session: Session, calendar: WorkingCalendar) -> None:
    """Keep a table once, by its version."""
    row = {
        "version": calendar.version, "holidays": {on.isoformat(): name for on, name in calendar.holidays.items()},
        "years": sorted(calendar.years),
    }  # fmt: skip
    session.connection().execute(inserting(session, CalendarRow).values(**row).on_conflict_do_nothing())


def is_kept(session: Session, version: str) -> bool:
    """Whether the table of that version is kept already."""
    return session.get(CalendarRow, version) is not None


def kept_calendar(session: Session, version: str) -> WorkingCalendar | None:
    """Return a table as it was; None when it was never kept."""
    row = session.get(CalendarRow, version)
    if row is None:
        return None
    holidays = {date.fromisoformat(on): name for on, name in row.holidays.items()}
    return WorkingCalendar(holidays, frozenset(row.years), version)


def counted_otherwise(session: Session, version: str) -> list[CountedGroup]:
    """Return the groups of unanswered dispatches whose due day was not counted on the table of this version."""
    reminded = exists().where(col(ReminderRow.dispatch_id) == col(DispatchRow.id))
    keys: tuple[Any, ...] = (
        DispatchRow.matter_id, DispatchRow.memo_id, DispatchRow.from_unit, DispatchRow.due_on, DispatchRow.sent_at,
        DispatchRow.calendar_version,
    )  # fmt: skip
    columns: tuple[Any, ...] = (*keys, reminded.label("reminded"), func.count())
    asked = select(*columns).where(col(DispatchRow.state).in_(UNANSWERED), col(DispatchRow.calendar_version) != version)
    found = session.connection().execute(asked.group_by(*keys, "reminded"))
    return sorted((CountedGroup(*row) for row in found), key=lambda g: (g.matter, g.memo, g.due_on, g.reminded))


def move_due(session: Session, group: CountedGroup, due_on: date, version: str) -> None:
    """Give a group its new due day, and the version it was counted on."""
    reminded = exists().where(col(ReminderRow.dispatch_id) == col(DispatchRow.id))
    where = (
        col(DispatchRow.memo_id) == group.memo, col(DispatchRow.due_on) == group.due_on, col(DispatchRow.sent_at) == group.sent_at,
        col(DispatchRow.calendar_version) == group.version, col(DispatchRow.state).in_(UNANSWERED),
        reminded if group.reminded else ~reminded,
    )  # fmt: skip
    if due_on != group.due_on:
        note_many(session, "dispatch", group.memo, due_on=(group.due_on, due_on))
    session.exec(update(DispatchRow).where(*where).values(due_on=due_on, calendar_version=version))


def move_sendings(session: Session, memos: Iterable[int], version: str) -> None:
    """Let each sending say the due day of most of its dispatches that are still open."""
    for memo in sorted(set(memos)):
        newest = (
            select(func.max(DispatchRow.due_on))
            .where(col(DispatchRow.memo_id) == memo, _counted_on(version))
            .scalar_subquery()
        )
        session.exec(
            update(SendingRow).where(col(SendingRow.memo_id) == memo).values(due_on=newest, calendar_version=version)
        )


def _counted_on(version: str) -> ColumnElement[bool]:
    return col(DispatchRow.calendar_version) == version
