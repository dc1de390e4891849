"""Secret calendar addresses: found by the SHA-256 of their secret."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select, update

from workflow.store.reminder_tables import FeedRow


def keep_feed(session: Session, token: str, whose: tuple[str, str], at: datetime) -> None:
    """Keep a new address of a post (`whose`: office and post)."""
    session.add(FeedRow(token_sha256=_hashed(token), office=whose[0], post=whose[1], made_at=at))


def feed_of(session: Session, token: str) -> FeedRow | None:
    """Return the feed a secret opens; None for one that was revoked or never made."""
    row = session.get(FeedRow, _hashed(token))
    return row if row is not None and row.revoked_at is None else None


def revoke_feeds(session: Session, office: str, post: str, at: datetime) -> int:
    """Close every address of a post; return how many were open."""
    where = (col(FeedRow.office) == office, col(FeedRow.post) == post, col(FeedRow.revoked_at).is_(None))
    return session.connection().execute(update(FeedRow).where(*where).values(revoked_at=at)).rowcount


def feeds(session: Session, office: str) -> Sequence[FeedRow]:
    """Return the addresses of an office, newest first; their secrets nobody knows any more."""
    return session.exec(select(FeedRow).where(FeedRow.office == office).order_by(col(FeedRow.made_at).desc())).all()


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
