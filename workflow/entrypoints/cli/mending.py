"""`correct`, `corrections`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Matter
from workflow.entrypoints.clock import now
from workflow.settings import Settings

app = typer.Typer()
Paper = Annotated[int, typer.Option("--paper", help="ฉบับที่ (ตามลำดับใน --explain) · which paper, from 1")]
Field = Annotated[str, typer.Option("--field", help="ช่อง เช่น number, date, to[0] · field of the contract")]
Value = Annotated[str, typer.Option("--value", help="ค่าที่ถูกต้อง · the right value")]
By = Annotated[str, typer.Option("--by", help="ผู้แก้ · who says so")]
Out = Annotated[Path | None, typer.Option("--out", help="โฟลเดอร์ที่จะเก็บ · folder to write to")]


@app.command()
def correct(
    matter: Matter, paper: Paper, field: Field, value: Value, by: By, at: At = None, json: Json = False
) -> None:
    """แก้ค่าที่อ่านผิด เก็บไว้ข้างคำอ่านเดิม · Correct a value that was read; the reading itself stays.

    ตัวอย่าง: saraban correct 1 --paper 2 --field number --value "0033.12/5052" --by "ส.ต.ต. ตัวอย่าง สมมุติ"
    """
    from workflow.services.correct_field import Amendment, correct_field

    done = correct_field(desk(), Amendment(matter, paper, field, value, by, moment(at, now())))
    if json:
        say.as_json(done)
        return
    read = f"อ่านได้ {to_thai(done.was)}" if done.was else "อ่านไม่พบ"
    again = " (แก้ไว้เช่นนี้แล้ว)" if done.again else ""
    say.answer(escape(f"ฉบับที่ {to_thai(paper)} {done.name}: {to_thai(done.value)} ({read}) แก้โดย {by}{again}"))


@app.command()
def corrections(out: Out = None, json: Json = False) -> None:
    """ส่งออกสิ่งที่คนแก้เป็นบรรทัดฝึก เก็บในเครื่องนี้เท่านั้น · Export corrections as training lines, kept local.

    ตัวอย่าง: saraban corrections --out data/corrections
    """
    from workflow.services.export_corrections import export_corrections

    done = export_corrections(desk(), out or Settings.from_environment().corrections)
    if json:
        say.as_json({"folder": str(done.folder), "written": done.written, "left_out": done.left_out})
        return
    say.answer(f"บรรทัดฝึก {to_thai(done.written)} บรรทัด ใน {done.folder}")
    for reason, count in done.left_out.items():
        say.answer(f"ไม่ได้ส่งออก {to_thai(count)} แห่ง: {reason}")
