"""`draft`, `submit`, `order`, `return`."""

from typing import TYPE_CHECKING, Annotated

import typer

from workflow.core.errors import ExitCode, UsageError
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, ByPost, DryRun, Json, Kind, Matter, PaperNumber, Seen
from workflow.entrypoints.clock import now

if TYPE_CHECKING:
    from workflow.services.give_order import Decision, Ordered

app = typer.Typer()
Text = Annotated[str, typer.Option("--text", help="ข้อความสั่งการ · words of the order")]
Post = Annotated[str, typer.Option("--by", help="ตำแหน่งผู้สั่งการ · ordering post")]
OneMatter = Annotated[int | None, typer.Argument(help="เลขเรื่อง · matter number")]
Matters = Annotated[
    str, typer.Option("--matters", help="หลายเรื่อง คั่นด้วยจุลภาค เช่น 12,13,14 · one order on several matters")
]
Via = Annotated[
    list[str] | None,
    typer.Option("--via", help="ผ่านตำแหน่งใด ตามลำดับ ใส่ซ้ำได้ เช่น “คนใดคนหนึ่ง: ก, ข” · officers on the way, repeatable"),
]
Direct = Annotated[bool, typer.Option("--direct", help="เสนอตรง ไม่ผ่านผู้ใด · straight to the addressee")]


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
    paper_number: PaperNumber = None, via: Via = None, direct: Direct = False, dry_run: DryRun = False, json: Json = False,
) -> None:  # fmt: skip
    """ออกเลขและเสนอผู้บังคับบัญชา ผ่านผู้ที่กำหนดตามลำดับ · Number the memo and send it up.

    ตัวอย่าง: saraban submit 1 · saraban submit 1 --via "รอง ผบช.สทส." --via "ผู้ช่วย ผบ.ตร.(ปร 3)"
    """
    from workflow.services.draft_memo import MemoOut, preview_submit, submit_memo

    if via and direct:
        raise UsageError("ระบุทั้ง --via และ --direct", next_step="ใช้อย่างใดอย่างหนึ่ง")
    way = () if direct else tuple(via) if via else None
    out = MemoOut(matter, kind, moment(at, now()), by, paper_number=paper_number, via=way)
    if dry_run:
        to = preview_submit(desk(), out)
        _tell(json, {"number": None, "to": to}, f"(ซ้อม) จะออกเลขและเสนอเรื่องที่ {to_thai(matter)} ถึง {to} โดยยังไม่ออกเลข")
        return
    written = submit_memo(desk(), out)
    _tell(json, {"memo": written.memo, "number": written.number, "again": written.again}, f"เสนอแล้ว ที่ {written.number}")


@app.command()
def order(
    text: Text,
    by: Post,
    matter: OneMatter = None,
    matters: Matters = "",
    at: At = None,
    seen: Seen = None,
    json: Json = False,
) -> None:
    """สั่งการบนบันทึกที่เสนอ เรื่องเดียวหรือหลายเรื่อง · Give an order on a submitted memo, or on several.

    ตัวอย่าง: saraban order 1 --text "เห็นชอบตามที่เสนอในข้อ ๓" --by "ผู้ช่วย ผบ.ตร.(ปร 3)"
    หลายเรื่อง: saraban order --matters 12,13,14 --text "ทราบ" --by ผบ.ตร.
    """
    from workflow.services.give_order import Decision, give_order

    decision = Decision(matter or 0, text, by, moment(at, now()), seen=seen)
    if matters:
        if matter is not None or seen is not None:
            raise UsageError("--matters ใช้กับเลขเรื่องเดี่ยวหรือ --seen ไม่ได้", next_step="ระบุเลขเรื่องทั้งหมดใน --matters")
        _order_many(decision, _numbers(matters), json=json)
        return
    if matter is None:
        raise UsageError("ไม่ได้ระบุเรื่อง", next_step="ระบุเลขเรื่อง หรือ --matters 12,13,14")
    decided = give_order(desk(), decision)
    _tell(json, {"capacity": decided.capacity, "again": decided.again}, f"สั่งการแล้ว ในฐานะ {decided.capacity}")


def _order_many(decision: "Decision", matters: list[int], *, json: bool) -> None:
    """Order each and tell of each; exit 6 when some could not be ordered, the first one's code when none could."""
    from workflow.services.give_order import order_many

    done = order_many(desk(), decision, matters)
    if json:
        say.as_json([_told(one) for one in done])
    for one in () if json else done:
        if one.decided:
            again = " (สั่งไว้แล้ว)" if one.decided.again else ""
            say.answer(f"เรื่องที่ {to_thai(one.matter)}: สั่งการแล้ว ในฐานะ {one.decided.capacity}{again}")
        elif one.trouble:
            say.note(f"เรื่องที่ {to_thai(one.matter)}: {one.trouble} · ขั้นต่อไป: {one.trouble.next_step}")
    troubles = [one.trouble for one in done if one.trouble]
    if troubles:
        raise typer.Exit(ExitCode.PARTLY_DONE if len(troubles) < len(done) else troubles[0].exit_code)


def _told(one: "Ordered") -> dict[str, object]:
    if one.decided:
        return {"matter": one.matter, "capacity": one.decided.capacity, "again": one.decided.again}
    return {"matter": one.matter, "error": str(one.trouble), "next_step": one.trouble.next_step if one.trouble else ""}


def _numbers(text: str) -> list[int]:
    parts = [to_arabic(part.strip()) for part in text.split(",") if part.strip()]
    if not parts or not all(part.isdecimal() for part in parts):
        raise UsageError(f"--matters “{text}” ใช้ไม่ได้", next_step="เขียนเลขเรื่องคั่นด้วยจุลภาค เช่น 12,13,14")
    return [int(part) for part in parts]


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
