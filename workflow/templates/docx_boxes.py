"""What stands outside the text's flow in DOCX: text boxes at a place on the paper, which no program lets push the text aside.

Not frames: LibreOffice and Word set the lines beside a frame narrower, and a centred signature would move.
"""

from collections.abc import Sequence

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

from workflow.templates.docx_pictures import Pictures
from workflow.templates.house_style import HouseStyle
from workflow.templates.ooxml import Element, mark_run, paragraph, run, run_properties
from workflow.templates.rows import Aside

_BOX = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{number}" name="box{number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing>"""
_COLOURS = {"red": "C00000"}


def hang(asides: Sequence[Aside], on: Element, pictures: Pictures, style: HouseStyle) -> None:
    """Hang the asides on a paragraph of their page, before its words."""
    for aside in reversed(asides):
        box = mark_run(_box(aside, pictures.number(), style), run_properties(style.size))
        on.find(qn("w:pPr")).addnext(box)


def _box(aside: Aside, number: int, style: HouseStyle) -> Element:
    height = len(aside.lines) * aside.line
    place = {"x": Pt(style.left + aside.x), "y": Pt(aside.y), "width": Pt(aside.width), "height": Pt(height)}
    made = parse_xml(_BOX.format(number=number, **place))
    next(made.iter(qn("w:txbxContent"))).extend([_line(line, aside) for line in aside.lines])
    return made


def _line(text: str, aside: Aside) -> Element:
    properties = run_properties(aside.size, bold=aside.bold, colour=_COLOURS.get(aside.colour))
    return paragraph([run(text, properties)] if text else [], line=aside.line, align=aside.align)
