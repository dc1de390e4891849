"""Thai text in a PDF of our own: one letter cluster is one glyph, so that every reader finds the letters whole and in their order.

A base letter with its marks (`น้ำ`) is one drawn glyph, and its ToUnicode names the very letters of the text: no reader has to put
marks in order, ำ stays one letter, and none of them needs ActualText.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from workflow.core.errors import MissingFont


@dataclass(frozen=True)
class Cluster:
    """A letter with its marks: the text, the glyphs (number, x, y in font units) and the advance in font units."""

    text: str
    parts: tuple[tuple[int, int, int], ...]
    advance: int


@dataclass(frozen=True)
class _Source:
    """A font file opened for shaping and for drawing."""

    font: hb.Font
    whole: Any
    upem: int


@lru_cache(maxsize=4)
def _source(path: Path) -> _Source:
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    return _Source(hb.Font(face), TTFont(path, lazy=True), face.upem)


@lru_cache(maxsize=8192)
def clusters(text: str, path: Path) -> tuple[Cluster, ...]:
    """Return the text's clusters in order; MissingFont names the letters the font does not have."""
    source = _source(path)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    hb.shape(source.font, buffer)
    glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in glyphs})
    found = []
    for start, end in pairwise([*starts, len(text)]):
        own = [(info.codepoint, at) for info, at in glyphs if info.cluster == start]
        if any(glyph == 0 for glyph, _ in own):
            raise _unknown(text[start:end], path)
        found.append(_cluster(text[start:end], own))
    return tuple(found)


def unprintable(text: str, path: Path) -> frozenset[str]:
    """Return the letters of the text that the font does not have."""
    known = _source(path).whole.getBestCmap()
    return frozenset(letter for letter in text if ord(letter) not in known)


def _cluster(text: str, glyphs: Sequence[tuple[int, Any]]) -> Cluster:
    parts, pen = [], 0
    for glyph, at in glyphs:
        parts.append((glyph, pen + at.x_offset, at.y_offset))
        pen += at.x_advance
    return Cluster(text, tuple(parts), pen)


def _unknown(text: str, path: Path) -> MissingFont:
    named = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in text)
    return MissingFont(f"แบบอักษร {path.name} ไม่มีอักขระ {named}", next_step="แก้ข้อความให้ใช้อักขระไทย อังกฤษ หรือเครื่องหมายทั่วไป")


@dataclass
class Lettering:
    """The clusters drawn so far in one font file; each got a number (its CID) when it was first asked for."""

    path: Path
    known: dict[Cluster, int] = field(default_factory=dict)

    def codes(self, text: str) -> str:
        """Return the text as the hexadecimal string of a show operator."""
        return "".join(f"{self.known.setdefault(c, len(self.known) + 1):04x}" for c in clusters(text, self.path))

    def objects(self, first: int) -> list[tuple[int, bytes]]:
        """Return the font as five PDF objects numbered from `first`; the first of them is the font that a page names."""
        name = f"SARBAN+{_source(self.path).whole['name'].getDebugName(6) or 'Thai'}"
        data = _program(self.path, tuple(self.known))
        scale = 1000 / _source(self.path).upem
        widths = " ".join(f"{round(cluster.advance * scale, 2):g}" for cluster in self.known)
        ascent, descent = (round(v * scale) for v in _extent(self.path))
        bodies = (
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{first + 1} 0 R]"
            f"/ToUnicode {first + 4} 0 R>>".encode(),
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {first + 2} 0 R/CIDToGIDMap/Identity/DW 0/W[1[{widths}]]>>".encode(),
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[-500 {descent} 1500 {ascent}]/ItalicAngle 0/Ascent {ascent}"
            f"/Descent {descent}/CapHeight 500/StemV 60/FontFile2 {first + 3} 0 R>>".encode(),
            stream(data, f"/Length1 {len(data)}"),
            stream(_to_unicode(self.known)),
        )
        return [(first + n, body) for n, body in enumerate(bodies)]


def stream(data: bytes, entries: str = "") -> bytes:
    """Return a compressed stream object, `entries` in its dictionary."""
    import zlib

    packed = zlib.compress(data, 6)
    return f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode() + packed + b"\nendstream"


def _extent(path: Path) -> tuple[int, int]:
    hhea = _source(path).whole["hhea"]
    return hhea.ascent, hhea.descent


def _program(path: Path, drawn: Sequence[Cluster]) -> bytes:
    """Return a TrueType program in which glyph n is the n-th cluster."""
    source = _source(path)
    names = [".notdef", *(f"g{n}" for n in range(1, len(drawn) + 1))]
    builder = FontBuilder(source.upem, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupGlyf(
        {".notdef": TTGlyphPen(None).glyph(), **dict(zip(names[1:], map(_drawer(path), drawn), strict=True))}
    )
    builder.setupHorizontalMetrics(
        {".notdef": (0, 0), **{n: (c.advance, _left(builder, n)) for n, c in zip(names[1:], drawn, strict=True)}}
    )
    ascent, descent = _extent(path)
    builder.setupHorizontalHeader(ascent=ascent, descent=descent)
    builder.setupPost(keepGlyphNames=False)
    builder.setupMaxp()
    builder.updateHead(created=0, modified=0)  # equal papers are equal files
    out = BytesIO()
    builder.font.save(out, reorderTables=None)
    return out.getvalue()


def _left(builder: FontBuilder, name: str) -> int:
    return getattr(builder.font["glyf"][name], "xMin", 0)


def _drawer(path: Path) -> Any:
    whole = _source(path).whole
    glyphs, order = whole.getGlyphSet(), whole.getGlyphOrder()

    def draw(cluster: Cluster) -> Any:
        pen = TTGlyphPen(None)
        for glyph, x, y in cluster.parts:
            outline = DecomposingRecordingPen(glyphs)
            glyphs[order[glyph]].draw(outline)
            outline.replay(TransformPen(pen, (1, 0, 0, 1, x, y)))
        return pen.glyph()

    return draw


def _to_unicode(known: dict[Cluster, int]) -> bytes:
    rows = [f"<{cid:04x}> <{cluster.text.encode('utf-16-be').hex()}>" for cluster, cid in known.items()]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def /CMapName /Saraban-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <ffff> endcodespacerange",
            *(line for chunk in _hundreds(rows) for line in (f"{len(chunk)} beginbfchar", *chunk, "endbfchar")),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    ).encode()


def _hundreds(rows: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from (rows[n : n + 100] for n in range(0, len(rows), 100))
