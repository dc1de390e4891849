"""Files to take away: the memos as PDF and DOCX, and the typeface the pages are set in."""

from typing import Literal
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import FileResponse

from workflow.entrypoints.web.given import READING, TheDesk
from workflow.services.show_recipient import find_memo_file

router = APIRouter()
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@router.api_route("/memos/{memo}.{suffix}", methods=READING)
def memo_file(desk: TheDesk, memo: int, suffix: Literal["pdf", "docx"]) -> FileResponse:
    """บันทึก: the file, under its Thai name (RFC 6266), with a plain name for programs that cannot read that."""
    file = find_memo_file(desk, memo, suffix)
    named = f"attachment; filename=\"memo-{memo}.{suffix}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    return FileResponse(file.path, media_type=TYPES[suffix], headers={"Content-Disposition": named})


@router.api_route("/static/fonts/{weight}.ttf", methods=READING)
def font(desk: TheDesk, weight: Literal["regular", "bold"]) -> FileResponse:
    """TH Sarabun New, from where the papers take it."""
    path = desk.fonts().bold if weight == "bold" else desk.fonts().regular
    return FileResponse(path, media_type="font/ttf", headers={"Cache-Control": "public, max-age=604800"})
