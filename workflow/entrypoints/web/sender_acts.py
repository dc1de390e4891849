"""What a sender does about one addressee: reminds him, takes the paper back, sends it anew, doubts his receipt number, renews his link."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from workflow.core.working_as import Role
from workflow.entrypoints.web.branches import branch_for
from workflow.entrypoints.web.forms import AtDesk, Short, ThisPart, Why
from workflow.entrypoints.web.given import READING, Moment, TheDesk, TheSight, Who
from workflow.entrypoints.web.recipient_page import Pressed, press
from workflow.entrypoints.web.rules import MATTER_SEEN, MATTER_WHOLE, SENT_DISPATCH, rule
from workflow.entrypoints.web.told import TOLD, Told
from workflow.entrypoints.web.views import html
from workflow.services.chart_changes import apply_changes, chart_changes
from workflow.services.close_paper import Recall, recall
from workflow.services.link_list import list_links
from workflow.services.may_see import see_dispatch
from workflow.services.mend_receipt import WrongReceipt, doubt_receipt
from workflow.services.remind_branch import BranchReminder, remind_branch
from workflow.services.resend_paper import Resend, resend
from workflow.services.show_link import revoke_link
from workflow.services.show_negatives import show_negatives

router = APIRouter(prefix="/matters/{matter}")


@router.post("/remind")
@rule(MATTER_SEEN.by(Role.REGISTRY, Role.DRAFTER, Role.OFFICER))
def remind(
    here: AtDesk, seen: TheSight, matter: int, unit: Short = "", dispatch: Annotated[int | None, Form()] = None
) -> RedirectResponse:
    """เตือนทั้งสาย: everybody of a branch who has not answered, or one of them."""
    if dispatch is not None:
        see_dispatch(here.desk, here.who, matter, dispatch, here.when)
        branch, back = None, f"/matters/{matter}/recipients/{dispatch}?told="
    else:
        branch = branch_for(here, seen, unit or None)
        back = f"/matters/{matter}/units?{f'unit={quote(branch)}&' if branch else ''}told="
    done = remind_branch(here.desk, BranchReminder(matter, branch, here.who.title, here.when, dispatch))
    return RedirectResponse(f"{back}{Told.REMINDED if done.people else Told.TOLD_TODAY}", status_code=303)


@router.post("/recipients/{dispatch}/recall")
@rule(SENT_DISPATCH)
def take_back(here: AtDesk, matter: int, dispatch: int, why: Why) -> Response:
    """เรียกคืน: with all that was passed on below it."""

    def act() -> tuple[Told, int]:
        recall(here.desk, Recall(matter, why, here.when, dispatch=dispatch))
        return Told.RECALLED, dispatch

    return press(here, (matter, dispatch), Pressed("recall", {"why": why}), act)


@router.post("/recipients/{dispatch}/resend")
@rule(SENT_DISPATCH)
def send_anew(here: AtDesk, matter: int, dispatch: int, why: Why, to: Short = "") -> Response:
    """ส่งใหม่: to the same post again, or to another instead, under the same number."""

    def act() -> tuple[Told, int]:
        return Told.RESENT, resend(here.desk, Resend(matter, dispatch, why, here.when, to.strip() or None)).dispatch

    return press(here, (matter, dispatch), Pressed("resend", {"why": why, "to": to}), act)


@router.post("/recipients/{dispatch}/doubt")
@rule(SENT_DISPATCH)
def doubt(here: AtDesk, matter: int, dispatch: int, why: Why, unit: Short) -> Response:
    """ทักท้วงเลขรับ: the unit is told, the number stands until the unit mends it."""

    def act() -> tuple[Told, int]:
        doubt_receipt(here.desk, WrongReceipt(matter, dispatch, unit, why, here.when))
        return Told.DOUBTED, dispatch

    return press(here, (matter, dispatch), Pressed(f"doubt {unit}", {"why": why}), act)


@router.post("/recipients/{dispatch}/link")
@rule(SENT_DISPATCH)
def renew_link(here: AtDesk, matter: int, dispatch: int) -> RedirectResponse:
    """ยกเลิกลิงก์: what was given out is worthless, the next one is good."""
    revoke_link(here.desk, dispatch, here.when)
    return RedirectResponse(f"/matters/{matter}/links?told={Told.LINK_BACK}", status_code=303)


@router.api_route("/links", methods=READING)
@rule(MATTER_WHOLE.by(Role.REGISTRY, Role.DRAFTER))
def links(here: AtDesk, matter: int, part: ThisPart) -> HTMLResponse:
    """ลิงก์รับทราบ: for addressees outside the system; opening one changes nothing, its button is a person's act, not a signature."""
    view = list_links(here.desk, matter, part.unit or None, part.place, here.when)
    return html("links.html.j2", view=view, unit=part.unit or "", said=TOLD[part.told] if part.told else "")


@router.api_route("/changes", methods=READING)
@rule(MATTER_WHOLE)
def changes(desk: TheDesk, who: Who, when: Moment, matter: int, told: Told | None = None) -> HTMLResponse:
    """ผังเปลี่ยนระหว่างทาง: duties whose unit or holder is gone, and who left without having acknowledged."""
    found, left = chart_changes(desk, today=when.on, matter=matter), show_negatives(desk, matter)
    return html("changes.html.j2", matter=matter, changes=found, left=left, said=TOLD[told] if told else "", who=who)


@router.post("/changes")
@rule(MATTER_WHOLE.by(Role.REGISTRY, Role.DRAFTER))
def apply(desk: TheDesk, who: Who, when: Moment, matter: int) -> RedirectResponse:
    """ปรับหน้าที่ตามผัง: duties go to the unit that took over, who left unread is recorded; done twice it changes nothing more."""
    done = apply_changes(desk, when=when, matter=matter)
    told = Told.CHANGES if done else Told.NOTHING
    return RedirectResponse(f"/matters/{matter}/changes?told={told}", status_code=303)
