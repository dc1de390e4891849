"""What every handler is given: the desk of the office, the moment of the request, who asks and in whose name; and the door before all."""

from collections.abc import Mapping
from typing import Annotated, Any, cast
from urllib.parse import quote

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from workflow.core.errors import NotFound, Refused, SarabanError
from workflow.core.when import When
from workflow.core.working_as import WorkingAs
from workflow.entrypoints.web.bar import BAR, bar_for
from workflow.entrypoints.web.rules import Rule, rule_of
from workflow.services.desk import Desk
from workflow.services.may_see import Sight
from workflow.services.show_sendings import SendingLine
from workflow.services.web_sessions import Browser, Visitor, visitor
from workflow.store.tables import DispatchRow

READING = ["GET", "HEAD"]  # never changes a row: mail scanners fetch every link they see


class GoTo(Exception):
    """The visitor is led to another page (303)."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NotSignedIn(SarabanError):
    """A button was pressed, or a page part fetched, by somebody who is not, or no longer, logged in (401)."""


def _desk(request: Request) -> Desk:
    return cast(Desk, request.app.state.desk)


def _moment(request: Request) -> When:
    return When(request.app.state.now())


def _browser(request: Request) -> Browser:
    token = request.cookies.get(request.app.state.cookie, "")
    return Browser(token, request.headers.get("user-agent", ""), request.client.host if request.client else "")


TheDesk = Annotated[Desk, Depends(_desk)]
Moment = Annotated[When, Depends(_moment)]
TheBrowser = Annotated[Browser, Depends(_browser)]


async def door(request: Request, desk: TheDesk, when: Moment, browser: TheBrowser) -> None:
    """Let a request in by the rule of its handler; whoever has not logged in is led to the log-in, what is not theirs is not found."""
    asked = rule_of(request.scope.get("endpoint"))
    if asked is None:
        raise NotFound("ไม่พบหน้านี้", next_step="กลับไปที่งานของฉัน แล้วเลือกจากหน้านั้น")
    seen = await run_in_threadpool(visitor, desk, browser.token, when) if browser.token else None
    if seen:
        request.state.visitor = seen
        BAR.set(bar_for(seen, request.url.path, request.app.state.pages))
    if not asked.open:
        _signed_in(request, asked, seen)
        parts: Mapping[str, Any] = request.path_params
        request.state.found = await run_in_threadpool(asked.admit, desk, seen, parts, when)


def _signed_in(request: Request, asked: Rule, seen: Visitor | None) -> None:
    """Lead away who has not logged in, or has no desk where one is needed."""
    if seen is not None and (seen.who or not asked.desk):
        return
    path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    if request.method not in READING or request.headers.get("hx-request"):
        raise NotSignedIn("ยังไม่ได้เข้าสู่ระบบ หรือการเข้าใช้สิ้นสุดแล้ว จึงไม่ได้บันทึกอะไร", next_step="เข้าสู่ระบบใหม่ แล้วทำอีกครั้ง")
    raise GoTo(f"/login?next={quote(path, safe='')}" if seen is None else "/desks")


def _visitor(request: Request) -> Visitor:
    seen = getattr(request.state, "visitor", None)
    if seen is None:
        raise NotSignedIn("ยังไม่ได้เข้าสู่ระบบ", next_step="เข้าสู่ระบบก่อน")
    return cast(Visitor, seen)


def _who(seen: Annotated[Visitor, Depends(_visitor)]) -> WorkingAs:
    if seen.who is None:
        raise Refused("ยังไม่ได้เลือกโต๊ะ", next_step="เลือกโต๊ะที่แถบบน")
    return seen.who


def _found(request: Request) -> Any:
    """Return what the rule of this route found out; a route without such a rule has nothing to give."""
    found = getattr(request.state, "found", None)
    if found is None:
        raise RuntimeError("the rule of this route finds nothing out")
    return found


TheSight = Annotated[Sight, Depends(_found)]
"""How much of the matter the desk sees, under MATTER_SEEN or MATTER_WHOLE."""
TheDispatch = Annotated[DispatchRow, Depends(_found)]
"""The dispatch of the address, under DISPATCH_SEEN, OWN_DISPATCH, SENT_DISPATCH or COPY_SEEN."""
TheSending = Annotated[SendingLine, Depends(_found)]
"""The sending of the address, under SENDING_SEEN or OWN_SENDING."""
TheVisitor = Annotated[Visitor, Depends(_visitor)]
Who = Annotated[WorkingAs, Depends(_who)]
