"""ติดตาม: lists of recipients to filter, share and take away; a commander's branch; where the days go."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from workflow.core.tracking import Pill
from workflow.entrypoints.web.branches import branch_for, own_branch
from workflow.entrypoints.web.forms import AtDesk, ThisPart
from workflow.entrypoints.web.given import READING, Moment, TheDesk, TheSight, Who
from workflow.entrypoints.web.rules import MATTER_SEEN, PAPER_DESK, rule
from workflow.entrypoints.web.takeaway import takeaway
from workflow.entrypoints.web.views import html
from workflow.services.export_recipients import export_recipients
from workflow.services.latency import days_kept
from workflow.services.list_recipients import BEGINNING, ListAsked, list_recipients
from workflow.services.show_branch import show_branch

router = APIRouter()
Unit = Annotated[str | None, Query(max_length=200)]
SLOWEST = 20  # units of a page


@router.api_route("/matters/{matter}/recipients", methods=READING)
@rule(MATTER_SEEN)
def recipients(here: AtDesk, seen: TheSight, matter: int, part: ThisPart, show: Pill = Pill.ALL) -> HTMLResponse:
    """รายชื่อผู้รับ: the pills filter it, its address can be shared, a page of it is read at a time."""
    branch = branch_for(here, seen, part.unit)
    page = list_recipients(here.desk, ListAsked(matter, show, branch, part.place), today=here.when.on)
    at_start = part.place == BEGINNING
    return html("recipients.html.j2", page=page, show=show, pills=Pill, at_start=at_start)


@router.api_route("/matters/{matter}/recipients.{ending}", methods=READING)
@rule(MATTER_SEEN)
def file(
    here: AtDesk, seen: TheSight, matter: int, ending: Literal["csv", "xlsx"], part: ThisPart, show: Pill = Pill.ALL
) -> Response:
    """นำออก: all of the list as a table, written while it is sent."""
    branch = branch_for(here, seen, part.unit)
    made = export_recipients(here.desk, ListAsked(matter, show, branch), ending, here.when)
    return takeaway(made.name, made.pieces)


@router.api_route("/matters/{matter}/latency", methods=READING)
@rule(MATTER_SEEN)
def matter_days(here: AtDesk, seen: TheSight, matter: int) -> HTMLResponse:
    """เวลาแต่ละช่วงของเรื่อง: medians of one matter."""
    branch = branch_for(here, seen, None)
    found = days_kept(here.desk, office=here.who.office, matter=matter, below=branch, most=SLOWEST)
    return html("latency.html.j2", matter=matter, found=found, branch=branch, when=here.when)


@router.api_route("/latency", methods=READING)
@rule(PAPER_DESK)
def days(desk: TheDesk, who: Who, when: Moment) -> HTMLResponse:
    """เวลาแต่ละช่วง: medians over everything that reached one's own branch."""
    found = days_kept(desk, office=who.office, below=who.unit, most=SLOWEST)
    return html("latency.html.j2", matter=None, found=found, branch=who.unit, when=when)


@router.api_route("/branch", methods=READING)
@rule(PAPER_DESK)
def branch(desk: TheDesk, who: Who, when: Moment, unit: Unit = None) -> HTMLResponse:
    """สายของฉัน: what waits at one's own unit and below it, those overdue first."""
    view = show_branch(desk, who.office, own_branch(desk, who, unit, when), today=when.on)
    return html("branch.html.j2", view=view, when=when)
