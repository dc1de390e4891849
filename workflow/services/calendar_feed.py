"""What waits for one post, as a calendar under a secret address and as a badge; the address can be revoked."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from workflow.core.errors import NotFound
from workflow.core.secrets import mask
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.delivery.icalendar import DueDate, calendar_of
from workflow.services.desk import Desk
from workflow.services.reminder_people import Directory
from workflow.store import feeds
from workflow.store.reminders import OpenPaper, open_papers_of
from workflow.store.tables import MatterRow, MemoRow


@dataclass(frozen=True)
class Badge:
    """How many papers wait for a post, how many of them are overdue, how many due that day."""

    waiting: int
    overdue: int
    today: int


def make_feed(desk: Desk, office: str, post: str, when: When) -> str:
    """Return the secret address of a new calendar of the post; it is shown once, the database keeps only its SHA-256."""
    desk.office(office).chart.post(post)
    token = secrets.token_urlsafe(24)
    with desk.store.write() as session:
        feeds.keep_feed(session, token, (office, post), when.at)
    return f"{desk.url}/calendar/{token}.ics"


def revoke_feed(desk: Desk, office: str, post: str, when: When) -> int:
    """Close every calendar address of the post; return how many were open."""
    desk.office(office).chart.post(post)
    with desk.store.write() as session:
        return feeds.revoke_feeds(session, office, post, when.at)


def feed_file(desk: Desk, token: str, *, today: date) -> bytes:
    """Return the calendar a secret opens; NotFound for an unknown or revoked one, without telling which."""
    with desk.store.read() as session:
        feed = feeds.feed_of(session, token)
        if feed is None:
            raise NotFound("ไม่มีปฏิทินที่ที่อยู่นี้", next_step="ขอที่อยู่ใหม่ด้วย saraban feed make")
        office = desk.office(feed.office)
        directory = Directory(office, today)
        known = office.chart.post_by_code.get(feed.post)
        posts = directory.posts_of(directory.person(feed.post, known.unit if known else ""))
        dues = [_due(session, desk, paper) for paper in open_papers_of(session, office.code, posts)]
    return calendar_of(f"หนังสือค้างตอบ {feed.post}", sorted(dues, key=lambda due: (due.on, due.uid)))


def badge(desk: Desk, office: str, posts: Iterable[str], *, today: date) -> Badge:
    """Return the numbers of the badge of these posts together."""
    with desk.store.read() as session:
        due = [paper.due_on for paper in open_papers_of(session, desk.office(office).code, sorted(posts))]
    return Badge(len(due), sum(on < today for on in due), sum(on == today for on in due))


def _due(session: Session, desk: Desk, paper: OpenPaper) -> DueDate:
    memo, subject = session.get_one(MemoRow, paper.memo), session.get_one(MatterRow, paper.matter).subject
    cited = f"{memo.unit} ที่ {memo.number}"
    where = f"{desk.url}/matters/{paper.matter}/recipients/{paper.dispatch}"
    summary, told = mask(to_thai(f"ครบกำหนดตอบ {cited}")), mask(to_thai(f"{subject} ถึง {paper.post}"))
    return DueDate(f"dispatch-{paper.dispatch}@saraban", summary, told, paper.due_on, paper.sent_at, where)
