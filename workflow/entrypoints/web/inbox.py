"""กล่องรับ: the papers before a desk, and one press for one or many of them."""

from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse

from workflow.core.working_as import Role
from workflow.entrypoints.web.given import READING, Moment, TheDesk, Who
from workflow.entrypoints.web.problems import lost
from workflow.entrypoints.web.rules import PAPER_DESK, rule
from workflow.entrypoints.web.views import html
from workflow.services.handle_papers import PaperAct, handle_papers
from workflow.services.show_inbox import Tray, show_inbox

router = APIRouter()


@router.api_route("/inbox", methods=READING)
@rule(PAPER_DESK)
def inbox(
    desk: TheDesk, who: Who, when: Moment, tray: Tray = Tray.OPEN, page: Annotated[int, Query(ge=1)] = 1
) -> HTMLResponse:
    """กล่องรับ: one tray of it, the soonest due first."""
    view = show_inbox(desk, who, when, tray=tray, page=page)
    return html("inbox.html.j2", view=view, trays=Tray, who=who)


@router.post("/inbox")
@rule(PAPER_DESK.by(Role.REGISTRY, Role.OFFICER))
def handle(
    desk: TheDesk, who: Who, when: Moment, act: Annotated[PaperAct, Form()], dispatch: Annotated[list[int], Form()] = []  # noqa: B006 - a form's default
) -> HTMLResponse:  # fmt: skip
    """ลงรับ / ลงรับ + รับทราบ: say of each paper what came of it; sending the form again changes nothing more."""
    done = handle_papers(desk, who, act, dispatch, when)
    status = 404 if lost(one.refusal for one in done) else 200
    return html("handled.html.j2", status=status, act=act, done=done, who=who)
