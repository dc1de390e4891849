"""ผังหน่วยออกและเข้า: the chart's tables as one XLSX or YAML, tried first, written only when somebody saw what would change."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Annotated, Literal

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.background import BackgroundTask

from workflow.core.errors import SarabanError, UsageError
from workflow.core.org_tables import SHEETS
from workflow.core.when import When
from workflow.core.working_as import WorkingAs
from workflow.entrypoints.web.given import READING, Moment, TheDesk, Who
from workflow.entrypoints.web.problems import status_of
from workflow.entrypoints.web.rules import ADMIN, rule
from workflow.entrypoints.web.uploads import brought, kept_for_now
from workflow.entrypoints.web.views import html
from workflow.services.check_org import check_org
from workflow.services.desk import Desk
from workflow.services.move_org import Imported, ImportRequest, export_org, import_org, state_of

router = APIRouter(prefix="/org")
SHOWN = 50
CHANGES = {"added": "เพิ่ม", "closed": "สิ้นสุด", "changed": "แก้", "gone": "ลบ"}
TYPES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "yaml": "application/yaml"}
Digest = Annotated[str, Form(pattern=r"^[0-9a-f]{64}$")]
Suffix = Literal["xlsx", "yaml"]


@router.api_route("/export.{suffix}", methods=READING)
@rule(ADMIN)
def export(desk: TheDesk, who: Who, suffix: Suffix) -> FileResponse:
    """ส่งออกผังหน่วย: every table of the office in one file, made when asked for and gone once sent."""
    folder = Path(mkdtemp())
    path = folder / f"{who.office}.{suffix}"
    try:
        export_org(desk.folder(who.office), path)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    named = f'attachment; filename="{who.office}.{suffix}"'
    gone = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
    return FileResponse(path, media_type=TYPES[suffix], headers={"Content-Disposition": named}, background=gone)


@router.api_route("/import", methods=READING)
@rule(ADMIN)
def import_page(desk: TheDesk, when: Moment, who: Who, done: bool = False) -> HTMLResponse:
    """นำเข้าผังหน่วย: the form, and what in the chart as it stands needs somebody."""
    return _page(desk, when, who, done=done)


@router.post("/import")
@rule(ADMIN)
def try_import(desk: TheDesk, when: Moment, who: Who, file: UploadFile | str | None = None) -> HTMLResponse:
    """ลองนำเข้า: every cell is looked at and what would change is shown; nothing is written."""
    chosen = None if isinstance(file, str) else brought(file)
    if chosen is None:
        return _page(desk, when, who, error=UsageError("ยังไม่ได้เลือกแฟ้ม", next_step="เลือกแฟ้มแล้วส่งใหม่"))
    try:
        with kept_for_now(chosen, (".xlsx", ".yaml", ".yml")) as path:
            tried = _imported(desk, who, path, dry_run=True)
            kept = "" if tried.errors or not tried.files else desk.originals.keep(path)
            suffix = "xlsx" if path.suffix == ".xlsx" else "yaml"
    except SarabanError as error:
        return _page(desk, when, who, error=error)
    return _page(desk, when, who, tried=tried, kept=(kept, suffix))


@router.post("/import/write")
@rule(ADMIN)
def write(
    desk: TheDesk, when: Moment, who: Who, file: Digest, seen: Digest, suffix: Annotated[Suffix, Form()] = "xlsx"
) -> Response:
    """เขียนผังหน่วย: the very file that was looked at; Conflict when somebody changed the chart in between."""
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(desk.originals.path(file), Path(folder) / f"seen.{suffix}"))
        try:
            done = _imported(desk, who, path, seen=seen)
        except SarabanError as error:
            return _page(desk, when, who, error=error)
    if done.errors:
        return _page(desk, when, who, tried=done)
    return RedirectResponse("/org/import?done=true", status_code=303)


def _imported(desk: Desk, who: WorkingAs, path: Path, *, dry_run: bool = False, seen: str = "") -> Imported:
    office = desk.office(who.office)
    return import_org(desk.workbook, ImportRequest(office, desk.folder(who.office), path, dry_run, seen))


def _page(
    desk: Desk, when: When, who: WorkingAs, *, done: bool = False, error: SarabanError | None = None,
    tried: Imported | None = None, kept: tuple[str, str] = ("", ""),
) -> HTMLResponse:  # fmt: skip
    folder = desk.folder(who.office)
    status = 400 if not error and tried and tried.errors else status_of(error)
    doubts = [doubt for doubt in check_org(desk.office(who.office), folder, when.on) if doubt.severity == "warning"]
    facts = {"done": done, "error": error, "tried": tried, "kept": kept, "seen": state_of(folder), "sheets": SHEETS}
    return html("org-import.html.j2", status=status, kinds=CHANGES, shown=SHOWN, doubts=doubts, **facts)
