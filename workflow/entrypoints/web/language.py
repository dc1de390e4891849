"""The switch between Thai and English: a form in the bar, so it works without scripts; it leads back to the page it was pressed on."""

from typing import Annotated, Literal
from urllib.parse import quote, unquote, urlsplit

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse
from starlette.routing import Match

from workflow.core.local_path import HOME, local_path
from workflow.entrypoints.web.reader import COOKIE, KEPT
from workflow.entrypoints.web.rules import OPEN, rule

router = APIRouter()


@router.post("/language")
@rule(OPEN)
def switch(
    request: Request, to: Annotated[Literal["th", "en"], Form()], back: Annotated[str, Form(max_length=4000)] = ""
) -> RedirectResponse:
    """เปลี่ยนภาษา: kept for a year by this browser; no script needs to read it."""
    answer = RedirectResponse(_readable(request, local_path(back)), status_code=303)
    secure = request.app.state.secure
    answer.set_cookie(COOKIE, to, max_age=KEPT, path="/", secure=secure, httponly=True, samesite="lax")
    return answer


def _readable(request: Request, path: str) -> str:
    """Return the page, or the home page for one that only a button makes: nothing is pressed again."""
    scope = {"type": "http", "method": "GET", "path": unquote(urlsplit(path).path)}
    answers = (route.matches(scope)[0] for route in request.app.router.routes)
    a_link = path.startswith("/a/")  # its door stands before the routes (link_door.py)
    return quote(path, safe="/?&=%+,:;@") if a_link or Match.FULL in answers else HOME
