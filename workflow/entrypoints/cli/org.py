"""`org check`, `org export`, `org import`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.core.errors import ExitCode
from workflow.core.org_tables import SHEETS
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.cell_errors import show_cell_errors
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import DryRun, Json
from workflow.entrypoints.clock import now
from workflow.settings import Settings

if TYPE_CHECKING:
    from workflow.services.check_org import PlacedDoubt
    from workflow.services.move_org import Imported

app = typer.Typer(help="ผังหน่วยของหน่วยงานใน config/ · an office's chart", no_args_is_help=True)
Office = Annotated[str, typer.Argument(help="ชุดตั้งค่าใน config/ เช่น police · office configuration")]
On = Annotated[str | None, typer.Option("--on", help="ตรวจผังของวันใด (ไม่ระบุ: วันนี้) · as of a day")]
All = Annotated[bool, typer.Option("--all", help="แสดงทุกข้อ · every finding")]
Out = Annotated[Path, typer.Argument(help="แฟ้ม .xlsx หรือ .yaml ที่จะเขียน · the file to write", dir_okay=False)]
Workbook = Annotated[
    Path, typer.Argument(help="แฟ้ม .xlsx หรือ .yaml ที่แก้แล้ว · the edited file", exists=True, dir_okay=False)
]
CHANGES = {"added": "เพิ่ม", "closed": "สิ้นสุด", "changed": "แก้", "gone": "ลบ"}
SHOWN_ROWS = 50  # of errors or changes
SHOWN = 20  # of one kind; a table of a thousand vacant posts is read by nobody


@app.command()
def check(office: Office, on: On = None, every: All = False, json: Json = False) -> int:
    """ตรวจผังหน่วย: วงวน หน่วยลอย ตำแหน่งว่าง คำสั่งหมดอายุ ฯลฯ · Look a chart over: rings, orphans, vacancies, expiries.

    ตัวอย่าง: saraban org check police --on 22/11/2562
    """
    from workflow.bootstrap import office_of
    from workflow.services.check_org import check_org

    settings, day = Settings.from_environment(), moment(on, now()).on
    loaded = office_of(settings, office)
    doubts = check_org(loaded, settings.config / office, day)
    if json:
        say.as_json({"office": office, "on": day, "findings": say.plain(list(doubts))})
    else:
        units, posts = (to_thai(f"{len(found):,}") for found in (loaded.chart.units, loaded.chart.posts))
        title = f"ผังหน่วยของ{loaded.name} ณ วันที่ {short(day)} ({units} หน่วย {posts} ตำแหน่ง)"
        _show(doubts, title, every)
    needed = any(doubt.severity == "warning" for doubt in doubts)
    return ExitCode.PARTLY_DONE if needed else ExitCode.OK


@app.command("export")
def export_(office: Office, out: Out, json: Json = False) -> None:
    """ส่งออกผังหน่วยเป็น XLSX แผ่นละตาราง แก้ใน Excel แล้วนำเข้าได้ (หรือ .yaml) · The tables as a workbook or a YAML.

    ตัวอย่าง: saraban org export police police.xlsx
    """
    from workflow.bootstrap import office_of
    from workflow.services.move_org import export_org

    settings = Settings.from_environment()
    office_of(settings, office)  # a table that cannot be read is told with its line, not carried into a workbook
    done = export_org(settings.config / office, out)
    if json:
        say.as_json({"file": str(out), "rows": done.rows})
        return
    rows = ", ".join(f"{title} {to_thai(f'{count:,}')}" for title, count in done.rows.items())
    say.answer(f"เขียน {out} แล้ว: {rows} แถว")


@app.command("import")
def import_(office: Office, file: Workbook, dry_run: DryRun = False, json: Json = False) -> int:
    """นำเข้าผังหน่วยจาก XLSX หรือ YAML ตรวจทุกช่องก่อนเขียน และบอกว่าอะไรเปลี่ยน · Put a workbook's tables in place, all or nothing.

    ตัวอย่าง: saraban org import police police.xlsx --dry-run
    """
    from workflow.bootstrap import office_of, read_workbook
    from workflow.services.move_org import ImportRequest, import_org

    settings = Settings.from_environment()
    request = ImportRequest(office_of(settings, office), settings.config / office, file, dry_run)
    done = import_org(read_workbook, request)
    if json:
        shown = {"errors": done.errors[:SHOWN_ROWS], "changes": done.changes, "files": done.files}
        say.as_json(
            {**{key: say.plain(list(found)) for key, found in shown.items()}, "written": not (dry_run or done.errors)}
        )
    elif done.errors:
        show_cell_errors(done.errors, "ยังไม่ได้เขียนอะไร")
    else:
        _show_changes(done, dry_run)
    return ExitCode.USAGE if done.errors else ExitCode.OK


def _show_changes(done: "Imported", dry_run: bool) -> None:
    if not done.files:
        say.answer("ไม่มีอะไรเปลี่ยน")
        return
    kinds = {kind: sum(change.kind == kind for change in done.changes) for kind in CHANGES}
    counts = ", ".join(f"{CHANGES[kind]} {to_thai(f'{count:,}')}" for kind, count in kinds.items() if count)
    rows = [[CHANGES[c.kind], SHEETS[c.file], c.name, to_thai(c.detail)] for c in done.changes[:SHOWN_ROWS]]
    told = "จะเปลี่ยน (ยังไม่ได้เขียน)" if dry_run else "เขียนแล้ว"
    say.table(
        f"{told}: {counts or 'ลำดับแถวหรือคอลัมน์'} · {', '.join(done.files)}", ["", "ตาราง", "รายการ", "รายละเอียด"], rows
    )
    if hidden := len(done.changes) - len(rows):
        say.note(f"ยังมีอีก {to_thai(f'{hidden:,}')} รายการ ดูทั้งหมดด้วย --json")
    if any(change.kind == "gone" and change.file == "units.csv" for change in done.changes):
        say.note("หน่วยที่เคยรับหนังสือไม่ควรลบ ให้กรอกวันสิ้นสุดและหน่วยรับช่วงแทน")


def _show(doubts: "tuple[PlacedDoubt, ...]", title: str, every: bool) -> None:
    if not doubts:
        say.answer(f"{title}: ไม่พบข้อสังเกต")
        return
    counted: dict[str, int] = {}
    rows = []
    for doubt in doubts:
        counted[doubt.code] = counted.get(doubt.code, 0) + 1
        if every or counted[doubt.code] <= SHOWN:
            mark = "!" if doubt.severity == "warning" else ""
            rows.append([mark, doubt.where, doubt.message, doubt.next_step])
    needed = sum(doubt.severity == "warning" for doubt in doubts)
    told = f"ต้องแก้ {to_thai(needed)} ข้อ ควรรู้ {to_thai(len(doubts) - needed)} ข้อ"
    say.table(f"{title}: {told}", ["", "ที่", "ข้อสังเกต", "ขั้นต่อไป"], rows)
    if hidden := len(doubts) - len(rows):
        say.note(f"ยังมีอีก {to_thai(hidden)} ข้อที่คล้ายกัน ดูทั้งหมดด้วย --all")
