"""The two buttons of a recipient's page; each may be pressed twice and then says that it was done before."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from workflow.core.evidence_level import EvidenceLevel
from workflow.core.working_as import Role
from workflow.entrypoints.web.given import Moment, TheDesk, Who
from workflow.entrypoints.web.rules import OWN_DISPATCH, rule
from workflow.entrypoints.web.words import Done
from workflow.routing.acknowledging import Word
from workflow.services.answer import StampRequest, stamp_receipt
from workflow.services.show_recipient import addressee
from workflow.services.take_words import Spoken

router = APIRouter(prefix="/matters/{matter}/recipients/{dispatch}")


@router.post("/receipt")
@rule(OWN_DISPATCH.by(Role.REGISTRY))
def stamp(desk: TheDesk, when: Moment, matter: int, dispatch: int) -> RedirectResponse:
    """ลงรับ: the unit's registry enters the paper and gives it a number."""
    unit, _ = addressee(desk, matter, dispatch)
    stamped = stamp_receipt(desk, StampRequest(matter, unit, when, dispatch=dispatch))
    return _back(matter, dispatch, Done.STAMPED_BEFORE if stamped.again else Done.STAMPED)


@router.post("/acknowledgement")
@rule(OWN_DISPATCH.by(Role.OFFICER))
async def say_so(
    request: Request, desk: TheDesk, when: Moment, who: Who, matter: int, dispatch: int
) -> RedirectResponse:
    """รับทราบ: the officer says so by the post held, for the addressee; nobody is asked who it is, the log-in tells."""
    _, post = await run_in_threadpool(addressee, desk, matter, dispatch)
    evidence = EvidenceLevel.LOGIN if who.post == post else EvidenceLevel.ACTING
    word = Word(when, who.post, who.person, evidence)
    said = await request.app.state.words.ask(Spoken(dispatch, word, matter))
    return _back(matter, dispatch, Done.ACKNOWLEDGED_BEFORE if said.again else Done.ACKNOWLEDGED)


def _back(matter: int, dispatch: int, done: Done) -> RedirectResponse:
    """See Other: reloading the page that follows presses nothing again."""
    return RedirectResponse(f"/matters/{matter}/recipients/{dispatch}?done={done}", status_code=303)
