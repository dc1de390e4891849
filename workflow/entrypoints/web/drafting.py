"""ร่างบันทึก: the kind, the signatory and the way up are chosen, the pages are seen as they would be printed, the memo is sent up."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from workflow.core.errors import NotFound, SarabanError, UsageError
from workflow.core.thai_date import full, typed_day
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.web.given import READING, Moment, TheDesk, Who
from workflow.entrypoints.web.rules import MEMO_SEEN, OWN_MATTER, rule
from workflow.entrypoints.web.sent import Chosen, Files
from workflow.entrypoints.web.views import html
from workflow.services.desk import Desk
from workflow.services.draft_desk import by_default, draft_desk, kind_of_memo
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.draw_pages import page_picture_of
from workflow.services.preview_pages import PagesSeen, preview_pages, preview_picture
from workflow.services.show_journey import show_journey
from workflow.services.show_recipient import find_memo_file
from workflow.services.upload_memo import Upload, upload_memo

router = APIRouter()
DRAFTER = OWN_MATTER.by(Role.DRAFTER)
DONE = {
    "drafted": "บันทึกร่างแล้ว ยังไม่ออกเลข",
    "submitted": "เสนอแล้ว",
    "uploaded": "รับแฟ้มที่แก้แล้ว เป็นฉบับที่ใช้",
    "uploaded-before": "แฟ้มนี้รับไว้เช่นนี้แล้ว",
}


@dataclass(frozen=True)
class Asked:
    """What the form of the draft page chose: names as its boxes have them, "" and () where nothing was."""

    kind: str = ""
    signer: str = ""
    via: tuple[str, ...] = ()
    on: str = ""
    chosen: bool = False

    def out(self, desk: Desk, who: Who, matter: int, when: When) -> MemoOut:
        """Return the memo that is meant; a day typed wrong is a UsageError."""
        day = typed_day(self.on) if self.on.strip() else when.on
        if day is None:
            raise UsageError(f"ไม่เข้าใจวันที่ “{self.on}”", next_step="พิมพ์เช่น 22/11/2562 หรือ ๒๒ พ.ย. ๖๒")
        at = when if day == when.on else When.day(day)
        kind = self.kind or by_default(desk, matter, who)
        return MemoOut(matter, kind, at, self.signer or None, via=self.via if self.chosen else None)


def asked_of(
    kind: str = "",
    signer: str = "",
    via: Annotated[list[str] | None, Query()] = None,
    on: str = "",
    chosen: bool = False,
) -> Asked:
    """Return what the address asks for."""
    return Asked(kind, signer, tuple(via or ()), on, chosen)


TheDraft = Annotated[Asked, Depends(asked_of)]


@router.api_route("/matters/{matter}/draft", methods=READING)
@rule(DRAFTER)
def draft(desk: TheDesk, when: Moment, who: Who, matter: int, asked: TheDraft, done: str = "") -> HTMLResponse:
    """ร่างบันทึก: the form on the left, the pages on the right."""
    return _page(desk, who, matter, when, asked=asked, done=done)


@router.api_route("/matters/{matter}/draft/preview", methods=READING)
@rule(DRAFTER)
def preview(desk: TheDesk, when: Moment, who: Who, matter: int, asked: TheDraft) -> HTMLResponse:
    """The pages alone, for a form that changes under the writer's hands."""
    seen, trouble = _seen(desk, lambda: asked.out(desk, who, matter, when))
    return html("draft-pages.html.j2", matter=matter, seen=seen, trouble=trouble)


@router.api_route("/matters/{matter}/draft/previews/{name}/{page}.png", methods=READING)
@rule(DRAFTER)
def preview_page(desk: TheDesk, matter: int, name: str, page: int) -> FileResponse:
    """A page of a preview."""
    return FileResponse(preview_picture(desk, matter, name, page), media_type="image/png")


@router.api_route("/memos/{memo}/pages/{page}.png", methods=READING)
@rule(MEMO_SEEN)
def memo_page(desk: TheDesk, memo: int, page: int) -> FileResponse:
    """A page of a memo as it is printed."""
    return FileResponse(page_picture_of(desk, find_memo_file(desk, memo, "pdf").path, page), media_type="image/png")


@router.post("/matters/{matter}/draft")
@rule(DRAFTER)
def write(desk: TheDesk, when: Moment, who: Who, matter: int, sent: Chosen) -> Response:
    """Keep the draft, or send it up under a number of the register, as the pressed button says."""
    form, many = sent
    asked = Asked(
        form.get("kind", ""), form.get("signer", ""), many.get("via", ()), form.get("on", ""), "chosen" in form
    )
    try:
        out = asked.out(desk, who, matter, when)
        draft_memo(desk, out)
        if form.get("do") == "submit":
            submit_memo(desk, out)
    except SarabanError as error:
        return _page(desk, who, matter, when, asked=asked, trouble=error)
    done = "submitted" if form.get("do") == "submit" else "drafted"
    return RedirectResponse(f"/matters/{matter}/draft?kind={out.kind}&done={done}", status_code=303)


@router.post("/matters/{matter}/memos/{memo}/words")
@rule(DRAFTER)
def take_words(desk: TheDesk, when: Moment, who: Who, matter: int, memo: int, files: Files) -> Response:
    """Take the DOCX edited in Word as the version that counts."""
    kind = kind_of_memo(desk, matter, memo, who.unit)
    try:
        again = _uploaded(desk, Upload(memo, Path(files[0][0]), who.person, when), files[0][1])
    except SarabanError as error:
        return _page(desk, who, matter, when, asked=Asked(kind), trouble=error)
    done = "uploaded-before" if again else "uploaded"
    return RedirectResponse(f"/matters/{matter}/draft?kind={kind}&done={done}#words", status_code=303)


def _uploaded(desk: Desk, upload: Upload, data: bytes) -> bool:
    """Take the file by way of a folder that is gone afterwards; return whether the very same words counted already."""
    with tempfile.TemporaryDirectory(prefix="saraban-") as folder:
        file = Path(folder) / (upload.file.name or "memo.docx")
        file.write_bytes(data)
        return upload_memo(desk, Upload(upload.memo, file, upload.by, upload.when)).again


def _page(
    desk: Desk, who: Who, matter: int, when: When, *, asked: Asked, done: str = "", trouble: SarabanError | None = None
) -> HTMLResponse:
    try:
        out = asked.out(desk, who, matter, when)
    except UsageError as error:
        trouble = trouble or error
        out = replace(asked, on="").out(desk, who, matter, when)
    view = draft_desk(desk, out)
    seen, refused = _seen(desk, lambda: out) if view.may and not trouble else (None, None)
    waiting = () if view.may else show_journey(desk, matter, today=when.on).waiting
    ticked = asked.via if asked.chosen else tuple(stop.value for stop in view.stops)
    return html(
        "draft.html.j2", status=400 if trouble else 200, view=view, seen=seen, refused=refused, trouble=trouble,
        said=DONE.get(done, ""), on=asked.on or full(out.when.on), ticked=ticked,
        waiting=waiting,
    )  # fmt: skip


def _seen(desk: Desk, out: Callable[[], MemoOut]) -> tuple[PagesSeen | None, SarabanError | None]:
    """Return the pages of the draft, or why there are none."""
    try:
        return preview_pages(desk, out()), None
    except NotFound:
        raise
    except SarabanError as error:
        return None, error
