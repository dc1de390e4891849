"""`plan`: who would receive a paper and why, before anything is numbered."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from workflow.core.org import ASKING_LINES
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Matter, To
from workflow.entrypoints.clock import now

if TYPE_CHECKING:
    from datetime import date

    from workflow.core.memo_kind import AddressGroup
    from workflow.routing.plan import EveryoneIn, PlannedDispatch, RoutingPlan
    from workflow.routing.plan_diff import PlanChange

app = typer.Typer()
FromUnit = Annotated[str | None, typer.Option("--unit", help="หน่วยที่ส่ง (ไม่ระบุ: เจ้าของเรื่อง) · sending unit")]
Against = Annotated[
    str | None,
    typer.Option("--against", help="เทียบกับการส่งครั้งก่อน (last) หรือผังของวันใด เช่น 1/10/2562 · compare with"),
]
KINDS = {"gone": "ไม่ส่งแล้ว", "added": "เพิ่ม", "line": "เปลี่ยนสาย"}


@app.command()
def plan(
    matter: Matter, to: To, unit: FromUnit = None, against: Against = None, at: At = None, json: Json = False
) -> None:
    """ดูว่าจะส่งถึงใคร เพราะอะไร และต่างจากครั้งก่อนอย่างไร ไม่ออกเลข ไม่ส่ง · Who would receive it, why, and what changed.

    ตัวอย่าง: saraban plan 1 --to "ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า" --against last
    """
    from workflow.routing.units import find_unit
    from workflow.services.plan_sending import PlanQuestion, plan_sending
    from workflow.services.show_status import office_of

    sender = find_unit(office_of(desk(), matter).chart, unit).code if unit else None
    question = PlanQuestion(matter, tuple(to), moment(at, now()), sender, _against(against))
    shown = plan_sending(desk(), question)
    if json:
        say.as_json({**as_dict(shown.plan), "against": shown.against, "changes": say.plain(list(shown.changes))})
        return
    show_plan(shown.plan)
    if shown.against:
        _show_changes(shown.against, shown.changes)


def as_dict(plan: "RoutingPlan") -> dict[str, object]:
    """Return a plan as `--json` prints it."""
    keys = {"recipients": plan.dispatches, "everyone": plan.everyone, "findings": plan.findings}
    return {key: say.plain(list(found)) for key, found in keys.items()}


def show_plan(plan: "RoutingPlan") -> None:
    """Print who would receive it and why, in which words the paper says it, and the doubts."""
    rows = [[to_thai(n), to_thai(d.post), _words(d), d.reason] for n, d in enumerate(plan.dispatches, 1)]
    if rows or not plan.everyone:
        say.table(f"ผู้รับ {to_thai(len(rows))} ราย", ["", "ตำแหน่ง", "ถ้อยคำ", "เหตุผล"], rows)
    for group in plan.groups:
        say.answer(f"ในหนังสือเขียน: {_words(group)} เรียน {to_thai(' / '.join(group.to))}")
    for people in plan.everyone:
        less = f" เว้น {to_thai(len(people.without))} ตำแหน่งที่ยกเว้นหรือได้รับแล้ว" if people.without else ""
        say.answer(f"{people.reason}: {to_thai(len(people.units))} หน่วย {_words(people)}{less} (รายชื่อตามอัตรากำลัง)")
    for finding in plan.findings:
        say.note(f"ข้อสังเกต: {finding.message}")


def _words(to: "PlannedDispatch | EveryoneIn | AddressGroup") -> str:
    if to.line in ASKING_LINES:
        return "เพื่อโปรดทราบ ขอความร่วมมือ"
    return "เพื่อทราบ" if to.downward else "เพื่อโปรดทราบ"


def _show_changes(against: str, changes: "tuple[PlanChange, ...]") -> None:
    if not changes:
        say.answer(f"เทียบกับ{against}: ผู้รับเหมือนกันทุกราย")
        return
    counts = ", ".join(
        f"{word} {to_thai(sum(change.kind == kind for change in changes))}" for kind, word in KINDS.items()
    )
    rows = [[KINDS[c.kind], to_thai(c.post or f"ทุกคนใน {c.unit}"), to_thai(c.unit), to_thai(c.why)] for c in changes]
    say.table(f"เทียบกับ{against}: {counts} ราย", ["", "ตำแหน่ง", "หน่วย", "เพราะ"], rows)


def _against(text: str | None) -> "Literal['last'] | date | None":
    if text is None or text.strip().lower() == "last":
        return "last" if text else None
    return moment(text, now()).on
