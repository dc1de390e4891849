"""What a season of reminders left in the database, for the proofs."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, select

from tests.season import Season
from workflow.core.mail_state import MailState
from workflow.delivery.outgoing import Mail
from workflow.services.desk import Desk
from workflow.store.outbox import everything
from workflow.store.reminder_tables import ReminderRow
from workflow.store.tables import MemoRow


@dataclass(frozen=True)
class Outcomes:
    """What a season left, for the proofs."""

    season: Season
    promised: Counter[tuple[int, str]]
    messages: list[Any]
    unexplained: list[str]
    to_superiors: list[tuple[int, str]]
    numbers: list[str]


def outcomes(season: Season, desk: Desk) -> Outcomes:
    """Gather what is in the database in the end."""
    with desk.store.read() as session:
        own = session.exec(
            select(ReminderRow.dispatch_id, ReminderRow.rung).where(ReminderRow.role == "addressee")
        ).all()
        above = session.exec(
            select(ReminderRow.dispatch_id, ReminderRow.rung).where(ReminderRow.role == "superior")
        ).all()
        messages = list(everything(session))
        numbers = list(session.exec(select(MemoRow.number).where(MemoRow.kind == "reminder")))
        unexplained = _unexplained(session)
    return Outcomes(season, Counter(own), messages, unexplained, list(above), numbers)


def _unexplained(session: Session) -> list[str]:
    """Return the promises whose fate the states do not tell: unsent, and no message says why."""
    told: dict[int | None, list[Any]] = {}
    for row in everything(session):
        told.setdefault(row.notice_id, []).append(row)
    found = []
    for promise in session.exec(select(ReminderRow)):
        rows = told.get(promise.notice_id, [])
        states = {row.state for row in rows}
        reasoned = all(row.trouble for row in rows if row.state in {MailState.FAILED, MailState.WITHDRAWN})
        if not rows or not reasoned or (promise.sent_at is None and MailState.DELIVERED in states):
            found.append(f"{promise.dispatch_id} {promise.rung} {states}")
    return found


def recipients_named(mail: Mail) -> set[int]:
    """Return the dispatches whose pages a mail leads to."""
    return {int(number) for number in re.findall(r"/recipients/(\d+)", mail.body)}
