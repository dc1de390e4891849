"""The words of a Word paragraph as a reader of the page sees them: deleted, moved-away and hidden text out, symbols as signs.

Elements are told by their local names, so that both editions of the standard (transitional and strict) are read alike.
"""

from collections.abc import Iterator
from typing import Any

# The signs of Wingdings and Symbol that letters use: boxes to tick, ticks, bullets; by the last byte of their code.
_SYMBOLS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x78: "☒", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢",
    0xE0: "→", 0xF0: "⇨", 0xFB: "☒", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x52: "☑", 0x53: "☒",
}  # fmt: skip
_GONE = {"del", "moveFrom", "Fallback", "txbxContent", "rPr", "pPr", "instrText", "delText", "rt"}
_PAGE_ENDS = "\f"


def local(node: Any) -> str:
    """Return the name of an element without its namespace, empty for what is no element."""
    tag = node.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def child(node: Any, *path: str) -> Any:
    """Return the first descendant along a path of local names, None when the path breaks off."""
    for name in path:
        node = next((c for c in node if local(c) == name), None) if node is not None else None
    return node


def value(node: Any, name: str = "val") -> str | None:
    """Return an attribute by its local name, None when it is not there."""
    if node is None:
        return None
    return next((held for key, held in node.attrib.items() if key.rsplit("}", 1)[-1] == name), None)


def is_on(node: Any) -> bool:
    """Return whether a switch such as w:b is there and not turned off."""
    return node is not None and (value(node) or "1") not in {"0", "false", "off", "none"}


def text_of(paragraph: Any) -> str:
    """Return a paragraph's text: `\\t` for tabs, `\\n` for line breaks, `\\f` where a page ends; text boxes apart."""
    return "".join(_signs(paragraph))


def blocks_of(parent: Any) -> Iterator[Any]:
    """Yield paragraphs, tables and section ends; what only wraps them (content controls, insertions) is seen through."""
    for node in parent:
        name = local(node)
        if name in {"p", "tbl", "sectPr"}:
            yield node
        elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"}:
            yield from blocks_of(node)


def paragraphs_of(node: Any) -> Iterator[Any]:
    """Yield every paragraph within, however deep."""
    return (part for part in node.iter() if local(part) == "p")


def runs_of(paragraph: Any) -> Iterator[Any]:
    """Yield the runs that are shown, in order."""
    for node in paragraph:
        name = local(node)
        if name == "r":
            yield node
        elif name not in _GONE and len(node):
            yield from runs_of(node)


def _signs(node: Any) -> Iterator[str]:
    for part in node:
        name = local(part)
        if name in _GONE or (name == "r" and is_on(child(part, "rPr", "vanish"))):
            continue
        if name == "t":
            yield part.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "br":
            yield _PAGE_ENDS if value(part, "type") == "page" else "\n"
        elif name == "sym":
            yield _symbol(value(part, "char"))
        elif name == "checkBox":
            ticked = child(part, "checked")
            yield "☑" if is_on(ticked if ticked is not None else child(part, "default")) else "☐"
        else:
            yield from _signs(part)


_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "lastRenderedPageBreak": _PAGE_ENDS,
    "noBreakHyphen": "-",
    "softHyphen": "",
}


def _symbol(code: str | None) -> str:
    try:
        return _SYMBOLS.get(int(code or "", 16) & 0xFF, "•")
    except ValueError:
        return "•"
