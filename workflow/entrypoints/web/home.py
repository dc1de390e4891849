"""งานของฉัน: the home page is the desk's queue of work."""

from collections.abc import Set

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from workflow.core.working_as import Role
from workflow.entrypoints.web.given import READING, GoTo, Moment, TheDesk, Who
from workflow.entrypoints.web.rules import ANY_DESK, rule
from workflow.entrypoints.web.views import html
from workflow.services.work_queue import Task, Work, work_queue

router = APIRouter()
DONE_AT = {
    Task.DISPATCH: "/matters/{matter}/dispatch",
    Task.DRAFT: "/matters/{matter}/draft",
    Task.MEND: "/matters/{matter}/draft",
}


@router.api_route("/", methods=READING)
@rule(ANY_DESK)
def home(request: Request, desk: TheDesk, when: Moment, who: Who) -> HTMLResponse:
    """งานของฉัน: what waits for this desk, red first; an administrator begins at the accounts."""
    if who.role == Role.ADMIN:
        raise GoTo("/admin/accounts")
    queue = work_queue(desk, who, when)
    rows = [(work, address(work, request.app.state.pages)) for work in queue.lines]
    return html("home.html.j2", queue=queue, rows=rows, when=when, who=who)


def address(work: Work, pages: Set[str]) -> str:
    """Return the page where a line's work is done."""
    if work.intake is not None:
        return f"/intake/{work.intake}"
    if work.step is not None and "/orders/{step}" in pages:
        return f"/orders/{work.step}"
    if work.task == Task.FORWARD and work.dispatch is not None:
        return f"/matters/{work.matter}/dispatch?parent={work.dispatch}"
    if work.dispatch is not None:
        return f"/matters/{work.matter}/recipients/{work.dispatch}#answer"
    if work.task == Task.CHASE:
        return f"/matters/{work.matter}?show=unanswered#recipients"
    path = DONE_AT.get(work.task, "")
    return path.format(matter=work.matter) if path in pages else f"/matters/{work.matter}"
