"""Who waits for which rung: asked by groups of equal dispatches, so that a sweep over 200,000 of them reads only those that are due."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, bindparam, exists, func
from sqlmodel import Session, col, delete, select, update

from workflow.core.mail_state import MailState
from workflow.core.reminder import Reached
from workflow.store.dialects import inserting
from workflow.store.outbox import TO_SEND, UNANSWERED
from workflow.store.reminder_tables import SUPERIOR, NoticeRow, OutboxRow, ReminderRow
from workflow.store.sending_tables import RosterRow
from workflow.store.tables import DispatchRow, MatterRow

PIECE = 500  # rows of one statement


@dataclass(frozen=True)
class OpenGroup:
    """Unanswered dispatches that share everything a ladder asks of them, and how many they are."""

    matter: int
    memo: int
    from_unit: str
    due_on: date
    sent_at: datetime
    count: int


@dataclass(frozen=True)
class OpenPaper:
    """One unanswered dispatch, as much of it as a reminder needs."""

    dispatch: int
    matter: int
    memo: int
    from_unit: str
    unit: str
    post: str
    due_on: date
    sent_at: datetime


_PAPER = (
    DispatchRow.id, DispatchRow.matter_id, DispatchRow.memo_id, DispatchRow.from_unit, DispatchRow.unit, DispatchRow.post,
    DispatchRow.due_on, DispatchRow.sent_at,
)  # fmt: skip


def open_groups(session: Session, last_due: date) -> list[OpenGroup]:
    """Return the groups of unanswered dispatches due not later than that day."""
    keys: tuple[Any, ...] = (
        DispatchRow.matter_id, DispatchRow.memo_id, DispatchRow.from_unit, DispatchRow.due_on, DispatchRow.sent_at,
    )  # fmt: skip
    query = session.connection().execute(
        select(*keys, func.count())  # type: ignore[call-overload]
        .where(col(DispatchRow.state).in_(UNANSWERED), col(DispatchRow.due_on) <= last_due)
        .group_by(*keys)
    )
    return sorted((OpenGroup(*row) for row in query), key=lambda g: (g.matter, g.memo, g.due_on, g.sent_at))


def lacking(session: Session, group: OpenGroup, found: Reached, role: str) -> list[OpenPaper]:
    """Return the group's dispatches to which neither this rung nor one of its day or later was promised in this role.

    A later one can have been: the clock went back, or the ladder was changed.
    """
    promised = exists().where(
        col(ReminderRow.dispatch_id) == col(DispatchRow.id), col(ReminderRow.role) == role,
        (col(ReminderRow.rung) == found.rung.name) | (col(ReminderRow.promised_for) >= found.on),
    )  # fmt: skip
    here = (
        col(DispatchRow.memo_id) == group.memo, col(DispatchRow.due_on) == group.due_on, col(DispatchRow.sent_at) == group.sent_at,
        col(DispatchRow.from_unit) == group.from_unit, col(DispatchRow.state).in_(UNANSWERED),
    )  # fmt: skip
    rows = session.connection().execute(_papers().where(*here, ~promised).order_by(col(DispatchRow.id)))
    return [OpenPaper(*row) for row in rows]


def open_papers_of(session: Session, office: str, posts: Sequence[str]) -> Iterator[OpenPaper]:
    """Yield every unanswered dispatch to these posts of an office."""
    for n in range(0, len(posts), PIECE):
        where = (col(DispatchRow.post).in_(posts[n : n + PIECE]), col(DispatchRow.state).in_(UNANSWERED))
        query = _papers().join(MatterRow, col(MatterRow.id) == col(DispatchRow.matter_id))
        for row in session.connection().execute(query.where(*where, col(MatterRow.office) == office)):
            yield OpenPaper(*row)


def papers_numbered(session: Session, numbers: Sequence[int]) -> list[OpenPaper]:
    """Return those of these dispatches that nobody has answered, in the order of the numbers."""
    found: dict[int, OpenPaper] = {}
    for n in range(0, len(numbers), PIECE):
        where = (col(DispatchRow.id).in_(numbers[n : n + PIECE]), col(DispatchRow.state).in_(UNANSWERED))
        found |= {row.id: OpenPaper(*row) for row in session.connection().execute(_papers().where(*where))}
    return [found[number] for number in numbers if number in found]


def _papers() -> Any:
    return select(*_PAPER)  # type: ignore[call-overload]


def still_open(session: Session, dispatches: Iterable[int]) -> set[int]:
    """Return those of the dispatches nobody has answered."""
    asked, found = list(dispatches), set[int]()
    for n in range(0, len(asked), PIECE):
        where = (col(DispatchRow.id).in_(asked[n : n + PIECE]), col(DispatchRow.state).in_(UNANSWERED))
        found |= {number for number in session.exec(select(DispatchRow.id).where(*where)) if number is not None}
    return found


def roster_mail(session: Session, office: str, posts: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return title and address of the positions that stand in the roster only."""
    found: dict[str, tuple[str, str]] = {}
    for n in range(0, len(posts), PIECE):
        where = (RosterRow.office == office, col(RosterRow.post).in_(posts[n : n + PIECE]))
        found |= {row.post: (row.title, row.email) for row in session.exec(select(RosterRow).where(*where))}
    return found


def told_today(session: Session, office: str, persons: Sequence[str], day: date) -> set[str]:
    """Return which of the persons have had their message of that day already."""
    found = set[str]()
    for n in range(0, len(persons), PIECE):
        where = (NoticeRow.office == office, NoticeRow.day == day, col(NoticeRow.person).in_(persons[n : n + PIECE]))
        found |= set(session.exec(select(NoticeRow.person).where(*where)))
    return found


def open_notices(session: Session, rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Write the day's notices; return the number of each by person. Who has one of that day already gets none (the unique key decides)."""
    table = NoticeRow.__table__  # type: ignore[attr-defined]
    made = session.connection().execute(_unless_there(session, table).returning(table.c.id, table.c.person), list(rows))
    return {person: number for number, person in made}


def promise(session: Session, rows: Sequence[Mapping[str, Any]]) -> set[tuple[int, str]]:
    """Write promises; return (dispatch, role) of those made here: a rung that was promised before is left out (the unique key decides)."""
    table = ReminderRow.__table__  # type: ignore[attr-defined]
    made = session.connection().execute(
        _unless_there(session, table).returning(table.c.dispatch_id, table.c.role), list(rows)
    )
    return {(dispatch, role) for dispatch, role in made}


def drop_notice(session: Session, number: int) -> None:
    """Take back a notice that came to say nothing."""
    session.exec(delete(NoticeRow).where(col(NoticeRow.id) == number))


def keep_digests(session: Session, said: Mapping[int, Mapping[str, Any]]) -> None:
    """Keep what each notice says."""
    table = NoticeRow.__table__  # type: ignore[attr-defined]
    kept = update(table).where(table.c.id == bindparam("number")).values(digest=bindparam("said"))
    if said:
        session.connection().execute(kept, [{"number": number, "said": digest} for number, digest in said.items()])


def attach_paper(session: Session, notice: int, dispatches: Iterable[int], memo: int) -> None:
    """Say of a notice's promises to the superior by which numbered paper they were kept."""
    where = (
        col(ReminderRow.notice_id) == notice, col(ReminderRow.role) == SUPERIOR, col(ReminderRow.dispatch_id).in_(list(dispatches)),
    )  # fmt: skip
    session.exec(update(ReminderRow).where(*where).values(memo_id=memo))


def unsent(session: Session, office: str, persons: Sequence[str], at: datetime) -> list[tuple[OutboxRow, NoticeRow]]:
    """Return the messages of earlier days that wait for their (next) try to these persons, held until the transaction ends."""
    found: list[tuple[OutboxRow, NoticeRow]] = []
    joined = select(OutboxRow, NoticeRow).join(NoticeRow, col(NoticeRow.id) == col(OutboxRow.notice_id))
    for n in range(0, len(persons), PIECE):
        where = (
            NoticeRow.office == office, col(NoticeRow.person).in_(persons[n : n + PIECE]), col(OutboxRow.state).in_(TO_SEND),
            (col(OutboxRow.state) == MailState.CREATED) | (col(OutboxRow.next_try) <= at),
        )  # fmt: skip
        held = joined.where(*where).order_by(col(OutboxRow.id)).with_for_update(skip_locked=True, of=OutboxRow)
        found += [(row, notice) for row, notice in session.exec(held)]
    return found


def carry_over(session: Session, old: int, new: int) -> bool:
    """Let a new notice keep the promises an old one has not kept yet; whether there were any (no channel had kept them)."""
    kept = update(ReminderRow).where(col(ReminderRow.notice_id) == old, col(ReminderRow.sent_at).is_(None))
    return bool(session.connection().execute(kept.values(notice_id=new)).rowcount)


def _unless_there(session: Session, table: Table) -> Any:
    return inserting(session, table).on_conflict_do_nothing()
