"""Errors as pages: one Thai sentence, what to do next, and the HTTP status that says the same to a machine."""

from collections.abc import Iterable
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from workflow.core.errors import CannotWrite, ConfigError, ExitCode, NotFound, SarabanError
from workflow.core.read_only import refusal
from workflow.entrypoints.web.given import GoTo, NotSignedIn
from workflow.entrypoints.web.policy import with_headers
from workflow.entrypoints.web.views import html, html_of_defect
from workflow.store.hindrance import hindrance

STATUS = {
    ExitCode.USAGE: 400,
    ExitCode.REFUSED: 403,
    ExitCode.NOT_FOUND: 404,
    ExitCode.CONFLICT: 409,
    ExitCode.TRY_AGAIN: 503,
}
_HOME = "กลับไปที่งานของฉัน แล้วเลือกจากหน้านั้น"
_ODD = {
    404: ("ไม่พบหน้านี้", _HOME),
    405: ("หน้านี้ไม่รับคำสั่งแบบนั้น", _HOME),
}


def status_of(error: SarabanError | None) -> int:
    """Return the status of a page that is shown again with the reason beside the field; 200 without one."""
    return STATUS.get(error.exit_code, 400) if error else 200


def lost(refusals: Iterable[SarabanError | None]) -> bool:
    """Whether of many things that one press named none was found: then the page is not found either."""
    told = tuple(refusals)
    return bool(told) and all(isinstance(one, NotFound) for one in told)


def show_problem(status: int, message: str, next_step: str) -> Response:
    """Return the error page."""
    return html("problem.html.j2", status=status, message=message, next_step=next_step)


async def saraban_problem(request: Request, error: Any) -> Response:
    """Answer an error of the program's own tree."""
    refused: SarabanError = error
    ours = isinstance(refused, ConfigError)  # its exit code says usage, but no visitor can mend a configuration
    if isinstance(refused, NotSignedIn):
        return show_problem(401, str(refused), refused.next_step)
    response = show_problem(500 if ours else STATUS.get(refused.exit_code, 500), str(refused), refused.next_step)
    if response.status_code == 503:
        response.headers["Retry-After"] = "60" if isinstance(refused, CannotWrite) else "5"
    return response


async def disk_problem(request: Request, error: Any) -> Response:
    """Answer a file that could not be written: a full or failing disk is told of on every page from now on; another error is a defect."""
    why = hindrance(error)
    if why is None:
        raise error
    request.app.state.desk.store.read_only = why
    return await saraban_problem(request, refusal(why))


async def lead_on(request: Request, error: Any) -> Response:
    """Lead a visitor to the page where he has to begin."""
    going: GoTo = error
    return RedirectResponse(going.path, status_code=303)


async def odd_request(request: Request, error: Any) -> Response:
    """Answer an address or a method that does not exist."""
    wrong: HTTPException = error
    response = show_problem(wrong.status_code, *_ODD.get(wrong.status_code, ("คำขอนี้ตอบไม่ได้", _HOME)))
    response.headers.update(wrong.headers or {})
    return response


async def malformed(request: Request, error: Any) -> Response:
    """Answer an address whose parts are not what they should be, or a form with a field missing."""
    if request.method == "POST":
        return show_problem(400, "แบบฟอร์มไม่ครบ จึงไม่ได้บันทึกอะไร", "กลับไปกรอกช่องที่จำเป็นแล้วส่งใหม่")
    return show_problem(404, *_ODD[404])


async def unexpected(request: Request, error: Exception) -> Response:
    """Answer a defect of ours without showing it; the server's log has the rest."""
    number = getattr(request.state, "request", "")
    step = f"ลองใหม่อีกครั้ง หากยังไม่ได้ให้แจ้งผู้ดูแลระบบพร้อมเวลาที่เกิด {f'และหมายเลข {number}' if number else ''}"
    response = html_of_defect("problem.html.j2", 500, message="โปรแกรมขัดข้อง จึงแสดงหน้านี้ไม่ได้", next_step=step)
    response.raw_headers = with_headers(response.raw_headers, request.url.path, secure=request.app.state.secure)
    return response  # made outside the guard, which sets these headers of every other answer


HANDLERS: dict[int | type[Exception], Any] = {
    SarabanError: saraban_problem,
    OSError: disk_problem,
    GoTo: lead_on,
    HTTPException: odd_request,
    RequestValidationError: malformed,
    Exception: unexpected,
}
