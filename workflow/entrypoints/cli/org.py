"""`org check`."""

from typing import TYPE_CHECKING, Annotated

import typer

from workflow.core.errors import ExitCode
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import Json
from workflow.entrypoints.clock import now
from workflow.settings import Settings

if TYPE_CHECKING:
    from workflow.services.check_org import PlacedDoubt

app = typer.Typer(help="ผังหน่วยของหน่วยงานใน config/ · an office's chart", no_args_is_help=True)
Office = Annotated[str, typer.Argument(help="ชุดตั้งค่าใน config/ เช่น police · office configuration")]
On = Annotated[str | None, typer.Option("--on", help="ตรวจผังของวันใด (ไม่ระบุ: วันนี้) · as of a day")]
All = Annotated[bool, typer.Option("--all", help="แสดงทุกข้อ · every finding")]
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
