"""`register print`."""

from pathlib import Path
from typing import Annotated

import typer

from workflow.core.errors import UsageError
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import Json, OfficeCode
from workflow.entrypoints.cli.watching import RegisterUnit, WhichBook, Year, book_named, register_app
from workflow.entrypoints.clock import now

From = Annotated[str | None, typer.Option("--from", help="ตั้งแต่วันที่ลงทะเบียน · first day")]
Until = Annotated[str | None, typer.Option("--to", help="ถึงวันที่ลงทะเบียน · last day")]
OutFile = Annotated[Path, typer.Option("--out", help="แฟ้ม PDF ที่จะเขียน · file to write")]


@register_app.command("print")
def register_print(
    unit: RegisterUnit, out: OutFile, year: Year = None, book: WhichBook = "ส่ง", first: From = None,
    last: Until = None, office: OfficeCode = "police", json: Json = False,
) -> None:  # fmt: skip
    """พิมพ์ทะเบียนรับหรือส่งเป็นตาราง PDF (แบบที่ ๑๓, ๑๔) · A register as a table to print.

    ตัวอย่าง: saraban register print สทส. --year 2562 --book in --out ทะเบียนรับ.pdf
    """
    from workflow.services.print_register import RegisterPrint, print_register

    begin, end = (moment(text, now()).on if text else None for text in (first, last))
    if begin and end and end < begin:
        raise UsageError("วันสิ้นสุดอยู่ก่อนวันเริ่ม", next_step="สลับ --from กับ --to")
    shown = year or be_year(begin or end or now().date())
    done = print_register(desk(), RegisterPrint(office, unit, book_named(book), shown, begin, end), out)
    if json:
        say.as_json({"file": str(done.path), "pages": done.pages, "lines": done.lines})
    else:
        say.answer(f"{book_named(book).cover} {to_thai(done.lines)} รายการ {to_thai(done.pages)} หน้า: {done.path}")
