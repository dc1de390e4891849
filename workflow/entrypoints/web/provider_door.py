"""Log-in through an OpenID Connect provider: there and back. No row is written before the provider's answer has proved itself."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from workflow.core.errors import Refused
from workflow.core.local_path import local_path
from workflow.entrypoints.web.entrance import after_password, with_token
from workflow.entrypoints.web.given import READING, Moment, TheBrowser, TheDesk
from workflow.entrypoints.web.rules import OPEN, rule
from workflow.services import oidc
from workflow.services.desk import Desk
from workflow.services.web_sessions import Visitor

router = APIRouter(prefix="/login/oidc")
KEPT = "saraban-oidc"


@router.api_route("", methods=READING)
@rule(OPEN)
def go(request: Request, desk: TheDesk, when: Moment, next: str = "", link: bool = False) -> Response:
    """ไปยังผู้ให้บริการ: to log in, or with `link` to tie the account one is logged in with to an identity there."""
    seen: Visitor | None = getattr(request.state, "visitor", None) if link else None  # the door looked already
    if link and seen is None:
        raise Refused("ต้องเข้าสู่ระบบก่อน จึงผูกบัญชีได้", next_step="เข้าสู่ระบบด้วยรหัสผ่าน")
    address, kept = oidc.begin(desk, _back(desk), local_path(next), when, account=seen.account if seen else 0)
    answer = RedirectResponse(address, status_code=303)
    answer.set_cookie(
        KEPT, kept, max_age=int(oidc.GOOD_FOR.total_seconds()), path="/login/oidc", secure=request.app.state.secure,
        httponly=True, samesite="lax",
    )  # fmt: skip
    return answer


@router.api_route("/back", methods=["GET"])
@rule(OPEN)
def back(
    request: Request, desk: TheDesk, when: Moment, browser: TheBrowser, code: str = "", state: str = ""
) -> Response:
    """กลับจากผู้ให้บริการ."""
    entered, begun = oidc.come_back(desk, request.cookies.get(KEPT, ""), _back(desk), (code, state), browser, when)
    if entered:
        answer = with_token(request, entered.token, after_password(entered, begun.next))
    else:
        answer = RedirectResponse("/account?done=linked", status_code=303)
    answer.delete_cookie(KEPT, path="/login/oidc", secure=request.app.state.secure, httponly=True)
    return answer


def _back(desk: Desk) -> str:
    return f"{desk.url}/login/oidc/back"
