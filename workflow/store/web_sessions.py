"""Sessions in the database: one lookup by the hash of the token, an end for one or for all of an account."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from workflow.store.account_tables import AccountRow, WebSessionRow

KEPT_AFTER_END = timedelta(days=30)
AT_ONCE = 100  # sessions removed at one log-in: as many are opened in a month as end in one


def session_of(session: Session, token: str, *, lock: bool = False) -> tuple[WebSessionRow, AccountRow] | None:
    """Return the session of that hash with its account, whatever their state; the session locked for a change where asked."""
    joined = select(WebSessionRow, AccountRow).join(AccountRow, col(AccountRow.id) == WebSessionRow.account_id)
    asked = joined.where(WebSessionRow.token == token)
    return session.exec(asked.with_for_update(of=WebSessionRow) if lock else asked).first()


def open_sessions(session: Session, account: int, at: datetime) -> list[WebSessionRow]:
    """Return the sessions of an account that have not ended, the one seen last first."""
    where = (
        WebSessionRow.account_id == account,
        col(WebSessionRow.revoked_at).is_(None),
        col(WebSessionRow.ends_at) > at,
    )
    return list(session.exec(select(WebSessionRow).where(*where).order_by(col(WebSessionRow.seen_at).desc())))


def end_session(session: Session, token: str, at: datetime) -> None:
    """End the session of that hash, if there is one."""
    _end(session, at, col(WebSessionRow.token) == token)


def end_sessions(session: Session, account: int, at: datetime, *, but: int | None = None) -> int:
    """End every session of an account, but one where told; return how many ended."""
    others = () if but is None else (col(WebSessionRow.id) != but,)
    return _end(session, at, col(WebSessionRow.account_id) == account, col(WebSessionRow.ends_at) > at, *others)


def _end(session: Session, at: datetime, *where: ColumnElement[bool]) -> int:
    """End these one by one: each notes what it said before (store/changes.py)."""
    open_ones = select(WebSessionRow).where(*where, col(WebSessionRow.revoked_at).is_(None))
    ended = session.exec(open_ones.order_by(col(WebSessionRow.id)).with_for_update()).all()
    for row in ended:
        row.revoked_at = at
    return len(ended)


def forget_ended(session: Session, at: datetime) -> None:
    """Remove sessions that ended a month ago; what the seal noted of them names no address and no browser."""
    past = select(WebSessionRow).where(col(WebSessionRow.ends_at) < at - KEPT_AFTER_END)
    for row in session.exec(past.limit(AT_ONCE).with_for_update(skip_locked=True)):
        session.delete(row)
