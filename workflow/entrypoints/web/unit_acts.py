"""What a unit does with a paper beside answering it: sends it back, enters what was done on paper, mends its receipt number."""

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import FileResponse

from workflow.core.errors import UsageError
from workflow.core.evidence_level import EvidenceLevel
from workflow.core.thai_date import typed_day
from workflow.core.thai_digits import to_arabic
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.web.forms import AtDesk, Here, PaperForm, Short, ThisPaper, Why
from workflow.entrypoints.web.given import READING, TheDesk
from workflow.entrypoints.web.recipient_page import Pressed, press
from workflow.entrypoints.web.rules import DISPATCH_SEEN, OWN_DISPATCH, rule
from workflow.entrypoints.web.takeaway import as_evidence
from workflow.entrypoints.web.told import Told, signed_by
from workflow.entrypoints.web.uploads import brought, kept_for_now
from workflow.services.answer import AckRequest, StampRequest, acknowledge, stamp_receipt
from workflow.services.close_paper import SentBack, send_back
from workflow.services.desk import Desk
from workflow.services.mend_receipt import RightReceipt, mend_receipt
from workflow.services.paper_entry import OnPaper, enter_from_paper
from workflow.services.show_paper_entries import scan_of
from workflow.services.show_recipient import addressee

router = APIRouter(prefix="/matters/{matter}/recipients/{dispatch}")
BY_UNIT = OWN_DISPATCH.by(Role.REGISTRY, Role.OFFICER)
SCANS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")


@router.post("/back")
@rule(BY_UNIT)
def back(here: AtDesk, matter: int, dispatch: int, why: Why, wrong_unit: Annotated[bool, Form()] = False) -> Response:
    """ส่งคืน / แจ้งว่าส่งผิดหน่วย: with a reason that the sender sees."""

    def act() -> tuple[Told, int]:
        send_back(here.desk, SentBack(matter, here.who.unit, why, here.when, wrong_unit, dispatch))
        return Told.WRONG_UNIT if wrong_unit else Told.SENT_BACK, dispatch

    return press(here, (matter, dispatch), Pressed("back", {"why": why, "wrong_unit": wrong_unit}), act)


@router.post("/paper")
@rule(BY_UNIT)
def on_paper(here: AtDesk, matter: int, dispatch: int, form: ThisPaper) -> Response:
    """ทำบนกระดาษแล้ว: the day it was done, by whom, the number in the book, and its evidence; who enters it is the one logged in."""
    typed = {name: value for name, value in vars(form).items() if name != "scan"}
    typed["file"] = brought(form.scan) is not None
    return press(here, (matter, dispatch), Pressed("paper", typed), lambda: _entered(here, matter, dispatch, form))


def _entered(here: Here, matter: int, dispatch: int, form: PaperForm) -> tuple[Told, int]:
    (unit, _), by = addressee(here.desk, matter, dispatch), signed_by(here.who)
    entry = OnPaper(
        matter, unit, form.act, When.day(_day(form.done_on)), by, here.when, why_none=form.why_none,
        post=form.post if form.act == "ack" else "", dispatch=dispatch,
    )  # fmt: skip
    file = brought(form.scan)
    if file is None:
        _enter(here.desk, entry, form)
    else:
        with kept_for_now(file, SCANS) as path:
            _enter(here.desk, replace(entry, scan=path), form)
    return Told.ENTERED, dispatch


@router.api_route("/paper/{entry}", methods=READING)
@rule(DISPATCH_SEEN)
def evidence(desk: TheDesk, dispatch: int, entry: int) -> FileResponse:
    """หลักฐาน: the picture or PDF of what was done on paper, for everybody who sees the dispatch."""
    return as_evidence(scan_of(desk, dispatch, entry), f"paper-{dispatch}-{entry}")


@router.post("/mend")
@rule(BY_UNIT)
def mend(here: AtDesk, matter: int, dispatch: int, number: Short) -> Response:
    """แก้เลขรับ: the number that the unit's book really has."""

    def act() -> tuple[Told, int]:
        mend_receipt(here.desk, RightReceipt(matter, dispatch, here.who.unit, _number(number), here.when))
        return Told.MENDED, dispatch

    return press(here, (matter, dispatch), Pressed("mend", {"number": number}), act)


def _enter(desk: Desk, entry: OnPaper, form: PaperForm) -> None:
    if entry.act == "receipt":
        taken = _number(form.number) if form.number.strip() else None
        stamp = StampRequest(entry.matter, entry.unit, entry.done, taken)
        enter_from_paper(desk, entry, lambda sent: stamp_receipt(desk, replace(stamp, dispatch=sent)))
        return
    word = AckRequest(
        entry.matter, entry.unit, entry.done, entry.post or None, form.name.strip() or None, EvidenceLevel.PAPER
    )
    enter_from_paper(desk, entry, lambda sent: acknowledge(desk, replace(word, dispatch=sent)))


def _day(text: str) -> date:
    found = typed_day(text)
    if found is None:
        raise UsageError(f"อ่านวันที่ “{text[:40]}” ไม่ได้", next_step="พิมพ์เช่น 22/11/2562 หรือ 22 พ.ย. 62")
    return found


def _number(text: str) -> int:
    digits = to_arabic(text.strip())
    if not (digits.isascii() and digits.isdigit()):
        raise UsageError(f"“{text[:40]}” ไม่ใช่เลขรับ", next_step="พิมพ์เฉพาะตัวเลข เช่น 4323")
    return int(digits)
