"""`verify`, `checkpoint`, `database grants`: whether the record is as it was sealed, and who may change it."""

from pathlib import Path
from typing import Annotated

import typer

from workflow.core.errors import ExitCode
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json
from workflow.entrypoints.clock import now

app = typer.Typer()
database = typer.Typer(help="ฐานข้อมูล · the database", no_args_is_help=True)
app.add_typer(database, name="database")
Against = Annotated[Path | None, typer.Option("--against", help="แฟ้มจุดตรวจที่เก็บไว้นอกเครื่อง · a checkpoint kept outside")]
Key = Annotated[str | None, typer.Option("--key", help="กุญแจสาธารณะที่เชื่อถือ (hex) · the public key trusted")]
Files = Annotated[bool, typer.Option("--files/--no-files", help="ตรวจแฟ้มต้นฉบับทุกแฟ้ม · hash every original anew")]
MOST = 20


@app.command("verify")
def verify_command(against: Against = None, key: Key = None, files: Files = True, json: Json = False) -> int:
    """ตรวจว่าไม่มีใครแก้ ลบ หรือสลับสิ่งที่ผนึกไว้ · Find whatever was altered, deleted, moved or cut off since it was sealed.

    ตัวอย่าง: saraban verify --against checkpoint-00000012.json
    """
    from workflow.services.verify_all import Wanted, verify_all

    found = verify_all(desk(), Wanted(against, key, files))
    if json:
        say.as_json(found)
        return ExitCode.OK if found.sound else ExitCode.FAILED
    for finding in found.findings[:MOST]:
        say.answer(f"[bold red]ผิด[/] {finding.text}")
    if len(found.findings) > MOST:
        say.answer(f"และอีก {to_thai(len(found.findings) - MOST)} รายการ (ดูทั้งหมดด้วย --json)")
    told = f"ตรวจ {to_thai(f'{found.seals:,}')} ผนึก {to_thai(f'{found.rows:,}')} แถว {to_thai(f'{found.files:,}')} แฟ้ม"
    waiting = f" ยังไม่ผนึก {to_thai(found.unsealed)} แถว" if found.unsealed else ""
    say.answer(f"{told}{waiting}: {'ถูกต้องทั้งหมด' if found.sound else f'พบ {to_thai(len(found.findings))} รายการ'}")
    return ExitCode.OK if found.sound else ExitCode.FAILED


@app.command()
def checkpoint(at: At = None, json: Json = False) -> None:
    """ผนึกสิ่งที่ใหม่ ลงนามจุดตรวจ และส่งออกนอกเครื่อง · Seal what is new, sign the chain's head, send it out of the server.

    ตัวอย่าง: saraban checkpoint (ส่งไปที่ SARABAN_CHECKPOINT_TO และพิมพ์แฟ้ม .pdf เก็บในตู้นิรภัย)
    """
    from workflow.services.checkpoint import make_checkpoint

    made = make_checkpoint(desk().store, desk().notary(), at=moment(at, now()).at)
    if json:
        say.as_json(made)
        return
    say.answer(f"จุดตรวจผนึกที่ {to_thai(made.point.seal)}: {made.file} และ {made.page.name}")
    say.answer(f"SHA-256 {made.point.sha256}")
    say.answer(f"ส่งถึง {', '.join(made.mailed)}" if made.mailed else "ไม่ได้ส่งเมล พิมพ์แฟ้ม .pdf แล้วเก็บไว้นอกเครื่อง")


@database.command()
def grants(role: Annotated[str, typer.Argument(help="ชื่อบทบาทที่โปรแกรมใช้ · the program's role")]) -> None:
    """พิมพ์คำสั่งให้สิทธิบทบาทของโปรแกรม ซึ่งแก้หรือลบร่องรอยไม่ได้ · Print the grants of a role that cannot alter the record.

    ตัวอย่าง: saraban database grants saraban_app | psql
    """
    from workflow.store.grants import grants_for

    print("\n".join(grants_for(role)))  # noqa: T201 - for psql, not for people
