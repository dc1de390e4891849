"""Mail that came back becomes the recipient's state: never arriving there is failed, given up for now is tried again, a delay is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from workflow.core.mail_state import MailState
from workflow.delivery.bounces import Bounce
from workflow.services.desk import Desk
from workflow.services.send_outbox import note_unreached
from workflow.store.outbox import by_message_id
from workflow.store.reminder_tables import NoticeRow, OutboxRow

AGAIN = timedelta(hours=4)  # their server tried for days: there is no hurry


@dataclass(frozen=True)
class BounceLine:
    """What was made of one notification: whose mail, what their server says, and the state of the message now (None: not ours)."""

    recipient: str
    status: str
    diagnostic: str
    state: str | None
    again: bool = False


def take_bounces(desk: Desk, bounces: Iterable[Bounce], *, at: datetime) -> tuple[BounceLine, ...]:
    """Record what came back; the same notification twice is one, and one about an address that was mended since changes nothing."""
    return tuple(_take(desk, bounce, at) for bounce in bounces)


def _take(desk: Desk, bounce: Bounce, at: datetime) -> BounceLine:
    with desk.store.write() as session:
        row = by_message_id(session, bounce.message_id)
        if row is None or row.address.casefold() != bounce.recipient.casefold():
            return _line(bounce, None)
        before, words = (row.state, row.trouble), f"ตีกลับ {bounce.status} {bounce.diagnostic}".strip()
        if (bounce.permanent or bounce.gave_up) and row.trouble.startswith(words[:480]):
            return _line(bounce, row.state, again=True)
        if bounce.permanent and row.state in {MailState.DELIVERED, MailState.UNKNOWN}:
            row.state, row.trouble = MailState.FAILED, words[:500]
            _tell(session, row, words, at)
        elif bounce.gave_up and row.state in {MailState.DELIVERED, MailState.UNKNOWN}:
            row.state, row.trouble, row.next_try = MailState.CREATED, words[:500], at + AGAIN
        elif bounce.action == "delayed" and row.state == MailState.DELIVERED:
            row.trouble = f"เครื่องปลายทางยังส่งไม่ถึง กำลังลองใหม่เอง {bounce.diagnostic}"[:500]
        return _line(bounce, row.state, again=before == (row.state, row.trouble))


def _tell(session: Session, row: OutboxRow, words: str, at: datetime) -> None:
    if row.notice_id is not None:
        note_unreached(session, session.get_one(NoticeRow, row.notice_id), words, at)


def _line(bounce: Bounce, state: str | None, *, again: bool = False) -> BounceLine:
    return BounceLine(bounce.recipient, bounce.status, bounce.diagnostic, state, again)
