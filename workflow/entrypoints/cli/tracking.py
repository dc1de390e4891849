"""`track`, `track-check`, `latency`."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.tree import Tree

from workflow.core.errors import ExitCode
from workflow.core.org import CHAIN_OF_COMMAND
from workflow.core.thai_digits import to_thai
from workflow.core.tracking import NodeCounts
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Matter, OfficeCode
from workflow.entrypoints.clock import now

if TYPE_CHECKING:
    from collections.abc import Callable

    from workflow.services.latency import LatencyLine
    from workflow.services.track import TrackView

app = typer.Typer()
BAR = 20
SHOWN = 30  # lines of units by latency
Unit = Annotated[str | None, typer.Argument(help="หน่วยที่ดู (ไม่ระบุคือทั้งเรื่อง) · unit, else from the top")]
Depth = Annotated[int, typer.Option("--depth", min=1, max=6, help="ดูลงไปกี่ชั้น · levels to go down")]
Line = Annotated[str, typer.Option("--line", help="สายบังคับบัญชา, สายงาน หรือ ประสาน · along which line")]
Page = Annotated[int, typer.Option("--page", min=1, help="หน้า · page")]
OneMatter = Annotated[int | None, typer.Argument(help="เลขเรื่อง (ไม่ระบุคือทุกเรื่อง) · matter, else all")]
Mend = Annotated[bool, typer.Option("--repair", help="แก้ตัวนับให้ตรงกับรายการส่ง · set the counters right")]


@app.command()
def track(
    matter: Matter, unit: Unit = None, depth: Depth = 1, line: Line = CHAIN_OF_COMMAND, page: Page = 1, at: At = None,
    json: Json = False,
) -> None:  # fmt: skip
    """เรื่องนี้ไปถึงไหน นับทุกชั้นของผังหน่วย · How far a matter has come, counted at any unit.

    ตัวอย่าง: saraban track 1 ภ.4 --depth 2
    """
    from workflow.core.errors import UsageError
    from workflow.core.org import ASKING_LINES
    from workflow.services.track import TrackRequest, seat_old_sendings
    from workflow.services.track import track as look

    lines = {name: name for name in (CHAIN_OF_COMMAND, *ASKING_LINES)}
    if line not in lines:
        raise UsageError(f"ไม่รู้จักสาย “{line}”", next_step=f"ใช้ {', '.join(lines)}")
    seat_old_sendings(desk(), matter)
    today = moment(at, now()).on
    found = look(desk(), TrackRequest(matter, _code(matter, unit), lines[line], page), today=today)
    if json:
        say.as_json(found)
        return
    tree = Tree(_told(found.name, found.counts))
    depth += len(found.units) == 1 and unit is None  # a single topmost unit tells nobody where it is slow
    _grow(tree, found, depth, lambda code: look(desk(), TrackRequest(matter, code), today=today))
    say.answer(f"[bold]เรื่องที่ {to_thai(matter)}[/] {escape(to_thai(found.subject))}")
    say.out.print(tree)
    if found.outside.total:
        say.answer(_told("ไม่อยู่ในผังของวันที่ส่ง", found.outside))
    if found.pages > 1:
        say.note(f"หน้า {to_thai(found.page)} จาก {to_thai(found.pages)}: ดูต่อด้วย --page {found.page + 1}")


def _code(matter: int, unit: str | None) -> str | None:
    from workflow.entrypoints.cli.sending import _unit

    return _unit(matter, unit) if unit else None


def _grow(branch: Tree, view: "TrackView", depth: int, look: "Callable[[str], TrackView]") -> None:
    for below in view.units:
        label = (
            to_thai(below.unit) if below.name == below.unit else f"{to_thai(below.unit)} [dim]{escape(below.name)}[/]"
        )
        leaf = branch.add(_told(label, below.counts))
        if depth > 1:
            _grow(leaf, look(below.unit), depth - 1, look)
    for recipient in view.recipients:
        branch.add(
            f"[dim]{to_thai(recipient.post)} {recipient.state_thai}{' เกินกำหนด' if recipient.overdue else ''}[/]"
        )


def _told(label: str, counts: NodeCounts) -> str:
    """Return a line with its bar: how many of all have answered, and what is overdue in red."""
    full = counts.percent * BAR // 100
    bar = f"[green]{'█' * full}[/][dim]{'░' * (BAR - full)}[/]"
    late = f" [bold red]เกินกำหนด {to_thai(f'{counts.overdue:,}')}[/]" if counts.overdue else ""
    parts = f"ตอบ {counts.answered:,}/{counts.total:,} · ลงรับ {counts.received:,} · รับทราบ {counts.acknowledged:,} · ส่งต่อ {counts.forwarded:,}"
    closed = f" · ยุติ {counts.closed:,}" if counts.closed else ""
    return f"{label}  {bar} {to_thai(f'{counts.percent:>3}%')}  {to_thai(parts + closed)}{late}"


@app.command("track-check")
def track_check(matter: OneMatter = None, repair: Mend = False, json: Json = False) -> None:
    """ตรวจว่าตัวนับตรงกับรายการส่ง · Check that counters say what the dispatches say.

    ตัวอย่าง: saraban track-check 1
    """
    from workflow.services.check_tallies import check_tallies

    found = check_tallies(desk(), matter, mend=repair)
    if json:
        say.as_json(found)
    elif not found:
        say.answer("ตัวนับตรงกับรายการส่งทุกหน่วย")
    else:
        rows = [
            [to_thai(d.matter), to_thai(d.unit), d.counter, to_thai(d.counted), to_thai(d.told)] for d in found[:SHOWN]
        ]
        say.table(
            f"ต่างกัน {to_thai(len(found))} แห่ง{' แก้แล้ว' if repair else ''}",
            ["เรื่อง", "หน่วย", "ตัวนับ", "นับไว้", "ที่เป็นจริง"],
            rows,
        )
    if found and not repair:
        raise typer.Exit(ExitCode.CONFLICT)


@app.command()
def latency(matter: OneMatter = None, office: OfficeCode = "police", json: Json = False) -> None:
    """มัธยฐานวันทำการจากขั้นหนึ่งถึงขั้นถัดไป รายระดับและรายหน่วย · Median working days from step to step.

    ตัวอย่าง: saraban latency --office police
    """
    from workflow.services.latency import latency as measure

    found = measure(desk(), office=office, matter=matter)
    if json:
        say.as_json(found)
        return
    columns = ["ช่วง", "", "จำนวน", "มัธยฐาน", "ช้าที่สุด"]
    say.table("วันทำการทั้งหมด", columns, [_latency_row(line) for line in found.overall])
    say.table("รายระดับ", columns, [_latency_row(line) for line in found.levels])
    say.table("รายหน่วย (ช้าก่อน)", columns, [_latency_row(line) for line in found.units[:SHOWN]])
    if found.unknown:
        say.note(f"ไม่ได้นับ {to_thai(found.unknown)} รายการ เพราะไม่มีปฏิทินของปีนั้น")


def _latency_row(line: "LatencyLine") -> list[str]:
    return [line.step, to_thai(line.of), to_thai(f"{line.count:,}"), to_thai(line.median), to_thai(line.slowest)]
