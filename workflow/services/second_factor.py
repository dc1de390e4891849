"""The second factor (แอปรหัส): six digits that change every 30 seconds (RFC 6238), each good once; and codes for whoever lost the phone.

The secret is kept sealed with a key beside the database, so that a stolen copy of the database alone opens nobody's second factor.
"""

import hmac
import secrets
from dataclasses import dataclass

import pyotp
from sqlmodel import Session, col, select

from workflow.core.errors import Refused
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.hashing import fingerprint
from workflow.services.log_in import confirm_password, count_tries
from workflow.services.sealing import seal, unseal
from workflow.services.web_sessions import Browser, session_alive, settled_session
from workflow.store.account_tables import AccountRow, RecoveryCodeRow, TotpUsedRow
from workflow.store.accounts import account, forget_recovery_codes, forget_second_factor
from workflow.store.attempts import forget_tries, forgive_try
from workflow.store.web_sessions import end_sessions

EVERY = 30  # seconds
RECOVERY_CODES = 10
PURPOSE = "second factor"
WRONG = ("รหัสไม่ถูกต้อง หรือใช้ไปแล้ว", "รอรหัสถัดไปในแอปแล้วพิมพ์ใหม่ หรือใช้รหัสสำรอง")
ENDED = ("การเข้าสู่ระบบนี้หมดเวลาแล้ว", "เข้าสู่ระบบใหม่")


@dataclass(frozen=True)
class Enrolment:
    """A secret to put into an authenticator: as text, and as the address its QR code holds."""

    secret: str
    address: str


def new_enrolment(login: str) -> Enrolment:
    """Return a new secret; nothing is kept before a code of it was given back."""
    return enrolment_of(pyotp.random_base32(), login)


def enrolment_of(secret: str, login: str) -> Enrolment:
    """Return the enrolment of a secret that was shown before."""
    return Enrolment(secret, pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name="saraban"))


def enrol(desk: Desk, number: int, secret: str, code: str, when: When, *, keep: int) -> tuple[str, ...]:
    """Ask for this secret's codes from now on; return the recovery codes, shown once. Other sessions than `keep` end."""
    step = _step_of(secret, code, when)
    if step is None:
        raise Refused(WRONG[0], next_step=WRONG[1])
    codes = tuple(f"{secrets.token_hex(3)}-{secrets.token_hex(3)}" for _ in range(RECOVERY_CODES))
    with desk.store.write() as session:
        row = account(session, number, lock=True)
        row.totp = seal(desk.link_key(), PURPOSE, secret)
        session.merge(TotpUsedRow(account_id=number, step=step))
        forget_recovery_codes(session, number)
        session.add_all(RecoveryCodeRow(account_id=number, code=fingerprint(code)) for code in codes)
        end_sessions(session, number, when.at, but=keep)
    return codes


def leave_off(desk: Desk, number: int, password: str, when: When) -> None:
    """Ask for no codes any more; Refused when the password is wrong."""
    confirm_password(desk, number, password, when, "รหัสผ่านไม่ถูกต้อง จึงไม่ได้ปิดแอปรหัส")
    with desk.store.write() as session:
        forget_second_factor(session, account(session, number, lock=True))


def awaits_code(desk: Desk, browser: Browser, when: When) -> bool:
    """Whether this browser gave a right password and owes the code."""
    with desk.store.read() as session:
        return _waiting(session, browser, when) is not None


def give_code(desk: Desk, browser: Browser, code: str, when: When) -> str:
    """Take the code and return the new session's token; Refused when it is wrong or was used, TryAgain after too many tries."""
    with desk.store.read() as session:
        waiting = _waiting(session, browser, when)
    if waiting is None:
        raise Refused(ENDED[0], next_step=ENDED[1])
    about = f"code {waiting.login}"
    count_tries(desk, (about,), browser, when)
    with desk.store.write() as session:
        row = account(session, waiting.id or 0, lock=True)
        if _waiting(session, browser, when) is None or not (
            _new_code(desk, session, row, code, when) or _recovery(session, row, code, when)
        ):
            raise Refused(WRONG[0], next_step=WRONG[1])
        for name in (about, f"account {row.login}"):
            forget_tries(session, name, when.at)
        forgive_try(session, f"address {browser.address}")
        return settled_session(desk, session, row, browser, when)


def _waiting(session: Session, browser: Browser, when: When) -> AccountRow | None:
    found = session_alive(session, browser.token, when.at)
    return found[1] if found and found[0].awaits_code else None


def _new_code(desk: Desk, session: Session, row: AccountRow, code: str, when: When) -> bool:
    """Whether the code is right and later than the last one used; it is used from now on."""
    secret = unseal(desk.link_key(), PURPOSE, row.totp)
    step = _step_of(secret, code, when) if secret else None
    used = session.get(TotpUsedRow, row.id, with_for_update=True)
    if step is None or (used and step <= used.step):
        return False
    session.merge(TotpUsedRow(account_id=row.id or 0, step=step))
    return True


def _recovery(session: Session, row: AccountRow, code: str, when: When) -> bool:
    kept = fingerprint(code.strip().lower())
    where = (RecoveryCodeRow.account_id == row.id, RecoveryCodeRow.code == kept, col(RecoveryCodeRow.used_at).is_(None))
    found = session.exec(select(RecoveryCodeRow).where(*where).with_for_update()).first()
    if found:
        found.used_at = when.at
    return found is not None


def _step_of(secret: str, code: str, when: When) -> int | None:
    """Return the time-step whose code this is: now's or a neighbour's (a clock may be half a minute off); None when it is none's."""
    told = "".join(code.split())
    now = int(when.at.timestamp()) // EVERY
    codes = pyotp.TOTP(secret)
    steps = (step for step in (now, now - 1, now + 1) if hmac.compare_digest(codes.at(step * EVERY), told))
    return next(steps, None) if told.isascii() else None
