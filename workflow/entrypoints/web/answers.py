"""The two buttons of a recipient's page; each may be pressed twice and then says that it was done before."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse

from workflow.core.evidence_level import EvidenceLevel
from workflow.entrypoints.web.given import Moment, TheDesk
from workflow.entrypoints.web.words import Done
from workflow.routing.acknowledging import Word
from workflow.services.answer import StampRequest, stamp_receipt
from workflow.services.show_recipient import unit_of
from workflow.services.take_words import Spoken

router = APIRouter(prefix="/matters/{matter}/recipients/{dispatch}")


@router.post("/receipt")
def stamp(desk: TheDesk, when: Moment, matter: int, dispatch: int) -> RedirectResponse:
    """ลงรับ: the unit's registry enters the paper and gives it a number."""
    unit = unit_of(desk, matter, dispatch)
    stamped = stamp_receipt(desk, StampRequest(matter, unit, when, dispatch=dispatch))
    return _back(matter, dispatch, Done.STAMPED_BEFORE if stamped.again else Done.STAMPED)


@router.post("/acknowledgement")
async def say_so(
    request: Request,
    when: Moment,
    matter: int,
    dispatch: int,
    post: Annotated[str, Form(min_length=1)],
    name: Annotated[str | None, Form(max_length=100)] = None,
) -> RedirectResponse:
    """รับทราบ: a person says so, by the post chosen; `name` where the chart names no holder."""
    word = Word(when, post, name or None, EvidenceLevel.WEB)
    said = await request.app.state.words.ask(Spoken(dispatch, word, matter))
    return _back(matter, dispatch, Done.ACKNOWLEDGED_BEFORE if said.again else Done.ACKNOWLEDGED)


def _back(matter: int, dispatch: int, done: Done) -> RedirectResponse:
    """See Other: reloading the page that follows presses nothing again."""
    return RedirectResponse(f"/matters/{matter}/recipients/{dispatch}?done={done}", status_code=303)
