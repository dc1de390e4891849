"""The typeface of the copies' own line: embedded once in the master, so that a copy adds nothing but letters.

Glyphs are named by their numbers in the whole typeface, each with the letter it stands for. ำ needs two glyphs, the ring and า, with a tone
mark drawn between them: the ring is drawn as a picture and า bears the name of ำ, so that every reader finds น้ำ as it was written.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from workflow.core.errors import MissingGlyph

SARA_AM, RING, AA = "\u0e33", "\u0e4d", "\u0e32"
_LETTERS = "".join(map(chr, [*range(0x20, 0x7F), *range(0xE01, 0xE3B), *range(0xE3F, 0xE5C)])) + "–—“”‘’…·×"


@dataclass(frozen=True)
class Typeface:
    """A typeface cut down to what a name may need: its file, the widths and letters of its glyphs, and the outlines of the ring of ำ.

    `am` is the number under which า says that it is ำ; widths are in thousandths of an em.
    """

    data: bytes
    widths: Mapping[int, int]
    letters: Mapping[int, str]
    rings: Mapping[int, bytes]
    aa: int
    am: int
    box: tuple[int, int, int, int]


@lru_cache(maxsize=4)
def typeface(path: Path) -> Typeface:
    """Return the typeface of the copies, cut out of the file at `path`; takes a third of a second the first time."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(layout_features=["*"], hinting=False, retain_gids=True, notdef_outline=True)
    with TTFont(path) as whole:
        cutter = subset.Subsetter(options)
        cutter.populate(text=_LETTERS)
        cutter.subset(whole)
        for table in ("GSUB", "GPOS", "GDEF", "name", "OS/2"):  # shaping is done here, never by a reader
            if table in whole:
                del whole[table]
        out = io.BytesIO()
        whole.save(out)
        return _described(whole, out.getvalue())


def _described(font: Any, data: bytes) -> Typeface:
    scale = 1000 / font["head"].unitsPerEm
    names, metrics = font.getGlyphOrder(), font["hmtx"].metrics
    letters = {number: letter for number, name in enumerate(names) if (letter := _letter(name, font))}
    head = font["head"]
    return Typeface(
        data=data,
        widths={number: round(metrics[names[number]][0] * scale) for number in letters},
        letters=letters,
        rings={number: _outline(font, names[number], scale) for number, letter in letters.items() if letter == RING},
        aa=next(number for number, letter in letters.items() if letter == AA),
        am=len(names),
        box=tuple(round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)),
    )


def _letter(name: str, font: Any) -> str:
    """Return the letter a glyph stands for, its variants (`uni0E49.alt3`) included; "" for a glyph that was cut away."""
    from fontTools.agl import toUnicode

    letter = str(toUnicode(name))
    if name == ".notdef" or not letter or (font["glyf"][name].numberOfContours == 0 and not letter.isspace()):
        return ""
    return {"\ufb01": "fi", "\ufb02": "fl"}.get(letter, letter)


def _outline(font: Any, name: str, scale: float) -> bytes:
    """Return a glyph's outline as path operators on an em of 1000."""
    from fontTools.pens.qu2cuPen import Qu2CuPen
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.pens.reverseContourPen import ReverseContourPen

    pen = RecordingPen()
    font.getGlyphSet()[name].draw(Qu2CuPen(ReverseContourPen(pen), max_err=0.5, all_cubic=True))
    marks = {"moveTo": "m", "lineTo": "l", "curveTo": "c", "closePath": "h", "endPath": "h"}
    said = [
        " ".join([*(f"{round(edge * scale)}" for point in points for edge in point), marks[operation]])
        for operation, points in pen.value
    ]
    return ("\n".join(said) + "\nf").encode()


@lru_cache(maxsize=4)
def _shaper(path: Path) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))


@dataclass(frozen=True)
class Glyphs:
    """A text as glyph numbers, the rings to draw beside them as (number, x), and its width; thousandths of an em."""

    numbers: tuple[int, ...]
    rings: tuple[tuple[int, int], ...]
    width: int


def glyphs(text: str, path: Path) -> Glyphs:
    """Return `text` shaped with the typeface at `path`; MissingGlyph names a letter it does not hold."""
    face, buffer = typeface(path), hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    hb.shape(_shaper(path), buffer)
    shaped = [(info.codepoint, info.cluster) for info in buffer.glyph_infos]
    numbers, rings, x = [], [], 0
    for n, (number, cluster) in enumerate(shaped):
        if number not in face.letters:
            raise _missing(text, cluster)
        composed = number in face.rings or number == face.aa
        if composed and SARA_AM in text[cluster : _cluster_end(shaped, n, len(text))]:
            if number in face.rings:
                rings.append((number, x))
                continue
            numbers.append(face.am)
        else:
            numbers.append(number)
        x += face.widths[number]
    return Glyphs(tuple(numbers), tuple(rings), x)


def _cluster_end(shaped: list[tuple[int, int]], n: int, length: int) -> int:
    return next((cluster for _, cluster in shaped[n:] if cluster > shaped[n][1]), length)


def _missing(text: str, at: int) -> MissingGlyph:
    return MissingGlyph(
        f"แบบอักษรไม่มีตัวอักษร “{text[at]}” (U+{ord(text[at]):04X}) ใน “{text}”", next_step="แก้ชื่อผู้รับในผังหน่วยแล้วสั่งอีกครั้ง"
    )


def embedded(pdf: Pdf, face: Typeface) -> Object:
    """Add the typeface to a PDF and return its font object."""
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/SRBCPY+THSarabunNew"), Flags=4, FontBBox=Array(face.box),
            ItalicAngle=0, Ascent=face.box[3], Descent=face.box[1], CapHeight=500, StemV=60,
            FontFile2=pdf.make_stream(face.data),
        )
    )  # fmt: skip
    order = sorted(face.letters)
    widths = [part for number in order for part in (number, Array([face.widths[number]]))]
    gids = b"".join(number.to_bytes(2, "big") for number in (*range(face.am), face.aa))
    descendant = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/SRBCPY+THSarabunNew"), FontDescriptor=descriptor,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            DW=0, W=Array([*widths, face.am, Array([face.widths[face.aa]])]), CIDToGIDMap=pdf.make_stream(gids),
        )
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/SRBCPY+THSarabunNew"), Encoding=Name("/Identity-H"),
            DescendantFonts=Array([descendant]), ToUnicode=pdf.make_stream(_to_unicode({**face.letters, face.am: SARA_AM})),
        )
    )  # fmt: skip


def _to_unicode(letters: Mapping[int, str]) -> bytes:
    lines = [f"<{number:04X}> <{letter.encode('utf-16-be').hex()}>" for number, letter in sorted(letters.items())]
    parts = [lines[n : n + 100] for n in range(0, len(lines), 100)]
    body = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo "
        "<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{body}\nendcmap end end"
    ).encode()
