"""Sessions in the database: one lookup by the hash of the token, an end for one or for all of an account."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select, update

from workflow.store.account_tables import AccountRow, WebSessionRow

KEPT_AFTER_END = timedelta(days=30)


def session_of(session: Session, token: str) -> tuple[WebSessionRow, AccountRow] | None:
    """Return the session of that hash with its account, whatever their state."""
    asked = select(WebSessionRow, AccountRow).join(AccountRow, col(AccountRow.id) == WebSessionRow.account_id)
    return session.exec(asked.where(WebSessionRow.token == token)).first()


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
    where = (col(WebSessionRow.token) == token, col(WebSessionRow.revoked_at).is_(None))
    session.exec(update(WebSessionRow).where(*where).values(revoked_at=at))


def end_sessions(session: Session, account: int, at: datetime, *, but: int | None = None) -> int:
    """End every session of an account, but one where told; return how many ended."""
    where = [
        col(WebSessionRow.account_id) == account,
        col(WebSessionRow.revoked_at).is_(None),
        col(WebSessionRow.ends_at) > at,
    ]
    if but is not None:
        where.append(col(WebSessionRow.id) != but)
    return session.exec(update(WebSessionRow).where(*where).values(revoked_at=at)).rowcount


def forget_ended(session: Session, at: datetime) -> None:
    """Remove sessions that ended a month ago."""
    session.exec(delete(WebSessionRow).where(col(WebSessionRow.ends_at) < at - KEPT_AFTER_END))
