"""`memo copies`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.memo import Number, app
from workflow.entrypoints.cli.options import Json

Folder = Annotated[Path | None, typer.Option("--out", help="เขียนสำเนาแยกแฟ้มลงโฟลเดอร์นี้ · one PDF a recipient")]
OneFile = Annotated[Path | None, typer.Option("--print-file", help="เขียนสำเนาทุกฉบับเป็นแฟ้มเดียวสำหรับพิมพ์ · all in one PDF")]


@app.command()
def copies(memo: Number, out: Folder = None, print_file: OneFile = None, json: Json = False) -> None:
    """ทำสำเนารายผู้รับ: ชื่อผู้รับ เลขที่สำเนา และรหัส QR ไปยังหน้าติดตาม · A copy for every recipient; safe to stop and run again.

    ตัวอย่าง: saraban memo copies 2 --print-file พิมพ์.pdf
    """
    from workflow.services.copy_memo import copy_memo, write_copies, write_print_file

    bar = Progress(
        TextColumn("ทำสำเนา"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=say.err, transient=True
    )
    with bar:
        task = bar.add_task("ทำสำเนา", total=None)
        done = copy_memo(desk(), memo, lambda made, of: bar.update(task, completed=made, total=of))
    written = write_copies(desk(), memo, out) if out else None
    pages = write_print_file(desk(), memo, print_file) if print_file else None
    if json:
        say.as_json({"copies": done.copies, "made": done.made, "files": written, "pages": pages})
        return
    say.answer(f"สำเนา {to_thai(done.copies)} ฉบับ (ทำใหม่ครั้งนี้ {to_thai(done.made)})")
    if out:
        say.answer(f"แฟ้มแยกรายผู้รับ {to_thai(written or 0)} แฟ้ม: {out}")
    if print_file:
        say.answer(f"แฟ้มพิมพ์รวม {to_thai(pages or 0)} หน้า: {print_file}")
