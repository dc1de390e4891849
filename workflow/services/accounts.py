"""Accounts: opened by the first person through a one-time link, then by an administrator; nobody ever gets a password from somebody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from workflow.core.errors import Conflict, NotFound, Refused, UsageError
from workflow.core.passwords import weakness
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.services.desk import Desk
from workflow.services.hashing import fingerprint, hash_password, new_token
from workflow.services.log_in import confirm_password
from workflow.store import accounts as rows
from workflow.store.account_tables import AccountDeskRow, AccountRow
from workflow.store.web_sessions import end_sessions

FIRST_FOR = timedelta(hours=24)
LINK_FOR = timedelta(hours=72)
LOGIN_MOST = 64


@dataclass(frozen=True)
class DeskGiven:
    """A desk to give: the role in a unit, or for an officer the post held (its unit is the post's own)."""

    office: str
    role: Role
    unit: str = ""
    post: str = ""


@dataclass(frozen=True)
class AccountLine:
    """An account as an administrator sees it."""

    account: int
    login: str
    person: str
    disabled: bool
    has_password: bool
    second_factor: bool
    desks: tuple[AccountDeskRow, ...]


@dataclass(frozen=True)
class NewAccount:
    """What a person tells to open an account: the login (letters, digits, dots), the name as the chart writes it, the password."""

    login: str
    person: str
    password: str


@dataclass(frozen=True)
class Invitation:
    """What a one-time link is for: the first account (`login` None), or the password of an account."""

    login: str | None
    person: str = ""


def is_empty(desk: Desk) -> bool:
    """Whether nobody has an account yet."""
    with desk.store.read() as session:
        return rows.count_accounts(session) == 0


def first_link(desk: Desk, when: When) -> str:
    """Return a new token by which the first account is opened, good once, for a day; Refused when there is an account already."""
    with desk.store.write() as session:
        if rows.count_accounts(session):
            raise Refused("มีบัญชีผู้ใช้แล้ว จึงไม่ออกลิงก์ตั้งระบบ", next_step="ลืมรหัสผ่านให้พิมพ์ saraban account reset ชื่อบัญชี")
        return _link(session, None, when, FIRST_FOR)


def add_account(desk: Desk, login: str, person: str, desks: tuple[DeskGiven, ...], when: When) -> str:
    """Open an account with its desks; return the token by which its owner sets the password. Conflict when the login is taken."""
    with desk.store.write() as session:
        account = _new(session, login, person, when)
        for given in desks:
            _give(desk, session, account, given)
        return _link(session, account.id, when, LINK_FOR)


def invitation(desk: Desk, token: str, when: When) -> Invitation:
    """Return what a one-time link opens; NotFound when it was used, ended or never existed."""
    with desk.store.read() as session:
        link = rows.open_link(session, fingerprint(token), when.at)
        if link is None or (link.account_id is None and rows.count_accounts(session)):
            raise _link_ended()
        account = rows.account(session, link.account_id) if link.account_id else None
    return Invitation(account.login, account.person) if account else Invitation(None)


def open_first(desk: Desk, token: str, told: NewAccount, office: str, when: When) -> AccountRow:
    """Open the first account by its one-time link: administrator, registry and drafter of the unit that owns the office's matters."""
    unit = desk.office(office).owner_unit
    _strong(told.password, told.login, told.person, unit)
    kept = hash_password(told.password)
    with desk.store.write() as session:
        link = rows.open_link(session, fingerprint(token), when.at, lock=True)
        if link is None or link.account_id is not None or rows.count_accounts(session):
            raise _link_ended()
        link.used_at = when.at
        account = _new(session, told.login, told.person, when)
        account.password = kept
        for role in (Role.DRAFTER, Role.REGISTRY, Role.ADMIN):
            _give(desk, session, account, DeskGiven(office, role, unit))
        return account


def set_by_link(desk: Desk, token: str, password: str, when: When) -> AccountRow:
    """Set an account's password by its one-time link and end its sessions; return the account."""
    told = invitation(desk, token, when)
    if told.login is None:
        raise _link_ended()
    _strong(password, told.login, told.person)
    kept = hash_password(password)
    with desk.store.write() as session:
        link = rows.open_link(session, fingerprint(token), when.at, lock=True)
        if link is None or link.account_id is None:
            raise _link_ended()
        link.used_at = when.at
        account = rows.account(session, link.account_id, lock=True)
        account.password = kept
        end_sessions(session, account.id or 0, when.at)
        return account


def change_password(desk: Desk, number: int, old: str, new: str, when: When, *, keep: int) -> int:
    """Change a password; every session but `keep` ends, and how many is returned. Refused when the old one is wrong."""
    confirm_password(desk, number, old, when, "รหัสผ่านเดิมไม่ถูกต้อง จึงไม่ได้เปลี่ยน")
    with desk.store.read() as session:
        account = rows.account(session, number)
    _strong(new, account.login, account.person)
    kept = hash_password(new)
    with desk.store.write() as session:
        rows.account(session, number, lock=True).password = kept
        return end_sessions(session, number, when.at, but=keep)


def reset(desk: Desk, login: str, when: When, *, second_factor: bool = False) -> str:
    """Return a token by which the password is set anew; sessions end, and the second factor goes only where that is asked for."""
    with desk.store.write() as session:
        account = rows.account_of(session, login, lock=True)
        end_sessions(session, account.id or 0, when.at)
        if second_factor:
            rows.forget_second_factor(session, account)
        return _link(session, account.id, when, LINK_FOR)


def set_disabled(desk: Desk, login: str, when: When, *, disabled: bool) -> None:
    """Close an account to its owner, sessions and all, or open it again."""
    with desk.store.write() as session:
        account = rows.account_of(session, login, lock=True)
        account.disabled = disabled
        if disabled:
            end_sessions(session, account.id or 0, when.at)


def list_accounts(desk: Desk) -> list[AccountLine]:
    """Return every account with the desks it was given."""
    with desk.store.read() as session:
        known = rows.all_accounts(session)
        given: dict[int, list[AccountDeskRow]] = {}
        for row in rows.desks_given(session, [account.id or 0 for account in known]):
            given.setdefault(row.account_id, []).append(row)
    return [_line(account, given.get(account.id or 0, ())) for account in known]


def account_line(desk: Desk, number: int) -> AccountLine:
    """Return one account with the desks it was given; NotFound when there is none of that number."""
    with desk.store.read() as session:
        return _line(rows.account(session, number), rows.desks_given(session, [number]))


def is_of(line: AccountLine, office: str) -> bool:
    """Whether an office's administrator looks after the account: all its desks are there, or it has none yet."""
    return all(row.office == office for row in line.desks)


def no_such_account() -> NotFound:
    """Return the error of an account that is not there, or another office's."""
    return NotFound("ไม่มีบัญชีนี้", next_step="เลือกจากรายชื่อบัญชี")


def _link_ended() -> NotFound:
    return NotFound("ลิงก์นี้ใช้ไม่ได้แล้ว", next_step="ขอลิงก์ใหม่จากผู้ดูแลระบบ หรือพิมพ์ saraban account setup-token ที่เครื่องแม่ข่าย")


def _line(row: AccountRow, given: Sequence[AccountDeskRow]) -> AccountLine:
    return AccountLine(
        row.id or 0, row.login, row.person, row.disabled, bool(row.password), bool(row.totp), tuple(given)
    )  # fmt: skip


def desks_of(desk: Desk, login: str) -> list[AccountDeskRow]:
    """Return the desks an account was given, each with its number."""
    with desk.store.read() as session:
        return rows.desks_given(session, [rows.account_of(session, login).id or 0])


def give_desk(desk: Desk, login: str, given: DeskGiven) -> bool:
    """Give an account one more desk; False when it had it. NotFound or UsageError when the chart does not know it."""
    with desk.store.write() as session:
        return _give(desk, session, rows.account_of(session, login), given)


def take_desk(desk: Desk, login: str, number: int) -> None:
    """Take a desk from an account by its number; NotFound when it is not the account's."""
    with desk.store.write() as session:
        row = session.get(AccountDeskRow, number, with_for_update=True)
        if row is None or row.account_id != rows.account_of(session, login).id:
            raise NotFound("บัญชีนี้ไม่มีโต๊ะหมายเลขนั้น", next_step="ดูหมายเลขด้วย saraban account desks ชื่อบัญชี")
        session.delete(row)


def _give(desk: Desk, session: Session, account: AccountRow, given: DeskGiven) -> bool:
    chart = desk.office(given.office).chart
    if given.role == Role.OFFICER:
        if not given.post:
            raise UsageError("โต๊ะผู้ดำรงตำแหน่งต้องบอกตำแหน่ง", next_step="ระบุ --post เช่น --post ผบก.อก.")
        unit = chart.post(given.post).unit if given.post in chart.post_by_code or not given.unit else given.unit
    else:
        unit = chart.unit(given.unit).code
    row = AccountDeskRow(account_id=account.id or 0, office=given.office, unit=unit, role=given.role, post=given.post)
    return rows.give_desk(session, row)


def _new(session: Session, login: str, person: str, when: When) -> AccountRow:
    name = login.strip().lower()
    if (
        not name
        or len(name) > LOGIN_MOST
        or any(c.isspace() or not c.isprintable() for c in name)
        or not person.strip()
    ):
        raise UsageError("ชื่อบัญชีหรือชื่อบุคคลใช้ไม่ได้", next_step="ชื่อบัญชีไม่มีช่องว่าง ยาวไม่เกิน 64 ตัว และต้องมีชื่อบุคคล")
    if rows.find_account(session, name):
        raise Conflict(f"มีบัญชี “{name}” อยู่แล้ว", next_step="ใช้ชื่ออื่น หรือดูด้วย saraban account list")
    account = AccountRow(login=name, person=" ".join(person.split()), created_at=when.at)
    session.add(account)
    session.flush()
    return account


def _link(session: Session, account: int | None, when: When, good_for: timedelta) -> str:
    token = new_token()
    rows.new_link(session, fingerprint(token), account, when.at, when.at + good_for)
    return token


def differing() -> UsageError:
    """Return the refusal of two passwords that are not the same."""
    return UsageError("รหัสผ่านสองช่องไม่เหมือนกัน", next_step="พิมพ์รหัสผ่านใหม่ทั้งสองช่อง")


def _strong(password: str, *about: str) -> None:
    if why := weakness(password, about):
        raise UsageError(why, next_step="ใช้ประโยคที่จำได้หลายคำ ยาวอย่างน้อย 12 ตัวอักษร")
