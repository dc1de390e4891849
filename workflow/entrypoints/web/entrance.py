"""The entrance: log in, log out, choose a desk, open the first account, set a password by a one-time link."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from workflow.core.errors import SarabanError, TryAgain
from workflow.core.local_path import local_path
from workflow.entrypoints.web.given import READING, Moment, TheBrowser, TheDesk, TheVisitor
from workflow.entrypoints.web.rules import OPEN, SIGNED_IN, rule
from workflow.entrypoints.web.views import html
from workflow.services import accounts
from workflow.services.log_in import Entered, log_in
from workflow.services.web_sessions import change_desk, log_in_as, log_out

router = APIRouter()
Line = Annotated[str, Form(max_length=200)]
Path = Annotated[str, Form(max_length=2000)]


@router.api_route("/login", methods=READING)
@rule(OPEN)
def login_page(desk: TheDesk, next: str = "") -> Response:
    """เข้าสู่ระบบ."""
    return html(
        "login.html.j2",
        next=local_path(next),
        login="",
        problem=None,
        empty=accounts.is_empty(desk),
        provider=desk.oidc,
    )


@router.post("/login")
@rule(OPEN)
def enter(
    request: Request, desk: TheDesk, when: Moment, browser: TheBrowser, login: Line, password: Line, next: Path = ""
) -> Response:
    """เข้าสู่ระบบ: the password; the second factor is asked for on a page of its own."""
    try:
        entered = log_in(desk, login, password, browser, when)
    except SarabanError as problem:
        status = 429 if isinstance(problem, TryAgain) else 401
        return html(
            "login.html.j2",
            status=status,
            next=local_path(next),
            login=login,
            problem=problem,
            empty=False,
            provider=desk.oidc,
        )
    return with_token(request, entered.token, after_password(entered, local_path(next)))


@router.post("/logout")
@rule(OPEN)
def leave(request: Request, desk: TheDesk, when: Moment, browser: TheBrowser) -> Response:
    """ออกจากระบบ: the session ends here and in the database."""
    if browser.token:
        log_out(desk, browser, when)
    answer = RedirectResponse("/login", status_code=303, headers={"Clear-Site-Data": '"cache", "storage"'})
    answer.delete_cookie(request.app.state.cookie, path="/", secure=request.app.state.secure, httponly=True)
    return answer


@router.api_route("/desks", methods=READING)
@rule(SIGNED_IN)
def desks(seen: TheVisitor) -> HTMLResponse:
    """เลือกโต๊ะ: in whose name to work."""
    return html("desks.html.j2", visitor=seen)


@router.post("/desks")
@rule(SIGNED_IN)
def take_desk(
    request: Request,
    desk: TheDesk,
    when: Moment,
    browser: TheBrowser,
    seen: TheVisitor,
    key: Annotated[str, Form(max_length=500)],
) -> Response:
    """เปลี่ยนโต๊ะ: the session goes on under a new token, at the home page."""
    return with_token(request, change_desk(desk, seen, browser, key, when), "/")


@router.api_route("/setup/{token}", methods=READING)
@rule(OPEN)
def setup_page(desk: TheDesk, when: Moment, token: str) -> HTMLResponse:
    """ตั้งรหัสผ่าน: by a one-time link; the first of all opens the first account."""
    told = accounts.invitation(desk, token, when)
    return html(
        "setup.html.j2",
        told=told,
        token=token,
        offices=desk.offices(),
        filled={"login": "", "person": "", "office": ""},
        problem=None,
    )


@router.post("/setup/{token}")
@rule(OPEN)
def set_up(
    request: Request, desk: TheDesk, when: Moment, browser: TheBrowser, token: str, password: Line, again: Line,
    login: Line = "", person: Line = "", office: Line = "",
) -> Response:  # fmt: skip
    """ตั้งรหัสผ่าน: then one is logged in."""
    told = accounts.invitation(desk, token, when)
    filled = {"login": login, "person": person, "office": office}
    try:
        if password != again:
            raise accounts.differing()
        if told.login is None:
            account = accounts.open_first(desk, token, accounts.NewAccount(login, person, password), office, when)
        else:
            account = accounts.set_by_link(desk, token, password, when)
    except SarabanError as problem:
        return html(
            "setup.html.j2", status=400, told=told, token=token, offices=desk.offices(), filled=filled, problem=problem
        )
    if account.totp:  # a new password does not stand in for the second factor
        return RedirectResponse("/login", status_code=303)
    return with_token(request, log_in_as(desk, account, browser, when), "/")


def after_password(entered: Entered, path: str) -> str:
    """Return where one is led: to the page wanted, or first to the one that asks for the code."""
    return f"/login/code?next={quote(path, safe='')}" if entered.awaits_code else path


def with_token(request: Request, token: str, path: str) -> Response:
    """Lead on with the session's token in the cookie: for this host alone, out of scripts' reach, never sent along from other sites."""
    answer = RedirectResponse(path, status_code=303)
    answer.set_cookie(
        request.app.state.cookie, token, path="/", secure=request.app.state.secure, httponly=True, samesite="lax"
    )
    return answer
