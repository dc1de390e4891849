"""`remind` (sweep, preview, badge), `ladder`, `outbox`, `bounces`, `feed`."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.core.errors import ExitCode, NotFound, UsageError
from workflow.core.thai_date import full, short
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, DryRun, Json, Matter, OfficeCode
from workflow.entrypoints.clock import now

if TYPE_CHECKING:
    from workflow.core.reminder import Ladder, Rung
    from workflow.services.preview_reminders import Preview
    from workflow.services.send_reminders import ReminderLine

app = typer.Typer()
remind_app = typer.Typer(help="เตือนผู้ที่ยังไม่ตอบ · reminders", invoke_without_command=True)
ladder_app = typer.Typer(help="ขั้นการเตือน · reminder ladders", no_args_is_help=True)
feed_app = typer.Typer(help="ปฏิทินกำหนดตอบของตำแหน่ง · calendar feeds", no_args_is_help=True)
for name, part in (("remind", remind_app), ("ladder", ladder_app), ("feed", feed_app)):
    app.add_typer(part, name=name)
Post = Annotated[str, typer.Argument(help="ตำแหน่ง เช่น ผบช.สทส. · post")]
Listed = Annotated[bool, typer.Option("--list", help="แสดงรายชื่อ · list who")]
Unit = Annotated[str | None, typer.Option("--unit", help="หน่วยผู้ส่ง · sending unit")]
By = Annotated[str, typer.Option("--by", help="ผู้สั่ง · who says so")]


@remind_app.callback()
def remind(context: typer.Context, at: At = None, dry_run: DryRun = False, json: Json = False) -> None:
    """เตือนผู้ที่ยังไม่ตอบ เฉพาะวันทำการ · Remind whoever has not answered.

    ตัวอย่าง: saraban remind --at 2569-01-05 --dry-run
    """
    if context.invoked_subcommand is not None:
        return
    from workflow.services.send_reminders import preview_reminders, sweep_reminders

    when = moment(at, now())
    desk().calendar().is_working_day(when.on)  # a person who asks about a year without holidays is told what to do
    if dry_run:
        due, tail, findings = preview_reminders(desk(), today=when.on), "ยังไม่ได้ส่ง", tuple[str, ...]()
    else:
        swept = sweep_reminders(desk(), at=when.at, any_hour=at is not None)
        due, findings = swept.promised, swept.findings
        tail = f"ส่งสำเร็จ {to_thai(swept.delivered)} ฉบับ รอส่งใหม่ {to_thai(swept.waiting)} ฉบับ"
    for finding in findings:
        say.note(finding)
    if json:
        say.as_json(list(due))
    else:
        _show_lines(f"เตือน {full(when.on)}: {to_thai(len(due))} ราย ({tail})", due)


def _show_lines(title: str, lines: "tuple[ReminderLine, ...]") -> None:
    rows = [
        [
            to_thai(r.matter),
            r.post,
            r.rung,
            short(r.due_on),
            r.to if r.role == "superior" else "",
            r.address or "(ไม่มีที่อยู่)",
        ]
        for r in lines
    ]
    say.table(title, ["เรื่อง", "ตำแหน่ง", "ขั้น", "ครบกำหนด", "รายงานถึง", "ส่งถึง"], rows)


@remind_app.command("preview")
def preview(at: At = None, listed: Listed = False, json: Json = False) -> None:
    """ดูก่อนเตือน: กี่คน ผู้บังคับบัญชากี่คน ช่องทางใด · Who the sweep of a day will write to, before it runs.

    ตัวอย่าง: saraban remind preview --at 2569-01-05 --list
    """
    from workflow.services.preview_reminders import preview_day

    shown = preview_day(desk(), on=moment(at, now()).on)
    if json:
        say.as_json(shown)
    else:
        _show_preview(shown, listed=listed)


def _show_preview(shown: "Preview", *, listed: bool) -> None:
    if shown.asked is not None:
        say.answer(f"{full(shown.asked)} ไม่ใช่วันทำการ จะเตือนวันทำการถัดไป")
    say.answer(f"[bold]{shown.sentence}[/]")
    counts = {"ช่องทาง": shown.by_channel, "ขั้น": shown.by_rung, "หน่วยงาน": shown.by_office}
    rows = [[what, name, to_thai(count)] for what, found in counts.items() for name, count in found.items()]
    if shown.unreachable:
        rows.append(["ไม่มีที่อยู่", "แก้ในผังหน่วยก่อนถึงวันนั้น", to_thai(shown.unreachable)])
    if rows:
        say.table("จะเตือน", ["", "", "จำนวน"], rows)
    for finding in shown.findings:
        say.answer(f"[yellow]ข้อสังเกต:[/] {finding}")
    if listed:
        _show_lines("รายชื่อ", shown.lines)


@remind_app.command("badge")
def badge(post: Post, office: OfficeCode = "police", at: At = None, json: Json = False) -> None:
    """จำนวนหนังสือที่รอตำแหน่งหนึ่ง · How many papers wait for a post."""
    from workflow.services.calendar_feed import badge as count

    desk().office(office).chart.post(post)
    found = count(desk(), office, (post,), today=moment(at, now()).on)
    if json:
        say.as_json(found)
    else:
        say.answer(
            f"{post}: รอตอบ {to_thai(found.waiting)} ครบกำหนดวันนี้ {to_thai(found.today)} เกินกำหนด {to_thai(found.overdue)}"
        )


@ladder_app.command("show")
def ladder_show(
    office: OfficeCode = "police", unit: Unit = None,
    matter: Annotated[int | None, typer.Option("--matter", help="เลขเรื่อง · matter")] = None,
    urgency: Annotated[str | None, typer.Option("--urgency", help="ชั้นความเร็ว · urgency")] = None, json: Json = False,
) -> None:  # fmt: skip
    """แสดงขั้นการเตือนที่ใช้จริง และมาจากที่ใด · The ladder in force, and where it is written."""
    from workflow.services.ladder import LadderAsked, show_ladder

    found = show_ladder(desk(), LadderAsked(office, unit, matter, urgency), on=now().date())
    if json:
        say.as_json(found)
    else:
        _show_ladder(found)


@ladder_app.command("set")
def ladder_set(
    matter: Matter, by: By,
    rung: Annotated[list[str], typer.Option("--rung", help="ชื่อ=วันทำการ (! = รายงานผู้บังคับบัญชา, !! = เป็นบันทึก) · name=working days")],
    at: At = None, json: Json = False,
) -> None:  # fmt: skip
    """ตั้งขั้นการเตือนเฉพาะเรื่อง · Give one matter a ladder of its own.

    ตัวอย่าง: saraban ladder set 3 --by "ผกก.ฝ่าย" --rung "ล่วงหน้า=-7" --rung "ครบกำหนด=0" --rung "รายงาน=2!"
    """
    from workflow.services.ladder import set_matter_ladder

    found = set_matter_ladder(desk(), matter, [_rung(text) for text in rung], by, moment(at, now()))
    if json:
        say.as_json(found)
    else:
        _show_ladder(found)


@ladder_app.command("clear")
def ladder_clear(matter: Matter, by: By, at: At = None) -> None:
    """ยกเลิกขั้นการเตือนเฉพาะเรื่อง · Let a matter climb as its unit or office does again."""
    from workflow.services.ladder import clear_matter_ladder

    had = clear_matter_ladder(desk(), matter, by, moment(at, now()))
    say.answer("กลับไปใช้ขั้นการเตือนของหน่วยหรือหน่วยงานแล้ว" if had else "เรื่องนี้ไม่มีขั้นการเตือนของตนเองอยู่แล้ว")


def _rung(text: str) -> "Rung":
    from workflow.core.reminder import MEMO, STAMPED, Rung

    found = re.fullmatch(r"(?P<name>.+)=(?P<days>-?\d+)(?P<up>!{0,2})", to_arabic(text.strip()))
    if not found:
        raise UsageError(f"ไม่เข้าใจขั้น “{text}”", next_step="พิมพ์เช่น 'ครบกำหนด=0', 'ล่วงหน้า=-7' หรือ 'รายงานผู้บังคับบัญชา=5!'")
    name = text.strip()[: len(found["name"])].strip()
    return Rung(name, int(found["days"]), bool(found["up"]), MEMO if found["up"] == "!!" else STAMPED)


def _show_ladder(found: "Ladder") -> None:
    papers = {"reminder": "หนังสือประทับตรา", "reminder-memo": "บันทึกข้อความ"}
    rows = [
        [
            to_thai(f"{rung.working_days:+d}" if rung.working_days else "0"),
            rung.name,
            papers[rung.paper] if rung.escalate else "",
        ]
        for rung in found.rungs
    ]
    say.table(f"ขั้นการเตือน มาจาก: {to_thai(found.source)}", ["วันทำการ", "ขั้น", "ถึงผู้บังคับบัญชา"], rows)


@app.command()
def outbox(
    state: Annotated[str | None, typer.Option("--state", help="created sending delivered failed unknown withdrawn")] = None,
    json: Json = False,
) -> None:  # fmt: skip
    """จดหมายเตือนทุกฉบับ ถึงไหน และต้องทำอะไร · Every message, its state, and what to do."""
    from workflow.core.mail_state import MailState
    from workflow.store.outbox import everything

    if state is not None and state not in set(MailState):
        raise UsageError(f"ไม่มีสถานะ {state}", next_step=f"ใช้ {' '.join(MailState)}")
    with desk().store.read() as session:
        rows = everything(session, state)
    if json:
        say.as_json([
            {"channel": r.channel, "to": r.address, "state": r.state, "tries": r.tries, "trouble": r.trouble, "id": r.message_id}
            for r in rows
        ])  # fmt: skip
        return
    say.table("กล่องส่งออก", ["ช่องทาง", "ถึง", "สถานะ", "เหตุ", "ทำอย่างไร"], [
        [r.channel, r.address or "(ไม่มีที่อยู่)", MailState(r.state).thai, r.trouble, MailState(r.state).what_to_do] for r in rows
    ])  # fmt: skip


@app.command()
def bounces(
    folder: Annotated[Path, typer.Argument(help="แฟ้ม mbox, Maildir, โฟลเดอร์ .eml หรือ .eml")],
    at: At = None,
    json: Json = False,
) -> None:
    """บันทึกจดหมายที่ตีกลับเป็นสถานะของผู้รับ · Take mail that came back into the recipients' states."""
    from workflow.core.mail_state import MailState
    from workflow.delivery.bounces import bounces_in
    from workflow.services.take_bounces import take_bounces

    if not folder.exists():
        raise NotFound(f"ไม่พบ {folder}", next_step="ระบุแฟ้ม mbox, Maildir หรือโฟลเดอร์ของ .eml")
    lines = take_bounces(desk(), bounces_in(folder), at=moment(at, now()).at)
    if json:
        say.as_json(list(lines))
        return
    rows = [
        [r.recipient, r.status, r.diagnostic, MailState(r.state).thai if r.state else "ไม่ใช่จดหมายของระบบนี้"]
        for r in lines
    ]
    say.table(f"ตีกลับ {to_thai(len(rows))} ราย", ["ผู้รับ", "รหัส", "เหตุ", "สถานะ"], rows)


@feed_app.command("make")
def feed_make(post: Post, office: OfficeCode = "police", at: At = None) -> None:
    """ออกที่อยู่ปฏิทินของตำแหน่ง (แสดงครั้งเดียว) · Make a secret calendar address of a post; it is shown once."""
    from workflow.services.calendar_feed import make_feed

    say.answer(make_feed(desk(), office, post, moment(at, now())))
    say.note("ผู้ที่มีที่อยู่นี้เห็นกำหนดตอบของตำแหน่ง: อย่าส่งต่อ ยกเลิกด้วย saraban feed revoke")


@feed_app.command("revoke")
def feed_revoke(post: Post, office: OfficeCode = "police", at: At = None) -> None:
    """ยกเลิกที่อยู่ปฏิทินทุกอันของตำแหน่ง · Close every calendar address of a post."""
    from workflow.services.calendar_feed import revoke_feed

    closed = revoke_feed(desk(), office, post, moment(at, now()))
    if not closed:
        raise typer.Exit(ExitCode.NOT_FOUND)
    say.answer(f"ยกเลิกแล้ว {to_thai(closed)} ที่อยู่")
