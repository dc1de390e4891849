"""The pages one may look at; looking changes nothing."""

from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from workflow.core.thai_date import be_year
from workflow.core.tracking import Pill
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.web.branches import branch_for
from workflow.entrypoints.web.forms import AtDesk, ThisPart
from workflow.entrypoints.web.given import READING, GoTo, Moment, TheDesk, TheSight, Who
from workflow.entrypoints.web.heat_map import heat_maps
from workflow.entrypoints.web.hop_bar import hop_bar
from workflow.entrypoints.web.recipient_page import recipient_page
from workflow.entrypoints.web.rules import DISPATCH_SEEN, MATTER_SEEN, PAPER_DESK, rule
from workflow.entrypoints.web.timeline import moments, waiting_now
from workflow.entrypoints.web.told import TOLD, Told
from workflow.entrypoints.web.views import html
from workflow.entrypoints.web.words import PILLS, Done, Show, chosen, titles
from workflow.services.desk import Desk
from workflow.services.may_see import Sight, matters_seen
from workflow.services.show_journey import show_journey
from workflow.services.show_matters import show_matters
from workflow.services.show_status import show_status
from workflow.services.track import TrackRequest, TrackView, track

router = APIRouter()


@router.api_route("/matters", methods=READING)
@rule(PAPER_DESK)
def matters(desk: TheDesk, when: Moment, who: Who, find: Annotated[str, Query(max_length=200)] = "") -> HTMLResponse:
    """รายการเรื่อง: the matters the desk sees (those whose subject says `find`), those with overdue addressees first."""
    cards = show_matters(desk, today=when.on, rows=matters_seen(desk, who, when, find=find.strip()))
    return html("matters.html.j2", cards=cards, pills=PILLS, when=when, find=find.strip())


@router.api_route("/matters/{matter}", methods=READING)
@rule(MATTER_SEEN)
def matter(here: AtDesk, seen: TheSight, matter: int, show: Show | None = None) -> HTMLResponse:
    """เรื่อง: its timeline, where the days went, and who has it; `show` lists only some addressees. A branch is shown itself alone."""
    desk, who, when = here.desk, here.who, here.when
    if seen is Sight.BRANCH:
        raise GoTo(f"/matters/{matter}/units?unit={quote(who.unit)}")
    status = show_status(desk, matter, today=when.on)
    facts: dict[str, Any] = {
        "trail": moments(status.timeline, desk.calendar()),
        "now": waiting_now(status, desk.calendar(), when.on),
        "bar": hop_bar(status.hops),
        "list": chosen(status.recipients, show) if show and status.listed else None,
        "track": None if status.listed else _top(desk, matter, when),
        "when": when,
        "titles": titles(desk),
        "journey": show_journey(desk, matter, today=when.on),
        "years": sorted({be_year(line.when.on) for line in status.timeline}),
    }
    owns = status.unit == who.unit and who.role != Role.OFFICER
    return html("matter.html.j2", matter=status, pills=PILLS, owns=owns, **facts)


@router.api_route("/matters/{matter}/units", methods=READING)
@rule(MATTER_SEEN)
def units(
    here: AtDesk, seen: TheSight, matter: int, part: ThisPart, page: Annotated[int, Query(ge=1)] = 1
) -> HTMLResponse:
    """ตามผังหน่วย: one level of the tree at a time, everything below each unit counted; a branch looks at itself and below."""
    unit = branch_for(here, seen, part.unit)
    view = track(here.desk, TrackRequest(matter, unit, page=page, rolled=True), today=here.when.on)
    if unit is None and len(view.units) == 1 and not view.outside.total:  # a single topmost unit says nothing
        told = f"&told={part.told}" if part.told else ""
        raise GoTo(f"/matters/{matter}/units?unit={quote(view.units[0].unit)}{told}")
    said = TOLD[part.told] if part.told else ""
    return html("units.html.j2", track=view, when=here.when, pills=Pill, said=said, maps=heat_maps(view.units))


@router.api_route("/matters/{matter}/recipients/{dispatch}", methods=READING)
@rule(DISPATCH_SEEN)
def recipient(
    here: AtDesk, matter: int, dispatch: int, done: Done | None = None, told: Told | None = None
) -> HTMLResponse:
    """ผู้รับ: the paper, who sent it and why, and the buttons that the desk may press."""
    return recipient_page(here, matter, dispatch, done or told)


def _top(desk: Desk, matter: int, when: When) -> TrackView:
    """Return the first level at which the tree parts: a single topmost unit tells nobody where it is slow."""
    view = track(desk, TrackRequest(matter, rolled=True), today=when.on)
    if len(view.units) != 1:
        return view
    return replace(view, units=track(desk, TrackRequest(matter, view.units[0].unit, rolled=True), today=when.on).units)
