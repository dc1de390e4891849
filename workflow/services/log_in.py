"""The log-in: a password, and a second factor where the account has one; tries are counted before the password is looked at."""

from dataclasses import dataclass

from sqlmodel import Session

from workflow.core.errors import Refused, TryAgain
from workflow.core.thai_digits import to_thai
from workflow.core.throttle import ACCOUNT, ADDRESS, Tries
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.hashing import hash_password, is_outdated, is_password
from workflow.services.web_sessions import Browser, open_session, settled_session
from workflow.store.account_tables import AccountRow
from workflow.store.accounts import account, find_account
from workflow.store.attempts import count_try, forget_tries, forgive_try

WRONG = ("ชื่อบัญชีหรือรหัสผ่านไม่ถูกต้อง", "ลองใหม่ หากลืมรหัสผ่านให้ขอลิงก์ตั้งใหม่จากผู้ดูแลระบบ")


@dataclass(frozen=True)
class Entered:
    """A password was right: the session's new token, and whether the second factor is still asked for."""

    token: str
    awaits_code: bool = False


def log_in(desk: Desk, login: str, password: str, browser: Browser, when: When) -> Entered:
    """Open a session; Refused when login or password is wrong (which of the two is not told), TryAgain after too many tries."""
    name = login.strip().lower()[:200]
    count_tries(desk, (f"account {name}",), browser, when)
    with desk.store.read() as session:
        found = find_account(session, name)
    right = is_password(found.password if found else "", password)
    if found is None or not right or found.disabled:
        raise Refused(WRONG[0], next_step=WRONG[1])
    renewed = hash_password(password) if is_outdated(found.password) else None
    with desk.store.write() as session:
        row = account(session, found.id or 0, lock=True)
        row.password = renewed or row.password
        entered = enter(desk, session, row, browser, when)
        if not entered.awaits_code:
            forget_tries(session, f"account {name}", when.at)
            forgive_try(session, f"address {browser.address}")
        return entered


def enter(desk: Desk, session: Session, row: AccountRow, browser: Browser, when: When) -> Entered:
    """Open a session for an account that has proved itself; where it has a second factor, one that owes the code."""
    if row.totp:
        return Entered(open_session(session, row, browser, when.at, awaits_code=True), awaits_code=True)
    return Entered(settled_session(desk, session, row, browser, when))


def confirm_password(desk: Desk, number: int, password: str, when: When, wrong: str) -> None:
    """Let somebody who is logged in prove that it is still the same person; Refused with the words `wrong`, tries counted as at a log-in."""
    with desk.store.read() as session:
        row = account(session, number)
    about = f"confirm {row.login}"
    count_tries(desk, (about,), Browser(), when)
    if not is_password(row.password, password):
        raise Refused(wrong, next_step="พิมพ์รหัสผ่านใหม่")
    with desk.store.write() as session:
        forget_tries(session, about, when.at)


def count_tries(desk: Desk, names: tuple[str, ...], browser: Browser, when: When) -> None:
    """Count one try of these and of the address; TryAgain tells how long to wait."""
    counted = [(name, ACCOUNT) for name in names] + (
        [(f"address {browser.address}", ADDRESS)] if browser.address else []
    )
    with desk.store.write() as session:
        before = [count_try(session, name, when.at, patience) for name, patience in counted]
    early = [tries for tries in before if tries and tries.refused_at(when.at)]
    if early:
        raise TryAgain("ลองเข้าสู่ระบบหลายครั้งเกินไป", next_step=f"รออีก {_wait(early, when)} นาทีแล้วลองใหม่")


def _wait(early: list[Tries], when: When) -> str:
    seconds = max((tries.free_at - when.at).total_seconds() for tries in early)
    return to_thai(max(1, -(-int(seconds) // 60)))
