"""Pictures in DOCX: the emblem at its place on the paper, the place of the seal at its paragraph, a chart in its line."""

from io import BytesIO
from pathlib import Path

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.shared import Pt

from workflow.core.document import Form
from workflow.templates.emblem import SEAL_PNG, as_bitmap, placed_emblem
from workflow.templates.house_style import HouseStyle
from workflow.templates.ooxml import Element

_ANCHOR = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" behindDoc="1" locked="0"
 layoutInCell="1" allowOverlap="1">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="{from_x}"><wp:posOffset>{x}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="{from_y}"><wp:posOffset>{y}</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{number}" name="picture{number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="picture{number}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>
</a:graphicData></a:graphic></wp:anchor></w:drawing>"""
_INLINE = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
<wp:docPr id="{number}" name="picture{number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="picture{number}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>
</a:graphicData></a:graphic></wp:inline></w:drawing>"""
_ALT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class Pictures:
    """Makes the pictures of one Word document."""

    def __init__(self, word: WordDocument, style: HouseStyle) -> None:
        self._word, self._style, self._made = word, style, 0

    def emblem(self, form: Form, given: Path | None) -> Element | None:
        """Return the emblem at its place on the paper; None on a form that carries none."""
        placed = placed_emblem(form, given, self._style)
        if placed is None:
            return None
        return self._anchor(as_bitmap(placed.path), placed.height, ("page", placed.x, "page", placed.y), placed.alt)

    def seal(self) -> Element:
        """Return the dashed rings that show where the seal goes; they begin at the top of the paragraph they hang on."""
        style = self._style
        left = style.middle + (style.width - style.middle - style.seal) / 2
        return self._anchor(SEAL_PNG.read_bytes(), style.seal, ("column", left, "paragraph", 0), "ที่ประทับตรา")

    def in_line(self, picture: bytes, height: float, alt: str) -> Element:
        """Return a picture that stands in the text like a letter, `height` points high."""
        return self._drawing(_INLINE, picture, height, alt)

    def number(self) -> int:
        """Return a number that no other drawing of the document has."""
        self._made += 1
        return self._made

    def _anchor(self, picture: bytes, height: float, place: tuple[str, float, str, float], alt: str) -> Element:
        from_x, x, from_y, y = place
        at = {"from_x": from_x, "x": Pt(x), "from_y": from_y, "y": Pt(y)}
        return self._drawing(_ANCHOR, picture, height, alt, **at)

    def _drawing(self, form: str, picture: bytes, height: float, alt: str, **at: object) -> Element:
        relation, image = self._word.part.get_or_add_image(BytesIO(picture))
        size = {"width": Pt(height * image.px_width / image.px_height), "height": Pt(height)}
        drawing = parse_xml(form.format(number=self.number(), relation=relation, **size, **at))
        next(drawing.iter(_ALT)).set("descr", alt)
        return drawing
