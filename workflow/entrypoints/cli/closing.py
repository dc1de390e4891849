"""`send-back`, `recall`, `resend`, `doubt-receipt`, `mend-receipt`, `changes`: when a paper does not go its straight way."""

from typing import Annotated

import typer

from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Matter, UnitCode
from workflow.entrypoints.clock import now

app = typer.Typer()
Why = Annotated[str, typer.Option("--why", help="เหตุผล · the reason")]
Dispatch = Annotated[int, typer.Option("--dispatch", help="ฉบับใด (เลข dispatch ใน status --json) · which dispatch")]
WhichDispatch = Annotated[
    int | None, typer.Option("--dispatch", help="เฉพาะฉบับนี้และที่ส่งต่อจากฉบับนี้ · this dispatch and its branch")
]
WhichMemo = Annotated[int | None, typer.Option("--memo", help="การส่งครั้งใด เมื่อส่งหลายครั้ง (เลข memo) · which sending")]
WrongUnit = Annotated[bool, typer.Option("--wrong-unit", help="ส่งผิดหน่วย · it was sent to the wrong unit")]
Whom = Annotated[str | None, typer.Option("--to", help="ผู้รับใหม่รายเดียว (ไม่ระบุ: ส่งซ้ำถึงผู้รับเดิม) · the new addressee")]
Number = Annotated[int, typer.Option("--number", help="เลขรับที่ถูก · the right receipt number")]
Apply = Annotated[bool, typer.Option("--apply", help="โอนหน้าที่และบันทึกผู้พ้นตำแหน่งเลย · do it")]
OneMatter = Annotated[int | None, typer.Option("--matter", help="เฉพาะเรื่องนี้ · this matter only")]


@app.command("send-back")
def send_back(
    matter: Matter,
    unit: UnitCode,
    why: Why,
    wrong_unit: WrongUnit = False,
    dispatch: WhichDispatch = None,
    at: At = None,
) -> None:
    """หน่วยส่งคืนหนังสือ (ไม่รับ หรือส่งผิดหน่วย) · A unit does not take the paper.

    ตัวอย่าง: saraban send-back 1 --unit ภ.4 --why "ไม่อยู่ในอำนาจหน้าที่" --wrong-unit
    """
    from workflow.services.close_paper import SentBack
    from workflow.services.close_paper import send_back as close

    done = close(desk(), SentBack(matter, unit, why, moment(at, now()), wrong_unit, dispatch))
    say.answer(f"{to_thai(unit)} {'แจ้งว่าส่งผิดหน่วย' if wrong_unit else 'ส่งคืนไม่รับ'}{_before(done.again)}")


@app.command()
def recall(
    matter: Matter, why: Why, memo: WhichMemo = None, dispatch: WhichDispatch = None, at: At = None, json: Json = False
) -> None:
    """เรียกคืนหนังสือที่ส่งไปแล้ว พร้อมที่หน่วยส่งต่อ · Take back what was sent, with all that was passed on.

    ตัวอย่าง: saraban recall 1 --why "ส่งผิดเรื่อง"
    """
    from workflow.services.close_paper import Recall
    from workflow.services.close_paper import recall as take_back

    done = take_back(desk(), Recall(matter, why, moment(at, now()), memo, dispatch))
    if json:
        say.as_json(done)
        return
    known = f" (รับทราบไปแล้ว {to_thai(done.acknowledged)} ราย ต้องแจ้งให้ทราบว่าเรียกคืน)" if done.acknowledged else ""
    say.answer(f"เรียกคืน {to_thai(done.dispatches)} ราย{known}{_before(done.again)}")


@app.command()
def resend(matter: Matter, dispatch: Dispatch, why: Why, to: Whom = None, at: At = None, json: Json = False) -> None:
    """ถอนเพื่อส่งใหม่ภายใต้เลขเดิม · Withdraw and send anew under the same number.

    ตัวอย่าง: saraban resend 1 --dispatch 18 --to "ผบก.ภ.จว.ขอนแก่น" --why "ส่งผิดหน่วย"
    """
    from workflow.services.resend_paper import Resend
    from workflow.services.resend_paper import resend as send_anew

    sent = send_anew(desk(), Resend(matter, dispatch, why, moment(at, now()), to))
    if json:
        say.as_json(sent)
    else:
        say.answer(f"ส่งใหม่ถึง {to_thai(sent.post)} ({to_thai(sent.unit)}) เป็นฉบับที่ {to_thai(sent.dispatch)}")


@app.command("doubt-receipt")
def doubt_receipt(matter: Matter, dispatch: Dispatch, unit: UnitCode, why: Why, at: At = None) -> None:
    """ผู้ส่งทักท้วงเลขรับของหน่วย · The sender doubts a receipt number. ตัวอย่าง: saraban doubt-receipt 1 --dispatch 18 --unit ภ.4 --why …"""
    from workflow.services.mend_receipt import WrongReceipt
    from workflow.services.mend_receipt import doubt_receipt as doubt

    doubt(desk(), WrongReceipt(matter, dispatch, unit, why, moment(at, now())))
    say.answer(f"แจ้ง {to_thai(unit)} แล้วว่าเลขรับไม่ถูกต้อง: แก้ด้วย saraban mend-receipt")


@app.command("mend-receipt")
def mend_receipt(matter: Matter, dispatch: Dispatch, unit: UnitCode, number: Number, at: At = None) -> None:
    """หน่วยแก้เลขรับให้ตรงกับสมุด · A unit gives the right receipt number. ตัวอย่าง: saraban mend-receipt 1 --dispatch 18 --unit ภ.4 --number 721"""
    from workflow.services.mend_receipt import RightReceipt
    from workflow.services.mend_receipt import mend_receipt as mend

    again = mend(desk(), RightReceipt(matter, dispatch, unit, number, moment(at, now())))
    say.answer(f"เลขรับของ {to_thai(unit)} คือ {to_thai(number)}{_before(again)}")


@app.command()
def changes(matter: OneMatter = None, apply: Apply = False, at: At = None, json: Json = False) -> None:
    """ผังหน่วยเปลี่ยนระหว่างเรื่องเดิน: หน่วยถูกยุบ ตำแหน่งว่าง ผู้พ้นตำแหน่ง · What the chart of a day changes for open papers.

    ตัวอย่าง: saraban changes --at 1/10/2569 แล้ว saraban changes --at 1/10/2569 --apply
    """
    from workflow.services.chart_changes import THAI, apply_changes, chart_changes

    when = moment(at, now())
    found = (
        apply_changes(desk(), when=when, matter=matter)
        if apply
        else chart_changes(desk(), today=when.on, matter=matter)
    )
    if json:
        say.as_json(found)
        return
    rows = [[THAI[c.trouble], to_thai(c.matter), to_thai(c.dispatch), to_thai(c.post), c.told] for c in found]
    title = f"{'ดำเนินการแล้ว' if apply else 'พบ'} {to_thai(len(rows))} รายการ"
    say.table(title, ["", "เรื่อง", "ฉบับ", "ตำแหน่ง", "สิ่งที่พบ"], rows)


def _before(again: bool) -> str:
    return " (บันทึกไว้แล้วก่อนหน้านี้)" if again else ""
