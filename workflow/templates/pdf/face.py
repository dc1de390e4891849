"""The typeface as a PDF carries it: its Thai and Latin letters without hints, each glyph with the letters it stands for.

HarfBuzz sets ำ as a ring over the consonant and an า, with a tone mark between them; a reader of the PDF would find letters that
nobody typed. So the embedded face has a glyph for each such pair, and the text layer holds ำ where it was written.
"""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.agl import toUnicode
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

RING, AA, AM = "uni0E4D", "uni0E32", "uni0E33"
_LETTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C),
    0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x20AC, 0x2122, 0x2212,
    0x2260, 0x2264, 0x2265, 0x25CF,
)  # fmt: skip
_DRAWN = ("glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep")


@dataclass(frozen=True)
class Face:
    """A face to shape with and to embed.

    `known` are the characters it has glyphs for, `letters` says by glyph what it stands for; `widths` its advance in thousandths of
    the em; `am` by ring glyph the glyph of ring and า in one; `aa` is the glyph of า. `program` is the compressed font file, `length`
    its length before.
    """

    name: str
    font: Any
    known: frozenset[str]
    letters: dict[int, str]
    widths: tuple[float, ...]
    am: dict[int, int]
    aa: int
    program: bytes
    length: int
    box: tuple[int, ...]
    ascent: int
    descent: int


@lru_cache(maxsize=8)
def known(path: Path) -> frozenset[str]:
    """Return what `face(path).known` is, without making the face: to ask whether words can be printed costs a hundredth of printing them."""
    with TTFont(path, lazy=True) as font:
        there = font.getBestCmap()
    return frozenset(chr(code) for code in _LETTERS if code in there)


@lru_cache(maxsize=8)
def face(path: Path) -> Face:
    """Return the face in the font file at `path`, cut down to what official papers are written with."""
    font = _cut(path)
    am = _with_rings(font)
    whole, letters = _saved(font), _letters(font)
    known, order = frozenset(map(chr, font.getBestCmap())), font.getGlyphOrder()
    scale = 1000 / font["head"].unitsPerEm
    for table in [tag for tag in font.keys() if tag not in _DRAWN and tag != "GlyphOrder"]:  # noqa: SIM118 - not a mapping
        del font[table]
    drawn, head, metrics = _saved(font), font["head"], font["hhea"]
    places = {name: number for number, name in enumerate(order)}
    return Face(
        name=_subset_name(path),
        font=hb.Font(hb.Face(hb.Blob(whole))),
        known=known,
        letters={places[name]: text for name, text in letters.items()},
        widths=tuple(font["hmtx"][name][0] * scale for name in order),
        am={places[ring]: places[name] for ring, name in am.items()},
        aa=places[AA],
        program=zlib.compress(drawn, 9),
        length=len(drawn),
        box=tuple(round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)),
        ascent=round(metrics.ascent * scale),
        descent=round(metrics.descent * scale),
    )


def _subset_name(path: Path) -> str:
    return f"SARABN+{path.stem}"


def _cut(path: Path) -> TTFont:
    options = Options(
        hinting=False, layout_features=["ccmp", "liga", "rlig"], glyph_names=True, notdef_outline=True, name_IDs=[]
    )
    options.drop_tables += ["DSIG", "GDEF", "OS/2", "post", "name", "kern", "gasp", "VDMX", "hdmx", "LTSH", "FFTM"]
    font = TTFont(path, recalcTimestamp=False)
    cutter = Subsetter(options)
    cutter.populate(unicodes=[code for code in _LETTERS if code in font.getBestCmap()])
    cutter.subset(font)
    return font


def _with_rings(font: TTFont) -> dict[str, str]:
    """Add a glyph for every ring with an า behind it and return them by the ring's name."""
    glyphs, metrics = font["glyf"], font["hmtx"]
    made = {}
    for ring in [name for name in font.getGlyphOrder() if name == RING or name.startswith(f"{RING}.")]:
        name = f"{AM}.{ring}"
        pen = TTGlyphPen(font.getGlyphSet())
        pen.addComponent(ring, (1, 0, 0, 1, 0, 0))
        pen.addComponent(AA, (1, 0, 0, 1, 0, 0))
        glyphs[name] = pen.glyph()
        glyphs[name].recalcBounds(glyphs)
        metrics[name] = (metrics[AA][0], glyphs[name].xMin)
        made[ring] = name
    return made


def _letters(font: TTFont) -> dict[str, str]:
    """Return by glyph the letters it stands for: its own, the parts of a ligature, its base form's."""
    found = {name: chr(code) for code, name in sorted(font.getBestCmap().items(), reverse=True)}
    found |= {glyph: "".join(map(found.__getitem__, parts)) for parts, glyph in _ligatures(font)}
    for name in font.getGlyphOrder():
        if name not in found and name != ".notdef":
            base = name.partition(".")[0]
            found[name] = "ำ" if base == AM else found.get(base) or toUnicode(name)
    return found


def _ligatures(font: TTFont) -> Iterator[tuple[tuple[str, ...], str]]:
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, made in getattr(table, "ligatures", {}).items():
                yield from (((first, *one.Component), one.LigGlyph) for one in made)


def _saved(font: TTFont) -> bytes:
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()
