"""รับหนังสือเข้า: files are handed in, read in the background, checked beside their pages and entered in the register."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from workflow.core.errors import NotFound, SarabanError, UsageError
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.core.working_as import Role, WorkingAs
from workflow.entrypoints.web.given import READING, Moment, TheDesk, Who
from workflow.entrypoints.web.rules import OWN_INTAKE, PAPER_DESK, rule
from workflow.entrypoints.web.sent import Files, TheForm
from workflow.entrypoints.web.takeaway import under_name
from workflow.entrypoints.web.views import html
from workflow.services.desk import Desk
from workflow.services.enter_intake import Saved, enter_intake, in_words, save_fields, typed_from
from workflow.services.page_views import masked_pdf, page_file
from workflow.services.review_intake import own_folder, review_intake
from workflow.services.show_intake import show_intakes
from workflow.services.take_in import ENDINGS, MAX_AT_ONCE, MAX_UPLOAD, read_again, take_in

router = APIRouter(prefix="/intake")
CLERKS = PAPER_DESK.by(Role.REGISTRY, Role.DRAFTER)
Count = Annotated[int, Query(ge=0, le=1000)]
HIGHEST = 9_999_999  # the highest number of a register that a form takes


@router.api_route("", methods=READING)
@rule(CLERKS)
def intakes(desk: TheDesk, who: Who, new: Count = 0, known: Count = 0) -> HTMLResponse:
    """รับหนังสือเข้า: the place to drop files, and what the unit handed in."""
    return _listed(desk, who, counts=(new, known))


@router.api_route("/list", methods=READING)
@rule(CLERKS)
def intake_list(desk: TheDesk, who: Who) -> HTMLResponse:
    """The list alone, for a page that asks again while files are being read."""
    return html("intake-list.html.j2", lines=show_intakes(desk, who))


@router.post("")
@rule(CLERKS)
def hand_in(desk: TheDesk, when: Moment, who: Who, files: Files) -> Response:
    """Hand files in; what is refused is said beside those that were taken."""
    taken, troubles = [], []
    for file in files:
        try:
            taken.append(take_in(desk, who, file, when))
        except SarabanError as error:
            troubles.append(f"{error} {error.next_step}".strip())
    known = sum(one.again for one in taken)
    if troubles:
        return _listed(desk, who, counts=(len(taken) - known, known), troubles=troubles)
    return RedirectResponse(f"/intake?new={len(taken) - known}&known={known}#list", status_code=303)


@router.post("/{intake}/again")
@rule(OWN_INTAKE)
def again(desk: TheDesk, intake: int) -> RedirectResponse:
    """อ่านใหม่: ask once more for the reading of a file."""
    read_again(desk, intake)
    return RedirectResponse("/intake#list", status_code=303)


@router.api_route("/{intake}", methods=READING)
@rule(OWN_INTAKE)
def review(
    desk: TheDesk, who: Who, intake: int, saved: Count = 0, entered: Annotated[int, Query(ge=0, le=HIGHEST)] = 0
) -> HTMLResponse:
    """ตรวจการอ่าน: the pages on the left, the fields on the right."""
    return _reviewed(desk, who, intake, saved=saved, entered=entered)


@router.post("/{intake}")
@rule(OWN_INTAKE)
def save(desk: TheDesk, when: Moment, who: Who, intake: int, form: TheForm) -> Response:
    """Keep what was mended, and do what the pressed button says: stay, take a candidate, go on to the next, enter the paper."""
    paper, _, taken = form.get("take", "").partition("=")
    saved = save_fields(desk, who, intake, typed_from({**form, paper: taken} if taken else form), when)
    if saved.troubles:
        return _reviewed(desk, who, intake, saved=saved.mended, kept=saved)
    if form.get("do") == "enter":
        entered = enter_intake(desk, who, intake, when, _stamped(form.get("paper_number", "")))
        return RedirectResponse(f"/intake/{intake}?entered={entered.number}", status_code=303)
    if form.get("do") == "next":
        return RedirectResponse(_next(desk, who, intake), status_code=303)
    return RedirectResponse(f"/intake/{intake}?saved={saved.mended}{_place(form, paper)}", status_code=303)


@router.api_route("/{intake}/pages/{page}.webp", methods=READING)
@rule(OWN_INTAKE)
def page_picture(desk: TheDesk, who: Who, intake: int, page: int) -> FileResponse:
    """A page as it may be shown: every secret is painted over in the picture itself."""
    return FileResponse(page_file(own_folder(desk, who, intake), page), media_type="image/webp")


@router.api_route("/{intake}/masked.pdf", methods=READING)
@rule(OWN_INTAKE)
def masked(desk: TheDesk, who: Who, intake: int) -> Response:
    """สำเนาที่ปิดข้อมูลลับ: the pages as pictures, to pass on."""
    review = review_intake(desk, who, intake)
    pdf = masked_pdf(own_folder(desk, who, intake))
    if pdf is None:
        raise NotFound("แฟ้มนี้ไม่มีภาพของทุกหน้า จึงทำสำเนาเป็นภาพไม่ได้", next_step="เปิดหน้าตรวจแล้วอ่านจากข้อความที่ปิดข้อมูลลับแล้ว")
    named = under_name(f"masked-{intake}.pdf", f"{review.file_name} (ปิดข้อมูลลับ).pdf")
    return Response(pdf, media_type="application/pdf", headers=named)


def _listed(desk: Desk, who: WorkingAs, *, counts: tuple[int, int], troubles: list[str] | None = None) -> HTMLResponse:
    return html(
        "intake.html.j2", status=400 if troubles else 200, lines=show_intakes(desk, who), new=counts[0], known=counts[1],
        troubles=troubles or [], endings=ENDINGS, most=MAX_UPLOAD // 1_000_000, at_once=MAX_AT_ONCE,
    )  # fmt: skip


def _reviewed(
    desk: Desk, who: WorkingAs, intake: int, *, saved: int = 0, entered: int = 0, kept: Saved | None = None
) -> HTMLResponse:
    troubles = [in_words(one) for one in kept.troubles] if kept else []
    typed = {f"{one.paper}:{one.field}": one.value for one, _ in kept.troubles} if kept else {}
    return html(
        "review.html.j2", status=400 if troubles else 200, view=review_intake(desk, who, intake), saved=saved,
        entered=entered, troubles=troubles, typed=typed, who=who,
    )  # fmt: skip


def _next(desk: Desk, who: WorkingAs, intake: int) -> str:
    following = review_intake(desk, who, intake).next
    return f"/intake/{following}" if following else "/intake#list"


def _place(form: TheForm, field: str) -> str:
    """Return where on the page the reader was, so that a saved page opens there."""
    at = form.get("at", "")
    return f"#{at}" if field and at.isascii() and at.replace("-", "").isalnum() else ""


def _stamped(number: str) -> int | None:
    """Return the number a paper's stamp bears already; None to take the next one."""
    plain = to_arabic(number).strip()
    if not plain:
        return None
    if not plain.isdecimal() or not 0 < int(plain) <= HIGHEST:
        raise UsageError(f"เลขรับ “{to_thai(number)}” ไม่ใช่เลข", next_step="พิมพ์เลขรับบนตรา หรือเว้นว่างเพื่อออกเลขถัดไป")
    return int(plain)
