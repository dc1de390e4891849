"""The named paragraph styles of a memo's DOCX: what an officer picks in Word, and what tells the blocks apart when the file comes back.

Names survive Word and LibreOffice, style ids do not; every paragraph also carries its look itself, so that nothing hangs on a style.
"""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from workflow.core.block_styles import CONTINUED, HEAD, RUNNING, STYLE_NAMES, TAIL, style_key
from workflow.core.document import Block
from workflow.templates.house_style import HouseStyle
from workflow.templates.ooxml import Element, element, run_properties, tabs, twips
from workflow.templates.rows import HANG

_IDS = {key: f"Saraban{key.title().replace('-', '')}" for key in STYLE_NAMES}
_STAYS = {"heading", "subheading", "item", "address", "address-more"}
_SPREAD = {"paragraph", "item", "closing", CONTINUED}
_MARGIN = {HEAD, TAIL, RUNNING, CONTINUED, "table", "chart"}
_NEXT = {"heading": "paragraph", "subheading": "item", "item": "paragraph"}
_BOOKMARK_LENGTH = 40  # what Word allows


@dataclass(frozen=True)
class _Look:
    """How a style sets its paragraphs."""

    align: str
    indent: dict[str, int]
    stays: bool
    bold: bool


def add_styles(word: WordDocument, style: HouseStyle) -> None:
    """Give the Word document its styles, all offered in Word's gallery."""
    styles = word.styles.element
    for order, (key, name) in enumerate(STYLE_NAMES.items(), 1):
        made = element("w:style", type="paragraph", customStyle=1, styleId=_IDS[key])
        made.append(element("w:name", val=name))
        made.append(element("w:basedOn", val="Normal"))
        if key in _NEXT:
            made.append(element("w:next", val=_IDS[_NEXT[key]]))
        made.append(element("w:uiPriority", val=order))
        made.append(element("w:qFormat"))
        look = _look(key, style)
        made.append(_paragraph_properties(key, look, style))
        made.append(run_properties(style.size, bold=look.bold))
        styles.append(made)


def block_style(block: Block, *, continued: bool = False) -> str:
    """Return the key of a block's style; a paragraph that goes on from the page before has its own."""
    return CONTINUED if continued else style_key(block)


def styled(paragraph: Element, key: str) -> Element:
    """Return the paragraph marked with a style; what is no paragraph (a table) as it is."""
    if paragraph.tag == qn("w:p"):
        paragraph.pPr.insert(0, element("w:pStyle", val=_IDS[key]))
    return paragraph


def bookmarked(paragraph: Element, name: str) -> Element:
    """Return the paragraph with a bookmark before its text: whose file this is."""
    start = element("w:bookmarkStart", id=0, name=name[:_BOOKMARK_LENGTH])
    paragraph.pPr.addnext(start)
    start.addnext(element("w:bookmarkEnd", id=0))
    return paragraph


def _look(key: str, style: HouseStyle) -> _Look:
    if key.startswith("address"):
        indent = {"left": twips(HANG), "hanging": twips(HANG) if key == "address" else 0}
    else:
        indent = {"left": 0, "firstLine": 0 if key in _MARGIN else twips(style.first_line)}
    return _Look("thaiDistribute" if key in _SPREAD else "left", indent, key in _STAYS, key == "heading")


def _paragraph_properties(key: str, look: _Look, style: HouseStyle) -> Element:
    properties = element("w:pPr")
    if look.stays:
        properties.append(element("w:keepNext"))
    if key.startswith("address"):
        properties.append(tabs(("left", HANG)))
    before = twips(style.part_gap) if key in {"heading", "closing"} else 0
    properties.append(element("w:spacing", before=before, after=0, line=twips(style.line), lineRule="exact"))
    properties.append(element("w:ind", **look.indent))
    properties.append(element("w:jc", val=look.align))
    return properties
