"""A matter's status in a terminal: the tree of who has it, the four truths, and where the days went."""

from rich.markup import escape
from rich.tree import Tree

from workflow.core.hops import totals, whole
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.entrypoints.cli import say
from workflow.services.show_status import MatterStatus, Recipient

_COLOUR = {
    "sent": "yellow",
    "received": "cyan",
    "acknowledged": "green",
    "forwarded": "green",
    "acted": "green",
}  # what is closed stands dim


def show(status: MatterStatus) -> None:
    """Print the status."""
    say.answer(f"[bold]เรื่องที่ {to_thai(status.matter)}[/] {escape(to_thai(status.subject))}")
    say.answer(f"{status.unit} · {status.state_thai}")
    counts = status.counts
    say.answer(
        f"[yellow]ส่งแล้ว {to_thai(counts.sent)}[/] · [cyan]ลงรับ {to_thai(counts.received)}[/] · "
        f"[green]รับทราบ {to_thai(counts.acknowledged)}[/] · [green]ส่งต่อ {to_thai(counts.forwarded)}[/] · "
        f"[bold red]เกินกำหนด {to_thai(counts.overdue)}[/]"
    )
    _show_trail(status)
    tree = Tree(f"ผู้รับ {to_thai(counts.sent)} ราย")
    for recipient in status.recipients:
        _grow(tree, recipient)
    if status.recipients:
        say.out.print(tree)
    _show_days(status)
    for mended in status.corrections:
        where = f"ฉบับที่ {to_thai(mended.paper)} {mended.kind} {mended.name}"
        read = f"อ่านได้ {to_thai(mended.was)}" if mended.was else "อ่านไม่พบ"
        say.answer(f"{where}: {escape(to_thai(mended.value))} [dim]({escape(read)} · แก้โดย {escape(mended.by)})[/]")
    for memo in status.memos:
        say.answer(f"บันทึก {memo.kind} {memo.unit} ที่ {memo.number}: {memo.pdf}")


def _show_trail(status: MatterStatus) -> None:
    """Print the way to the addressees; what happened at each of them stands in the tree."""
    for line in status.timeline:
        if line.dispatch is None:
            say.answer(f"  {line.when.thai():<24} {to_thai(line.unit)} {escape(line.text)}")


def _grow(tree: Tree, recipient: Recipient) -> None:
    overdue = " [bold red]เกินกำหนด[/]" if recipient.overdue else ""
    stamps = "".join(
        f" · {to_thai(r.unit)} เลขรับ {to_thai(r.number)} {short(When(r.at).on)}" for r in recipient.receipts
    )
    words = "".join(
        f" · {escape(a.name)} ({escape(a.capacity)}) {short(When(a.at).on)}" for a in recipient.acknowledgements
    )
    colour = _COLOUR.get(recipient.state, "dim")
    branch = tree.add(f"{to_thai(recipient.post)} [{colour}]{recipient.state_thai}[/]{overdue}{stamps}{words}")
    for child in recipient.children:
        _grow(branch, child)


def _show_days(status: MatterStatus) -> None:
    if not status.hops:
        return
    parts = [f"{kind} {_days(*days)}" for kind, days in totals(status.hops).items()]
    say.answer(f"[bold]เวลาที่ใช้ (วัน/วันทำการ): {_days(*whole(status.hops))}[/] = {' + '.join(parts)}")
    for hop in status.hops:
        line = f"  {short(hop.start.on)} → {short(hop.end.on)} {hop.kind} {_days(hop.days, hop.working_days)}"
        say.answer(f"[dim]{line}  {to_thai(hop.start.unit)} → {to_thai(hop.end.unit)}[/]")


def _days(days: int, working_days: int | None) -> str:
    return f"{to_thai(days)}/{to_thai('–' if working_days is None else working_days)}"
