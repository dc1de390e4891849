"""`dispatch`, `receipt`, `ack`, `forward`."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.core.errors import ExitCode
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, ByPost, DryRun, Json, Kind, Matter, PaperNumber, To, UnitCode
from workflow.entrypoints.cli.planning import as_dict, show_plan
from workflow.entrypoints.clock import now

if TYPE_CHECKING:
    from workflow.services.dispatch_memo import Dispatched, DispatchRequest

app = typer.Typer()
Yes = Annotated[bool, typer.Option("--yes", help="ไม่ถามยืนยัน · do not ask")]
WhichPaper = Annotated[
    int | None,
    typer.Option("--dispatch", help="ฉบับใด เมื่อหน่วยได้รับหลายฉบับ (เลข dispatch ใน status --json) · which paper"),
]
Scan = Annotated[
    Path | None, typer.Option("--scan", exists=True, dir_okay=False, help="หลักฐานของการทำบนกระดาษ · scan of the paper")
]
WhyNone = Annotated[str, typer.Option("--why-none", help="เหตุที่ไม่มีหลักฐาน · why there is no scan")]
EnteredBy = Annotated[
    str, typer.Option("--entered-by", help="บันทึกย้อนหลังจากกระดาษ โดยใคร · who enters what was done on paper")
]
Name = Annotated[str | None, typer.Option("--name", help="ชื่อผู้รับทราบ · who acknowledges")]


@app.command()
def dispatch(
    matter: Matter, to: To, kind: Kind = "forwarding-note", by: ByPost = None, at: At = None,
    dry_run: DryRun = False, yes: Yes = False, json: Json = False, paper_number: PaperNumber = None,
) -> None:  # fmt: skip
    """เวียนบันทึกลงตามสายงาน (แสดงรายชื่อก่อนออกเลข) · Send down the command; the list is shown before numbering.

    ตัวอย่าง: saraban dispatch 1 --to "ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า" --dry-run
    """
    from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo

    request = DispatchRequest(matter, tuple(to), moment(at, now()), kind, by, paper_number=paper_number)
    if _planned(request, json=json, dry_run=dry_run, yes=yes):
        sent = dispatch_memo(desk(), request)
        _sent(sent, json)


@app.command()
def forward(
    matter: Matter, unit: UnitCode, to: To, by: ByPost = None, at: At = None, dispatch: WhichPaper = None,
    dry_run: DryRun = False, yes: Yes = False, json: Json = False, paper_number: PaperNumber = None,
) -> None:  # fmt: skip
    """หน่วยส่งต่อด้วยเลขของตนเอง · A unit passes it further down under its own number.

    ตัวอย่าง: saraban forward 1 --unit สงป. --to "ผบก.ในสังกัด สงป."
    """
    from workflow.services.answer import forward as pass_on
    from workflow.services.dispatch_memo import DispatchRequest

    request = DispatchRequest(
        matter,
        tuple(to),
        moment(at, now()),
        by_post=by,
        unit=_unit(matter, unit),
        parent=dispatch,
        paper_number=paper_number,
    )
    if _planned(request, json=json, dry_run=dry_run, yes=yes):
        sent = pass_on(desk(), request)
        _sent(sent, json)


@app.command()
def receipt(
    matter: Matter, unit: UnitCode, dispatch: WhichPaper = None, at: At = None, paper_number: PaperNumber = None,
    json: Json = False, scan: Scan = None, why_none: WhyNone = "", entered_by: EnteredBy = "",
) -> None:  # fmt: skip
    """หน่วยลงรับ ออกเลขรับ · A unit's registry stamps it.

    ตัวอย่าง: saraban receipt 1 --unit สงป.
    """
    from workflow.services.answer import StampRequest, stamp_receipt
    from workflow.services.paper_entry import OnPaper, enter_from_paper

    request = StampRequest(matter, _unit(matter, unit), moment(at, now()), paper_number, dispatch=dispatch)
    if entered_by:
        paper = OnPaper(
            matter, request.unit, "receipt", request.when, entered_by, _now(), scan, why_none, dispatch=dispatch
        )
        done = enter_from_paper(desk(), paper, lambda number: stamp_receipt(desk(), replace(request, dispatch=number)))
    else:
        done = stamp_receipt(desk(), request)
    _answered(f"เลขรับ {done.what}", done.again, json)


@app.command()
def ack(
    matter: Matter, unit: UnitCode, by: ByPost = None, name: Name = None, dispatch: WhichPaper = None, at: At = None,
    json: Json = False, scan: Scan = None, why_none: WhyNone = "", entered_by: EnteredBy = "",
) -> None:  # fmt: skip
    """บุคคลรับทราบ ในฐานะใด · A person acknowledges, in a capacity.

    ตัวอย่าง: saraban ack 1 --unit สงป. --by "รอง ผบช.สงป."
    """
    from workflow.services.answer import AckRequest, acknowledge
    from workflow.services.paper_entry import OnPaper, enter_from_paper

    request = AckRequest(matter, _unit(matter, unit), moment(at, now()), by, name, dispatch=dispatch)
    if entered_by:
        paper = OnPaper(
            matter,
            request.unit,
            "ack",
            request.when,
            entered_by,
            _now(),
            scan,
            why_none,
            post=by or "",
            dispatch=dispatch,
        )
        told = replace(request, evidence="paper")
        done = enter_from_paper(desk(), paper, lambda number: acknowledge(desk(), replace(told, dispatch=number)))
    else:
        done = acknowledge(desk(), request)
    _answered(f"รับทราบ ในฐานะ {done.what}", done.again, json)


def _now() -> When:
    return When(now())


def _unit(matter: int, text: str) -> str:
    from workflow.routing.units import find_unit
    from workflow.services.show_status import office_of

    return find_unit(office_of(desk(), matter).chart, text).code


def _planned(request: "DispatchRequest", *, json: bool, dry_run: bool, yes: bool) -> bool:
    """Show who would receive it and why; return whether to go on."""
    from workflow.services.dispatch_memo import count_recipients
    from workflow.services.plan_sending import PlanQuestion, plan_sending

    plan = plan_sending(desk(), PlanQuestion(request.matter, request.to, request.when, request.unit)).plan
    count = count_recipients(desk(), request, plan)
    if json and dry_run:
        say.as_json({**as_dict(plan), "count": count})
    elif not json:
        show_plan(plan)
        if plan.everyone:
            say.answer(f"รวมผู้รับทั้งหมด {to_thai(count)} ราย")
    if dry_run:
        return False
    return yes or not say.err.is_interactive or typer.confirm(f"ส่งถึง {to_thai(count)} ราย?", err=True)


def _sent(sent: "Dispatched", json: bool) -> None:
    """Say under which number it went out; a sending in pieces is followed to its end first."""
    from workflow.entrypoints.cli.fanning import see_through

    line = None if sent.complete or sent.memo is None else see_through(sent.memo)
    if json:
        state = {"state": line.state, "written": line.written} if line else {}
        say.as_json({"number": sent.number, "recipients": sent.count, "again": sent.again, **state})
    else:
        went = f"ส่ง{'ไว้แล้วก่อนหน้านี้' if sent.again else 'แล้ว'} ที่ {sent.number} ถึง {to_thai(sent.count)} ราย"
        say.answer(
            went if line is None or line.state == "sent" else f"{went} ({line.state_words} {to_thai(line.written)} ราย)"
        )
    if line is not None and line.state != "sent":
        raise typer.Exit(ExitCode.PARTLY_DONE)


def _answered(text: str, again: bool, json: bool) -> None:
    if json:
        say.as_json({"recorded": text, "again": again})
    else:
        say.answer(f"{text}{' (บันทึกไว้แล้วก่อนหน้านี้)' if again else ''}")
