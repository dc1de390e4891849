"""Files to take away: the memos as PDF and DOCX, and the typeface the pages are set in."""

import os
import tempfile
from pathlib import Path
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response
from starlette.background import BackgroundTask

from workflow.core.register import Book
from workflow.entrypoints.web.given import READING, TheDesk, Who
from workflow.entrypoints.web.rules import MEMO_SEEN, OPEN, OWN_BOOKS, rule
from workflow.entrypoints.web.static_files import typeface
from workflow.entrypoints.web.takeaway import under_name
from workflow.services.print_register import RegisterPrint, print_register
from workflow.services.show_recipient import find_memo_file

router = APIRouter()
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@router.api_route("/memos/{memo}.{suffix}", methods=READING)
@rule(MEMO_SEEN)
def memo_file(desk: TheDesk, memo: int, suffix: Literal["pdf", "docx"]) -> FileResponse:
    """บันทึก: the file, under its Thai name (RFC 6266), with a plain name for programs that cannot read that."""
    file = find_memo_file(desk, memo, suffix)
    return FileResponse(file.path, media_type=TYPES[suffix], headers=under_name(f"memo-{memo}.{suffix}", file.name))


@router.api_route("/registers/{unit}/{year}/{book}/print", methods=READING)
@rule(OWN_BOOKS)
def register_file(desk: TheDesk, who: Who, unit: str, year: int, book: Book) -> FileResponse:
    """ทะเบียน: the book as a PDF to print, made when asked for and gone once sent."""
    handle, name = tempfile.mkstemp(suffix=".pdf")
    os.close(handle)
    path = Path(name)
    try:
        print_register(desk, RegisterPrint(who.office, unit, book, year), path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    named = under_name(f"register-{year}.pdf", f"{book.cover} {unit} {year}.pdf")
    gone = BackgroundTask(path.unlink, missing_ok=True)
    return FileResponse(path, media_type=TYPES["pdf"], headers=named, background=gone)


@router.api_route("/static/fonts/{weight}.ttf", methods=READING)
@rule(OPEN)
def font(request: Request, desk: TheDesk, weight: Literal["regular", "bold"]) -> Response:
    """TH Sarabun New, from where the papers take it."""
    return typeface(desk.fonts().bold if weight == "bold" else desk.fonts().regular, request.scope)
