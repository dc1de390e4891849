"""การส่ง: how far a sending has come, to be watched, stopped and taken up again."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse

from workflow.core.errors import NotFound
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.entrypoints.web.given import READING, Moment, TheDesk, Who
from workflow.entrypoints.web.rules import PAPER_DESK, rule
from workflow.entrypoints.web.told import TOLD, Told, time_left
from workflow.entrypoints.web.views import html
from workflow.services.desk import Desk
from workflow.services.may_see import Sight, sight
from workflow.services.sending import once_ready, resume_sending, stop_sending
from workflow.services.show_annex import is_annexed, show_annex
from workflow.services.show_sendings import SendingLine, list_sendings, show_sending

router = APIRouter()
ACTING = PAPER_DESK.by(Role.DRAFTER, Role.REGISTRY, Role.OFFICER)


@router.api_route("/sendings", methods=READING)
@rule(PAPER_DESK)
def sendings(desk: TheDesk, who: Who) -> HTMLResponse:
    """การส่งของหน่วย: those under way first."""
    return html("sendings.html.j2", lines=list_sendings(desk, office=who.office, unit=who.unit))


@router.api_route("/sendings/{memo}", methods=READING)
@rule(PAPER_DESK)
def watch(desk: TheDesk, who: Who, when: Moment, memo: int, done: Told | None = None) -> HTMLResponse:
    """การส่งครั้งหนึ่ง: n of total, how fast, how long yet; the page asks again by itself, with and without scripts."""
    line = _seen(desk, who, memo, when)
    said, own = TOLD[done] if done else "", line.unit == who.unit
    annexed = is_annexed(desk, memo)
    return html("sending.html.j2", line=line, left=time_left(line), own=own, said=said, annexed=annexed)


@router.api_route("/sendings/{memo}/annex", methods=READING)
@rule(PAPER_DESK)
def annex(desk: TheDesk, who: Who, when: Moment, memo: int, page: Annotated[int, Query(ge=1)] = 1) -> HTMLResponse:
    """บัญชีแนบท้าย: the addressees of a paper that does not name them all, to print."""
    _seen(desk, who, memo, when)
    return html("annex.html.j2", view=show_annex(desk, memo, page))


@router.api_route("/sendings/{memo}/progress", methods=READING)
@rule(PAPER_DESK)
def progress(desk: TheDesk, who: Who, when: Moment, memo: int) -> HTMLResponse:
    """The part of the page that moves."""
    line = _seen(desk, who, memo, when)
    return html("sending-progress.html.j2", line=line, left=time_left(line), own=line.unit == who.unit)


@router.post("/sendings/{memo}/stop")
@rule(ACTING)
def stop(desk: TheDesk, who: Who, when: Moment, memo: int) -> RedirectResponse:
    """หยุดส่ง: what is written stays, the rest waits."""
    _own(desk, who, memo, when)
    with desk.store.write() as session:
        stop_sending(session, memo)
    return RedirectResponse(f"/sendings/{memo}?done={Told.STOPPED}", status_code=303)


@router.post("/sendings/{memo}/resume")
@rule(ACTING)
def resume(desk: TheDesk, who: Who, when: Moment, memo: int) -> RedirectResponse:
    """ส่งต่อ: to whom it has not reached yet."""
    _own(desk, who, memo, when)
    once_ready(desk, lambda: _resume(desk, memo))
    return RedirectResponse(f"/sendings/{memo}?done={Told.RESUMED}", status_code=303)


def _resume(desk: Desk, memo: int) -> None:
    with desk.store.write() as session:
        resume_sending(session, desk, memo)


def _seen(desk: Desk, who: WorkingAs, memo: int, when: When) -> SendingLine:
    """Return a sending of one's own unit, or of a matter one sees as a whole; NotFound otherwise."""
    line = show_sending(desk, memo)
    found = sight(desk, who, line.matter, when)
    if found is Sight.WHOLE or (found is Sight.BRANCH and line.unit == who.unit):
        return line
    raise NotFound(f"ไม่พบการส่งลำดับที่ {to_thai(memo)}", next_step="ดูการส่งของหน่วยที่หน้าการส่ง")


def _own(desk: Desk, who: WorkingAs, memo: int, when: When) -> None:
    if _seen(desk, who, memo, when).unit != who.unit:
        raise NotFound(f"การส่งลำดับที่ {to_thai(memo)} ไม่ใช่ของ {to_thai(who.unit)}", next_step="ให้หน่วยที่ส่งเป็นผู้หยุดหรือส่งต่อ")
