"""บัญชีผู้ใช้: an administrator opens and closes accounts, gives and takes desks; a password is set by its owner alone, by a link."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from workflow.core.errors import Refused, SarabanError
from workflow.core.working_as import Role, WorkingAs
from workflow.entrypoints.web.entrance import Line
from workflow.entrypoints.web.given import READING, Moment, TheDesk, Who
from workflow.entrypoints.web.rules import ADMIN, rule
from workflow.entrypoints.web.views import html
from workflow.services import accounts
from workflow.services.desk import Desk

router = APIRouter(prefix="/admin")
ROLES = {role.value: role.thai for role in Role}


@router.api_route("/accounts", methods=READING)
@rule(ADMIN)
def accounts_page(desk: TheDesk, who: Who) -> HTMLResponse:
    """บัญชีผู้ใช้: those with a desk in the administrator's office, and those without any."""
    return _page(desk, who)


@router.post("/accounts")
@rule(ADMIN)
def add(desk: TheDesk, when: Moment, who: Who, login: Line, person: Line) -> Response:
    """เปิดบัญชี: the link for its owner is shown this once."""
    try:
        token = accounts.add_account(desk, login, person, (), when)
    except SarabanError as problem:
        return _page(desk, who, problem=problem)
    return _page(desk, who, link=(login, f"{desk.url}/setup/{token}"))


@router.post("/accounts/{account}/desks")
@rule(ADMIN)
def give(
    desk: TheDesk, who: Who, account: int, role: Annotated[Role, Form()], unit: Line = "", post: Line = ""
) -> Response:
    """ให้โต๊ะ: in the administrator's own office alone."""
    line = _of_office(desk, who, account)
    try:
        given = accounts.DeskGiven(who.office, role, unit.strip(), post.strip() if role == Role.OFFICER else "")
        accounts.give_desk(desk, line.login, given)
    except SarabanError as problem:
        return _page(desk, who, problem=problem)
    return _back()


@router.post("/accounts/{account}/desks/{row}/take")
@rule(ADMIN)
def take(desk: TheDesk, who: Who, account: int, row: int) -> Response:
    """เอาโต๊ะออก."""
    line = _of_office(desk, who, account)
    accounts.take_desk(desk, line.login, row)
    return _back()


@router.post("/accounts/{account}/reset")
@rule(ADMIN)
def reset(desk: TheDesk, when: Moment, who: Who, account: int) -> HTMLResponse:
    """ออกลิงก์ตั้งรหัสผ่านใหม่: its sessions end; the second factor stays."""
    line = _of_office(desk, who, account)
    return _page(desk, who, link=(line.login, f"{desk.url}/setup/{accounts.reset(desk, line.login, when)}"))


@router.post("/accounts/{account}/closed")
@rule(ADMIN)
def close(desk: TheDesk, when: Moment, who: Who, account: int, closed: Annotated[bool, Form()]) -> Response:
    """ปิดหรือเปิดบัญชี; nobody closes the account worked with."""
    line = _of_office(desk, who, account)
    if account == who.account:
        raise Refused("ปิดบัญชีของตนเองไม่ได้", next_step="ให้ผู้ดูแลระบบคนอื่นปิด")
    accounts.set_disabled(desk, line.login, when, disabled=closed)
    return _back()


def _page(
    desk: Desk, who: WorkingAs, *, link: tuple[str, str] | None = None, problem: SarabanError | None = None
) -> HTMLResponse:
    lines = [line for line in accounts.list_accounts(desk) if accounts.is_of(line, who.office)]
    chart = desk.office(who.office).chart
    return html(
        "accounts.html.j2", status=400 if problem else 200, lines=lines, link=link, problem=problem, roles=ROLES,
        units=[unit.code for unit in chart.units], posts=[post.code for post in chart.posts],
    )  # fmt: skip


def _of_office(desk: Desk, who: WorkingAs, account: int) -> accounts.AccountLine:
    line = accounts.account_line(desk, account)
    if not accounts.is_of(line, who.office):
        raise accounts.no_such_account()
    return line


def _back() -> RedirectResponse:
    return RedirectResponse("/admin/accounts", status_code=303)
