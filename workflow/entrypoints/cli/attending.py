"""`attend` and `attendees`: who goes to what a letter invites to."""

from pathlib import Path
from typing import Annotated

import typer

from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Matter, UnitCode
from workflow.entrypoints.clock import now

app = typer.Typer()
Name = Annotated[str, typer.Option("--name", help="ชื่อผู้เข้าร่วม · who goes")]
By = Annotated[str, typer.Option("--by", help="ผู้บันทึก · who enters it")]
Position = Annotated[str, typer.Option("--position", help="ตำแหน่ง · position")]
Ics = Annotated[Path | None, typer.Option("--ics", help="เขียนนัดหมายลงแฟ้มปฏิทิน · write the event as a calendar file")]
Withdraw = Annotated[bool, typer.Option("--withdraw", help="ถอนชื่อ · take the name back")]


@app.command()
def attend(
    matter: Matter,
    unit: UnitCode,
    name: Name,
    by: By,
    position: Position = "",
    withdraw: Withdraw = False,
    at: At = None,
) -> None:
    """ส่งชื่อผู้เข้าร่วมงานที่หนังสือเชิญ · Name who goes. ตัวอย่าง: saraban attend 1 --unit สทส. --name "…" --by "…" """
    from workflow.services.attend import Attendance, attend as enter  # noqa: I001

    again = enter(desk(), Attendance(matter, unit, name, by, moment(at, now()), position, withdraw))
    say.answer(f"{'ถอนชื่อ' if withdraw else 'ส่งชื่อ'} {name} ของ {to_thai(unit)} แล้ว{' (บันทึกไว้ก่อนแล้ว)' if again else ''}")


@app.command()
def attendees(matter: Matter, at: At = None, json: Json = False, ics: Ics = None) -> None:
    """รายชื่อผู้เข้าร่วม · Who goes. ตัวอย่าง: saraban attendees 1 --ics งาน.ics"""
    from workflow.services.attend import guest_list, invitation_file, told
    from workflow.templates.whole_file import write_whole

    if ics:
        write_whole(ics, invitation_file(desk(), matter))
    found = guest_list(desk(), matter, today=moment(at, now()).on)
    if json:
        say.as_json(found)
        return
    say.answer(f"[bold]{to_thai(found.subject)}[/]\n{told(found.meeting)}")
    if found.meeting.reply_by:
        left = f" (อีก {to_thai(found.days_left)} วันทำการ)" if found.days_left is not None else " [red](พ้นกำหนดแล้ว)[/]"
        say.answer(f"แจ้งรายชื่อภายใน {short(found.meeting.reply_by)}{left}")
    rows = [[to_thai(g.unit), g.name, g.position, "[dim]ถอนชื่อ[/]" if g.withdrawn else ""] for g in found.guests]
    say.table(f"ผู้เข้าร่วม {to_thai(len(found.going))} คน", ["หน่วย", "ชื่อ", "ตำแหน่ง", ""], rows)
