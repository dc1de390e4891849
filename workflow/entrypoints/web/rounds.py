"""รอบสำรวจ: what was recommended in a round, who promised what about it, how far it is, and what is handed in for the next round."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from workflow.core.errors import NotFound, SarabanError
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.entrypoints.web.given import READING, Moment, TheDesk, Who
from workflow.entrypoints.web.problems import status_of
from workflow.entrypoints.web.register_forms import day, said
from workflow.entrypoints.web.rules import EVIDENCE_SEEN, PAPER_DESK, rule
from workflow.entrypoints.web.takeaway import as_evidence
from workflow.entrypoints.web.uploads import brought, kept_for_now
from workflow.entrypoints.web.views import html
from workflow.services.desk import Desk
from workflow.services.may_use import evidence_of_units
from workflow.services.promises import Promise, Report, evidence_of, make_promise, owner_of_promise, report_promise
from workflow.services.round_answers import HandedIn, hand_in, roll_up
from workflow.services.round_page import round_cards, round_page

router = APIRouter(prefix="/rounds")
DONE = {"promised": "บันทึกคำรับแล้ว", "reported": "บันทึกรายงานแล้ว", "handed": "รับหลักฐานสำหรับรอบหน้าแล้ว"}
ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".docx", ".xlsx", ".zip")
Failed = tuple[str, str, dict[str, Any], SarabanError]


class RoundForm(BaseModel):
    """The three forms of a round: a promise about a sub-indicator, a report on a promise, an answer for the next round."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    code: str = Field("", max_length=40)
    text: str = Field("", max_length=2000)
    due: str = Field("", max_length=40)
    promise: int = 0
    done: bool = False
    missing: bool = False
    evidence: UploadFile | str | None = None

    def file(self) -> UploadFile | None:
        """Return the file chosen, None when the field was left empty."""
        return None if isinstance(self.evidence, str) else brought(self.evidence)

    def typed(self) -> dict[str, Any]:
        """Return what was typed, to be shown again beside the reason why it was not taken."""
        return self.model_dump(exclude={"evidence"})


Filled = Annotated[RoundForm, Form()]


@router.api_route("", methods=READING)
@rule(PAPER_DESK)
def rounds(desk: TheDesk, when: Moment, who: Who) -> HTMLResponse:
    """รอบสำรวจ: every round, the newest first."""
    return html("rounds.html.j2", cards=round_cards(desk, who.office, today=when.on))


@router.api_route("/{year}", methods=READING)
@rule(PAPER_DESK)
def board(desk: TheDesk, when: Moment, who: Who, year: int, done: str = "") -> HTMLResponse:
    """กระดานข้อเสนอแนะ: sub-indicator by sub-indicator, this round against the last, and what comes next."""
    return _page(desk, when, who, year, done=DONE.get(done, ""))


@router.api_route("/{year}/evidence/{promise}", methods=READING)
@rule(EVIDENCE_SEEN)
def evidence(desk: TheDesk, who: Who, year: int, promise: int) -> FileResponse:
    """หลักฐาน: the file of a promise's newest report, never opened by the browser in our name."""
    path = evidence_of(desk, who.office, promise)
    return as_evidence(path, f"evidence-{promise}")


@router.post("/{year}/promises")
@rule(PAPER_DESK.by(Role.DRAFTER, Role.REGISTRY))
def promise(desk: TheDesk, when: Moment, who: Who, year: int, form: Filled) -> Response:
    """คำรับ: what the desk's unit promises to do about a recommendation, and by when."""
    try:
        due = day(form.due, not_before=when.on)
        of = (who.office, year, form.code, who.unit, said(form.text, "สิ่งที่รับว่าจะทำ"), who.person, when)
        make_promise(desk, Promise(*of, due_on=due))
    except SarabanError as error:
        return _page(desk, when, who, year, failed=("promise", form.code, form.typed(), error))
    return _back(year, "promised", form.code)


@router.post("/{year}/reports")
@rule(PAPER_DESK.by(Role.DRAFTER, Role.REGISTRY))
def report(desk: TheDesk, when: Moment, who: Who, year: int, form: Filled) -> Response:
    """รายงาน: how far a promise of the desk's own unit has come, with a file as evidence."""
    _mine(desk, who, owner_of_promise(desk, who.office, form.promise))
    try:
        with _evidence(form) as file:
            told = Report(form.promise, said(form.text, "ผลที่ทำแล้ว"), who.person, when, form.done, file)
            report_promise(desk, told)
    except SarabanError as error:
        return _page(desk, when, who, year, failed=("report", str(form.promise), form.typed(), error))
    return _back(year, "reported", f"p{form.promise}")


@router.post("/{year}/answers")
@rule(PAPER_DESK.by(Role.DRAFTER, Role.REGISTRY))
def answer(desk: TheDesk, when: Moment, who: Who, year: int, form: Filled) -> Response:
    """ส่งหลักฐาน: what the desk's unit hands in for a question of the round to come, or why there is nothing."""
    if form.code not in {line.code for line in roll_up(desk, who.office, year)}:
        raise NotFound("รอบนี้ไม่ได้ถามข้อนี้", next_step="เลือกข้อจากรายการคำถามของรอบหน้า")
    try:
        with _evidence(form) as file:
            of = (who.office, year, form.code, who.unit, said(form.text, "คำตอบหรือเหตุผล"), who.person, when)
            hand_in(desk, HandedIn(*of, missing=form.missing, evidence=file))
    except SarabanError as error:
        return _page(desk, when, who, year, failed=("answer", form.code, form.typed(), error))
    return _back(year, "handed", "next")


def _page(
    desk: Desk, when: When, who: WorkingAs, year: int, *, done: str = "", failed: Failed | None = None
) -> HTMLResponse:
    shown = round_page(desk, who.office, year, today=when.on)
    form, place, typed, error = failed or ("", "", {}, None)
    status = status_of(error)
    enters = who.role in {Role.DRAFTER, Role.REGISTRY}
    facts = {
        "form": form,
        "place": place,
        "typed": typed,
        "error": error,
        "enters": enters,
        "opens": evidence_of_units(desk, who, when),
    }
    return html("round.html.j2", status=status, round=shown, who=who, done=done, **facts)


def _evidence(form: RoundForm) -> AbstractContextManager[Path | None]:
    """Give the file chosen while the act lasts, None when none was."""
    file = form.file()
    return kept_for_now(file, ENDINGS) if file else nullcontext()


def _mine(desk: Desk, who: WorkingAs, owner: str) -> None:
    """A promise is reported on by the unit that made it, or by the owner of the survey for it."""
    if who.unit not in {owner, desk.office(who.office).owner_unit}:
        raise NotFound("ไม่พบคำรับนี้ในงานของโต๊ะนี้", next_step="เปลี่ยนโต๊ะที่แถบบน หรือแจ้งหน่วยที่ให้คำรับ")


def _back(year: int, done: str, place: str) -> RedirectResponse:
    return RedirectResponse(f"/rounds/{year}?done={done}#{place}", status_code=303)
