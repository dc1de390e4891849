"""`privacy report`: what personal data is held, where, how long and who may see it."""

import typer
from rich.markup import escape

from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.options import Json

app = typer.Typer(help="ข้อมูลส่วนบุคคล · personal data", no_args_is_help=True)


@app.callback()
def privacy() -> None:
    """ข้อมูลส่วนบุคคลที่ระบบถือไว้ · What personal data the system holds."""


@app.command()
def report(json: Json = False) -> None:
    """บันทึกรายการข้อมูลส่วนบุคคล: มีอะไร อยู่ที่ใด นานเท่าใด ใครเห็น · The PDPA record; no datum itself is shown.

    ตัวอย่าง: saraban privacy report
    """
    from workflow.services.privacy_report import privacy_report
    from workflow.settings import Settings

    held = privacy_report(desk().store, Settings.from_environment().data)
    if json:
        say.as_json(held)
        return
    rows = [
        [escape(text) for text in (h.what, h.whose, h.place, to_thai(h.count), h.purpose, h.kept, h.seen_by)]
        for h in held
    ]
    say.table("ข้อมูลส่วนบุคคลที่ถือไว้", ["ข้อมูล", "ของใคร", "อยู่ที่", "จำนวน", "เพื่อ", "เก็บนาน", "ใครเห็น"], rows)
