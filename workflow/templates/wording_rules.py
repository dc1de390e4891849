"""What a wording may be made of. A wording is edited by officers, so it may choose and repeat facts and print them, and do nothing else.

Jinja's sandbox keeps a template from the machine, not from taking all its time or memory: what multiplies, calls or stores is not
allowed here. The rules are looked at before the template is compiled, for compiling already reckons `'x' * 1000000000`.
"""

from collections.abc import Iterator

from jinja2 import nodes

MAX_SOURCE = 100_000  # characters, counted before it is even parsed; the longest wording of the catalogue has 5,000
MAX_NODES = 10_000
MAX_LOOPS = 2  # loops within loops
MAX_TEXT = 2_000_000  # characters of what comes out
_MAX_CONSTANT = 200  # characters of a text, digits of a number
_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.If, nodes.For, nodes.Test,
    nodes.Filter, nodes.Compare, nodes.Operand, nodes.Const, nodes.Not, nodes.And, nodes.Or, nodes.CondExpr,
)  # fmt: skip
_FILTERS = frozenset({"full_date", "short_date", "number"})
_TESTS = frozenset({"defined", "undefined", "none", "string", "number", "odd", "even"})
_WORDS: dict[type[nodes.Node], str] = {
    nodes.Include: "include", nodes.Import: "import", nodes.FromImport: "from … import", nodes.Extends: "extends", nodes.Block: "block",
    nodes.Macro: "macro", nodes.CallBlock: "call", nodes.Call: "เรียกฟังก์ชัน ( )", nodes.Assign: "set", nodes.AssignBlock: "set",
    nodes.FilterBlock: "filter", nodes.Mul: "*", nodes.Pow: "**", nodes.Mod: "%", nodes.Add: "+", nodes.Concat: "~", nodes.Slice: "[ : ]",
}  # fmt: skip


def broken_rules(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield the line and the cause, in Thai, of everything a wording may not hold; nothing for an honest one."""
    if sum(1 for _ in tree.find_all(nodes.Node)) > MAX_NODES:
        yield 0, "ถ้อยคำมีคำสั่งมากเกินไป"
        return
    yield from _walk(tree, 0)


def _walk(node: nodes.Node, loops: int) -> Iterator[tuple[int, str]]:
    cause = _cause(node)
    if cause:
        yield node.lineno, f"คำสั่งต้องห้าม {cause}"
        return
    if isinstance(node, nodes.For):
        loops += 1
        if loops > MAX_LOOPS:
            yield node.lineno, "คำสั่งต้องห้าม: for ซ้อนกันหลายชั้นเกินไป"
            return
    for child in node.iter_child_nodes():
        yield from _walk(child, loops)


def _cause(node: nodes.Node) -> str | None:
    if not isinstance(node, _ALLOWED):
        return _WORDS.get(type(node), type(node).__name__)
    if isinstance(node, nodes.Getattr):
        return node.attr if node.attr.startswith("_") else None
    if isinstance(node, nodes.Getitem):
        return None if _plain_place(node.arg) else "[ ] ที่ไม่ใช่ลำดับ"
    if isinstance(node, nodes.For):
        return "for … recursive" if node.recursive else None
    if isinstance(node, nodes.Name):
        return node.name if node.name == "self" or node.name.startswith("_") else None
    if isinstance(node, nodes.Filter):
        return None if node.name in _FILTERS and not (node.args or node.kwargs) else f"| {node.name}"
    if isinstance(node, nodes.Test):
        return None if node.name in _TESTS and not (node.args or node.kwargs) else f"is {node.name}"
    return "ค่าคงที่ยาวเกินไป" if isinstance(node, nodes.Const) and len(str(node.value)) > _MAX_CONSTANT else None


def _plain_place(arg: nodes.Node) -> bool:
    return isinstance(arg, nodes.Const) and isinstance(arg.value, int) and not isinstance(arg.value, bool)
