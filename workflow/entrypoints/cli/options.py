"""The words that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

File = Annotated[Path, typer.Argument(help="แฟ้มที่ได้รับ (PDF, DOCX, TXT) · the file received")]
Matter = Annotated[int, typer.Argument(help="เลขเรื่อง · matter number")]
OfficeCode = Annotated[str, typer.Option("--office", help="ชุดตั้งค่าใน config/ · office configuration")]
UnitCode = Annotated[str, typer.Option("--unit", help="หน่วย เช่น สทส. · unit")]
ByPost = Annotated[str | None, typer.Option("--by", help="ตำแหน่งผู้ลงนาม · signing post")]
At = Annotated[
    str | None, typer.Option("--at", help="วันเวลา เช่น 22/11/2562 หรือ 2019-11-22T14:50 · moment (default: now)")
]
Seen = Annotated[str | None, typer.Option("--seen", help="รหัสฉบับที่อ่าน จาก saraban journey · the version that was read")]
Json = Annotated[bool, typer.Option("--json", help="ตอบเป็น JSON · answer as JSON")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="แสดงผลโดยไม่ออกเลขและไม่ส่ง · show, change nothing")]
Kind = Annotated[str, typer.Option("--kind", help="ชนิดบันทึก · kind of memo")]
To = Annotated[
    list[str], typer.Option("--to", help="ผู้รับเป็นเงื่อนไขบนผังหน่วย ใส่ซ้ำได้ · addressees as predicates, repeatable")
]
PaperNumber = Annotated[int | None, typer.Option("--paper-number", help="เลขที่มีอยู่แล้วบนกระดาษ · number already on paper")]
