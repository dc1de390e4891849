"""`vault list` and `vault reveal`: logins that came in a letter, for the one who needs them."""

from typing import Annotated

import typer
from rich.markup import escape

from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json
from workflow.entrypoints.clock import now

app = typer.Typer(help="ตู้นิรภัย: รหัสเข้าระบบที่มากับหนังสือ · logins that came in letters", no_args_is_help=True)
OfMatter = Annotated[int | None, typer.Argument(help="เลขเรื่อง · matter number")]
Item = Annotated[int, typer.Argument(help="เลขรายการ จาก vault list · item number")]
By = Annotated[str, typer.Option("--by", help="ยศ ชื่อ สกุลของผู้เปิดดู · who looks")]
Why = Annotated[str, typer.Option("--why", help="เหตุที่เปิดดู · why")]


@app.command("list")
def list_items(matter: OfMatter = None, json: Json = False) -> None:
    """รายการในตู้นิรภัย ไม่แสดงรหัส · What the vault holds; no login is shown.

    ตัวอย่าง: saraban vault list 1
    """
    from workflow.services.keep_credentials import list_vault

    found = list_vault(desk(), matter)
    if json:
        say.as_json(found)
        return
    rows = [
        [to_thai(i.number), to_thai(i.matter), to_thai(i.page), escape(i.masked), short(When(i.at).on), to_thai(i.looks)]
        for i in found
    ]  # fmt: skip
    title = f"ตู้นิรภัยมี {to_thai(len(rows))} รายการ"
    say.table(title, ["รายการ", "เรื่อง", "หน้า", "สิ่งที่ปิดไว้", "เก็บเมื่อ", "เปิดดูแล้ว (ครั้ง)"], rows)


@app.command()
def reveal(item: Item, by: By, why: Why, at: At = None, json: Json = False) -> None:
    """เปิดดูรหัสหนึ่งรายการ บันทึกผู้ดูและเหตุไว้ในเรื่อง · Show one login; who and why is kept on the matter.

    ตัวอย่าง: saraban vault reveal 1 --by "ส.ต.ต. ตัวอย่าง ทดสอบ" --why "เข้าดูผลสำรวจตามสั่งการ"
    """
    from workflow.core.vault import Look
    from workflow.services.keep_credentials import reveal as open_item

    shown = open_item(desk(), item, Look(by, why, moment(at, now()).at))
    say.note("บันทึกการเปิดดูครั้งนี้แล้ว เมื่อใช้เสร็จให้แจ้งเจ้าของระบบเปลี่ยนรหัส")
    if json:
        say.as_json({"item": shown.item.number, "masked": shown.item.masked, "value": shown.value})
    else:
        say.answer(escape(shown.value))
