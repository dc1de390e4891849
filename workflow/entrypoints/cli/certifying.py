"""`memo copy`: the copy that stays (สำเนาคู่ฉบับ), a plain copy, a certified copy."""

from pathlib import Path
from typing import Annotated

import typer

from workflow.core import thai_date
from workflow.core.document import SignatureBlock
from workflow.core.errors import UsageError
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.memo import Number, app
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json
from workflow.entrypoints.clock import now

CopyKind = Annotated[str, typer.Option("--kind", help="สำเนาคู่ฉบับ สำเนา หรือ สำเนาถูกต้อง · which copy")]
By = Annotated[str | None, typer.Option("--by", help="ชื่อเต็มของผู้รับรองสำเนา · who certifies")]
Position = Annotated[str | None, typer.Option("--position", help="ตำแหน่งของผู้รับรอง · the certifier's position")]
Folder = Annotated[Path | None, typer.Option("--out", help="โฟลเดอร์ที่จะเก็บ · folder to write to")]


@app.command()
def copy(
    memo: Number, kind: CopyKind = "สำเนาคู่ฉบับ", by: By = None, position: Position = None, out: Folder = None,
    at: At = None, json: Json = False,
) -> None:  # fmt: skip
    """ทำสำเนาคู่ฉบับ สำเนา หรือสำเนาถูกต้อง เป็น DOCX และ PDF · The owner's copy, a plain or a certified copy.

    ตัวอย่าง: saraban memo copy 2 --kind สำเนาถูกต้อง --by "นางสาวสมหญิง ตัวอย่างงาม" --position เจ้าพนักงานธุรการชำนาญงาน
    """
    from workflow.services.copy_paper import copy_paper
    from workflow.templates.official_copies import COPIES

    wanted = next((known for known in COPIES if known == kind), None)
    if wanted is None:
        raise UsageError(f"ไม่มีสำเนาชนิด “{kind}”", next_step=f"เลือก --kind จาก {' '.join(COPIES)}")
    titles = (position,) if position else ()
    certifier = SignatureBlock(None, by, titles, thai_date.short(moment(at, now()).on)) if by else None
    made = copy_paper(desk(), memo, wanted, certifier, out)
    if json:
        say.as_json({"docx": str(made.docx), "pdf": str(made.pdf), "pages": made.pages})
    else:
        say.answer(f"{kind}: {made.pdf} และ {made.docx.name}")
