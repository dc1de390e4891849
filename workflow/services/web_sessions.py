"""Sessions (การเข้าใช้): opened at a log-in under a new token each time, looked up by its hash, ended by rest, by age or by hand.

30 minutes without a request, or 12 hours in all, end a session (OWASP ASVS 5.0 7.3). `seen_at` moves at most every five minutes: whoever
looks does not write. While nothing can be written (a full disk), this process remembers when a session was last used (`Desk.unkept`): who
works on is not logged out by the disk, who has left is. Another worker knows only of the requests that it answered itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from sqlmodel import Session

from workflow.core.errors import CannotWrite, NotFound, Refused
from workflow.core.when import When
from workflow.core.working_as import WorkingAs
from workflow.services.desk import Desk
from workflow.services.desks_held import desks_held
from workflow.services.hashing import fingerprint, new_token
from workflow.store.account_tables import AccountRow, WebSessionRow
from workflow.store.accounts import account_of, desks_given
from workflow.store.web_sessions import end_session, end_sessions, forget_ended, open_sessions, session_of

AT_REST = timedelta(minutes=30)
AT_MOST = timedelta(hours=12)
FOR_A_CODE = timedelta(minutes=5)
SEEN_EVERY = timedelta(minutes=5)
NONE_UNKEPT: Mapping[int, datetime] = MappingProxyType({})
WORDS = 200  # of what a browser says of itself


@dataclass(frozen=True)
class Browser:
    """Where a request comes from: the token it holds ("": none), what it calls itself, its network address."""

    token: str = ""
    agent: str = ""
    address: str = ""


@dataclass(frozen=True)
class Visitor:
    """Who is logged in: the account, the desk chosen (None: none yet, or it is no longer held), and every desk that may be."""

    session: int
    account: int
    login: str
    person: str
    who: WorkingAs | None
    desks: tuple[WorkingAs, ...]


@dataclass(frozen=True)
class SessionLine:
    """One open session as its owner sees it."""

    session: int
    desk: str
    agent: str
    address: str
    created_at: datetime
    seen_at: datetime
    ends_at: datetime


def visitor(desk: Desk, token: str, when: When) -> Visitor | None:
    """Return who holds this token now; None when nobody does any more, or the second factor is missing."""
    with desk.store.read() as session:
        found = session_alive(session, token, when.at, desk.unkept)
        if found is None or found[0].awaits_code:
            return None
        row, account = found
        held = desks_held(desk, session, account, desks_given(session, [account.id or 0]), when.on)
    if when.at - row.seen_at >= SEEN_EVERY:
        _seen(desk, row, when.at)
    who = next((held_desk for held_desk in held if held_desk.key == row.desk), None)
    return Visitor(row.id or 0, account.id or 0, account.login, account.person, who, held)


def session_alive(
    session: Session, token: str, at: datetime, unkept: Mapping[int, datetime] = NONE_UNKEPT
) -> tuple[WebSessionRow, AccountRow] | None:
    """Return the session of a token with its account; None when it has ended, whichever way, or its account is closed.

    `unkept`: when sessions were last used while it could not be written down.
    """
    found = session_of(session, fingerprint(token)) if token else None
    if found is None:
        return None
    row, account = found
    seen_at = max(row.seen_at, unkept.get(row.id or 0, row.seen_at))
    alive = (
        row.revoked_at is None and not account.disabled and at < row.ends_at and -SEEN_EVERY < at - seen_at < AT_REST
    )
    return found if alive else None


def _seen(desk: Desk, row: WebSessionRow, at: datetime) -> None:
    """Keep when a session was last used; whoever looks is answered although nothing can be kept."""
    number = row.id or 0
    try:
        with desk.store.write() as session:
            session.get_one(WebSessionRow, number).seen_at = at
        desk.unkept.pop(number, None)
    except CannotWrite:
        for gone in [known for known, seen_at in tuple(desk.unkept.items()) if at - seen_at >= AT_REST]:
            desk.unkept.pop(gone, None)
        desk.unkept[number] = at


def open_session(
    session: Session, account: AccountRow, browser: Browser, at: datetime, *, awaits_code: bool = False, desk: str = ""
) -> str:
    """Open a session inside the caller's transaction and return its token; the one the browser held before ends.

    The token is always new: whoever planted one in the browser beforehand has nothing.
    """
    if browser.token:
        end_session(session, fingerprint(browser.token), at)
    forget_ended(session, at)
    token = new_token()
    session.add(
        WebSessionRow(
            token=fingerprint(token), account_id=account.id or 0, agent=browser.agent[:WORDS], address=browser.address[:WORDS],
            awaits_code=awaits_code, desk=desk, created_at=at, seen_at=at, ends_at=at + (FOR_A_CODE if awaits_code else AT_MOST),
        )
    )  # fmt: skip
    session.flush()
    return token


def log_in_as(desk: Desk, account: AccountRow, browser: Browser, when: When) -> str:
    """Open a session for an account that has proved itself, at its first desk; return the token."""
    with desk.store.write() as session:
        return settled_session(desk, session, account, browser, when)


def settled_session(desk: Desk, session: Session, account: AccountRow, browser: Browser, when: When) -> str:
    """Open a session inside the caller's transaction, at the first desk the person holds that day; return the token."""
    held = desks_held(desk, session, account, desks_given(session, [account.id or 0]), when.on)
    return open_session(session, account, browser, when.at, desk=held[0].key if held else "")


def change_desk(desk: Desk, seen: Visitor, browser: Browser, key: str, when: When) -> str:
    """Work at another desk from now on; the session gets a new token, which is returned. Refused when the desk is not held that day."""
    if key not in {held.key for held in seen.desks}:
        raise Refused("ท่านไม่ได้ดำรงตำแหน่งหรือโต๊ะนี้ในวันนี้", next_step="เลือกโต๊ะจากรายการที่แสดง หรือแจ้งผู้ดูแลระบบ")
    token = new_token()
    with desk.store.write() as session:
        found = session_of(session, fingerprint(browser.token), lock=True)
        if found is None or found[0].id != seen.session or found[0].revoked_at is not None:
            raise Refused("การเข้าใช้นี้สิ้นสุดแล้ว", next_step="เข้าสู่ระบบใหม่")
        found[0].token, found[0].desk, found[0].seen_at = fingerprint(token), key, when.at
    return token


def log_out(desk: Desk, browser: Browser, when: When) -> None:
    """End the browser's session; one that has ended is left as it is."""
    with desk.store.write() as session:
        end_session(session, fingerprint(browser.token), when.at)


def list_sessions(desk: Desk, login: str, when: When) -> list[SessionLine]:
    """Return the open sessions of an account, the one seen last first."""
    with desk.store.read() as session:
        rows = open_sessions(session, account_of(session, login).id or 0, when.at)
    alive = (row for row in rows if when.at - row.seen_at < AT_REST and not row.awaits_code)
    return [SessionLine(r.id or 0, r.desk, r.agent, r.address, r.created_at, r.seen_at, r.ends_at) for r in alive]


def revoke_session(desk: Desk, login: str, number: int, when: When) -> None:
    """End one session of an account; NotFound when it has none of that number."""
    with desk.store.write() as session:
        row = session.get(WebSessionRow, number, with_for_update=True)
        if row is None or row.account_id != account_of(session, login).id:
            raise NotFound("ไม่พบการเข้าใช้นี้", next_step="เลือกจากรายการที่แสดง")
        row.revoked_at = row.revoked_at or when.at


def revoke_sessions(desk: Desk, login: str, when: When, *, but: int | None = None) -> int:
    """End every session of an account, but one where told; return how many."""
    with desk.store.write() as session:
        return end_sessions(session, account_of(session, login).id or 0, when.at, but=but)
