"""บัญชีของฉัน: the password, the second factor, and where one is logged in; and the page that asks for the code."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from workflow.core.errors import SarabanError
from workflow.core.local_path import local_path
from workflow.core.when import When
from workflow.entrypoints.web.entrance import Line, Path, with_token
from workflow.entrypoints.web.given import READING, GoTo, Moment, TheBrowser, TheDesk, TheVisitor
from workflow.entrypoints.web.rules import OPEN, SIGNED_IN, rule
from workflow.entrypoints.web.views import html
from workflow.services import accounts, second_factor
from workflow.services.desk import Desk
from workflow.services.web_sessions import Visitor, list_sessions, revoke_session, revoke_sessions
from workflow.templates.qr_picture import qr_address

router = APIRouter()
SAID = {
    "password": "เปลี่ยนรหัสผ่านแล้ว การเข้าใช้ที่อื่นสิ้นสุดทั้งหมด",
    "ended": "จบการเข้าใช้แล้ว",
    "off": "ปิดแอปรหัสแล้ว",
    "linked": "ผูกบัญชีแล้ว ครั้งต่อไปเข้าสู่ระบบทางนั้นได้",
}


@router.api_route("/login/code", methods=READING)
@rule(OPEN)
def code_page(desk: TheDesk, when: Moment, browser: TheBrowser, next: str = "") -> HTMLResponse:
    """รหัสจากแอป: the second step of the log-in."""
    if not second_factor.awaits_code(desk, browser, when):
        raise GoTo("/login")
    return html("code.html.j2", next=local_path(next), problem=None)


@router.post("/login/code")
@rule(OPEN)
def give_code(
    request: Request, desk: TheDesk, when: Moment, browser: TheBrowser, code: Line, next: Path = ""
) -> Response:
    """รหัสจากแอป: then one is logged in, under a new token."""
    try:
        token = second_factor.give_code(desk, browser, code, when)
    except SarabanError as problem:
        return html("code.html.j2", status=401, next=local_path(next), problem=problem)
    return with_token(request, token, local_path(next))


@router.api_route("/account", methods=READING)
@rule(SIGNED_IN)
def account_page(desk: TheDesk, when: Moment, seen: TheVisitor, done: str = "") -> HTMLResponse:
    """บัญชีของฉัน."""
    return _page(desk, seen, when, said=SAID.get(done, ""))


@router.post("/account/password")
@rule(SIGNED_IN)
def new_password(desk: TheDesk, when: Moment, seen: TheVisitor, old: Line, password: Line, again: Line) -> Response:
    """เปลี่ยนรหัสผ่าน: every other session ends."""
    try:
        if password != again:
            raise accounts.differing()
        accounts.change_password(desk, seen.account, old, password, when, keep=seen.session)
    except SarabanError as problem:
        return _page(desk, seen, when, problem=problem)
    return RedirectResponse("/account?done=password", status_code=303)


@router.post("/account/sessions")
@rule(SIGNED_IN)
def end_session(
    desk: TheDesk, when: Moment, seen: TheVisitor, session: Annotated[int | None, Form()] = None
) -> RedirectResponse:
    """จบการเข้าใช้: one session, or every one but this."""
    if session is None:
        revoke_sessions(desk, seen.login, when, but=seen.session)
    else:
        revoke_session(desk, seen.login, session, when)
    return RedirectResponse("/account?done=ended", status_code=303)


@router.api_route("/account/second-factor", methods=READING)
@rule(SIGNED_IN)
def factor_page(seen: TheVisitor) -> HTMLResponse:
    """แอปรหัส: a secret to put into the app; nothing is kept before its code comes back."""
    return _enrolment(second_factor.new_enrolment(seen.login), None)


@router.post("/account/second-factor")
@rule(SIGNED_IN)
def enrol(
    desk: TheDesk, when: Moment, seen: TheVisitor, secret: Annotated[str, Form(pattern="^[A-Z2-7]{32}$")], code: Line
) -> HTMLResponse:
    """แอปรหัส: in force from now on; the recovery codes are shown this once."""
    try:
        codes = second_factor.enrol(desk, seen.account, secret, code, when, keep=seen.session)
    except SarabanError as problem:
        return _enrolment(second_factor.enrolment_of(secret, seen.login), problem)
    return html("recovery-codes.html.j2", codes=codes)


@router.post("/account/second-factor/off")
@rule(SIGNED_IN)
def factor_off(desk: TheDesk, when: Moment, seen: TheVisitor, password: Line) -> Response:
    """ปิดแอปรหัส: by the password."""
    try:
        second_factor.leave_off(desk, seen.account, password, when)
    except SarabanError as problem:
        return _page(desk, seen, when, problem=problem)
    return RedirectResponse("/account?done=off", status_code=303)


def _page(
    desk: Desk, seen: Visitor, when: When, *, said: str = "", problem: SarabanError | None = None
) -> HTMLResponse:
    line = accounts.account_line(desk, seen.account)
    sessions = list_sessions(desk, seen.login, when)
    return html(
        "account.html.j2",
        status=400 if problem else 200,
        visitor=seen,
        line=line,
        sessions=sessions,
        said=said,
        problem=problem,
        provider=desk.oidc,
    )


def _enrolment(found: second_factor.Enrolment, problem: SarabanError | None) -> HTMLResponse:
    status = 400 if problem else 200
    return html("second-factor.html.j2", status=status, found=found, qr=qr_address(found.address), problem=problem)
