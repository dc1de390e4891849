"""`backup`, `restore`, `export`, `import`, `register confirm`: what an office keeps outside the machine, and how it comes back."""

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, OfficeCode
from workflow.entrypoints.cli.registering import By
from workflow.entrypoints.cli.watching import RegisterUnit, WhichBook, Year, book_named, register_app
from workflow.entrypoints.clock import now
from workflow.settings import Settings

if TYPE_CHECKING:
    from workflow.services.backup import Place
    from workflow.services.export_all import Exported

app = typer.Typer()
Out = Annotated[Path | None, typer.Option("--out", help="แฟ้มที่จะเขียน · file to write")]
KeyFile = Annotated[Path | None, typer.Option("--key", help="แฟ้มกุญแจ 32 ไบต์ · key file (SARABAN_BACKUP_KEY_FILE)")]
Last = Annotated[int, typer.Option("--last", help="เลขสุดท้ายที่มีบนกระดาษ · last number on paper")]
Packed = Annotated[Path, typer.Argument(help="แฟ้มที่สำรองหรือส่งออกไว้ · file")]


@app.command()
def backup(out: Out = None, key: KeyFile = None, at: At = None, json: Json = False) -> None:
    """สำรองฐานข้อมูลและแฟ้มทั้งหมดแบบเข้ารหัส ขณะคนอื่นยังทำงาน · An encrypted backup while others work.

    ตัวอย่าง: saraban backup --out /mnt/usb/saraban.saraban (เก็บกุญแจไว้คนละที่กับแฟ้ม)
    """
    from workflow.services.backup import SUFFIX, make_backup

    settings, when = Settings.from_environment(), moment(at, now())
    name = f"{when.at.astimezone(UTC):%Y%m%dT%H%M%SZ}{SUFFIX}"
    made = make_backup(desk().store, _place(settings, key), out or settings.backups / name, at=when.at)
    if json:
        say.as_json(made)
        return
    say.answer(
        f"สำรองแล้ว {made.file}: {to_thai(f'{made.rows:,}')} แถว {to_thai(f'{made.files:,}')} แฟ้ม SHA-256 {made.sha256}"
    )
    say.note(f"เปิดได้ด้วยกุญแจ {key or settings.backup_key} เท่านั้น เก็บสำเนากุญแจไว้คนละที่กับแฟ้มสำรอง")


@app.command()
def restore(file: Packed, key: KeyFile = None, at: At = None, json: Json = False) -> None:
    """กู้คืนลงเครื่องหรือฐานข้อมูลที่ว่าง แล้วล็อกทุกทะเบียนไว้ให้ยืนยัน · Restore onto an empty place; every register is locked.

    ตัวอย่าง: SARABAN_DATA=ใหม่ saraban restore saraban.saraban --key backup.key
    """
    from workflow.services.backup import restore as put_back

    made = put_back(file, _place(Settings.from_environment(), key), at=moment(at, now()).at)
    if json:
        say.as_json(made)
        return
    say.answer(f"กู้คืนข้อมูลของ {When(made.at).thai()}: {to_thai(f'{made.rows:,}')} แถว {to_thai(f'{made.files:,}')} แฟ้ม")
    say.answer("[bold]ทุกทะเบียนล็อกไว้[/] จนกว่าจะยืนยันเลขสุดท้ายบนกระดาษด้วย saraban register confirm")


@app.command("export")
def export_command(
    out: Annotated[Path, typer.Option("--out", help="แฟ้ม .zip · file to write")], json: Json = False
) -> None:
    """ส่งออกทุกอย่างเป็น JSON และแฟ้ม พร้อม SHA-256 และทะเบียนเรียงปี · Everything as JSON and files, to leave or to move.

    ตัวอย่าง: saraban export --out saraban.zip
    """
    from workflow.services.export_all import export_all

    made = export_all(desk(), out)
    _tell("ส่งออก", made, json=json)
    say.note("กุญแจ (vault.key, link.key, seal.key) ไม่อยู่ในแฟ้มส่งออก ย้ายไปด้วยมือ มิฉะนั้นเปิดตู้นิรภัยและแอปรหัสเดิมไม่ได้")


@app.command("import")
def import_command(file: Packed, json: Json = False) -> None:
    """นำเข้าแฟ้มส่งออกลงระบบที่ว่าง · Read an export into an empty system, on either database.

    ตัวอย่าง: SARABAN_DATABASE_URL=postgresql://… saraban import saraban.zip
    """
    from workflow.services.export_all import import_all

    made = import_all(desk(), file)
    _tell("นำเข้า", made, json=json)


@register_app.command("confirm")
def register_confirm(
    unit: RegisterUnit, last: Last, by: By, book: WhichBook = "ส่ง", year: Year = None, at: At = None,
    office: OfficeCode = "police", json: Json = False,
) -> None:  # fmt: skip
    """หลังกู้คืน: ยืนยันเลขสุดท้ายบนกระดาษ แล้วทะเบียนออกเลขต่อได้ · After a restore: the last number on paper.

    ตัวอย่าง: saraban register confirm สทส. --book ส่ง --year 2568 --last 4750 --by "ส.ต.ต. ตัวอย่าง"
    """
    from workflow.services.confirm_register import confirm_register
    from workflow.services.keep_register import LineName

    when = moment(at, now())
    line = LineName(office, unit, book_named(book), year or be_year(when.on), last)
    done = confirm_register(desk(), line, by, when)
    if json:
        say.as_json(done)
        return
    lost = f" เลขที่สูญจากการกู้คืน {to_thai(done.lost)} เลข ลงไว้เป็นบรรทัดเดียว" if done.lost else ""
    say.answer(f"ออกเลขต่อได้จากเลข {to_thai(done.last + 1)}{lost}")


def _tell(act: str, made: "Exported", *, json: bool) -> None:
    if json:
        say.as_json(made)
    else:
        say.answer(f"{act}แล้ว: {to_thai(f'{made.rows:,}')} แถว {to_thai(f'{made.files:,}')} แฟ้ม SHA-256 {made.digest}")


def _place(settings: Settings, key: Path | None) -> "Place":
    from workflow.services.backup import Place
    from workflow.store.key_file import key_file

    return Place(
        settings.database_url,
        settings.data,
        key_file(key or settings.backup_key, "กุญแจข้อมูลสำรอง", "ข้อมูลสำรองที่ทำไว้แล้วจะเปิดไม่ได้อีก"),
    )
