"""Questions about accounts, the desks they were given and their one-time links, and what changes them."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from workflow.core.errors import NotFound
from workflow.store.account_tables import AccountDeskRow, AccountRow, OidcIdentityRow, OneTimeLinkRow, RecoveryCodeRow


def count_accounts(session: Session) -> int:
    """Return how many accounts there are."""
    return session.exec(select(func.count()).select_from(AccountRow)).one()


def all_accounts(session: Session) -> list[AccountRow]:
    """Return every account, by login."""
    return list(session.exec(select(AccountRow).order_by(AccountRow.login)))


def find_account(session: Session, login: str) -> AccountRow | None:
    """Return the account of that login, however it is capitalised."""
    return session.exec(select(AccountRow).where(AccountRow.login == login.strip().lower())).first()


def account_of(session: Session, login: str, *, lock: bool = False) -> AccountRow:
    """Return the account of that login, locked for a change where asked; NotFound otherwise."""
    row = find_account(session, login)
    if row is None:
        raise NotFound(f"ไม่มีบัญชี “{login}”", next_step="ดูรายชื่อด้วย saraban account list")
    return account(session, row.id or 0, lock=True) if lock else row


def account(session: Session, number: int, *, lock: bool = False) -> AccountRow:
    """Return an account by its number, locked for a change where asked; NotFound otherwise."""
    row = session.get(AccountRow, number, with_for_update=lock or None)
    if row is None:
        raise NotFound("ไม่มีบัญชีนี้", next_step="เลือกจากรายชื่อบัญชี")
    return row


def forget_second_factor(session: Session, row: AccountRow) -> None:
    """Ask for no codes any more: the secret and the recovery codes go together."""
    row.totp = ""
    forget_recovery_codes(session, row.id or 0)


def forget_recovery_codes(session: Session, account: int) -> None:
    """Remove an account's recovery codes."""
    for code in session.exec(select(RecoveryCodeRow).where(RecoveryCodeRow.account_id == account).with_for_update()):
        session.delete(code)
    session.flush()


def identity_of(session: Session, issuer: str, subject: str) -> OidcIdentityRow | None:
    """Return whose account a provider's subject is tied to."""
    where = (OidcIdentityRow.issuer == issuer, OidcIdentityRow.subject == subject)
    return session.exec(select(OidcIdentityRow).where(*where)).first()


def desks_given(session: Session, accounts: Sequence[int]) -> list[AccountDeskRow]:
    """Return the desks these accounts were given, in the order they were."""
    where = col(AccountDeskRow.account_id).in_(accounts)
    return list(session.exec(select(AccountDeskRow).where(where).order_by(col(AccountDeskRow.id))))


def give_desk(session: Session, row: AccountDeskRow) -> bool:
    """Give an account a desk; False when it has it already."""
    same = (
        getattr(AccountDeskRow, name) == getattr(row, name) for name in ("account_id", "office", "unit", "role", "post")
    )
    if session.exec(select(AccountDeskRow.id).where(*same)).first() is not None:
        return False
    session.add(row)
    session.flush()
    return True


def new_link(session: Session, token: str, account_id: int | None, at: datetime, ends_at: datetime) -> None:
    """Keep a one-time link by its hash; earlier ones for the same purpose end with it."""
    same = (
        col(OneTimeLinkRow.account_id).is_(None) if account_id is None else col(OneTimeLinkRow.account_id) == account_id
    )
    open_ones = select(OneTimeLinkRow).where(same, col(OneTimeLinkRow.used_at).is_(None)).with_for_update()
    for earlier in session.exec(open_ones):
        earlier.used_at = at
    session.add(OneTimeLinkRow(token=token, account_id=account_id, created_at=at, ends_at=ends_at))


def open_link(session: Session, token: str, at: datetime, *, lock: bool = False) -> OneTimeLinkRow | None:
    """Return the one-time link of that hash while it is good."""
    asked = select(OneTimeLinkRow).where(OneTimeLinkRow.token == token)
    row = session.exec(asked.with_for_update() if lock else asked).first()
    return row if row and row.used_at is None and at < row.ends_at else None
