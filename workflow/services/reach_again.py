"""A reminder that reached nobody goes out once the chart or the table of channels has been mended; only the newest of each post."""

from datetime import datetime, timedelta

from sqlmodel import Session

from workflow.core.errors import NotFound
from workflow.core.mail_state import MailState
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.reminder_people import Directory, Person
from workflow.services.send_outbox import note_reached_again
from workflow.store.outbox import unreached
from workflow.store.reminder_tables import NoticeRow, OutboxRow
from workflow.store.reminders import roster_mail

MENDED_WITHIN = timedelta(days=60)
OLDER = "มีจดหมายเตือนฉบับใหม่กว่าของตำแหน่งนี้"


def reach_again(desk: Desk, *, at: datetime) -> int:
    """Put failed messages whose reader has another address now back into the outbox; return how many."""
    directories: dict[str, Directory] = {}
    revived, seen = 0, set[tuple[str, str, str]]()
    with desk.store.write() as session:
        for row, notice in unreached(session, at - MENDED_WITHIN):
            address = _address_now(session, desk, directories, (row, notice, at))
            if not address or address == row.address:
                continue
            whose = notice.office, notice.post, row.channel
            if whose in seen:
                row.state, row.trouble = MailState.WITHDRAWN, OLDER
                continue
            seen.add(whose)
            row.address, row.state, row.trouble, row.next_try = address, MailState.CREATED, "", at
            note_reached_again(session, notice, at)
            revived += 1
    return revived


def _address_now(
    session: Session, desk: Desk, directories: dict[str, Directory], one: tuple[OutboxRow, NoticeRow, datetime]
) -> str:
    row, notice, at = one
    try:
        office = desk.office(notice.office)
    except NotFound:
        return ""
    directory = directories.setdefault(office.code, Directory(office, When(at).on))
    person = _person(session, directory, notice.post)
    return next((way.address for way in person.ways if way.channel == row.channel), "")


def _person(session: Session, directory: Directory, post: str) -> Person:
    known = directory.office.chart.post_by_code.get(post)
    if known is None and post not in directory.roster:
        directory.roster.update(roster_mail(session, directory.office.code, [post]))
    return directory.person(post, known.unit if known else "")
