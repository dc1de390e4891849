"""The few pieces of WordprocessingML python-docx has no words for: Thai is complex script and needs its own fonts, sizes and language."""

from collections.abc import Iterable
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from workflow.templates.house_style import DOCX_FONT

Element = Any
_FONT_SLOTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")


def element(tag: str, **attributes: object) -> Element:
    """Return `<tag>` with the attributes in the `w:` namespace (`val=1` is `w:val="1"`)."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def twips(points: float) -> int:
    """Return points as twentieths."""
    return round(points * 20)


def run_properties(size: float, *, bold: bool = False, colour: str | None = None, dotted: bool = False) -> Element:
    """Return `w:rPr`: every font slot, both sizes, both weights, Thai as the complex-script language."""
    properties = element("w:rPr")
    fonts = element("w:rFonts")
    for slot in _FONT_SLOTS:
        fonts.set(qn(slot), DOCX_FONT)
    properties.append(fonts)
    if bold:
        properties.extend([element("w:b"), element("w:bCs")])
    if colour:
        properties.append(element("w:color", val=colour))
    half = round(size * 2)
    properties.extend([element("w:sz", val=half), element("w:szCs", val=half)])
    if dotted:
        properties.append(element("w:u", val="dotted"))
    properties.append(element("w:lang", val="en-US", bidi="th-TH"))
    return properties


def run(text: str, properties: Element) -> Element:
    """Return `w:r` with the text as it stands; a tab or a page break is its own run."""
    made = element("w:r")
    made.append(properties)
    content = element("w:t")
    content.text = text
    content.set(qn("xml:space"), "preserve")
    made.append(content)
    return made


def mark_run(mark: Element, properties: Element) -> Element:
    """Return `w:r` with a mark (`w:tab`, `w:br`) instead of text."""
    made = element("w:r")
    made.append(properties)
    made.append(mark)
    return made


def paragraph(
    runs: Iterable[Element],
    *,
    line: float,
    align: str = "left",
    before: float = 0,
    indent: dict[str, int] | None = None,
    extras: Iterable[Element] = (),
) -> Element:
    """Return `w:p` on exact lines; `extras` are further properties in the order the schema wants them (frame, tabs…)."""
    properties = element("w:pPr")
    order = {
        "w:keepNext": 0,
        "w:keepLines": 1,
        "w:pageBreakBefore": 2,
        "w:framePr": 3,
        "w:widowControl": 4,
        "w:tabs": 5,
    }
    extras = sorted(extras, key=lambda extra: order[f"w:{extra.tag.rpartition('}')[2]}"])
    properties.extend(extras)
    properties.append(element("w:spacing", before=twips(before), after=0, line=twips(line), lineRule="exact"))
    properties.append(element("w:ind", **(indent or {"left": 0})))
    properties.append(element("w:jc", val=align))
    made = element("w:p")
    made.append(properties)
    made.extend(list(runs))
    return made


def tabs(*stops: tuple[str, float]) -> Element:
    """Return `w:tabs` with stops at points from the left margin."""
    made = element("w:tabs")
    made.extend([element("w:tab", val=kind, pos=twips(at)) for kind, at in stops])
    return made
