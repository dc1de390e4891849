"""เวียน: choose whom to send to (predicates, ticks, a spreadsheet), look at what that comes to, press once."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from workflow.bootstrap import read_table
from workflow.core.errors import NotFound, SarabanError
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.entrypoints.web.forms import AtDesk, ThisChoice
from workflow.entrypoints.web.given import READING, Moment, TheDesk, Who
from workflow.entrypoints.web.rules import MATTER_SEEN, OWN_CHOICE, rule
from workflow.entrypoints.web.takeaway import takeaway
from workflow.entrypoints.web.uploads import brought, kept_for_now, label_of
from workflow.entrypoints.web.views import html
from workflow.services.addressee_sheet import COLUMN, SHOWN, SheetRead, read_addressees, template_rows
from workflow.services.choose_addressees import Chosen, Start, keep_choice, send_choice, show_choice, start_choice
from workflow.services.desk import Desk
from workflow.templates.row_files import xlsx_pieces

router = APIRouter()
PAGE = 100
TABLES = (".xlsx", ".csv")


@router.api_route("/matters/{matter}/dispatch", methods=READING)
@rule(MATTER_SEEN)
def choose(desk: TheDesk, who: Who, when: Moment, matter: int, parent: int | None = None) -> HTMLResponse:
    """เลือกผู้รับ: the form, filled with what the office usually sends to."""
    start = start_choice(desk, who, matter, parent, when)
    return _form(start, Chosen(ticked=start.usual[:1]))


@router.post("/matters/{matter}/dispatch")
@rule(MATTER_SEEN)
def chosen(here: AtDesk, matter: int, form: ThisChoice) -> Response:
    """เลือกผู้รับ: keep the choice and go to its page; what is wrong with it is told on the form, beside the field."""
    start = start_choice(here.desk, here.who, matter, form.parent, here.when)
    choice, read = form.chosen, SheetRead((), (), ())
    try:
        if table := brought(form.file):
            read = _read(here.desk, start, table, here.when)
            choice = replace(choice, listed=read.codes, file_name=label_of(table))
        if read.errors:
            return _form(start, choice, read=read, status=422)
        name = keep_choice(here.desk, here.who, (matter, form.parent), choice, here.when)
    except SarabanError as error:
        return _form(start, choice, error=error, status=422)
    return RedirectResponse(f"/dispatch/{name}", status_code=303)


@router.api_route("/matters/{matter}/addressees.xlsx", methods=READING)
@rule(MATTER_SEEN)
def template(desk: TheDesk, who: Who, when: Moment, matter: int) -> Response:
    """แบบฟอร์มรายชื่อผู้รับ: a workbook with the column this page reads, filled with the units right below."""
    office = desk.office(who.office)
    rows = template_rows(office.chart, office.chart.children(who.unit, when.on))
    return takeaway("แบบฟอร์มผู้รับ.xlsx", xlsx_pieces("ผู้รับ", (COLUMN, "ชื่อหน่วย (ไม่ใช้อ่าน)"), rows, when.at))


@router.api_route("/dispatch/{choice}", methods=READING)
@rule(OWN_CHOICE)
def look(desk: TheDesk, who: Who, when: Moment, choice: str, page: Annotated[int, Query(ge=1)] = 1) -> HTMLResponse:
    """ตรวจก่อนส่ง: who and why, what is different from last time, the number, the paper; the button says how many."""
    view = show_choice(desk, who, choice, when)
    pages = max(1, -(-len(view.plan.dispatches) // PAGE))
    if page > pages:
        raise NotFound(f"ไม่มีหน้าที่ {to_thai(page)}", next_step=f"มี {to_thai(pages)} หน้า")
    part = view.plan.dispatches[PAGE * (page - 1) : PAGE * page]
    return html("dispatch-look.html.j2", view=view, part=part, page=page, pages=pages, size=PAGE)


@router.post("/dispatch/{choice}")
@rule(OWN_CHOICE)
def send(desk: TheDesk, who: Who, when: Moment, choice: str) -> RedirectResponse:
    """ส่ง: number, paper, dispatches; pressed again it leads to what was sent the first time."""
    sent = send_choice(desk, who, choice, when)
    return RedirectResponse(f"/sendings/{sent.memo}", status_code=303)


def _read(desk: Desk, start: Start, table: UploadFile, when: When) -> SheetRead:
    with kept_for_now(table, TABLES) as path:
        return read_addressees(read_table(path), desk.office(start.office).chart, sender=start.unit, on=when.on)


def _form(start: Start, chosen: Chosen, *, status: int = 200, **facts: Any) -> HTMLResponse:
    told = {"error": None, "read": None, **facts}
    return html("dispatch-choose.html.j2", status=status, start=start, chosen=chosen, shown=SHOWN, **told)
