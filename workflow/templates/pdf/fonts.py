"""A face as objects of a PDF: the font program, its widths, and the letters every glyph stands for."""

from workflow.templates.pdf.face import Face
from workflow.templates.pdf.objects import PdfObjects, number

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
{ranges}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def add_face(objects: PdfObjects, drawn: Face, used: frozenset[int]) -> int:
    """Add the face with what the pages show of it and return the number of its font object (PDF 32000-1, 9.7)."""
    file = objects.stream(b"", f"/Length1 {drawn.length}", packed=drawn.program)
    box = " ".join(map(str, drawn.box))
    descriptor = objects.add(
        f"<</Type/FontDescriptor/FontName/{drawn.name}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {drawn.ascent}"
        f"/Descent {drawn.descent}/CapHeight {drawn.ascent}/StemV 80/FontFile2 {file} 0 R>>"
    )
    widths = "".join(f"{glyph}[{number(drawn.widths[glyph])}]" for glyph in sorted(used))
    inner = objects.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{drawn.name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/CIDToGIDMap/Identity/FontDescriptor {descriptor} 0 R/DW 0/W[{widths}]>>"
    )
    letters = objects.stream(_to_unicode(drawn, used))
    return objects.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{drawn.name}/Encoding/Identity-H"
        f"/DescendantFonts[{inner} 0 R]/ToUnicode {letters} 0 R>>"
    )


def _to_unicode(drawn: Face, used: frozenset[int]) -> bytes:
    lines = [f"<{glyph:04X}><{drawn.letters[glyph].encode('utf-16-be').hex().upper()}>" for glyph in sorted(used)]
    parts = [lines[n : n + 100] for n in range(0, len(lines), 100)]
    ranges = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return _CMAP.format(ranges=ranges).encode()
