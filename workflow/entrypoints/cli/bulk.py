"""`memo copies`, `memo merge`: one memo for many, many memos of one kind."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from workflow.core.errors import ExitCode
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.memo import Number, app
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Kind, OfficeCode
from workflow.entrypoints.clock import now
from workflow.settings import Settings

if TYPE_CHECKING:
    from workflow.core.when import When
    from workflow.services.make_copies import CopiesMade, Seal

Out = Annotated[Path | None, typer.Option("--out", help="เขียนสำเนาแต่ละฉบับลงโฟลเดอร์ · write each copy into a folder")]
PrintFile = Annotated[
    Path | None, typer.Option("--print-file", help="รวมทุกฉบับเป็นแฟ้มเดียวสำหรับพิมพ์ · one file for the printer")
]
Duplex = Annotated[
    bool, typer.Option("--duplex", help="พิมพ์สองหน้า: ทุกฉบับขึ้นแผ่นใหม่ · two-sided: each copy begins a sheet")
]
Again = Annotated[bool, typer.Option("--again", help="ทำใหม่ทั้งชุด · make all of them anew")]
SignEach = Annotated[bool, typer.Option("--sign", help="ลงนามทุกแฟ้มหลังใส่ชื่อผู้รับ (ใช้กับ --out) · sign each file, last")]
SignMaster = Annotated[
    bool, typer.Option("--sign-master", help="ลงนามตัวเรื่องครั้งเดียว ก่อนใส่ชื่อผู้รับ · sign the body once, before names")
]
Cases = Annotated[Path, typer.Option("--cases", help="รายการ JSON บรรทัดละหนึ่งฉบับ · one JSON object a line")]
Folder = Annotated[Path, typer.Option("--out", help="โฟลเดอร์ที่จะเก็บ · folder to write to")]
Workers = Annotated[int, typer.Option("--workers", min=1, max=64, help="จำนวนกระบวนการ · worker processes")]


@app.command()
def copies(
    memo: Number, out: Out = None, print_file: PrintFile = None, duplex: Duplex = False, sign: SignEach = False,
    sign_master: SignMaster = False, again: Again = False, at: At = None, json: Json = False,
) -> None:  # fmt: skip
    """ทำสำเนาถึงผู้รับทุกราย ทำต่อจากที่ค้างได้ · A copy for every recipient; goes on where it stopped.

    ตัวอย่าง: saraban memo copies 3 --out สำเนา --print-file พิมพ์.pdf --duplex
    """
    from workflow.services.make_copies import CopiesRequest, make_copies, print_copies, write_copies

    when = moment(at, now())
    seal = _seal(when) if sign or sign_master else None
    request = CopiesRequest(memo, Settings.from_environment().url, when, again, seal if sign_master else None)
    with say.progress("ทำสำเนา") as tell:
        done = make_copies(desk(), request, tell)
    if out:
        with say.progress("เขียนแฟ้ม") as tell:
            for n, _ in enumerate(write_copies(desk(), memo, out, seal if sign else None), 1):
                tell(n, done.made)
    pages = print_copies(desk(), memo, print_file, duplex=duplex) if print_file else 0
    _told(done, out, print_file, pages, json)


def _told(done: "CopiesMade", out: Path | None, print_file: Path | None, pages: int, json: bool) -> None:
    if json:
        say.as_json({**say.plain(done), "print_pages": pages})
    else:
        say.answer(f"สำเนา {to_thai(done.made)} จาก {to_thai(done.total)} ฉบับ (ทำครั้งนี้ {to_thai(done.now)})")
        for place, text in ((out, ""), (print_file, f" {to_thai(pages)} หน้า")):
            if place:
                say.answer(escape(f"{place}{text}"))
        _failures([(f"{number} {name}", why) for number, name, why in done.failed])
    if done.failed:
        raise typer.Exit(ExitCode.PARTLY_DONE)


@app.command()
def merge(
    kind: Kind, cases: Cases, out: Folder, office: OfficeCode = "police", workers: Workers = 2, at: At = None,
    json: Json = False,
) -> None:  # fmt: skip
    """ทำบันทึกหลายฉบับที่เนื้อความต่างกัน ทำต่อจากที่ค้างได้ · Many memos, each with its own facts; goes on where it stopped.

    ตัวอย่าง: saraban memo merge --kind result-report --cases units.jsonl --out บันทึกรายหน่วย
    """
    from workflow.services.merge_memos import MergeRequest, merge_memos

    request = MergeRequest(kind, cases, office, moment(at, now()), out, workers)
    with say.progress("จัดหน้า") as tell:
        done = merge_memos(desk(), request, tell)
    if json:
        say.as_json(done)
    else:
        say.answer(
            f"บันทึก {to_thai(done.made)} จาก {to_thai(done.total)} ฉบับ (ทำครั้งนี้ {to_thai(done.now)}) {escape(str(out))}"
        )
        _failures([(f"บรรทัดที่ {line}", why) for line, why in done.failed])
    if done.failed:
        raise typer.Exit(ExitCode.PARTLY_DONE)


def _failures(failed: list[tuple[str, str]]) -> None:
    if failed:
        say.table(f"ทำไม่ได้ {to_thai(len(failed))} ฉบับ", ["ฉบับ", "เพราะ"], [[to_thai(who), why] for who, why in failed])


def _seal(when: "When") -> "Seal":
    from workflow.entrypoints.cli.signing import seal

    return seal(when)
