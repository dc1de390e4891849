"""ฉบับของหน่วย: exactly the copy that one recipient was or will be sent; for the unit that sends it and the unit it goes to."""

from fastapi import APIRouter
from fastapi.responses import FileResponse, HTMLResponse, Response

from workflow.entrypoints.web.downloads import TYPES
from workflow.entrypoints.web.given import READING, TheDesk, TheDispatch
from workflow.entrypoints.web.rules import COPY_SEEN, rule
from workflow.entrypoints.web.takeaway import under_name
from workflow.entrypoints.web.views import html
from workflow.services.unit_copy import unit_copy, unit_copy_docx, unit_copy_page

router = APIRouter(prefix="/matters/{matter}/recipients/{dispatch}")


@router.api_route("/copy", methods=READING)
@rule(COPY_SEEN)
def look(desk: TheDesk, sent: TheDispatch, matter: int, dispatch: int) -> HTMLResponse:
    """ฉบับของหน่วย: its pages as they are printed, with name, number and code; looking writes nothing down."""
    return html("unit-copy.html.j2", copy=unit_copy(desk, matter, dispatch), sent=sent, matter=matter)


@router.api_route("/copy.pdf", methods=READING)
@rule(COPY_SEEN)
def pdf(desk: TheDesk, matter: int, dispatch: int) -> FileResponse:
    """The copy's file."""
    made = unit_copy(desk, matter, dispatch)
    return FileResponse(made.pdf, media_type=TYPES["pdf"], headers=under_name(f"copy-{dispatch}.pdf", made.file_name))


@router.api_route("/copy.docx", methods=READING)
@rule(COPY_SEEN)
def docx(desk: TheDesk, matter: int, dispatch: int) -> Response:
    """The same for Word, without the code."""
    made, name = unit_copy_docx(desk, matter, dispatch)
    return Response(made, media_type=TYPES["docx"], headers=under_name(f"copy-{dispatch}.docx", name))


@router.api_route("/copy/{page}.png", methods=READING)
@rule(COPY_SEEN)
def picture(desk: TheDesk, matter: int, dispatch: int, page: int) -> FileResponse:
    """A page of the copy."""
    return FileResponse(unit_copy_page(desk, matter, dispatch, page), media_type="image/png")
