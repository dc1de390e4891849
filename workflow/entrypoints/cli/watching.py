"""`matters`, `status`, `register show`."""

from typing import Annotated

import typer

from workflow.core.register import Book
from workflow.core.thai_date import be_year, short
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Matter, OfficeCode
from workflow.entrypoints.clock import now

app = typer.Typer()
register_app = typer.Typer(help="ทะเบียนรับ/ส่ง · registers", no_args_is_help=True)
app.add_typer(register_app, name="register")
RegisterUnit = Annotated[str, typer.Argument(help="หน่วยเจ้าของทะเบียน · unit")]
Year = Annotated[int | None, typer.Option("--year", help="ปี พ.ศ. · Buddhist-era year")]
WhichBook = Annotated[Book, typer.Option("--book", help="รับ หรือ ส่ง · incoming or outgoing")]


@app.command()
def matters(json: Json = False) -> None:
    """รายการเรื่องทั้งหมด · List every matter."""
    from workflow.core.matter import MatterState
    from workflow.services.show_status import list_matters

    rows = list_matters(desk())
    if json:
        say.as_json([{"matter": r.id, "unit": r.unit, "subject": r.subject, "state": r.state} for r in rows])
    else:
        say.table(
            "เรื่อง",
            ["เลข", "หน่วย", "เรื่อง", "สถานะ"],
            [[to_thai(r.id), r.unit, r.subject, MatterState(r.state).thai] for r in rows],
        )


@app.command()
def status(matter: Matter, at: At = None, json: Json = False) -> None:
    """หนังสืออยู่ที่ใคร ถึงไหน ช้าที่ไหน · Who has it, how far, and where the days went."""
    from workflow.entrypoints.cli.status_tree import show
    from workflow.services.show_status import show_status

    found = show_status(desk(), matter, today=moment(at, now()).on)
    if json:
        say.as_json(found)
    else:
        show(found)
        if (warning := desk().calendar().warning(moment(at, now()).on)) is not None:
            say.note(warning)


@register_app.command("show")
def register_show(
    unit: RegisterUnit,
    year: Year = None,
    book: WhichBook = Book.OUTGOING,
    office: OfficeCode = "police",
    json: Json = False,
) -> None:
    """แสดงทะเบียนของหน่วยและตรวจเลขที่ขาด · Show a register and look for holes.

    ตัวอย่าง: saraban register show สทส. --year 2562
    """
    from workflow.services.show_register import show_register

    register = show_register(desk(), office, unit, book, year or be_year(now().date()))
    if json:
        say.as_json(register)
        return
    rows = [
        [
            line.numbers,
            line.letter_number,
            short(line.letter_date) if line.letter_date else "",
            line.sender,
            line.addressee,
            to_thai(line.subject),
            line.remark,
        ]
        for line in register.lines
    ]
    title = f"ทะเบียนหนังสือ{book} {register.unit} พ.ศ. {to_thai(register.year)}"
    say.table(title, ["เลขทะเบียน", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "หมายเหตุ"], rows)
    holes = ", ".join(to_thai(f"{h.first}–{h.last}") for h in register.holes)
    say.answer(f"[bold red]เลขขาด: {holes}[/]" if holes else "เลขต่อเนื่อง ไม่มีเลขขาด")
