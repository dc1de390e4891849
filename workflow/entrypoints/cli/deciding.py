"""`draft`, `submit`, `order`, `return`."""

from typing import Annotated

import typer

from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, ByPost, DryRun, Json, Kind, Matter, PaperNumber
from workflow.entrypoints.clock import now

app = typer.Typer()
Text = Annotated[str, typer.Option("--text", help="ข้อความสั่งการ · words of the order")]
Post = Annotated[str, typer.Option("--by", help="ตำแหน่งผู้สั่งการ · ordering post")]


@app.command()
def draft(matter: Matter, kind: Kind = "result-report", by: ByPost = None, at: At = None, json: Json = False) -> None:
    """ร่างบันทึก ยังไม่ออกเลข · Draft a memo; no number is taken.

    ตัวอย่าง: saraban draft 1 --kind result-report
    """
    from workflow.services.draft_memo import MemoOut, draft_memo

    written = draft_memo(desk(), MemoOut(matter, kind, moment(at, now()), by))
    _tell(
        json,
        written.memo,
        f"ร่างแล้ว เป็นบันทึกลำดับที่ {to_thai(written.memo)} ดูแฟ้มด้วย saraban status {matter} · ขั้นต่อไป: saraban submit {matter}",
    )


@app.command()
def submit(
    matter: Matter, kind: Kind = "result-report", by: ByPost = None, at: At = None,
    paper_number: PaperNumber = None, dry_run: DryRun = False, json: Json = False,
) -> None:  # fmt: skip
    """ออกเลขและเสนอผู้บังคับบัญชา · Number the memo and send it up.

    ตัวอย่าง: saraban submit 1
    """
    from workflow.services.draft_memo import MemoOut, preview_submit, submit_memo

    out = MemoOut(matter, kind, moment(at, now()), by, paper_number=paper_number)
    if dry_run:
        to = preview_submit(desk(), out)
        _tell(json, {"number": None, "to": to}, f"(ซ้อม) จะออกเลขและเสนอเรื่องที่ {to_thai(matter)} ถึง {to} โดยยังไม่ออกเลข")
        return
    written = submit_memo(desk(), out)
    _tell(json, {"memo": written.memo, "number": written.number, "again": written.again}, f"เสนอแล้ว ที่ {written.number}")


@app.command()
def order(matter: Matter, text: Text, by: Post, at: At = None, json: Json = False) -> None:
    """สั่งการบนบันทึกที่เสนอ · Give an order on a submitted memo.

    ตัวอย่าง: saraban order 1 --text "เห็นชอบตามที่เสนอในข้อ ๓" --by "ผู้ช่วย ผบ.ตร.(ปร 3)"
    """
    from workflow.services.give_order import Decision, give_order

    decided = give_order(desk(), Decision(matter, text, by, moment(at, now())))
    _tell(json, {"capacity": decided.capacity, "again": decided.again}, f"สั่งการแล้ว ในฐานะ {decided.capacity}")


@app.command(name="return")
def return_(matter: Matter, text: Text, by: Post, at: At = None, json: Json = False) -> None:
    """ส่งบันทึกคืนให้แก้ไข · Return a memo to be mended.

    ตัวอย่าง: saraban return 1 --text "ขอให้แนบผลคะแนน" --by "ผู้ช่วย ผบ.ตร.(ปร 3)"
    """
    from workflow.services.give_order import Decision, return_memo

    decided = return_memo(desk(), Decision(matter, text, by, moment(at, now())))
    _tell(json, {"capacity": decided.capacity}, f"ส่งคืนแล้ว ในฐานะ {decided.capacity}")


def _tell(json: bool, value: object, text: str) -> None:
    if json:
        say.as_json(value if isinstance(value, dict) else {"memo": value})
    else:
        say.answer(text)
