"""`link`: the address by which one addressee says รับทราบ."""

from typing import Annotated

import typer

from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Matter
from workflow.entrypoints.clock import now

app = typer.Typer()
LinkUnit = Annotated[str | None, typer.Argument(help="หน่วยผู้รับ · the unit")]
WhichDispatch = Annotated[int | None, typer.Option("--dispatch", help="เลข dispatch ใน status --json · which dispatch")]
Revoke = Annotated[bool, typer.Option("--revoke", help="ยกเลิกลิงก์ที่ออกไปแล้ว แล้วออกใหม่ · take back, make anew")]


@app.command()
def link(
    matter: Matter, unit: LinkUnit = None, dispatch: WhichDispatch = None, revoke: Revoke = False, at: At = None,
    json: Json = False,
) -> None:  # fmt: skip
    """ออกลิงก์ให้ผู้รับกดรับทราบ (ไม่ใช่ลายมือชื่อ) · The link by which an addressee acknowledges; never a signature.

    ตัวอย่าง: saraban link 1 สงป.
    """
    from workflow.core.errors import UsageError
    from workflow.entrypoints.cli.sending import _unit
    from workflow.services.show_link import dispatch_of, make_links, revoke_link
    from workflow.settings import Settings

    if unit is None and dispatch is None:
        raise UsageError("ยังไม่ได้ระบุผู้รับ", next_step=f"ระบุหน่วย เช่น saraban link {matter} สงป. หรือ --dispatch เลข")
    when = moment(at, now())
    number = dispatch_of(desk(), matter, _unit(matter, unit) if unit else None, dispatch)
    if revoke:
        revoke_link(desk(), number, when)
    (made,) = make_links(desk(), [number], when)
    address = f"{Settings.from_environment().url}/a/{made.token}"
    if json:
        say.as_json({"dispatch": made.dispatch, "post": made.post, "link": address})
    else:
        say.note(f"ถึง {to_thai(made.post)}: ผู้ที่มีลิงก์นี้กดรับทราบในนามตำแหน่งได้ ส่งให้เจ้าตัวเท่านั้น")
        say.answer(address)
