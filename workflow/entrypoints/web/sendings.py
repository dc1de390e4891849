"""การส่ง: how far a sending has come, to be watched, stopped and taken up again."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse

from workflow.entrypoints.web.given import READING, TheDesk, TheSending, Who
from workflow.entrypoints.web.rules import OWN_SENDING, PAPER_DESK, SENDING_SEEN, rule
from workflow.entrypoints.web.told import TOLD, Told, time_left
from workflow.entrypoints.web.views import html
from workflow.services.desk import Desk
from workflow.services.sending import once_ready, resume_sending, stop_sending
from workflow.services.show_annex import is_annexed, show_annex
from workflow.services.show_sendings import list_sendings

router = APIRouter()


@router.api_route("/sendings", methods=READING)
@rule(PAPER_DESK)
def sendings(desk: TheDesk, who: Who) -> HTMLResponse:
    """การส่งของหน่วย: those under way first."""
    return html("sendings.html.j2", lines=list_sendings(desk, office=who.office, unit=who.unit))


@router.api_route("/sendings/{memo}", methods=READING)
@rule(SENDING_SEEN)
def watch(desk: TheDesk, who: Who, line: TheSending, memo: int, done: Told | None = None) -> HTMLResponse:
    """การส่งครั้งหนึ่ง: n of total, how fast, how long yet; the page asks again by itself, with and without scripts."""
    said, own = TOLD[done] if done else "", line.unit == who.unit
    annexed = is_annexed(desk, memo)
    return html("sending.html.j2", line=line, left=time_left(line), own=own, said=said, annexed=annexed)


@router.api_route("/sendings/{memo}/annex", methods=READING)
@rule(SENDING_SEEN)
def annex(desk: TheDesk, memo: int, page: Annotated[int, Query(ge=1)] = 1) -> HTMLResponse:
    """บัญชีแนบท้าย: the addressees of a paper that does not name them all, to print."""
    return html("annex.html.j2", view=show_annex(desk, memo, page))


@router.api_route("/sendings/{memo}/progress", methods=READING)
@rule(SENDING_SEEN)
def progress(who: Who, line: TheSending) -> HTMLResponse:
    """The part of the page that moves."""
    return html("sending-progress.html.j2", line=line, left=time_left(line), own=line.unit == who.unit)


@router.post("/sendings/{memo}/stop")
@rule(OWN_SENDING)
def stop(desk: TheDesk, memo: int) -> RedirectResponse:
    """หยุดส่ง: what is written stays, the rest waits."""
    with desk.store.write() as session:
        stop_sending(session, memo)
    return RedirectResponse(f"/sendings/{memo}?done={Told.STOPPED}", status_code=303)


@router.post("/sendings/{memo}/resume")
@rule(OWN_SENDING)
def resume(desk: TheDesk, memo: int) -> RedirectResponse:
    """ส่งต่อ: to whom it has not reached yet."""
    once_ready(desk, lambda: _resume(desk, memo))
    return RedirectResponse(f"/sendings/{memo}?done={Told.RESUMED}", status_code=303)


def _resume(desk: Desk, memo: int) -> None:
    with desk.store.write() as session:
        resume_sending(session, desk, memo)
