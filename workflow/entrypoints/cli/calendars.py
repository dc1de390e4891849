"""`calendar show`, `check`, `seed`, `redate`: the table of holidays that working days are counted on."""

import csv
from io import StringIO
from typing import Annotated

import typer

from workflow.core.errors import ExitCode, NotFound
from workflow.core.thai_date import WEEKDAYS, be_year, full, short
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json
from workflow.entrypoints.clock import now
from workflow.settings import Settings

app = typer.Typer()
calendar_app = typer.Typer(help="ปฏิทินวันหยุดราชการ · government holidays", no_args_is_help=True)
app.add_typer(calendar_app, name="calendar")
Year = Annotated[int, typer.Argument(help="ปี พ.ศ. หรือ ค.ศ. · year")]
FIRST_BUDDHIST_YEAR = 2400


@calendar_app.command("show")
def show(year: Year, json: Json = False) -> None:
    """วันหยุดของปี พร้อมแหล่งที่มาและวันที่มีมติ · The holidays of a year, each with its source and decision.

    ตัวอย่าง: saraban calendar show 2569
    """
    from workflow.services.show_calendar import covered, of_year
    from workflow.store.office_files import load_calendar, load_holidays

    config = Settings.from_environment().config
    rows, calendar = of_year(load_holidays(config), _buddhist(year)), load_calendar(config)
    if not rows:
        raise NotFound(
            f"ไม่มีวันหยุดของปี พ.ศ. {to_thai(_buddhist(year))} (มีปี {covered(calendar)})",
            next_step=f"ร่างด้วย saraban calendar seed {_buddhist(year)}",
        )
    if json:
        say.as_json({"version": calendar.version, "holidays": say.plain(list(rows))})
        return
    lines = [
        [
            WEEKDAYS[r.on.weekday()],
            full(r.on),
            r.name,
            r.source,
            short(r.decided_on) if r.decided_on else "",
            "" if r.confirmed else "ยังไม่ยืนยัน",
        ]
        for r in rows
    ]
    title = f"วันหยุดราชการ พ.ศ. {to_thai(_buddhist(year))} {to_thai(len(rows))} วัน (ตารางรุ่น {calendar.version})"
    say.table(title, ["", "วันที่", "วันหยุด", "แหล่งที่มา", "มีมติเมื่อ", ""], lines)


@calendar_app.command("check")
def check(at: At = None, json: Json = False) -> None:
    """ตรวจตาราง: ปีที่ขาด แถวที่ยังไม่ยืนยัน วันชดเชยที่ขาด · What the table lacks. Exit 6 when it lacks something."""
    from workflow.services.show_calendar import check_calendar
    from workflow.store.office_files import load_calendar, load_holidays

    config = Settings.from_environment().config
    found = check_calendar(load_holidays(config), load_calendar(config), today=moment(at, now()).on)
    if json:
        say.as_json(list(found))
    else:
        say.table(
            f"ปฏิทินวันหยุด: ต้องดู {to_thai(len(found))} ข้อ" if found else "ปฏิทินวันหยุดครบและยืนยันแล้ว",
            ["ปี", "ข้อสังเกต"], [[to_thai(one.year), one.message] for one in found],
        )  # fmt: skip
    if found:
        raise typer.Exit(ExitCode.PARTLY_DONE)


@calendar_app.command("seed")
def seed(year: Year) -> None:
    """ร่างแถวของปีที่ยังไม่มี (ยังไม่ยืนยัน) · Draft the rows of a year, unconfirmed, as lines of holidays.csv.

    ตัวอย่าง: saraban calendar seed 2571 >> config/shared/holidays.csv
    """
    from workflow.services.show_calendar import seed_year
    from workflow.store.office_files import load_holidays

    known = load_holidays(Settings.from_environment().config)
    drafted, moving = seed_year(known, _buddhist(year))
    taken, text = {row.on for row in known}, StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([r.on.isoformat(), r.name, r.source, "", "no"] for r in drafted if r.on not in taken)
    typer.echo(text.getvalue(), nl=False)
    say.note(f"ต้องหาวันเอง (จันทรคติหรือมติคณะรัฐมนตรี): {', '.join(moving)}")


@calendar_app.command("redate")
def redate(at: At = None, json: Json = False) -> None:
    """คำนวณกำหนดตอบที่ยังเปิดอยู่ใหม่ตามตารางปัจจุบัน · Count open due days anew on the table as it is now."""
    from workflow.services.redate import redate as count_anew

    moved = count_anew(desk(), when=moment(at, now()))
    if json:
        say.as_json(list(moved))
        return
    rows = [[to_thai(m.matter), to_thai(m.addressees), short(m.was), short(m.now)] for m in moved]
    say.table(f"กำหนดตอบที่เลื่อน {to_thai(len(rows))} รายการ", ["เรื่อง", "ผู้รับ", "เดิม", "ใหม่"], rows)


def _buddhist(year: int) -> int:
    return year if year >= FIRST_BUDDHIST_YEAR else be_year(now().date().replace(year=year, day=1))
