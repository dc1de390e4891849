"""`pass`, `ask`, `journey`: what happens to a memo on its way up."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Matter, Seen
from workflow.entrypoints.clock import now

if TYPE_CHECKING:
    from workflow.services.give_order import Decided
    from workflow.services.show_journey import RoundView, StepView

app = typer.Typer()
Post = Annotated[str, typer.Option("--by", help="ตำแหน่งผู้ผ่านเรื่อง · the officer's post")]
Opinion = Annotated[str, typer.Option("--text", help="ความเห็น ไม่ใส่ก็ได้ · opinion, optional")]
Question = Annotated[str, typer.Option("--text", help="ข้อมูลที่ขอ · what is asked for")]
Of = Annotated[
    str | None,
    typer.Option("--of", help="ขอจากตำแหน่งใด (ปกติ: หัวหน้าหน่วยเจ้าของเรื่อง) · of whom (default: the unit's head)"),
]
Pdf = Annotated[
    bool, typer.Option("--pdf", help="เขียนบันทึกพร้อมความเห็นและคำสั่งการเป็น PDF · write the memo with what was said on it")
]


@app.command(name="pass")
def pass_(matter: Matter, by: Post, text: Opinion = "", at: At = None, seen: Seen = None, json: Json = False) -> None:
    """ผ่านเรื่องขึ้นไป พร้อมความเห็นหรือไม่ก็ได้ · Let the memo pass, with an opinion or without; also answers a question.

    ตัวอย่าง: saraban pass 1 --by "รอง ผบช.สทส." --text "เห็นควรอนุมัติตามเสนอ"
    """
    from workflow.services.give_order import Decision, pass_memo

    _tell(json, pass_memo(desk(), Decision(matter, text, by, moment(at, now()), seen=seen)), "ผ่านแล้ว")


@app.command()
def ask(
    matter: Matter, text: Question, by: Post, of: Of = None, at: At = None, seen: Seen = None, json: Json = False
) -> None:
    """ผู้ที่เรียนถึงขอข้อมูลเพิ่มก่อนสั่งการ · The addressee asks for more before deciding.

    ตัวอย่าง: saraban ask 1 --by ผบ.ตร. --text "ขอรายละเอียดงบประมาณ"
    """
    from workflow.services.give_order import Decision, ask_for_more

    _tell(json, ask_for_more(desk(), Decision(matter, text, by, moment(at, now()), seen=seen), of), "ขอข้อมูลเพิ่มแล้ว")


@app.command()
def journey(matter: Matter, pdf: Pdf = False, at: At = None, json: Json = False) -> None:
    """ทางเสนอ: ถึงลำดับของใคร ใครทำอะไร อยู่กับใครกี่วัน · The memo's way up.

    ตัวอย่าง: saraban journey 1
    """
    from workflow.services.order_paper import order_paper
    from workflow.services.show_journey import show_journey

    shown = show_journey(desk(), matter, today=moment(at, now()).on)
    paper = order_paper(desk(), matter) if pdf else None
    if json:
        say.as_json({**say.plain(shown), **({"file": str(paper.path)} if paper else {})})
        return
    say.answer(f"[bold]เรื่องที่ {to_thai(matter)}[/] {escape(to_thai(shown.subject))}")
    for each in shown.rounds:
        _show(each)
    say.answer(f"ขณะนี้ถึงลำดับของ {' หรือ '.join(shown.waiting)}" if shown.waiting else "ไม่มีผู้รอพิจารณา")
    if paper:
        say.answer(f"บันทึกพร้อมความเห็นและคำสั่งการ: {paper.path}")


def _show(each: "RoundView") -> None:
    changed = " [bold red]บันทึกถูกแก้หลังเสนอ[/]" if each.changed else ""
    say.answer(
        f"เสนอครั้งที่ {to_thai(each.round)} ที่ {each.number} {each.submitted.thai()} [dim]ฉบับ {each.seen}[/]{changed}"
    )
    for step in each.steps:
        say.answer(f"  {to_thai(step.position)} {_line(step)}")


def _line(step: "StepView") -> str:
    rule = f" (ต้องการ {to_thai(step.needed)} ตำแหน่ง)" if step.needed > 1 else ""
    who = f" โดย {escape(step.name)} {escape(step.capacity)} {step.acted.thai()}" if step.acted else ""
    order = f" [dim]({escape(step.appointment)})[/]" if step.appointment else ""
    said = f" “{escape(to_thai(' / '.join(step.text.splitlines())))}”" if step.text else ""
    working = to_thai("–" if step.working_days is None else step.working_days)
    days = f" [dim]{to_thai(step.days)} วัน ({working} วันทำการ)[/]" if step.days is not None else ""
    mark = "[bold yellow]▶ [/]" if step.due else ""
    return f"{mark}{step.role} {escape(to_thai(step.title))}{rule}: {step.state_thai}{said}{who}{order}{days}"


def _tell(json: bool, decided: "Decided", done: str) -> None:
    if json:
        say.as_json({"capacity": decided.capacity, "again": decided.again, "waiting": list(decided.waiting)})
    else:
        waiting = f" · ต่อไปถึงลำดับของ {' หรือ '.join(map(to_thai, decided.waiting))}" if decided.waiting else ""
        say.answer(f"{done} ในฐานะ {decided.capacity}{waiting}")
