"""Messages on their way: claimed with a lease, settled with what became of them, taken back when everything was answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select, update

from workflow.core.mail_state import MailState
from workflow.store.reminder_tables import NoticeRow, OutboxRow, ReminderRow
from workflow.store.tables import DispatchRow

LEASE = timedelta(minutes=15)  # longer than a sweep: it counts from the sweep's moment, not from the claim
UNANSWERED = ("sent", "received")
TO_SEND = (MailState.CREATED, MailState.UNKNOWN, MailState.SENDING)
LONGEST = 4 * 60  # minutes: nothing waits longer for its next try


@dataclass(frozen=True)
class Claimed:
    """A message to send now, its notice (None: a message of its own), and which dispatches it reminds of were answered meanwhile."""

    row: OutboxRow
    notice: NoticeRow | None
    answered: frozenset[int]


def claim(session: Session, at: datetime, *, without: Iterable[str] = (), limit: int = 50) -> list[Claimed]:
    """Take messages that are due, for the length of a lease; what a crashed sender had taken comes back when its lease ends.

    `without` are channels that are left alone (their server does not answer).
    """
    waiting = (
        col(OutboxRow.state).in_(TO_SEND),
        col(OutboxRow.next_try) <= at,
        col(OutboxRow.channel).not_in(list(without)),
    )
    query = select(OutboxRow).where(*waiting).order_by(col(OutboxRow.id)).limit(limit)
    rows = list(session.exec(query.with_for_update(skip_locked=True)))
    for row in rows:
        row.state, row.next_try, row.tries = MailState.SENDING, at + LEASE, row.tries + 1
    return [*_with_notices(session, rows)]


def _with_notices(session: Session, rows: Sequence[OutboxRow]) -> Iterable[Claimed]:
    wanted = {row.notice_id for row in rows if row.notice_id is not None}
    notices = {n.id: n for n in session.exec(select(NoticeRow).where(col(NoticeRow.id).in_(wanted)))}
    told = {key: dispatches_of(notice) or _promised_in(session, key or 0) for key, notice in notices.items()}
    asked = sorted(set().union(*told.values())) if told else []
    open_ = set[int]()
    for n in range(0, len(asked), 5000):
        query = select(DispatchRow.id).where(
            col(DispatchRow.id).in_(asked[n : n + 5000]), col(DispatchRow.state).in_(UNANSWERED)
        )
        open_ |= {found for found in session.exec(query) if found is not None}
    for row in rows:
        named = told.get(row.notice_id, frozenset())
        yield Claimed(row, notices.get(row.notice_id), frozenset(named - open_))


def dispatches_of(notice: NoticeRow) -> frozenset[int]:
    """Return every dispatch a notice speaks of."""
    papers = [number for paper in notice.digest.get("papers", ()) for number in paper["dispatches"]]
    return frozenset([item["dispatch"] for item in notice.digest.get("items", ())] + papers)


def _promised_in(session: Session, notice: int) -> frozenset[int]:
    """Return the dispatches of a notice of before there were digests."""
    return frozenset(session.exec(select(ReminderRow.dispatch_id).where(ReminderRow.notice_id == notice)))


def settle(session: Session, outbox_id: int, outcome: tuple[str, str], at: datetime) -> None:
    """Record what became of a message; a delivered one stamps its reminders, an unlucky one is tried again later and later."""
    state, trouble = outcome
    row = session.get_one(OutboxRow, outbox_id)
    row.state, row.trouble = (MailState.CREATED if state == "later" else state), trouble[:500]
    row.next_try = at + timedelta(minutes=min(5 * 2 ** min(row.tries, 12), LONGEST))
    if state == MailState.DELIVERED and row.notice_id is not None:
        stamped = update(ReminderRow).where(
            col(ReminderRow.notice_id) == row.notice_id, col(ReminderRow.sent_at).is_(None)
        )
        session.exec(stamped.values(sent_at=at))


def put_back(session: Session, outbox_id: int, at: datetime) -> None:
    """Give back a message that was claimed and not tried, because its channel's server does not answer."""
    row = session.get_one(OutboxRow, outbox_id)
    row.state, row.next_try, row.tries, row.trouble = MailState.CREATED, at, row.tries - 1, "เครื่องส่งไม่ตอบ รอรอบถัดไป"


def left_alone(session: Session, at: datetime, channels: Iterable[str]) -> int:
    """Return how many messages of these channels wait although it is their turn."""
    waiting = (
        col(OutboxRow.state).in_(TO_SEND),
        col(OutboxRow.next_try) <= at,
        col(OutboxRow.channel).in_(list(channels)),
    )
    return session.exec(select(func.count()).select_from(OutboxRow).where(*waiting)).one()


def unreached(session: Session, since: datetime) -> list[tuple[OutboxRow, NoticeRow]]:
    """Return the failed messages whose notice is not older than that, newest first: a mended address may still reach their reader."""
    joined = select(OutboxRow, NoticeRow).join(NoticeRow, col(NoticeRow.id) == col(OutboxRow.notice_id))
    failed = joined.where(col(OutboxRow.state) == MailState.FAILED, col(NoticeRow.made_at) >= since)
    return [(row, notice) for row, notice in session.exec(failed.order_by(col(OutboxRow.id).desc()))]


def by_message_id(session: Session, message_id: str) -> OutboxRow | None:
    """Return the message of that Message-ID (without angle brackets)."""
    return session.exec(select(OutboxRow).where(OutboxRow.message_id == message_id)).first()


def everything(session: Session, state: str | None = None) -> Sequence[OutboxRow]:
    """Return the whole outbox, or what is in one state, oldest first."""
    query = select(OutboxRow).order_by(col(OutboxRow.id))
    return session.exec(query.where(OutboxRow.state == state) if state else query).all()


def count_by_state(session: Session) -> dict[str, int]:
    """Return how many messages are in each state, those that need somebody first."""
    order = (
        MailState.FAILED,
        MailState.UNKNOWN,
        MailState.CREATED,
        MailState.SENDING,
        MailState.DELIVERED,
        MailState.WITHDRAWN,
    )
    found = dict(session.exec(select(OutboxRow.state, func.count()).group_by(OutboxRow.state)).all())
    return {state: found[state] for state in order if state in found}
