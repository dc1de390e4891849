"""A played chain in a terminal: the tree of sendings, the totals by level, and whether they are those its source states."""

from rich.markup import escape
from rich.tree import Tree

from workflow.core.chain import Chain
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.services.show_chain import ChainNode, ChainShown, LevelLine

HEADINGS = ["ระดับหน่วย", "หน่วย", "ส่งถึง", "ลงรับ", "รับทราบ", "ส่งต่อ", "ตามเอกสารอ้างอิง"]


def show_played(chain: Chain, shown: ChainShown) -> None:
    """Print the chain."""
    tree = Tree(f"[bold]{escape(chain.title)}[/]")
    for root in shown.roots:
        _grow(tree, root)
    say.out.print(tree)
    say.table("ยอดรวมตามระดับ", HEADINGS, [_row(line) for line in shown.levels])


def _grow(tree: Tree, node: ChainNode) -> None:
    colour = "green" if node.acknowledged == node.sent else "yellow"
    branch = tree.add(
        f"{to_thai(node.unit)} ที่ {to_thai(node.number)} ส่งถึง {to_thai(node.sent)} ราย "
        f"[{colour}]รับทราบ {to_thai(node.acknowledged)}[/]"
    )
    for below in node.passed_on:
        _grow(branch, below)


def _row(line: LevelLine) -> list[str]:
    counts = (line.units, line.sent, line.received, line.acknowledged, line.forwarded)
    mark = "" if line.stated is None else f" {'[green]✓[/]' if line.as_stated else '[red]✗[/]'}"
    stated = "" if line.stated is None else to_thai(f"{line.stated:,}")
    return [line.level, *(to_thai(f"{n:,}") for n in counts), f"{stated}{mark}"]
