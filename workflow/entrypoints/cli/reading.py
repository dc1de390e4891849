"""`read` and `receive`."""

from pathlib import Path
from typing import Annotated

import typer

from workflow.core.reading import Reading
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, DryRun, File, Json, OfficeCode, PaperNumber, UnitCode
from workflow.entrypoints.cli.reading_table import show_reading
from workflow.entrypoints.clock import now
from workflow.settings import Settings

app = typer.Typer()


Explain = Annotated[
    bool, typer.Option("--explain", help="ทำหน้าเว็บที่ชี้ตำแหน่งทุกค่าบนภาพ · write a page showing every place")
]
Out = Annotated[Path | None, typer.Option("--out", help="โฟลเดอร์ที่จะเก็บ · folder to write to")]
Open = Annotated[bool, typer.Option("--open", help="เปิดหน้าที่ทำในเบราว์เซอร์ · open the page")]


@app.command()
def read(file: File, json: Json = False, explain: Explain = False, out: Out = None, open_page: Open = False) -> None:
    """อ่านหนังสือ บอกข้อสงสัยและข้อมูลลับที่พบ · Read a file; say what is doubtful.

    ตัวอย่าง: saraban read letter.pdf --json · saraban read letter.pdf --explain --open
    """
    from workflow.bootstrap import read as read_file

    if not (explain or out or open_page):
        _show(read_file(file), json)
        return
    page = _explained(file, out, json)
    say.note(f"หน้าอธิบาย: {page}")
    if open_page:
        typer.launch(page.resolve().as_uri())


def _explained(file: Path, out: Path | None, json: bool) -> Path:
    from workflow.bootstrap import explain

    settings = Settings.from_environment()
    page, reading = explain(file, out or settings.explained, settings)
    _show(reading, json)
    return page


@app.command()
def receive(
    file: File, unit: UnitCode, office: OfficeCode = "police", at: At = None,
    paper_number: PaperNumber = None, dry_run: DryRun = False, json: Json = False,
) -> None:  # fmt: skip
    """ลงรับหนังสือ ออกเลขรับ เก็บต้นฉบับ เปิดเรื่อง · Register a letter and open a matter.

    ตัวอย่าง: saraban receive letter.pdf --office police --unit สทส.
    """
    from workflow.routing.units import find_unit
    from workflow.services.receive_letter import Arrival, receive_letter

    code = find_unit(desk().office(office).chart, unit).code
    arrival = Arrival(file, office, code, moment(at, now()), paper_number)
    if dry_run:
        _show(desk().read(Path(file)), json)
        say.note(f"(ซ้อม) จะลงรับที่ {code} โดยยังไม่ออกเลข")
        return
    got = receive_letter(desk(), arrival)
    if json:
        say.as_json({"matter": got.matter, "number": got.number, "again": got.again})
    else:
        already = " (เคยลงรับแฟ้มนี้แล้ว)" if got.again else ""
        say.answer(f"เรื่องที่ {to_thai(got.matter)} · {code} เลขรับ {to_thai(got.number)}{already}")
        say.answer(f"ขั้นต่อไป: saraban draft {got.matter} --kind result-report")


def _show(reading: Reading, json: bool) -> None:
    from workflow.parsers.contract import to_contract

    if json:
        say.as_json(to_contract(reading))
    else:
        show_reading(reading)
